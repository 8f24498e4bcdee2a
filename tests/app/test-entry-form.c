/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "app/widgets/msp-limited-text.h"
#include "app/widgets/msp-link-catcher.h"
#include "app/widgets/msp-text-field.h"

#define MANY (10 * 1000 * 1000)

/* What a field of one line took, and what is said below it. */
static void
test_line_takes_what_fits (void)
{
  GtkWidget *list = g_object_ref_sink (gtk_list_box_new ());
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *much = g_strnfill (MANY, 'x');
  gint64 began = g_get_monotonic_time ();
  GtkEntryBuffer *buffer;
  GtkWidget *problem;
  int position = 2;

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  msp_limited_text_set (GTK_EDITABLE (row), 1000);
  gtk_editable_insert_text (GTK_EDITABLE (row), "ab", 2, &position);
  gtk_editable_insert_text (GTK_EDITABLE (row), much, MANY, &position);
  g_assert_cmpuint (strlen (gtk_editable_get_text (GTK_EDITABLE (row))), ==, 1000);
  g_assert_cmpint (g_get_monotonic_time () - began, <, G_USEC_PER_SEC);

  problem = gtk_widget_get_next_sibling (row);
  g_assert_true (gtk_widget_get_visible (problem));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (problem)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "The text was too long and was cut.");

  gtk_editable_set_text (GTK_EDITABLE (row), "a\nb\xe2\x80\xae" "c\033d");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "a bcd");
  gtk_editable_set_text (GTK_EDITABLE (row), "plain");
  g_assert_false (gtk_widget_get_visible (problem));

  buffer = gtk_text_get_buffer (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (row))));
  g_assert_cmpuint (gtk_entry_buffer_get_length (buffer), ==, 5);
  g_object_unref (list);
}

static void
test_lines_take_what_fits (void)
{
  MspTextField *field = MSP_TEXT_FIELD (g_object_ref_sink (msp_text_field_new ("Notes", 100)));
  g_autofree char *much = g_strnfill (MANY, 'x');
  g_autofree char *cut = NULL;
  g_autofree char *cleaned = NULL;
  g_autofree char *plain = NULL;

  msp_text_field_set_text (field, much);
  cut = msp_text_field_get_text (field);
  g_assert_cmpuint (strlen (cut), ==, 1000);

  msp_text_field_set_text (field, "one\ntwo\xe2\x80\xae\tthree\007");
  cleaned = msp_text_field_get_text (field);
  g_assert_cmpstr (cleaned, ==, "one\ntwo\tthree");

  msp_text_field_set_text (field, "one\ntwo");
  plain = msp_text_field_get_text (field);
  g_assert_cmpstr (plain, ==, "one\ntwo");
  g_object_unref (field);
}

static void
entry_begun (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  char **text = data;

  g_free (*text);
  *text = g_variant_dup_string (parameter, NULL);
}

static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  g_assert_not_reached ();
}

static const struct
{
  const char *dropped;
  const char *begun; /* (nullable): NULL: it was refused */
} drops[] = {
  { "https://example.org/a", "https://example.org/a" },
  { "A talk https://example.org/a", "A talk https://example.org/a" },
  { "Only words", "Only words" },
  { "file:///etc/passwd", NULL },
  { " \n", NULL },
  { "", NULL },
};

static void
test_drop_begins_an_entry (void)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autofree char *begun = NULL;
  const GActionEntry entries[] = {
    { .name = "new-entry-from", .activate = entry_begun, .parameter_type = "s" },
  };
  GtkDropTarget *target;

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), &begun);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
  msp_link_catcher_add (window);
  target = find_drop_target (window);
  for (gsize i = 0; i < G_N_ELEMENTS (drops); i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      gboolean is_taken = FALSE;

      g_test_message ("%s", drops[i].dropped);
      g_clear_pointer (&begun, g_free);
      g_value_init (&value, G_TYPE_STRING);
      g_value_set_string (&value, drops[i].dropped);
      g_signal_emit_by_name (target, "drop", &value, 1.0, 1.0, &is_taken);
      g_assert_cmpint (is_taken, ==, drops[i].begun != NULL);
      g_assert_cmpstr (begun, ==, drops[i].begun);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();

  g_test_add_func ("/entry-form/line-takes-what-fits", test_line_takes_what_fits);
  g_test_add_func ("/entry-form/lines-take-what-fits", test_lines_take_what_fits);
  g_test_add_func ("/entry-form/drop-begins-an-entry", test_drop_begins_an_entry);

  return g_test_run ();
}
