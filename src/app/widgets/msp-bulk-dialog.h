/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"
#include "journal/msp-bulk-edit.h"

G_BEGIN_DECLS

typedef enum
{
  MSP_BULK_ADD_TAGS,
  MSP_BULK_REMOVE_TAGS,
  MSP_BULK_SET_AREA,
  MSP_BULK_SET_AUDIENCE,
} MspBulkField;

/* @edit: (transfer full) */
typedef void (*MspBulkAnswered) (MspBulkEdit *edit,
                                 gpointer     user_data);

/* Asks what @n_entries contributions shall have in @field; @answered is called if somebody says. */
void msp_bulk_dialog_ask (GtkWindow       *parent,
                          MspServices     *services,
                          MspBulkField     field,
                          guint            n_entries,
                          MspBulkAnswered  answered,
                          gpointer         user_data,
                          GDestroyNotify   destroy);

G_END_DECLS
