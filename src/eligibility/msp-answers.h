/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "catalog/msp-catalog.h"

G_BEGIN_DECLS

#define MSP_ELIGIBILITY_ERROR (msp_eligibility_error_quark ())

typedef enum
{
  MSP_ELIGIBILITY_ERROR_ANSWER,
  MSP_ELIGIBILITY_ERROR_FORMAT,
} MspEligibilityError;

GQuark msp_eligibility_error_quark (void);

/* The user's answers: question id → value ids. An unanswered question has no entry, an answered
 * list of nothing has an empty one. */
#define MSP_TYPE_ANSWERS (msp_answers_get_type ())

G_DECLARE_FINAL_TYPE (MspAnswers, msp_answers, MSP, ANSWERS, GObject)

MspAnswers        *msp_answers_new       (MspCatalog         *catalog);
MspAnswers        *msp_answers_copy      (MspAnswers         *self);
MspCatalog        *msp_answers_get_catalog (MspAnswers       *self);
/* @values: value ids, "true"/"false", or one number as text; checked against the question. */
gboolean           msp_answers_set       (MspAnswers         *self,
                                          const char         *question_id,
                                          const char *const  *values,
                                          GError            **error);
void               msp_answers_clear     (MspAnswers         *self,
                                          const char         *question_id);
/* (nullable): NULL if unanswered */
const char *const *msp_answers_get       (MspAnswers         *self,
                                          const char         *question_id);
guint              msp_answers_count     (MspAnswers         *self);
/* `{"answers": {"student": "no", "adult": true, "months_active": 7, "contribution_kinds": ["content"]}}` */
gboolean           msp_answers_load_json (MspAnswers         *self,
                                          const char         *text,
                                          gssize              length,
                                          GError            **error);
char              *msp_answers_to_json   (MspAnswers         *self);

G_END_DECLS
