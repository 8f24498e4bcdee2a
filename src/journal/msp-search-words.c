/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-search-words"

#include "journal/msp-search-words.h"

#define FOLDED_MAX (2 * G_UNICHAR_MAX_DECOMPOSITION_LENGTH)
#define FIRST_KANA 0x3041
#define LAST_KANA 0x30ff
/* "C++" has two signs. */
#define SIGNS_MAX 2

/* Letters that are other letters with something on them, though Unicode does not say so. */
static const struct
{
  gunichar    letter;
  const char *as;
} like[] = {
  { 0x00df, "ss" }, { 0x00e6, "ae" }, { 0x00f0, "d" }, { 0x00f8, "o" }, { 0x0111, "d" },
  { 0x0127, "h" }, { 0x0131, "i" }, { 0x0142, "l" }, { 0x0153, "oe" }, { 0x0167, "t" },
};

MspSearchWords *
msp_search_words_new (void)
{
  MspSearchWords *self = g_new0 (MspSearchWords, 1);

  self->letters = g_array_new (FALSE, FALSE, sizeof (MspSearchLetter));
  self->words = g_array_new (FALSE, FALSE, sizeof (MspSearchWord));

  return self;
}

void
msp_search_words_free (MspSearchWords *self)
{
  g_array_unref (self->letters);
  g_array_unref (self->words);
  g_free (self);
}

/* Scripts written without blanks, and Korean, which strings words together: each character is a
 * word of its own, so that any part of a run is found. */
static gboolean
is_unspaced (gunichar c)
{
  GUnicodeScript script;

  if (c < 0x0e00)
    return FALSE;

  script = g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA ||
         script == G_UNICODE_SCRIPT_KATAKANA || script == G_UNICODE_SCRIPT_HANGUL ||
         script == G_UNICODE_SCRIPT_THAI || script == G_UNICODE_SCRIPT_LAO ||
         script == G_UNICODE_SCRIPT_KHMER || script == G_UNICODE_SCRIPT_MYANMAR;
}

/* What stands within a word and is no part of it: accents by themselves, soft hyphens, joiners. */
static gboolean
is_ignored (gunichar c)
{
  return g_unichar_ismark (c) || (g_unichar_type (c) == G_UNICODE_FORMAT && c != 0x200b);
}

static guint
fold_letter (gunichar  c,
             gunichar *folded)
{
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (like); i++)
    {
      if (like[i].letter != c)
        continue;

      for (const char *p = like[i].as; *p != '\0'; p++)
        folded[n++] = (gunichar) * p;
      return n;
    }

  /* A sigma at the end of a word is one all the same. */
  folded[0] = c == 0x03c2 ? 0x03c3 : c;

  return 1;
}

/* How many letters there are in @folded for one character. */
static guint
fold (gunichar  c,
      gunichar *folded)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;
  guint n = 0;

  if (c < 0x80 || (c >= FIRST_KANA && c <= LAST_KANA))
    {
      /* The marks of kana make other letters. */
      folded[0] = c < 0x80 ? (gunichar) g_ascii_tolower ((char) c) : c;
      return 1;
    }

  n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    {
      if (g_unichar_isalnum (parts[i]))
        n += fold_letter (g_unichar_tolower (parts[i]), folded + n);
    }
  if (n == 0)
    folded[n++] = g_unichar_tolower (c);

  return n;
}

/* The next character, composed with what follows if Unicode has one for both. */
static gunichar
read_char (const char **p,
           const char  *end)
{
  gunichar c = g_utf8_get_char (*p);
  gunichar both;

  *p = g_utf8_next_char (*p);
  while (c >= 0x80 && *p < end && g_unichar_compose (c, g_utf8_get_char (*p), &both))
    {
      c = both;
      *p = g_utf8_next_char (*p);
    }

  return c;
}

static void
add_letters (MspSearchWords *self,
             gunichar        c,
             guint           end)
{
  MspSearchWord *word = &g_array_index (self->words, MspSearchWord, self->words->len - 1);
  gunichar folded[FOLDED_MAX];
  guint n = fold (c, folded);

  for (guint i = 0; i < n; i++)
    {
      MspSearchLetter letter = { folded[i], end };

      g_array_append_val (self->letters, letter);
    }
  word->n_letters += n;
}

