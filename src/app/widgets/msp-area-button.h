/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "catalog/msp-catalog.h"

G_BEGIN_DECLS

GtkWidget *msp_area_button_new (MspCatalog  *catalog,
                                GtkEditable *target);

G_END_DECLS
