/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MSP_JSON_NOTHING,
  MSP_JSON_BOOLEAN,
  MSP_JSON_NUMBER,
  MSP_JSON_TEXT,
  MSP_JSON_LIST,
  MSP_JSON_OBJECT,
} MspJsonKind;

typedef struct _MspJsonValue MspJsonValue;

/* A value and what is in it. */
struct _MspJsonValue
{
  MspJsonKind   kind;
  const char   *name;  /* (nullable): of a member */
  const char   *text;  /* a number as it is written; "true" or "false" */
  MspJsonValue *first; /* (nullable): of a list or an object */
  MspJsonValue *next;  /* (nullable): beside it */
};

/**
 * MspJsonTree:
 *
 * Parses one small document after the other, in the same memory: a file of many entries costs what its
 * largest entry does. Stricter than json-glib, which takes numbers that do not fit and repeated names.
 */
typedef struct _MspJsonTree MspJsonTree;

MspJsonTree        *msp_json_tree_new   (void);
void                msp_json_tree_free  (MspJsonTree   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspJsonTree, msp_json_tree_free)

/* (nullable): the value that @text (UTF-8 without NULs) is, valid until the next call. NULL: @problem
 * (out) (transfer full) says in which line, counted from @line, what is wrong. */
const MspJsonValue *msp_json_tree_parse (MspJsonTree         *self,
                                         const char          *text,
                                         gsize                length,
                                         guint                line,
                                         char               **problem);
/* (nullable): a member by its name */
const MspJsonValue *msp_json_value_get  (const MspJsonValue  *object,
                                         const char          *name);

G_END_DECLS
