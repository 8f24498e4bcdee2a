/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/msp-import-row.h"

G_BEGIN_DECLS

/**
 * MspImportObject:
 *
 * Reads one entry of a JSON file after the other.
 */
typedef struct _MspImportObject MspImportObject;

/* @kind: one of those in JSON. */
MspImportObject *msp_import_object_new  (MspImportKind     kind);
void             msp_import_object_free (MspImportObject  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspImportObject, msp_import_object_free)

/* Begins @row and fills it from the object that @text is, which begins in @line. FALSE: it is marked as
 * wiped and to be passed over. */
gboolean         msp_import_object_fill (MspImportObject  *self,
                                         const char       *text,
                                         gsize             length,
                                         guint             line,
                                         MspImportRow     *row);

G_END_DECLS
