/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

#define MSP_TYPE_EVIDENCE_FIELDS (msp_evidence_fields_get_type ())

G_DECLARE_FINAL_TYPE (MspEvidenceFields, msp_evidence_fields, MSP, EVIDENCE_FIELDS, GtkBox)

/* What proves a contribution: further links and files. Signal "changed": one was typed, attached or
 * removed. */

GtkWidget *msp_evidence_fields_new          (void);
void       msp_evidence_fields_set_services (MspEvidenceFields     *self,
                                             MspServices           *services);
void       msp_evidence_fields_set_entry    (MspEvidenceFields     *self,
                                             const MspContribution *entry);
/* Puts links and attachments into @entry. FALSE if a link is wrong, which is said at its field, or a file
 * is still being copied. */
gboolean   msp_evidence_fields_read         (MspEvidenceFields     *self,
                                             MspContribution       *entry);
/* (element-type GFile) */
void       msp_evidence_fields_add_files    (MspEvidenceFields     *self,
                                             GListModel            *files);
/* Files that are dropped on @area are attached. */
void       msp_evidence_fields_accept_drops (MspEvidenceFields     *self,
                                             GtkWidget             *area);

G_END_DECLS
