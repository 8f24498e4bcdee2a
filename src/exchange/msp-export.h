/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/msp-catalog.h"
#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

typedef enum
{
  MSP_EXPORT_CSV,
  MSP_EXPORT_JSON,
  MSP_EXPORT_ARCHIVE,         /* JSON and the attached files in one zip */
  MSP_EXPORT_PORTAL_MARKDOWN,
  MSP_EXPORT_ICAL,            /* planned entries and deadlines */
} MspExportFormat;

/**
 * MspExport:
 *
 * What is to be written where, and what came of it. While it runs only the numbers change, on another
 * thread: read them with g_atomic_int_get().
 */
typedef struct
{
  MspExportFormat format;
  MspQuery       *query;
  char           *path;          /* (nullable): NULL: standard output */
  GPtrArray      *deadlines;     /* (nullable) (element-type MspIcalEvent): for a calendar */

  int             entries;       /* how many are written */
  int             files;         /* how many attached files are with them */
  int             files_missing; /* how many are not, for the journal's folder does not have them */
} MspExport;

MspExport *msp_export_new        (MspExportFormat       format,
                                  const MspQuery       *query,
                                  const char           *path);
void       msp_export_free       (MspExport            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspExport, msp_export_free)

/* Blocking, on any thread but the store's. The file is there whole or not at all, and takes no more
 * memory for many entries than for one. Errors of the file are of the domain G_IO_ERROR, sentences for
 * people; those of the journal are its own. */
gboolean   msp_export_run        (MspExport            *self,
                                  MspCatalog           *catalog,
                                  MspJournalStore      *store,
                                  GCancellable         *cancellable,
                                  GError              **error);
/* The same beside the main loop; @self (not owned) outlives it. */
void       msp_export_run_async  (MspExport            *self,
                                  MspCatalog           *catalog,
                                  MspJournalStore      *store,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
gboolean   msp_export_run_finish (GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS
