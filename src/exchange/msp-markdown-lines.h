/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The little of Markdown that a file of activities uses. Texts end at @end. */

const char *msp_markdown_next_line    (const char *line,
                                       const char *end);
/* (transfer full) (nullable): what the heading of that level says that @line is */
char       *msp_markdown_dup_heading  (const char *line,
                                       const char *end,
                                       guint       level);
/* (transfer full) (nullable): TITLE, if @line is "# MVP Activity: TITLE" */
char       *msp_markdown_dup_activity (const char *line,
                                       const char *end);
/* (transfer full): without blank lines around it; "\#" that begins a line is "#" */
char       *msp_markdown_dup_text     (const char *start,
                                       const char *end);
/* (transfer full): its lines that say something, without their bullets */
GStrv       msp_markdown_list_items   (const char *text);
/* (transfer full) (nullable): the address in "<address>" or "[text](address)" */
char       *msp_markdown_dup_link     (const char *text);

G_END_DECLS
