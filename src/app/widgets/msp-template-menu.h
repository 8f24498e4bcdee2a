/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/widgets/msp-entry-form.h"

G_BEGIN_DECLS

#define MSP_TYPE_TEMPLATE_MENU (msp_template_menu_get_type ())

G_DECLARE_FINAL_TYPE (MspTemplateMenu, msp_template_menu, MSP, TEMPLATE_MENU, GObject)

/* Signals: "used" when the form was filled from a template, "told" (s) with a sentence for people. */

/* Gives @window the actions "template.use" (s: name), "template.save" and "template.manage" of @form. It
 * keeps neither. */
MspTemplateMenu *msp_template_menu_new         (GtkWindow       *window,
                                                MspEntryForm    *form,
                                                MspServices     *services);
/* An item for each template. */
GMenuModel      *msp_template_menu_get_model   (MspTemplateMenu *self);
/* Only a new entry begins with one. */
void             msp_template_menu_set_can_use (MspTemplateMenu *self,
                                                gboolean         can_use);

G_END_DECLS
