/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean msp_launch_wants_window (int         argc,
                                  char       *argv[]);
int      msp_launch_run          (int         argc,
                                  char       *argv[],
                                  const char *help);

G_END_DECLS
