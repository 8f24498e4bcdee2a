/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-search-text"

#include "journal/msp-search-text.h"

#include "journal/msp-search-words.h"

/* More than a person types; what is beyond is not looked for, for each word costs a lookup. */
#define TYPED_MAX 1000
#define TERMS_MAX 32
#define WORDS_MAX 64

/* What stands between two blanks of what was typed: words that follow each other. */
typedef struct
{
  guint    first;
  guint    n_words;
  gboolean is_whole; /* the last word does not go on */
} Term;

typedef struct
{
  MspSearchWords *words; /* (owned) */
  Term            terms[TERMS_MAX];
  guint           n_terms;
} Terms;

static void
append_text (GString    *text,
             const char *field)
{
  g_autoptr (MspSearchWords) words = msp_search_words_new ();

  msp_search_words_read (words, field, strlen (field));
  for (guint i = 0; i < msp_search_words_get_size (words); i++)
    {
      msp_search_words_append_word (words, i, text);
      g_string_append_c (text, ' ');
    }
  g_string_append_c (text, '\n');
}

static void
append_all (GString     *text,
            const GStrv  values)
{
  for (guint i = 0; values[i] != NULL; i++)
    append_text (text, values[i]);
}

/**
 * msp_search_text_of_entry:
 * @entry: an entry
 *
 * Returns: (transfer full): all of its text, as the search index keeps it: words without case and
 *   accents
 */
char *
msp_search_text_of_entry (const MspContribution *entry)
{
  GString *text = g_string_new (NULL);

  append_text (text, entry->title);
  append_text (text, entry->type);
  append_text (text, entry->area);
  append_all (text, entry->additional_areas);
  append_all (text, entry->tags);
  append_text (text, entry->description);
  append_text (text, entry->private_description);
  append_text (text, entry->notes);
  append_text (text, entry->url);
  append_all (text, entry->links);

  return g_string_free (text, FALSE);
}

/* ".NET" is not the beginning of "network". */
static gboolean
is_dot_net (const char *part,
            gsize       length)
{
  return length == strlen (".net") && g_ascii_strncasecmp (part, ".net", length) == 0;
}

static void
add_term (Terms      *self,
          const char *part,
          gsize       length)
{
  Term term = { .first = msp_search_words_get_size (self->words),
                .is_whole = is_dot_net (part, length) };

  msp_search_words_read (self->words, part, length);
  term.n_words = MIN (msp_search_words_get_size (self->words), WORDS_MAX) - term.first;
  if (term.n_words > 0)
    self->terms[self->n_terms++] = term;
}

static void
terms_init (Terms      *self,
            const char *typed)
{
  const char *part = typed;
  const char *p = typed;

  *self = (Terms) { .words = msp_search_words_new () };
  for (guint n = 0;; n++)
    {
      gboolean is_end = *p == '\0' || n == TYPED_MAX;

      if (!is_end && !g_unichar_isspace (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }

      add_term (self, part, (gsize) (p - part));
      if (is_end || self->n_terms == TERMS_MAX ||
          msp_search_words_get_size (self->words) >= WORDS_MAX)
        break;

      p = part = g_utf8_next_char (p);
    }
}

static void
terms_clear (Terms *self)
{
  msp_search_words_free (self->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Terms, terms_clear)

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
  g_autoptr (GString) match = g_string_new (NULL);
  g_auto (Terms) terms;

  terms_init (&terms, valid);
  for (guint i = 0; i < terms.n_terms; i++)
    {
      const Term *term = &terms.terms[i];

      /* Quoted, so that no word is an operator; nothing in a word ends the quotes. */
      g_string_append (match, i > 0 ? " AND \"" : "\"");
      for (guint word = 0; word < term->n_words; word++)
        {
          if (word > 0)
            g_string_append_c (match, ' ');
          msp_search_words_append_word (terms.words, term->first + word, match);
        }
      g_string_append (match, term->is_whole ? "\"" : "\" *");
    }

  return match->len > 0 ? g_string_free (g_steal_pointer (&match), FALSE) : NULL;
}

/* Where the words of @term end, in bytes, if they stand in @text from @word on; else 0. */
static guint
find_end (const MspSearchWords *text,
          guint                 word,
          const Terms          *terms,
          const Term           *term)
{
  guint n_letters = 0;

  if (word + term->n_words > msp_search_words_get_size (text))
    return 0;

  for (guint i = 0; i < term->n_words; i++)
    {
      gboolean is_last = i + 1 == term->n_words;

      n_letters = msp_search_words_match (text, word + i, terms->words, term->first + i,
                                          !is_last || term->is_whole);
      if (n_letters == 0)
        return 0;
    }

  return msp_search_words_get_end (text, word + term->n_words - 1, n_letters);
}

GArray *
msp_search_text_find_matches (const char *text,
                              const char *typed)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (MspTextSpan));
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  g_autoptr (MspSearchWords) words = msp_search_words_new ();
  g_auto (Terms) terms;
  guint covered = 0;

  terms_init (&terms, valid);
  msp_search_words_read (words, text, strlen (text));
  for (guint word = 0; word < msp_search_words_get_size (words); word++)
    {
      guint start = msp_search_words_get_start (words, word);
      guint end = 0;

      for (guint i = 0; i < terms.n_terms; i++)
        end = MAX (end, find_end (words, word, &terms, &terms.terms[i]));
      if (end <= covered)
        continue;

      if (spans->len > 0 && start < covered)
        {
          g_array_index (spans, MspTextSpan, spans->len - 1).end = end;
        }
      else
        {
          MspTextSpan span = { start, end };

          g_array_append_val (spans, span);
        }
      covered = end;
    }

  return spans;
}
