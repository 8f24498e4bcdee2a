/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-contribution.h"

G_BEGIN_DECLS

#define MSP_REPEAT_MAX 100
#define MSP_REPEAT_STEP_MAX 60

/**
 * MspRepeat:
 *
 * How an entry comes back: every so many weeks or months, so many times or until a day.
 */
typedef struct
{
  gboolean by_months; /* on the same day of the month; otherwise by weeks */
  int      every;     /* from 1 to MSP_REPEAT_STEP_MAX */
  int      times;     /* 0: until says it */
  MspDay   until;     /* MSP_DAY_NONE: times says it */
} MspRepeat;

/* "2w" or "1m" */
gboolean   msp_repeat_parse_step   (const char             *text,
                                    MspRepeat              *repeat,
                                    GError                **error);
/* (transfer full) (element-type MspDay): the days after @first. The 31st falls on the last day of a
 * shorter month, and on the 31st again after it. NULL with @error set: none, or more than
 * MSP_REPEAT_MAX. */
GArray    *msp_repeat_list_days    (const MspRepeat        *repeat,
                                    MspDay                  first,
                                    GError                **error);
/* (transfer full) (element-type MspContribution): planned copies of @entry on these days, without what
 * only the one that took place has: links, files, figures, marks of impact and portal. */
GPtrArray *msp_repeat_make_entries (const MspContribution  *entry,
                                    GArray                 *days);

G_END_DECLS
