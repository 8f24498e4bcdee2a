/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "app/msp-services.h"
#include "journal/msp-bulk-edit.h"

G_BEGIN_DECLS

typedef enum
{
  MSP_BULK_JOB_EDIT,
  MSP_BULK_JOB_DELETE,
  MSP_BULK_JOB_RESTORE,
  MSP_BULK_JOB_REMOVE,
  MSP_BULK_JOB_COPY,
} MspBulkJobKind;

/**
 * MspBulkJob:
 *
 * Something done with many contributions, beside the main loop. What comes of it is said by a toast.
 */
typedef struct _MspBulkJob MspBulkJob;

/* @edit: (transfer full) (nullable): for MSP_BULK_JOB_EDIT. @finished is called when the job is over, for
 * nobody to touch it any more; always later. */
MspBulkJob *msp_bulk_job_start         (GtkWidget      *widget,
                                        MspServices    *services,
                                        GArray         *keys,
                                        MspBulkJobKind  kind,
                                        MspBulkEdit    *edit,
                                        GDestroyNotify  finished,
                                        gpointer        user_data);
/* All of it is taken back; where that cannot be it goes on. */
void        msp_bulk_job_cancel        (MspBulkJob     *self);
/* Whether it has taken so long that somebody may want to stop it, and can. */
gboolean    msp_bulk_job_offers_cancel (MspBulkJob     *self);
/* (transfer full) (nullable): "1,200 of 10,000 changed"; NULL where it does not count */
char       *msp_bulk_job_make_text     (MspBulkJob     *self);

G_END_DECLS
