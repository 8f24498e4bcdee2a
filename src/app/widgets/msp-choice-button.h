/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MSP_TYPE_CHOICE_BUTTON (msp_choice_button_get_type ())

G_DECLARE_FINAL_TYPE (MspChoiceButton, msp_choice_button, MSP, CHOICE_BUTTON, AdwBin)

/* (transfer none): put behind @row, offers what may be written there; other text is taken too. With
 * @several, the choices are put in and taken out of a list with semicolons. @name says what is
 * chosen. Not shown while there is nothing to choose. */
MspChoiceButton *msp_choice_button_attach (AdwEntryRow        *row,
                                           const char         *name,
                                           gboolean            several);
/* @heading is (nullable). Call msp_choice_button_clear() to begin anew. */
void             msp_choice_button_add    (MspChoiceButton    *self,
                                           const char         *heading,
                                           const char *const  *choices);
void             msp_choice_button_clear  (MspChoiceButton    *self);

G_END_DECLS
