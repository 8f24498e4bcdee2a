/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/widgets/msp-table-columns.h"

G_BEGIN_DECLS

/* What can be done with the columns of a table: actions "columns.…" and their menus. (transfer full) */

GActionGroup *msp_table_actions_new              (MspTableColumns *columns);
/* Which columns are shown. */
GMenuModel   *msp_table_actions_make_menu        (void);
/* Of one column. @is_mirrored: columns follow each other from the right to the left */
GMenuModel   *msp_table_actions_make_column_menu (MspTableColumns *columns,
                                                  MspTableColumn   column,
                                                  gboolean         is_mirrored);

G_END_DECLS
