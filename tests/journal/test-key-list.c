/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "journal/msp-key-list.h"

#define ROUNDS 2000
#define LENGTH_MAX 60

static GArray *
make_list (const char *keys)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (MspEntryKey));

  for (const char *p = keys; *p != '\0'; p++)
    {
      MspEntryKey key = { .key = *p, .position = 1000 - (gint64) list->len * 10 };

      g_array_append_val (list, key);
    }

  return list;
}

static char *
to_text (const GArray *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_c (text, (char) g_array_index (list, MspEntryKey, i).key);

  return g_string_free (text, FALSE);
}

/* What a list shows after it was told the changes from the back. */
static char *
apply (GArray       *before,
       const GArray *after,
       const GArray *changes)
{
  for (guint i = changes->len; i > 0; i--)
    {
      const MspKeyChange *change = &g_array_index (changes, MspKeyChange, i - 1);

      if (change->n_removed > 0)
        g_array_remove_range (before, change->position, change->n_removed);
      if (change->n_added > 0)
        g_array_insert_vals (before, change->position,
                             &g_array_index (after, MspEntryKey, change->from), change->n_added);
    }

  return to_text (before);
}

static void
assert_changes (const char *before_text,
                const char *after_text,
                guint       n_changes,
                guint       n_rows)
{
  g_autoptr (GArray) before = make_list (before_text);
  g_autoptr (GArray) after = make_list (after_text);
  g_autoptr (GArray) changes = msp_key_list_compare (before, after, 8);
  g_autofree char *shown = NULL;
  guint n_told = 0;

  for (guint i = 0; i < changes->len; i++)
    n_told += g_array_index (changes, MspKeyChange, i).n_removed +
              g_array_index (changes, MspKeyChange, i).n_added;
  g_assert_cmpuint (changes->len, ==, n_changes);
  g_assert_cmpuint (n_told, ==, n_rows);
  shown = apply (before, after, changes);
  g_assert_cmpstr (shown, ==, after_text);
}

static void
test_exact_changes (void)
{
  assert_changes ("abcdef", "abcdef", 0, 0);
  assert_changes ("", "abc", 1, 3);
  assert_changes ("abc", "", 1, 3);
  assert_changes ("abcdef", "abcXdef", 1, 1);
  assert_changes ("abcdef", "abdef", 1, 1);
  assert_changes ("abcdef", "Xabcde", 2, 2);
  assert_changes ("abcdef", "bcdefa", 2, 2); /* moved down */
  assert_changes ("abcdef", "fabcde", 2, 2); /* moved up */
  assert_changes ("abcdef", "aXcdYf", 2, 4);
}

static void
test_too_many_are_one (void)
{
  assert_changes ("abcdefghijklmnopqrst", "AbCdEfGhIjKlMnOpQrSt", 1, 38);
}

static void
test_random_lists (void)
{
  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GString) before_text = g_string_new (NULL);
      g_autoptr (GString) after_text = g_string_new (NULL);
      g_autoptr (GArray) before = NULL;
      g_autoptr (GArray) after = NULL;
      g_autoptr (GArray) changes = NULL;
      g_autofree char *shown = NULL;
      int length = g_test_rand_int_range (0, LENGTH_MAX);

      for (int i = 0; i < length; i++)
        {
          char key = (char) ('0' + i);

          if (g_test_rand_bit ())
            g_string_insert_c (before_text, g_test_rand_int_range (0, (int) before_text->len + 1), key);
          if (g_test_rand_bit ())
            g_string_insert_c (after_text, g_test_rand_int_range (0, (int) after_text->len + 1), key);
        }
      before = make_list (before_text->str);
      after = make_list (after_text->str);
      changes = msp_key_list_compare (before, after, (guint) g_test_rand_int_range (1, 100));
      shown = apply (before, after, changes);
      g_assert_cmpstr (shown, ==, after_text->str);
    }
}

static gboolean
has_tenth (guint    start,
           guint    end,
           gpointer data)
{
  return start <= 10 && end > 10;
}

static void
test_merge_leaves_what_is_kept (void)
{
  g_autoptr (GArray) before = make_list ("abcdefghijklmnopqrst");
  g_autoptr (GArray) after = make_list ("AbCdEfGhIjklMnOpQrSt");
  g_autoptr (GArray) changes = msp_key_list_compare (before, after, 100);
  g_autofree char *shown = NULL;

  g_assert_cmpuint (changes->len, ==, 9);
  msp_key_list_merge_changes (changes, has_tenth, NULL);
  g_assert_cmpuint (changes->len, ==, 2);
  g_assert_cmpuint (g_array_index (changes, MspKeyChange, 0).n_removed, ==, 9);
  g_assert_cmpuint (g_array_index (changes, MspKeyChange, 1).position, ==, 12);
  shown = apply (before, after, changes);
  g_assert_cmpstr (shown, ==, "AbCdEfGhIjklMnOpQrSt");
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b,
                      gpointer      data)
{
  gint64 one = ((const MspEntryKey *) a)->position;
  gint64 other = ((const MspEntryKey *) b)->position;

  return (one < other) - (one > other);
}

static guint
place (const GArray *keys,
       gint64        position)
{
  MspEntryKey key = { .position = position };

  return msp_key_list_place (keys, &key, compare_newest_first, NULL);
}

static void
test_place (void)
{
  g_autoptr (GArray) keys = make_list ("abc"); /* 1000, 990, 980 */

  g_assert_cmpuint (place (keys, 2000), ==, 0);
  g_assert_cmpuint (place (keys, 995), ==, 1);
  g_assert_cmpuint (place (keys, 1), ==, 3);
  g_assert_cmpuint (msp_key_list_find (keys, 'c'), ==, 2);
  g_assert_cmpuint (msp_key_list_find (keys, 'x'), ==, G_MAXUINT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/key-list/exact-changes", test_exact_changes);
  g_test_add_func ("/key-list/too-many-are-one", test_too_many_are_one);
  g_test_add_func ("/key-list/random", test_random_lists);
  g_test_add_func ("/key-list/merge-leaves-what-is-kept", test_merge_leaves_what_is_kept);
  g_test_add_func ("/key-list/place", test_place);

  return g_test_run ();
}
