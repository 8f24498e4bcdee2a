/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/msp-import-dates.h"

G_BEGIN_DECLS

/* One element of a list, from @start to before @end. */
typedef struct
{
  gsize start;
  gsize end;
  guint line; /* in which it begins, from 1 */
} MspJsonItem;

/* What is to be known of a document before any of it is given out. */
typedef struct
{
  GArray          *items; /* (owned) (element-type MspJsonItem) */
  MspDateEvidence  dates;
} MspJsonItems;

void     msp_json_items_clear (MspJsonItems       *self);

/* Finds the elements of a list in a document and looks at its brackets, quotes and limits; what is in
 * an element is not checked otherwise. @path: (nullable) (array zero-terminated=1): names of members:
 * the list below them; empty: the document is the list; NULL: it is one element. @date_names: members whose values are dates. */
gboolean msp_json_split       (const char         *text,
                               gsize               length,
                               const char *const  *path,
                               const char *const  *date_names,
                               MspJsonItems       *items,
                               GError            **error);

G_END_DECLS
