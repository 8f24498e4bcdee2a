/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "base/msp-json-scan.h"

G_BEGIN_DECLS

/* Strict reading of JSON. The first thing that is wrong is kept by the document, as "FILE: PATH:
 * what"; everything read after it is empty, so that a reader asks once, at its end. */
typedef struct _MspJsonDoc MspJsonDoc;
/* A place in a document; lives as long as the document does. */
typedef struct _MspJson MspJson;

MspJsonDoc *msp_json_doc_new         (const char *name,
                                      const char *text,
                                      gsize       length);
void        msp_json_doc_free        (MspJsonDoc *self);
MspJson    *msp_json_doc_root        (MspJsonDoc *self);
gboolean    msp_json_doc_finish      (MspJsonDoc *self,
                                      GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspJsonDoc, msp_json_doc_free)

void        msp_json_fail            (MspJson    *self,
                                      const char *format,
                                      ...) G_GNUC_PRINTF (2, 3);
void        msp_json_allow           (MspJson    *self,
                                      const char *names);
MspJson    *msp_json_get             (MspJson    *self,
                                      const char *name);
gboolean    msp_json_has             (MspJson    *self,
                                      const char *name);
GStrv       msp_json_list_names      (MspJson    *self);
guint       msp_json_get_length      (MspJson    *self);
MspJson    *msp_json_get_element     (MspJson    *self,
                                      guint       index);
gboolean    msp_json_is_array        (MspJson    *self);
gboolean    msp_json_is_string       (MspJson    *self);
gboolean    msp_json_is_boolean      (MspJson    *self);
gboolean    msp_json_is_integer      (MspJson    *self);
gboolean    msp_json_is_null         (MspJson    *self);
const char *msp_json_get_string      (MspJson    *self);
gint64      msp_json_get_integer     (MspJson    *self);
gboolean    msp_json_get_boolean     (MspJson    *self);

char       *msp_json_dup_text        (MspJson    *self,
                                      const char *name);
char       *msp_json_dup_optional    (MspJson    *self,
                                      const char *name);
GStrv       msp_json_dup_texts       (MspJson    *self,
                                      const char *name);

/* Writing: a text with its quotes. */
void        msp_json_append_string   (GString    *json,
                                      const char *text);

G_END_DECLS
