/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

#include "storage/msp-change-set.h"

G_BEGIN_DECLS

/* Used by the database alone: it records what its transactions do. */
typedef struct _MspChangeRecorder MspChangeRecorder;

MspChangeRecorder *msp_change_recorder_new   (const char *const  *tables,
                                              MspChangesFunc      func,
                                              gpointer            data);
void               msp_change_recorder_free  (MspChangeRecorder  *self);
gboolean           msp_change_recorder_begin (MspChangeRecorder  *self,
                                              sqlite3            *db,
                                              GError            **error);
gboolean           msp_change_recorder_take  (MspChangeRecorder  *self,
                                              sqlite3            *db,
                                              GBytes            **changes,
                                              GError            **error);
void               msp_change_recorder_drop  (MspChangeRecorder  *self);
void               msp_change_recorder_tell  (MspChangeRecorder  *self,
                                              GBytes             *changes);

/* The connection, for the files of this room. */
sqlite3           *msp_database_get_connection (MspDatabase *database);
/* @db (transfer full): one that only reads */
MspDatabase       *msp_database_new_for_reading (sqlite3 *db);

G_END_DECLS
