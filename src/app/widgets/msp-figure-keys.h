/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/widgets/msp-figure-editing.h"

G_BEGIN_DECLS

/* Gives the cells of the reach table the keys of a spreadsheet. Tab leaves the table after its last cell,
 * Escape is left to others when nothing is written in a cell. */
void msp_figure_keys_add (MspFigureGrid    *grid,
                          MspFigureEditing *editing,
                          MspServices      *services);

G_END_DECLS
