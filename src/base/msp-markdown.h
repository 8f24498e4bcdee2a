/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends @text so that Markdown shows it as it is, on one line: what would be a mark is escaped, a
 * line break is a blank. */
void msp_markdown_append      (GString    *markdown,
                               const char *text);
/* The same as a cell of a table, with the bar behind it. */
void msp_markdown_append_cell (GString    *markdown,
                               const char *text);
/* Appends @text as a link to @url, which is one that may be opened. */
void msp_markdown_append_link (GString    *markdown,
                               const char *text,
                               const char *url);

G_END_DECLS
