/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/msp-import-source.h"

G_BEGIN_DECLS

/* What dates say about the order in which they are written. */
typedef struct
{
  gboolean day_first;   /* one has a first number that is no month */
  gboolean month_first; /* one has a second number that is no month */
  gboolean open;        /* one can be read in two ways */
  char     example[12]; /* that one */
} MspDateEvidence;

void         msp_date_evidence_add     (MspDateEvidence       *self,
                                        const char            *text);
void         msp_date_evidence_merge   (MspDateEvidence       *self,
                                        const MspDateEvidence *other);
/* UNKNOWN: somebody has to say it. */
MspDateOrder msp_date_evidence_decide  (const MspDateEvidence *self);

/* The date that is written in @text, a time behind it is passed over. A year first needs no @order.
 * Returns NULL, or what is wrong, a sentence. */
const char  *msp_import_date_parse     (const char            *text,
                                        MspDateOrder           order,
                                        MspDay                *day);

G_END_DECLS
