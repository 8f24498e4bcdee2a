/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MSP_ATTACHMENTS_MAX 100
#define MSP_ATTACHMENT_SIZE_MAX (G_GINT64_CONSTANT (100) * 1024 * 1024)

/**
 * MspAttachment:
 *
 * A file that proves an entry, as the journal knows it; what is in it lies in the journal's folder
 * (msp-attachment-folder.h). Strings are never NULL.
 */
typedef struct
{
  char   *name;  /* as people see it; no other of the entry has the same */
  char   *hash;  /* SHA-256 of what is in it, 64 hexadecimal digits in lower case */
  gint64  size;  /* bytes */
  char   *added; /* 2026-11-21T18:02:11Z; empty: now, when saved */
} MspAttachment;

MspAttachment       *msp_attachment_new           (const char           *name,
                                                   const char           *hash,
                                                   gint64                size,
                                                   const char           *added);
MspAttachment       *msp_attachment_copy          (const MspAttachment  *self);
void                 msp_attachment_free          (MspAttachment        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspAttachment, msp_attachment_free)

/* Whether it may become part of a path. */
gboolean             msp_attachment_is_hash       (const char           *text);
/* (nullable): what is wrong with a name, a sentence */
const char          *msp_attachment_name_problem  (const char           *name);
/* (transfer full): the name of a file made one that an attachment may have */
char                *msp_attachment_clean_name    (const char           *file_name);

/* Lists: GPtrArray of MspAttachment, which they own. */
GPtrArray           *msp_attachments_new          (void);
GPtrArray           *msp_attachments_copy         (GPtrArray            *list);
gboolean             msp_attachments_equal        (GPtrArray            *a,
                                                   GPtrArray            *b);
const MspAttachment *msp_attachments_find         (GPtrArray            *list,
                                                   const char           *name);
/* Takes @attachment, under a name of its own if another file has that; FALSE if it is there. */
gboolean             msp_attachments_add          (GPtrArray            *list,
                                                   MspAttachment        *attachment);
gboolean             msp_attachments_remove       (GPtrArray            *list,
                                                   const char           *name);
/* (transfer full): their names */
GStrv                msp_attachments_list_names   (GPtrArray            *list);

G_END_DECLS
