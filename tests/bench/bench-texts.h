/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is typed into the search, letter by letter, by the window and by the bare query beside it: words
 * that are everywhere, rare ones, several, none that fit, and other scripts. */
extern const char *const bench_texts[];

/* (transfer full) (element-type utf8): every text that stands in the search on the way, once */
GPtrArray *bench_texts_list_typed (void);

G_END_DECLS
