/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "catalog/msp-catalog.h"

G_BEGIN_DECLS

#define MSP_TYPE_PROGRAM_CARD (msp_program_card_get_type ())

G_DECLARE_FINAL_TYPE (MspProgramCard, msp_program_card, MSP, PROGRAM_CARD, GtkButton)

GtkWidget *msp_program_card_new (const MspProgram *program);

G_END_DECLS
