/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *const *msp_figure_portal_fields   (void);
gboolean           msp_figure_is_portal_field (const char *name);

G_END_DECLS
