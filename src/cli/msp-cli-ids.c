/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cli-ids"

#include "cli/msp-cli-ids.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#define IDS_MAX 1000000
#define WORD_MAX 64

typedef enum
{
  READ_LINE,
  READ_END,
  READ_WRONG,
} ReadResult;

/* The first word of a line, which may be blank; the rest of it is passed over. */
static ReadResult
read_word (GString *word)
{
  gboolean in_rest = FALSE;
  gboolean is_empty = TRUE;
  int c;

  g_string_truncate (word, 0);
  while ((c = getc (stdin)) != EOF && c != '\n')
    {
      gboolean is_blank = c == ' ' || c == '\t' || c == '\r';

      is_empty = FALSE;
      in_rest |= is_blank && word->len > 0;
      if (in_rest || is_blank)
        continue;
      if (c == '\0' || word->len == WORD_MAX)
        return READ_WRONG;
      g_string_append_c (word, (char) c);
    }

  return c == EOF && is_empty ? READ_END : READ_LINE;
}

static gboolean
read_input (GStrvBuilder  *ids,
            GError       **error)
{
  g_autoptr (GString) word = g_string_new (NULL);
  ReadResult result = READ_LINE;

  for (guint line = 1; result == READ_LINE; line++)
    {
      result = read_word (word);
      if (result == READ_WRONG || line > IDS_MAX || !g_utf8_validate (word->str, -1, NULL))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       line > IDS_MAX ? _ ("standard input, line %u: more ids than fit in one go")
                                      : _ ("standard input, line %u: this is not an id"), line);
          return FALSE;
        }
      if (word->len > 0)
        g_strv_builder_add (ids, word->str);
    }

  if (!ferror (stdin))
    return TRUE;

  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                       _ ("standard input cannot be read"));

  return FALSE;
}

const char *
msp_cli_ids_get_help (void)
{
  return _ ("An ID is the beginning of an id, 8 characters or more; - reads ids from standard input, "
            "the first word of each line.");
}

GStrv
msp_cli_ids_read (const char *const  *named,
                  GError            **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  gboolean has_read = FALSE;

  for (guint i = 0; named[i] != NULL; i++)
    {
      if (!g_str_equal (named[i], "-"))
        g_strv_builder_add (ids, named[i]);
      else if (!has_read && !read_input (ids, error))
        return NULL;

      has_read |= g_str_equal (named[i], "-");
    }

  return g_strv_builder_end (ids);
}

GStrv
msp_cli_ids_resolve (MspCliSession   *session,
                     MspJournalStore *store,
                     GStrv            ids)
{
  g_autoptr (GError) error = NULL;
  GStrv whole = msp_journal_store_resolve_all (store, (const char *const *) ids, &error);

  if (whole == NULL)
    msp_cli_journal_error (session, error);

  return whole;
}
