/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/msp-day.h"

G_BEGIN_DECLS

/* Today is the local date unless MS_PROGRAMS_TODAY or msp_clock_fix_today() says otherwise. */
MspDay   msp_clock_today     (void);
gboolean msp_clock_fix_today (const char  *text,
                              GError     **error);
char    *msp_clock_now_utc   (void);

G_END_DECLS
