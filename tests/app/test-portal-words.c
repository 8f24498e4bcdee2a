/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/msp-portal-words.h"

static GPtrArray *
make_fields (const char *const *texts)
{
  static const char *const labels[] = { "One", "Two", "Three", "Four" };
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      MspPortalField *field = g_new0 (MspPortalField, 1);

      field->label = labels[i];
      field->text = (char *) texts[i];
      g_ptr_array_add (fields, field);
    }

  return fields;
}

static void
test_skips_what_is_empty (void)
{
  static const char *const texts[] = { "a", "", "", "b", NULL };
  g_autoptr (GPtrArray) fields = make_fields (texts);
  g_autofree char *skipped = msp_portal_words_empty (fields, 3);

  g_assert_cmpuint (msp_portal_words_find (fields, 1), ==, 3);
  g_assert_cmpuint (msp_portal_words_find (fields, 4), ==, 4);
  g_assert_cmpuint (msp_portal_words_find_before (fields, 3), ==, 0);
  g_assert_cmpuint (msp_portal_words_find_before (fields, 0), ==, 0);
  g_assert_cmpuint (msp_portal_words_count (fields, 4), ==, 2);
  g_assert_cmpstr (skipped, ==, "Empty, so left out: Two, Three");
  g_assert_null (msp_portal_words_empty (fields, 1));
}

static void
test_says_what_is_too_long (void)
{
  MspPortalField field = { .text = (char *) "ÄÖÜ", .limit = 3 };
  g_autofree char *fits = msp_portal_words_limit (&field);
  g_autofree char *over = NULL;

  field.limit = 1;
  over = msp_portal_words_limit (&field);
  g_assert_cmpstr (fits, ==, "3 of 3 characters");
  g_assert_cmpstr (over, ==, "3 of 1 characters: too long, the portal would cut off the last 2. All of "
                             "it is copied.");
  field.limit = 0;
  g_assert_null (msp_portal_words_limit (&field));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/portal-words/skips-what-is-empty", test_skips_what_is_empty);
  g_test_add_func ("/portal-words/says-what-is-too-long", test_says_what_is_too_long);

  return g_test_run ();
}
