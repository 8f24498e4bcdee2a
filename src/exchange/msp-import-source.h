/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/msp-catalog.h"
#include "journal/msp-entry-fields.h"

G_BEGIN_DECLS

#define MSP_IMPORT_ERROR (msp_import_error_quark ())

/**
 * MspImportError:
 * @MSP_IMPORT_ERROR_INVALID: the file cannot be read as what it is; the message says where and why
 * @MSP_IMPORT_ERROR_ENCODING: the text is not UTF-8: reading it as Windows-1252 may help
 * @MSP_IMPORT_ERROR_TOO_LARGE: over a limit; the message names it
 * @MSP_IMPORT_ERROR_DATE_ORDER: days and months cannot be told apart and nobody has said
 * @MSP_IMPORT_ERROR_COLUMN: no column is called so, or no field
 */
typedef enum
{
  MSP_IMPORT_ERROR_INVALID,
  MSP_IMPORT_ERROR_ENCODING,
  MSP_IMPORT_ERROR_TOO_LARGE,
  MSP_IMPORT_ERROR_DATE_ORDER,
  MSP_IMPORT_ERROR_COLUMN,
} MspImportError;

GQuark msp_import_error_quark (void);

typedef enum
{
  MSP_IMPORT_AUTO,
  MSP_IMPORT_CSV,
  MSP_IMPORT_JSON,
  MSP_IMPORT_PRIVACY_EXPORT,
  MSP_IMPORT_COMPANION_JSON,
  MSP_IMPORT_PORTAL_MARKDOWN,
} MspImportKind;

typedef enum
{
  MSP_DATE_ORDER_UNKNOWN,
  MSP_DATE_ORDER_YMD,
  MSP_DATE_ORDER_DMY,
  MSP_DATE_ORDER_MDY,
} MspDateOrder;

/* A column of a CSV file. */
typedef struct
{
  char *name;    /* as the header has it */
  char *field;   /* (nullable): name of the JSON field (or metric:NAME) that it fills; NULL: none */
  GStrv samples; /* the first different values, at most three */
} MspImportColumn;

/* One row of a file: an entry, or why it is none. */
typedef struct
{
  guint            line;   /* where it begins, from 1 */
  MspContribution *entry;  /* (nullable): NULL if it is rejected */
  /* What the row says something about, which an update takes even if it is empty; 0: what is not
   * empty in @entry. Figures and files are taken where there are any. */
  MspEntryFields   given;
  char            *field;  /* (nullable): JSON name of what is wrong */
  char            *value;  /* (nullable): as it stands in the file */
  char            *reason; /* (nullable): a sentence */
  char            *raw;    /* (nullable): a rejected row as it was, see msp_import_source_begin_rejects() */
} MspImportRecord;

/* Takes the record's entry by stealing it. FALSE, with @error set, ends the reading. */
typedef gboolean (*MspImportFunc) (MspImportRecord *record,
                                   gpointer         data,
                                   GError         **error);

#define MSP_TYPE_IMPORT_SOURCE (msp_import_source_get_type ())

G_DECLARE_FINAL_TYPE (MspImportSource, msp_import_source, MSP, IMPORT_SOURCE, GObject)

/**
 * MspImportSource:
 *
 * A text with other people's or our own entries: what kind it is, which column of it fills which field,
 * and its rows, one after the other. Nothing of the journal is asked or changed.
 */

/* Blocking; reads at most the limits of a file. @path: "-" is standard input. @encoding: (nullable):
 * NULL for UTF-8, or "windows-1252". */
MspImportSource *msp_import_source_open           (MspCatalog       *catalog,
                                                   const char       *path,
                                                   MspImportKind     kind,
                                                   const char       *encoding,
                                                   GError          **error);
/* (nullable): the zip out of which the text was taken; the attached files that its entries name lie in it,
 * and msp_archive_attach_files() copies them to the journal's folder before the entries are written. */
const char      *msp_import_source_get_archive    (MspImportSource  *self);
/* Of a text at hand, a pasted table for instance. @name: how messages call it. */
MspImportSource *msp_import_source_open_bytes     (MspCatalog       *catalog,
                                                   GBytes           *bytes,
                                                   const char       *name,
                                                   MspImportKind     kind,
                                                   const char       *encoding,
                                                   GError          **error);

/* What it was found to be; never MSP_IMPORT_AUTO. */
MspImportKind    msp_import_source_get_kind       (MspImportSource  *self);
/* (element-type MspImportColumn) (transfer none): empty for what has no columns. */
GPtrArray       *msp_import_source_get_columns    (MspImportSource  *self);
/* The columns' names in one line: the same for files with the same header, to remember a mapping by. */
const char      *msp_import_source_get_header     (MspImportSource  *self);
/* @field: (nullable): NULL: the column is left out. No two columns fill one field, but for lists and
 * figures of several names. */
gboolean         msp_import_source_map            (MspImportSource  *self,
                                                   const char       *column,
                                                   const char       *field,
                                                   GError          **error);
/* What a column can fill: (transfer none) (array zero-terminated=1) */
const char *const *msp_import_fields              (void);

/* What the dates of the file prove, or what was said; UNKNOWN: it has to be asked before reading. */
MspDateOrder     msp_import_source_get_date_order (MspImportSource  *self);
void             msp_import_source_set_date_order (MspImportSource  *self,
                                                   MspDateOrder      order);

/* Calls @func for each row, on this thread; can be repeated. @fraction: (nullable): how much of the
 * text is read, 0 to 1, written while it goes on. */
gboolean         msp_import_source_read           (MspImportSource  *self,
                                                   MspImportFunc     func,
                                                   gpointer          data,
                                                   GCancellable     *cancellable,
                                                   volatile double  *fraction,
                                                   GError          **error);

/* A file of rejected rows is what begin_rejects() gives, the raw texts with what is between_rejects()
 * in between, and end_rejects(): it can be mended and imported again. */
char            *msp_import_source_begin_rejects   (MspImportSource *self);
const char      *msp_import_source_between_rejects (MspImportSource *self);
const char      *msp_import_source_end_rejects     (MspImportSource *self);

G_END_DECLS
