/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/msp-import-source.h"

/* What a text or a file was read as. */
typedef struct
{
  MspImportSource *source;  /* NULL: it could not be opened */
  GPtrArray       *entries; /* MspContribution */
  GPtrArray       *rejects; /* MspImportRecord */
  GError          *error;   /* of opening or reading */
} Import;

MspCatalog *import_tools_load_catalog (void);
/* Opens only. @encoding: (nullable) */
Import     *import_open_text          (const char      *text,
                                       gssize           length,
                                       MspImportKind    kind,
                                       const char      *encoding);
Import     *import_open_fixture       (const char      *name);
/* Reads it, again if need be. */
gboolean    import_read               (Import          *self);
/* Opens and reads. */
Import     *import_text               (const char      *text);
Import     *import_fixture            (const char      *name);
void        import_free               (Import          *self);

const MspContribution *import_entry   (Import          *self,
                                       guint            index);
const MspImportRecord *import_reject  (Import          *self,
                                       guint            index);
/* (transfer full): what a file of the rejected rows would be */
char       *import_dup_rejects        (Import          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)
