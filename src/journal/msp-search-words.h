/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One letter of a word, without case and accents. */
typedef struct
{
  gunichar letter;
  guint    end; /* of what it stands for in the text, in bytes */
} MspSearchLetter;

typedef struct
{
  guint start; /* in the text, in bytes */
  guint first; /* among the letters */
  guint n_letters;
} MspSearchWord;

/**
 * MspSearchWords:
 *
 * The words of a text as they are looked for.
 */
typedef struct
{
  GArray *letters; /* (owned) (element-type MspSearchLetter) */
  GArray *words;   /* (owned) (element-type MspSearchWord) */
} MspSearchWords;

MspSearchWords *msp_search_words_new         (void);
void            msp_search_words_free        (MspSearchWords       *self);
void            msp_search_words_read        (MspSearchWords       *self,
                                              const char           *text,
                                              gsize                 length);
guint           msp_search_words_get_size    (const MspSearchWords *self);
void            msp_search_words_append_word (const MspSearchWords *self,
                                              guint                 word,
                                              GString              *text);
/* The number of letters, if @word begins with the letters of another one; else 0. */
guint           msp_search_words_match       (const MspSearchWords *self,
                                              guint                 word,
                                              const MspSearchWords *other,
                                              guint                 other_word,
                                              gboolean              whole);
/* In bytes of the text: where a word begins, and where its first @n_letters end. */
guint           msp_search_words_get_start   (const MspSearchWords *self,
                                              guint                 word);
guint           msp_search_words_get_end     (const MspSearchWords *self,
                                              guint                 word,
                                              guint                 n_letters);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspSearchWords, msp_search_words_free)

G_END_DECLS
