/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean    msp_cli_is_verb  (const char *argument);
int         msp_cli_run      (int         argc,
                              char       *argv[]);
const char *msp_cli_get_help (void);

G_END_DECLS
