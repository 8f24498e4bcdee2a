/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-contribution.h"
#include "journal/msp-query.h"

G_BEGIN_DECLS

/* One change to many entries; what is NULL or MSP_WHETHER_ANY stays as it is in each. */
typedef struct
{
  GStrv           add_tags;    /* (owned) (nullable) */
  GStrv           remove_tags; /* (owned) (nullable): without regard to case */
  char           *area;        /* (owned) (nullable): empty: none */
  GStrv           audience;    /* (owned) (nullable): in place of the old */
  MspStatusFilter status;
  MspWhether      in_portal;   /* yes: since today, where it was not */
  MspWhether      high_impact;
} MspBulkEdit;

MspBulkEdit *msp_bulk_edit_new   (void);
void         msp_bulk_edit_free  (MspBulkEdit      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspBulkEdit, msp_bulk_edit_free)

/* A MspEntryEdit over a MspBulkEdit. */
gboolean     msp_bulk_edit_apply (MspContribution  *entry,
                                  gpointer          data);

G_END_DECLS
