/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MSP_TYPE_TEXT_FIELD (msp_text_field_get_type ())

G_DECLARE_FINAL_TYPE (MspTextField, msp_text_field, MSP, TEXT_FIELD, GtkBox)

GtkWidget *msp_text_field_new      (const char   *title,
                                    int           most);
char      *msp_text_field_get_text (MspTextField *self);
void       msp_text_field_set_text (MspTextField *self,
                                    const char   *text);

G_END_DECLS
