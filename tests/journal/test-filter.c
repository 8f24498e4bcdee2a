/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "journal/msp-filter.h"

#define ROUNDS 3000

static void
assert_text (const char *read,
             const char *written)
{
  g_autoptr (MspFilter) filter = msp_filter_from_text (read);
  g_autofree char *text = msp_filter_to_text (filter);

  g_assert_cmpstr (text, ==, written);
}

static void
test_reads_what_others_write (void)
{
  assert_text ("", "");
  assert_text ("type=Blog", "type=Blog\n");
  assert_text ("type=Blog\ntag=a=b\ncycle=2026", "cycle=2026\ntype=Blog\ntag=a=b\n");
  /* As an earlier release kept it. */
  assert_text ("cycle=2025\ntype=Blog\narea=Azure\ntag=x\nstatus=Done\n",
               "cycle=2025\ntype=Blog\narea=Azure\ntag=x\nstatus=done\n");
  assert_text ("status=PLANNED\nlink=no\nreach=Yes", "status=planned\nlink=no\nreach=yes\n");
}

static void
test_passes_over_what_it_cannot_read (void)
{
  assert_text ("type\n=x\n\nnonsense=1\nids=1,2\ntype=\ntype= \ntype=Blog", "type=Blog\n");
  assert_text ("status=perhaps\nlink=\nfrom=2026-02-30\nto=soon\ncycle=12\ncycle=abc\ncycle=99999999999", "");
  assert_text ("tag=a\\", "tag=a\\\\\n");
  assert_text ("tag=a\\x", "tag=a\\\\x\n");
  assert_text ("tag=\xff\xfe", "");
  /* The days of a cycle are its own. */
  assert_text ("from=2026-01-01\ncycle=2025", "cycle=2025\n");
  assert_text ("type=Blog\ntype=BLOG", "type=BLOG\n");
}

static void
test_values (void)
{
  g_autoptr (MspFilter) filter = msp_filter_new ();

  g_assert_true (msp_filter_is_empty (filter));
  filter->query->search = g_strdup ("words");
  g_assert_true (msp_filter_is_empty (filter));
  msp_filter_set_value (filter, MSP_FILTER_TAG, "Größe", TRUE);
  msp_filter_set_value (filter, MSP_FILTER_TAG, "b", TRUE);
  g_assert_true (msp_filter_has_value (filter, MSP_FILTER_TAG, "GRÖSSE"));
  g_assert_false (msp_filter_has_value (filter, MSP_FILTER_TYPE, "Größe"));
  g_assert_cmpuint (g_strv_length (filter->query->tags), ==, 2);
  msp_filter_set_value (filter, MSP_FILTER_TAG, "grösse", FALSE);
  g_assert_cmpuint (g_strv_length (filter->query->tags), ==, 1);
  msp_filter_set_value (filter, MSP_FILTER_TAG, "b", FALSE);
  g_assert_null (filter->query->tags);
  g_assert_true (msp_filter_is_empty (filter));
  msp_filter_set_value (filter, MSP_FILTER_GATE, "content", TRUE);
  g_assert_false (msp_filter_is_empty (filter));
  msp_filter_set_value (filter, MSP_FILTER_GATE, "content", FALSE);
  msp_filter_set_cycle (filter, 2026);
  g_assert_false (msp_filter_is_empty (filter));
  msp_filter_set_days (filter, MSP_DAY_NONE, msp_day_new (2026, 1, 1));
  g_assert_cmpint (filter->cycle, ==, 0);
  g_assert_false (msp_filter_is_empty (filter));
}

static char *
draw_value (void)
{
  static const char *const parts[] = { "\n", "\r", "\\", "=", "n", "r", "a", "é", "漢", "\t", " ", ";", "type=" };
  GString *value = g_string_new ("x");
  int n = g_test_rand_int_range (0, 12);

  for (int i = 0; i < n; i++)
    g_string_append (value, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);

  return g_string_free (value, FALSE);
}

/* Whatever is chosen comes back. */
static void
test_round_trip (void)
{
  for (int i = 0; i < ROUNDS; i++)
    {
      g_autoptr (MspFilter) filter = msp_filter_new ();
      g_autoptr (MspFilter) back = NULL;
      g_autofree char *text = NULL;

      for (int kind = 0; kind < MSP_N_FILTER_KINDS; kind++)
        {
          for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
            {
              g_autofree char *value = draw_value ();

              msp_filter_set_value (filter, (MspFilterKind) kind, value, TRUE);
            }
        }
      for (int mark = 0; mark < MSP_N_MARKS; mark++)
        msp_query_set_mark (filter->query, (MspMark) mark,
                            (MspWhether) g_test_rand_int_range (0, MSP_WHETHER_NO + 1));
      if (g_test_rand_bit ())
        filter->query->search = draw_value ();
      if (g_test_rand_bit ())
        msp_filter_set_cycle (filter, g_test_rand_int_range (1990, 2050));
      else
        msp_filter_set_days (filter, msp_day_new (2026, 1, g_test_rand_int_range (1, 30)),
                             g_test_rand_bit () ? msp_day_new (2027, 2, 3) : MSP_DAY_NONE);

      text = msp_filter_to_text (filter);
      back = msp_filter_from_text (text);
      g_assert_true (msp_query_equal (filter->query, back->query));
      g_assert_cmpint (filter->cycle, ==, back->cycle);
      g_assert_true (msp_filter_equal (filter, back));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/reads-what-others-write", test_reads_what_others_write);
  g_test_add_func ("/filter/passes-over-what-it-cannot-read", test_passes_over_what_it_cannot_read);
  g_test_add_func ("/filter/values", test_values);
  g_test_add_func ("/filter/round-trip", test_round_trip);

  return g_test_run ();
}
