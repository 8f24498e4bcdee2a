/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-attachment.h"

G_BEGIN_DECLS

#define MSP_ATTACHMENT_ERROR (msp_attachment_error_quark ())

/**
 * MspAttachmentError:
 * @MSP_ATTACHMENT_ERROR_SOURCE: it is no file, or cannot be read
 * @MSP_ATTACHMENT_ERROR_TOO_LARGE: more than MSP_ATTACHMENT_SIZE_MAX
 * @MSP_ATTACHMENT_ERROR_CHANGED: it was changed or removed while it was copied
 * @MSP_ATTACHMENT_ERROR_FULL: no space left on the disk
 * @MSP_ATTACHMENT_ERROR_READ_ONLY: the journal's folder cannot be written
 * @MSP_ATTACHMENT_ERROR_MISSING: the journal's folder does not have it, or not as it was
 * @MSP_ATTACHMENT_ERROR_FAILED: anything else
 *
 * The messages are whole sentences for people.
 */
typedef enum
{
  MSP_ATTACHMENT_ERROR_SOURCE,
  MSP_ATTACHMENT_ERROR_TOO_LARGE,
  MSP_ATTACHMENT_ERROR_CHANGED,
  MSP_ATTACHMENT_ERROR_FULL,
  MSP_ATTACHMENT_ERROR_READ_ONLY,
  MSP_ATTACHMENT_ERROR_MISSING,
  MSP_ATTACHMENT_ERROR_FAILED,
} MspAttachmentError;

GQuark         msp_attachment_error_quark  (void);

/* The folder beside a journal in which its attachments lie, each under its hash. Blocking; on any
 * thread. */

/* (transfer full): "attachments" beside journal.db; a journal with a name of its own has a folder of
 * its own, so that two in one place do not remove each other's files. */
char          *msp_attachment_folder_of    (const char             *journal_path);
/* (transfer full) (nullable): where a file lies; NULL if @hash is none */
char          *msp_attachment_path         (const char             *folder,
                                            const char             *hash);
gboolean       msp_attachment_is_there     (const char             *folder,
                                            const char             *hash);
/* (transfer full) (nullable): @source copied into @folder, which is made. @progress (nullable) is
 * called on this thread. */
MspAttachment *msp_attachment_copy_in      (const char             *folder,
                                            GFile                  *source,
                                            GFileProgressCallback   progress,
                                            gpointer                progress_data,
                                            GCancellable           *cancellable,
                                            GError                **error);
/* Puts what is attached at @path, in place of what is there; @mode: its permissions. */
gboolean       msp_attachment_copy_out     (const char             *folder,
                                            const MspAttachment    *attachment,
                                            const char             *path,
                                            int                     mode,
                                            GCancellable           *cancellable,
                                            GError                **error);

/* Whether a file with this name in @folder may be removed. */
typedef gboolean (*MspAttachmentIsUnused) (const char *hash,
                                           gpointer    data);

/* Removes a file; no other kind of thing. */
void           msp_attachment_remove       (const char             *folder,
                                            const char             *hash);
/* Removes what was last touched before @before (seconds since 1970): copies that were broken off, and
 * files that @is_unused names. Leaves whatever else is there. */
void           msp_attachment_sweep        (const char             *folder,
                                            gint64                  before,
                                            MspAttachmentIsUnused   is_unused,
                                            gpointer                data);

G_END_DECLS
