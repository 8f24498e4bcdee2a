/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

#define MSP_TYPE_FILE_FIELDS (msp_file_fields_get_type ())

G_DECLARE_FINAL_TYPE (MspFileFields, msp_file_fields, MSP, FILE_FIELDS, AdwPreferencesGroup)

/* Signals: "changed", a file was attached or removed, or begins to be copied; "said" (text, nullable),
 * what people should know, in place of what was said before. */

GtkWidget *msp_file_fields_new       (void);
/* @store (nullable): there is none */
void       msp_file_fields_set_store (MspFileFields         *self,
                                      MspJournalStore       *store);
void       msp_file_fields_show      (MspFileFields         *self,
                                      const MspContribution *entry);
/* FALSE while a file is still being copied. */
gboolean   msp_file_fields_read      (MspFileFields         *self,
                                      MspContribution       *entry);
/* (element-type GFile) */
void       msp_file_fields_add       (MspFileFields         *self,
                                      GListModel            *files);

G_END_DECLS
