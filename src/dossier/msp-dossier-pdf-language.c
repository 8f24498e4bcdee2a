/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-dossier-pdf-language"

#include "dossier/msp-dossier-pdf-language.h"

#include <string.h>

/* The table of the file's parts is found from its end. */
#define TAIL 2048

/* What of the file's end is needed for one more part. */
typedef struct
{
  guint64 table; /* where the table of parts is */
  guint64 n_parts;
  guint64 root;  /* number of the catalogue, the part that says what the document is */
  guint64 info;
} Trailer;

static gboolean
read_number (const char *text,
             const char *key,
             guint64    *number)
{
  const char *at = strstr (text, key);
  char *end;

  if (at == NULL)
    return FALSE;

  at += strlen (key);
  *number = g_ascii_strtoull (at, &end, 10);

  return end != at;
}

static gboolean
read_trailer (const GByteArray *pdf,
              Trailer          *trailer)
{
  gsize length = MIN (pdf->len, TAIL);
  g_autofree char *tail = g_strndup ((const char *) pdf->data + pdf->len - length, length);
  const char *start = g_strrstr (tail, "trailer");

  return start != NULL && read_number (start, "/Size ", &trailer->n_parts) &&
         read_number (start, "/Root ", &trailer->root) &&
         read_number (start, "/Info ", &trailer->info) &&
         read_number (start, "startxref", &trailer->table);
}

/* (transfer full) (nullable): what stands between the outer brackets of the catalogue */
static char *
read_catalog (const GByteArray *pdf,
              const Trailer    *trailer)
{
  g_autofree char *head = g_strdup_printf ("\n%" G_GUINT64_FORMAT " 0 obj\n<<", trailer->root);
  const char *data = (const char *) pdf->data;
  const char *start = NULL;
  const char *end = NULL;

  /* It is one of the last parts, and the text of the pages is packed. */
  for (gsize at = pdf->len; at > strlen (head) && start == NULL; at--)
    {
      if (memcmp (data + at - strlen (head), head, strlen (head)) == 0)
        start = data + at;
    }
  if (start != NULL)
    end = g_strstr_len (start, data + pdf->len - start, "\n>>\nendobj");
  if (end == NULL || g_strstr_len (start, end - start, "/Catalog") == NULL)
    return NULL;

  return g_strndup (start, (gsize) (end - start));
}

G_GNUC_PRINTF (2, 3)
static void
append (GByteArray *pdf,
        const char *format,
        ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_byte_array_append (pdf, (const guint8 *) text, (guint) strlen (text));
}

gboolean
msp_dossier_pdf_add_language (GByteArray *pdf,
                              const char *language)
{
  Trailer trailer;
  g_autofree char *catalog = NULL;
  guint64 part;
  guint64 table;

  g_return_val_if_fail (pdf != NULL && language != NULL, FALSE);

  if (pdf->len == 0 || !read_trailer (pdf, &trailer))
    return FALSE;

  catalog = read_catalog (pdf, &trailer);
  if (catalog == NULL)
    return FALSE;

  part = pdf->len;
  append (pdf, "%" G_GUINT64_FORMAT " 0 obj\n<<%s\n   /Lang (%s)\n"
                                    "   /MarkInfo << /Marked true >>\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
                                    ">>\nendobj\n", trailer.root, catalog, language);
  table = pdf->len;
  append (pdf, "xref\n%" G_GUINT64_FORMAT " 1\n%010" G_GUINT64_FORMAT " 00000 n \n", trailer.root, part);
  append (pdf, "trailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT " 0 R\n"
                                                                                      "   /Info %" G_GUINT64_FORMAT " 0 R\n   /Prev %" G_GUINT64_FORMAT "\n>>\nstartxref\n%"
          G_GUINT64_FORMAT "\n%%%%EOF\n", trailer.n_parts, trailer.root, trailer.info, trailer.table,
          table);

  return TRUE;
}