static void
begin_word (MspSearchWords *self,
            guint           start)
{
  MspSearchWord word = { .start = start, .first = self->letters->len };

  g_array_append_val (self->words, word);
}

/* The signs of "C#" and "C++", where a word ends with them: 0 for any others. */
static guint
count_signs (const char *p,
             const char *end)
{
  guint n = 0;

  while (p + n < end && (p[n] == '#' || p[n] == '+'))
    n++;
  if (n > SIGNS_MAX || (p + n < end && g_unichar_isalnum (g_utf8_get_char (p + n))))
    return 0;

  return n;
}

static void
add_signs (MspSearchWords *self,
           const char     *signs,
           guint           n_signs,
           guint           start)
{
  for (guint i = 0; i < n_signs; i++)
    {
      for (const char *p = signs[i] == '#' ? "sharp" : "plus"; *p != '\0'; p++)
        add_letters (self, (gunichar) * p, start + i + 1);
    }
}

/* What has no letter of its own belongs to the one before it. */
static void
stretch (MspSearchWords *self,
         guint           from,
         guint           to)
{
  for (guint i = self->letters->len; i > 0; i--)
    {
      MspSearchLetter *letter = &g_array_index (self->letters, MspSearchLetter, i - 1);

      if (letter->end != from)
        break;

      letter->end = to;
    }
}

/**
 * msp_search_words_read:
 * @self: the words
 * @text: UTF-8
 * @length: in bytes
 *
 * Adds the words of @text. Places are told from its start.
 */
void
msp_search_words_read (MspSearchWords *self,
                       const char     *text,
                       gsize           length)
{
  const char *end = text + length;
  gboolean in_word = FALSE;
  gboolean after_letter = FALSE;

  for (const char *p = text; p < end;)
    {
      const char *start = p;
      gunichar c = read_char (&p, end);
      guint n_signs;

      if (g_unichar_isalnum (c))
        {
          gboolean is_single = is_unspaced (c);

          if (is_single || !in_word)
            begin_word (self, (guint) (start - text));
          add_letters (self, c, (guint) (p - text));
          in_word = !is_single;
          after_letter = TRUE;
          continue;
        }

      if (is_ignored (c))
        {
          if (after_letter)
            stretch (self, (guint) (start - text), (guint) (p - text));
          continue;
        }

      n_signs = in_word ? count_signs (start, end) : 0;
      add_signs (self, start, n_signs, (guint) (start - text));
      p = MAX (p, start + n_signs);
      in_word = after_letter = FALSE;
    }
}

guint
msp_search_words_get_size (const MspSearchWords *self)
{
  return self->words->len;
}

static const MspSearchWord *
word_at (const MspSearchWords *self,
         guint                 word)
{
  return &g_array_index (self->words, MspSearchWord, word);
}

static const MspSearchLetter *
letter_at (const MspSearchWords *self,
           guint                 letter)
{
  return &g_array_index (self->letters, MspSearchLetter, letter);
}

void
msp_search_words_append_word (const MspSearchWords *self,
                              guint                 word,
                              GString              *text)
{
  const MspSearchWord *which = word_at (self, word);

  for (guint i = 0; i < which->n_letters; i++)
    g_string_append_unichar (text, letter_at (self, which->first + i)->letter);
}

guint
msp_search_words_match (const MspSearchWords *self,
                        guint                 word,
                        const MspSearchWords *other,
                        guint                 other_word,
                        gboolean              whole)
{
  const MspSearchWord *long_one = word_at (self, word);
  const MspSearchWord *short_one = word_at (other, other_word);

  if (short_one->n_letters > long_one->n_letters ||
      (whole && short_one->n_letters < long_one->n_letters))
    return 0;

  for (guint i = 0; i < short_one->n_letters; i++)
    {
      if (letter_at (self, long_one->first + i)->letter !=
          letter_at (other, short_one->first + i)->letter)
        return 0;
    }

  return short_one->n_letters;
}

guint
msp_search_words_get_start (const MspSearchWords *self,
                            guint                 word)
{
  return word_at (self, word)->start;
}

guint
msp_search_words_get_end (const MspSearchWords *self,
                          guint                 word,
                          guint                 n_letters)
{
  g_return_val_if_fail (n_letters > 0, 0);

  return letter_at (self, word_at (self, word)->first + n_letters - 1)->end;
}
