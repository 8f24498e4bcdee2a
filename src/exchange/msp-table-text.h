/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a pasted text is something to be imported, a table of several rows and columns for instance,
 * rather than a link or a sentence. A guess: nothing is refused by it. */
gboolean msp_table_text_is_import (const char *text);

G_END_DECLS
