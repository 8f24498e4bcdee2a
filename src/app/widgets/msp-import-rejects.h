/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/msp-catalog.h"
#include "exchange/msp-import.h"

G_BEGIN_DECLS

#define MSP_TYPE_IMPORT_REJECTS (msp_import_rejects_get_type ())

/* A list model of GtkStringObject, made when they are seen: a row each with line, field, value and
 * reason in a text. */
G_DECLARE_FINAL_TYPE (MspImportRejects, msp_import_rejects, MSP, IMPORT_REJECTS, GObject)

MspImportRejects *msp_import_rejects_new (MspCatalog       *catalog);
/* @rejects: (nullable) (element-type MspImportReject) */
void              msp_import_rejects_set (MspImportRejects *self,
                                          GPtrArray        *rejects);

G_END_DECLS
