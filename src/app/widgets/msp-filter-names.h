/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/msp-catalog.h"
#include "journal/msp-filter.h"

G_BEGIN_DECLS

/* What filters are called. */

/* "Type" */
const char *msp_filter_kind_name  (MspFilterKind  kind);
/* "High impact" */
const char *msp_filter_mark_name  (MspMark        mark);
/* "Yes", "Without" … */
const char *msp_filter_mark_choice (MspMark       mark,
                                    MspWhether    whether);
/* "Not in the portal" */
const char *msp_filter_mark_text  (MspMark        mark,
                                   MspWhether     whether);
/* (transfer none): what is shown for a value; of a gate its name */
const char *msp_filter_value_text (MspCatalog    *catalog,
                                   MspFilterKind  kind,
                                   const char    *value);

G_END_DECLS
