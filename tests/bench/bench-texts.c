/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bench-texts.h"

const char *const bench_texts[] = {
  "kubernetes", "cloud", "azure functions", "community meetup", "accessibility", "zettabyte",
  "webassembly", "terraform deploying", "quantum legacy", "grundlagen", "sicherheit", "überblick",
  "größere anwendungen", "barrierefreiheit", "sécurité", "developpeurs", "communauté réseau",
  "勉強会", "安全設計", "自動化", "безопасность", "данные облако", "надежность", "github.com",
  "bicep", "observability serverless", "nowherefound", NULL
};

GPtrArray *
bench_texts_list_typed (void)
{
  GPtrArray *typed = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; bench_texts[i] != NULL; i++)
    {
      const char *end = bench_texts[i];

      while (*end != '\0')
        {
          g_autofree char *text = NULL;

          end = g_utf8_next_char (end);
          text = g_strndup (bench_texts[i], (gsize) (end - bench_texts[i]));
          /* A blank asks for nothing new. */
          if (!g_str_has_suffix (text, " ") &&
              !g_ptr_array_find_with_equal_func (typed, text, g_str_equal, NULL))
            g_ptr_array_add (typed, g_steal_pointer (&text));
        }
    }

  return typed;
}
