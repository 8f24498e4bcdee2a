/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-search-text"

#include "journal/msp-search-text.h"

#include "base/msp-text.h"

/* More words than a person types; each costs a lookup. */
#define WORDS_MAX 32

/* Scripts written without blanks: each character is a word of its own, so
 * that any part of a run is found. */
static gboolean
is_unspaced (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA ||
         script == G_UNICODE_SCRIPT_KATAKANA || script == G_UNICODE_SCRIPT_THAI ||
         script == G_UNICODE_SCRIPT_LAO || script == G_UNICODE_SCRIPT_KHMER ||
         script == G_UNICODE_SCRIPT_MYANMAR;
}

static void
append_spaced (GString    *spaced,
               const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_unspaced (c))
        g_string_append_c (spaced, ' ');
      g_string_append_unichar (spaced, c);
      if (is_unspaced (c))
        g_string_append_c (spaced, ' ');
    }
  g_string_append_c (spaced, '\n');
}

static void
append_all (GString     *spaced,
            const GStrv  values)
{
  for (guint i = 0; values[i] != NULL; i++)
    append_spaced (spaced, values[i]);
}

/**
 * msp_search_text_of_entry:
 * @entry: an entry
 *
 * Returns: (transfer full): all of its text, as the search index keeps it
 */
char *
msp_search_text_of_entry (const MspContribution *entry)
{
  GString *spaced = g_string_new (NULL);

  append_spaced (spaced, entry->title);
  append_spaced (spaced, entry->type);
  append_spaced (spaced, entry->area);
  append_all (spaced, entry->additional_areas);
  append_all (spaced, entry->tags);
  append_spaced (spaced, entry->description);
  append_spaced (spaced, entry->private_description);
  append_spaced (spaced, entry->notes);
  append_spaced (spaced, entry->url);
  append_all (spaced, entry->links);

  return g_string_free (spaced, FALSE);
}

static gboolean
has_word (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isalnum (g_utf8_get_char (p)))
        return TRUE;
    }

  return FALSE;
}

/* As a quoted prefix, so that nothing in it is an operator. */
static void
append_word (GString    *match,
             const char *word)
{
  g_autoptr (GString) spaced = g_string_new (NULL);

  append_spaced (spaced, word);
  g_string_append (match, match->len > 0 ? " AND \"" : "\"");
  for (const char *p = spaced->str; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (match, '"');
      if (*p != '\n')
        g_string_append_c (match, *p);
    }
  g_string_append (match, "\" *");
}

/**
 * msp_search_text_to_match:
 * @typed: what somebody looks for
 *
 * Returns: (transfer full) (nullable): the query of the search index that finds entries with words
 *   that begin like each of @typed, or `NULL` if there is no word in it
 */
char *
msp_search_text_to_match (const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  g_auto (GStrv) words = g_strsplit_set (valid, " \t\n\r", -1);
  g_autoptr (GString) match = g_string_new (NULL);
  int n_words = 0;

  for (guint i = 0; words[i] != NULL && n_words < WORDS_MAX; i++)
    {
      if (!has_word (words[i]))
        continue;

      append_word (match, words[i]);
      n_words++;
    }

  return match->len > 0 ? g_string_free (g_steal_pointer (&match), FALSE) : NULL;
}

/* How many bytes of @text begin like @folded, which is folded; 0 if it does not. */
static guint
match_length (const char *text,
              const char *folded)
{
  const char *rest = folded;
  const char *p = text;

  while (*rest != '\0' && *p != '\0')
    {
      const char *next = g_utf8_next_char (p);
      g_autofree char *letter = g_strndup (p, (gsize) (next - p));
      g_autofree char *folded_letter = msp_text_fold (letter);

      if (!g_str_has_prefix (rest, folded_letter))
        return 0;

      rest += strlen (folded_letter);
      p = next;
    }

  /* An accent that stands by itself belongs to the letter before it. */
  while (*rest == '\0' && g_unichar_ismark (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return *rest == '\0' ? (guint) (p - text) : 0;
}

static gboolean
starts_word (const char *text,
             const char *p)
{
  gunichar c = g_utf8_get_char (p);

  if (p == text || is_unspaced (c))
    return TRUE;

  return !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p)));
}

GArray *
msp_search_text_find_matches (const char *text,
                              const char *typed)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (MspTextSpan));
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  g_autofree char *folded = msp_text_fold (valid);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n\r", -1);
  const char *end = text;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (p < end || !starts_word (text, p))
        continue;

      for (guint i = 0; words[i] != NULL && i < WORDS_MAX; i++)
        {
          guint length = has_word (words[i]) ? match_length (p, words[i]) : 0;
          MspTextSpan span = { (guint) (p - text), (guint) (p - text) + length };

          if (length == 0)
            continue;

          g_array_append_val (spans, span);
          end = p + length;
          break;
        }
    }

  return spans;
}
