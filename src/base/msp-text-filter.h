/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MSP_TEXT_WHOLE = 0,
  MSP_TEXT_CUT = 1 << 0,     /* more was there than fits */
  MSP_TEXT_CLEANED = 1 << 1, /* invisible characters were taken out */
} MspTextLoss;

/* (transfer full): what of @text (@length bytes of UTF-8, -1: all) may stand in a field: at most @most
 * characters, none that controls a terminal, the direction or the reader instead of being read. A
 * line break is a blank if the field has one line. Looks at no more than it returns needs. */
char *msp_text_filter (const char  *text,
                       gssize       length,
                       gboolean     multi_line,
                       gsize        most,
                       MspTextLoss *loss);

G_END_DECLS
