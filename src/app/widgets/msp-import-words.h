/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/msp-import.h"

G_BEGIN_DECLS

/* What is said about an import: (transfer full). */

/* @columns: (element-type MspImportColumn) */
char *msp_import_words_columns (GPtrArray             *columns,
                                gboolean               is_remembered);
/* (nullable): what has to be said of them before anything can be imported */
char *msp_import_words_missing (GPtrArray             *columns);
/* Two dates of the columns as they are in that order; empty if there are none that could be both. */
char *msp_import_words_dates   (GPtrArray             *columns,
                                MspDateOrder           order);
/* About those that are left as they are; empty: nothing. */
char *msp_import_words_same    (const MspImportReport *report);
/* About what would be done as a whole. */
char *msp_import_words_hint    (const MspImportReport *report);
/* About what was done. */
char *msp_import_words_result  (const MspImportReport *report);

G_END_DECLS
