/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/msp-services.h"
#include "exchange/msp-import.h"

G_BEGIN_DECLS

typedef enum
{
  MSP_IMPORT_JOB_IDLE,      /* nothing was chosen yet */
  MSP_IMPORT_JOB_OPENING,
  MSP_IMPORT_JOB_FAILED,    /* it cannot be read: see the problem */
  MSP_IMPORT_JOB_WAITING,   /* for somebody to say what its dates mean, or which column is the title */
  MSP_IMPORT_JOB_COUNTING,  /* what the import would do */
  MSP_IMPORT_JOB_READY,     /* to be imported; the report says what that would do */
  MSP_IMPORT_JOB_IMPORTING,
  MSP_IMPORT_JOB_DONE,      /* the report says what was done */
} MspImportJobState;

#define MSP_TYPE_IMPORT_JOB (msp_import_job_get_type ())

G_DECLARE_FINAL_TYPE (MspImportJob, msp_import_job, MSP, IMPORT_JOB, GObject)

/* Signals: "changed" (state, report or problem differ), "opened" (there is another source) and "mapped"
 * (its columns fill other fields than before). */

MspImportJob      *msp_import_job_new             (MspServices     *services);
/* In place of what was open before. */
void               msp_import_job_open            (MspImportJob    *self,
                                                   GFile           *file);
void               msp_import_job_open_text       (MspImportJob    *self,
                                                   const char      *text);
/* The same again, read in that encoding. */
void               msp_import_job_reopen          (MspImportJob    *self,
                                                   const char      *encoding);

MspImportJobState  msp_import_job_get_state       (MspImportJob    *self);
MspServices       *msp_import_job_get_services    (MspImportJob    *self);
const char        *msp_import_job_get_name        (MspImportJob    *self);
/* (nullable): NULL until it is open */
MspImportSource   *msp_import_job_get_source      (MspImportJob    *self);
/* (nullable): what would be done, or was done */
MspImportReport   *msp_import_job_get_report      (MspImportJob    *self);
/* (nullable): what went wrong, for people */
const char        *msp_import_job_get_problem     (MspImportJob    *self);
/* Whether the problem is that the text is no UTF-8. */
gboolean           msp_import_job_is_encoding     (MspImportJob    *self);
double             msp_import_job_get_fraction    (MspImportJob    *self);
/* 0: there is nothing to undo */
guint64            msp_import_job_get_step        (MspImportJob    *self);
/* Whether the columns fill fields as they did when such a file was imported before. */
gboolean           msp_import_job_is_remembered   (MspImportJob    *self);

/* What somebody says, if the dates do not: each is counted anew. */
void               msp_import_job_set_date_order  (MspImportJob    *self,
                                                   MspDateOrder     order);
void               msp_import_job_set_duplicates  (MspImportJob    *self,
                                                   MspOnDuplicate   on_duplicate);
/* @field: (nullable): another column that fills it is left out */
void               msp_import_job_map             (MspImportJob    *self,
                                                   const char      *column,
                                                   const char      *field);

void               msp_import_job_start           (MspImportJob    *self);
/* Stops what is going on; what was being imported is not. */
void               msp_import_job_cancel          (MspImportJob    *self);

G_END_DECLS
