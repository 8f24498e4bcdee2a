/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "app/widgets/msp-import-job.h"

G_BEGIN_DECLS

#define MSP_TYPE_IMPORT_COLUMN_ROW (msp_import_column_row_get_type ())

G_DECLARE_FINAL_TYPE (MspImportColumnRow, msp_import_column_row, MSP, IMPORT_COLUMN_ROW, GtkBox)

GtkWidget *msp_import_column_row_new   (MspImportJob       *job);
/* Shows the column at @position of the job's source. */
void       msp_import_column_row_show  (MspImportColumnRow *self,
                                        guint               position);
/* Shows none. */
void       msp_import_column_row_clear (MspImportColumnRow *self);

G_END_DECLS
