/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MSP_TYPE_WRAP_LAYOUT (msp_wrap_layout_get_type ())

G_DECLARE_FINAL_TYPE (MspWrapLayout, msp_wrap_layout, MSP, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
