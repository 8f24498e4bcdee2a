/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a text of a file means. */

/* A whole number that may be a figure. */
gboolean msp_import_value_to_number (const char *text,
                                     gint64     *number);
gboolean msp_import_value_to_flag   (const char *text,
                                     gboolean   *flag);
/* Whether a visibility leaves anybody out. */
gboolean msp_import_value_is_hidden (const char *text);
/* 2026-11-21T18:02:11Z, as this program writes a time. */
gboolean msp_import_value_is_time   (const char *text);

G_END_DECLS
