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
} MspDatabaseError;

GQuark msp_database_error_quark (void);

/* A sentence for people: what happened, that nothing is lost, what to do (translated). */
char  *msp_database_error_to_text (const GError *error,
                                   const char   *path);

#define MSP_TYPE_DATABASE (msp_database_get_type ())

G_DECLARE_FINAL_TYPE (MspDatabase, msp_database, MSP, DATABASE, GObject)

G_END_DECLS
