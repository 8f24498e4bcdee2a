/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "catalog/msp-catalog.h"

G_BEGIN_DECLS

const char *msp_format_color_class      (MspProgramColor  color);
void        msp_format_add_color_class  (GtkWidget       *widget,
                                         MspProgramColor  color);
void        msp_format_accessible_label (GtkWidget       *widget,
                                         const char      *label);
void        msp_format_accessible_description (GtkWidget  *widget,
                                               const char *description);
void        msp_format_hide_when_unmapped (GtkWidget      *widget);

G_END_DECLS
