/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "catalog/msp-catalog.h"
#include "journal/msp-journal-store.h"
#include "progress/msp-award.h"

G_BEGIN_DECLS

/* Catalogue, journal and settings: made once by the application and handed down.
 *
 * Properties: "store" (MspJournalStore, nullable: NULL until opened, or if it cannot be), signals:
 * "award-changed" when status or dates of the settings change. */
#define MSP_TYPE_SERVICES (msp_services_get_type ())

G_DECLARE_FINAL_TYPE (MspServices, msp_services, MSP, SERVICES, GObject)

MspServices     *msp_services_new              (const char   *journal_path,
                                                GError      **error);
void             msp_services_close            (MspServices  *self);
MspCatalog      *msp_services_get_catalog      (MspServices  *self);
/* (nullable) */
MspJournalStore *msp_services_get_store        (MspServices  *self);
/* whether there is a journal and it takes entries */
gboolean         msp_services_get_can_write    (MspServices  *self);
/* (nullable): what is wrong with the journal, for people */
const char      *msp_services_get_problem      (MspServices  *self);
/* (nullable): what is wrong with the user's catalogue, for people */
const char      *msp_services_get_catalog_problem (MspServices *self);
const char      *msp_services_get_journal_path (MspServices  *self);
/* Opens the journal again after a problem was mended. */
void             msp_services_reopen           (MspServices  *self);
GSettings       *msp_services_get_settings     (MspServices  *self);
/* (transfer full) */
MspAward        *msp_services_read_award       (MspServices  *self);
/* (transfer full) (element-type MspCycleDates) */
GPtrArray       *msp_services_get_cycle_dates  (MspServices  *self);

G_END_DECLS
