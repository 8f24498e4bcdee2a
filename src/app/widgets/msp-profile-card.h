/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "catalog/msp-catalog.h"

G_BEGIN_DECLS

#define MSP_TYPE_PROFILE_CARD (msp_profile_card_get_type ())

G_DECLARE_FINAL_TYPE (MspProfileCard, msp_profile_card, MSP, PROFILE_CARD, AdwBin)

GtkWidget *msp_profile_card_new (MspCatalog                *catalog,
                                 const MspProfileDimension *dimension,
                                 const char *const         *program_ids);

G_END_DECLS
