/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MSP_DATABASE_ERROR (msp_database_error_quark ())

/**
 * MspDatabaseError:
 * @MSP_DATABASE_ERROR_FAILED: SQLite refused for a reason with no code of its own
 * @MSP_DATABASE_ERROR_CONSTRAINT: the row breaks a rule of the schema
 * @MSP_DATABASE_ERROR_CORRUPT: the file is not a healthy database
 * @MSP_DATABASE_ERROR_TOO_NEW: a later release wrote the file
 * @MSP_DATABASE_ERROR_FOREIGN: another application's database
 * @MSP_DATABASE_ERROR_FULL: no space left on the disk
 * @MSP_DATABASE_ERROR_READ_ONLY: the file or folder cannot be written
 * @MSP_DATABASE_ERROR_BUSY: another process holds the file for too long
 * @MSP_DATABASE_ERROR_IO: the disk failed to read or write
 * @MSP_DATABASE_ERROR_CANT_OPEN: the file cannot be opened or made
 * @MSP_DATABASE_ERROR_CHANGED: the rows are not any more as they were when they were read
 */
typedef enum
{
  MSP_DATABASE_ERROR_FAILED,
  MSP_DATABASE_ERROR_CONSTRAINT,
  MSP_DATABASE_ERROR_CORRUPT,
  MSP_DATABASE_ERROR_TOO_NEW,
  MSP_DATABASE_ERROR_FOREIGN,
  MSP_DATABASE_ERROR_FULL,
  MSP_DATABASE_ERROR_READ_ONLY,
  MSP_DATABASE_ERROR_BUSY,
  MSP_DATABASE_ERROR_IO,
  MSP_DATABASE_ERROR_CANT_OPEN,
  MSP_DATABASE_ERROR_CHANGED,
} MspDatabaseError;

GQuark msp_database_error_quark (void);

#define MSP_TYPE_DATABASE (msp_database_get_type ())

G_DECLARE_FINAL_TYPE (MspDatabase, msp_database, MSP, DATABASE, GObject)

typedef struct _MspStatement MspStatement;

/* Runs on the worker thread; @data is its own until it returns. */
typedef gboolean (*MspDatabaseFunc) (MspDatabase  *database,
                                     gpointer      data,
                                     GError      **error);

/**
 * MspDatabaseSchema:
 * @sql_folder: resource folder of the numbered migrations
 * @application_id: written into the file; another one is another application's
 */
typedef struct
{
  const char *sql_folder;
  gint32      application_id;
} MspDatabaseSchema;

MspDatabase  *msp_database_open         (const char              *path,
                                         const MspDatabaseSchema *schema,
                                         gboolean                 read_only,
                                         GError                 **error);
/* Of a file that this process has open already, to read beside it. */
MspDatabase  *msp_database_open_second  (const char              *path,
                                         const MspDatabaseSchema *schema,
                                         GError                 **error);
void          msp_database_close        (MspDatabase             *self);
gboolean      msp_database_is_read_only (MspDatabase             *self);
gboolean      msp_database_call         (MspDatabase             *self,
                                         MspDatabaseFunc          func,
                                         gpointer                 data,
                                         GError                 **error);
void          msp_database_queue        (MspDatabase             *self,
                                         GTask                   *task,
                                         MspDatabaseFunc          func);

/* Only from a MspDatabaseFunc. */
gboolean      msp_database_transaction  (MspDatabase             *self,
                                         MspDatabaseFunc          func,
                                         gpointer                 data,
                                         GError                 **error);
MspStatement *msp_database_prepare      (MspDatabase             *self,
                                         const char              *sql,
                                         GError                 **error);
gint64        msp_database_last_row_id  (MspDatabase             *self);
int           msp_database_changes      (MspDatabase             *self);
gint64        msp_database_data_version (MspDatabase             *self);

G_END_DECLS
