/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MSP_TYPE_NOTICE (msp_notice_get_type ())

G_DECLARE_FINAL_TYPE (MspNotice, msp_notice, MSP, NOTICE, AdwBin)

/* A sentence in the page with what can be done about it. Hidden while it has no text.
 *
 * Signal "answered": the button was pressed. */
/* @text and @answer are (nullable): no text hides the notice, no answer the button. */
void msp_notice_say (MspNotice  *self,
                     const char *text,
                     const char *answer);
/* Lets it be hidden without an answer. */
void msp_notice_add_close (MspNotice *self);

G_END_DECLS
