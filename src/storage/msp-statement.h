/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "storage/msp-database.h"

G_BEGIN_DECLS

/* The database makes and keeps them: msp_database_prepare(). */
MspStatement *msp_statement_new         (gpointer       connection,
                                         const char    *sql,
                                         GError       **error);
void          msp_statement_free        (MspStatement  *self);
void          msp_statement_reset       (MspStatement  *self);
void          msp_statement_bind_text   (MspStatement  *self,
                                         const char    *name,
                                         const char    *value);
void          msp_statement_bind_int    (MspStatement  *self,
                                         const char    *name,
                                         gint64         value);
void          msp_statement_bind_null   (MspStatement  *self,
                                         const char    *name);
gboolean      msp_statement_next        (MspStatement  *self,
                                         GError       **error);
gboolean      msp_statement_run         (MspStatement  *self,
                                         GError       **error);
gint64        msp_statement_column_int  (MspStatement  *self,
                                         int            column);
const char   *msp_statement_column_text (MspStatement  *self,
                                         int            column);
/* The text of the only row and column that the statement answers, and ends it. @text: (nullable) (transfer
 * full) (out): NULL where there is no row. */
gboolean      msp_statement_take_text   (MspStatement  *self,
                                         char         **text,
                                         GError       **error);

G_END_DECLS
