/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/msp-entry-actions.h"
#include "app/widgets/msp-entry-list.h"
#include "app/widgets/msp-entry-row.h"
#include "app/widgets/msp-evidence-attach.h"
#include "app/widgets/msp-evidence-fields.h"
#include "app/widgets/msp-notice.h"
#include "base/msp-clock.h"
#include "journal/msp-journal-model.h"

typedef struct
{
  char              *folder;
  MspServices       *services;
  MspEvidenceFields *fields;
  MspContribution   *entry;
  guint              n_changes;
} Fixture;

static void
count_change (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *journal = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ms-programs-XXXXXX", NULL);
  journal = g_build_filename (fixture->folder, "journal.db", NULL);
  fixture->services = msp_services_new (journal, &error);
  g_assert_no_error (error);
  while (msp_services_get_store (fixture->services) == NULL)
    g_main_context_iteration (NULL, TRUE);

  fixture->fields = MSP_EVIDENCE_FIELDS (g_object_ref_sink (msp_evidence_fields_new ()));
  msp_evidence_fields_set_services (fixture->fields, fixture->services);
  fixture->entry = msp_contribution_new ();
  msp_evidence_fields_set_entry (fixture->fields, fixture->entry);
  g_signal_connect_swapped (fixture->fields, "changed", G_CALLBACK (count_change), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->fields);
  msp_contribution_free (fixture->entry);
  msp_services_close (fixture->services);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (fixture->services);
  g_free (fixture->folder);
}

/* (transfer none) (nullable): the @n-th widget of a type below another */
static GtkWidget *
find (GtkWidget *widget,
      GType      type,
      int       *n)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*n)-- == 0)
    return widget;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, n);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
nth (Fixture *fixture,
     GType    type,
     int      n)
{
  return find (GTK_WIDGET (fixture->fields), type, &n);
}

static void
type_link (Fixture    *fixture,
           int         row,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (nth (fixture, ADW_TYPE_ENTRY_ROW, row)), text);
}

static gboolean
is_good (Fixture *fixture)
{
  return msp_evidence_fields_read (fixture->fields, fixture->entry);
}

static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *remove;

  g_assert_true (is_good (fixture));
  g_assert_cmpuint (g_strv_length (fixture->entry->links), ==, 0);

  type_link (fixture, 0, "https://example.org/a");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  type_link (fixture, 1, "javascript:alert(1)");
  g_assert_null (nth (fixture, ADW_TYPE_ENTRY_ROW, 3));
  g_assert_false (is_good (fixture));
  g_assert_true (gtk_widget_has_css_class (nth (fixture, ADW_TYPE_ENTRY_ROW, 1), "error"));
  type_link (fixture, 1, "https://example.org/b");
  g_assert_true (is_good (fixture));
  g_assert_cmpstr (fixture->entry->links[0], ==, "https://example.org/a");
  g_assert_cmpstr (fixture->entry->links[1], ==, "https://example.org/b");
  g_assert_null (fixture->entry->links[2]);

  remove = g_object_get_data (G_OBJECT (nth (fixture, ADW_TYPE_ENTRY_ROW, 0)), "msp-remove-button");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remove further link 1");
  g_signal_emit_by_name (remove, "clicked");
  g_assert_true (is_good (fixture));
  g_assert_cmpstr (fixture->entry->links[0], ==, "https://example.org/b");
  g_assert_null (fixture->entry->links[1]);
}

static void
test_links_have_a_limit (Fixture       *fixture,
                         gconstpointer  data)
{
  for (int i = 0; i < 20; i++)
    type_link (fixture, i, "https://example.org/");
  g_assert_null (nth (fixture, ADW_TYPE_ENTRY_ROW, 20));
  g_assert_true (is_good (fixture));
  g_assert_cmpuint (g_strv_length (fixture->entry->links), ==, 20);
}

static GFile *
make_file (Fixture    *fixture,
           const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, name, -1, NULL));

  return g_file_new_for_path (path);
}

static void
wait_for_copies (Fixture *fixture)
{
  g_assert_false (is_good (fixture));
  while (!is_good (fixture))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_said (Fixture    *fixture,
             const char *text)
{
  GtkWidget *notice = nth (fixture, MSP_TYPE_NOTICE, 0);
  int n = 0;
  GtkWidget *label = find (notice, GTK_TYPE_LABEL, &n);

  if (text == NULL)
    g_assert_false (gtk_widget_get_visible (notice));
  else
    g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (label)), text));
}

static void
test_files (Fixture       *fixture,
            gconstpointer  data)
{
  const char *name = "Q&A <b>é 漢.txt";
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) first = make_file (fixture, name);
  g_autoptr (GFile) second = make_file (fixture, "second.pdf");
  g_autoptr (GFile) missing = g_file_new_for_path ("/nonexistent/missing.pdf");
  const MspAttachment *attachment;
  GtkWidget *row;

  g_list_store_append (files, first);
  g_list_store_append (files, missing);
  g_list_store_append (files, second);
  msp_evidence_fields_add_files (fixture->fields, G_LIST_MODEL (files));
  wait_for_copies (fixture);
  assert_said (fixture, "“missing.pdf” is not there any more.");
  g_assert_cmpuint (fixture->entry->attachments->len, ==, 2);
  attachment = g_ptr_array_index (fixture->entry->attachments, 0);
  g_assert_cmpstr (attachment->name, ==, name);
  row = nth (fixture, ADW_TYPE_ACTION_ROW, 1); /* behind that of the progress */
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, name);

  g_list_store_remove_all (files);
  g_list_store_append (files, first);
  msp_evidence_fields_add_files (fixture->fields, G_LIST_MODEL (files));
  wait_for_copies (fixture);
  assert_said (fixture, "is attached already");
  g_assert_cmpuint (fixture->entry->attachments->len, ==, 2);

  /* Shown again as it was saved, and removed. */
  msp_evidence_fields_set_entry (fixture->fields, fixture->entry);
  assert_said (fixture, NULL);
  row = nth (fixture, ADW_TYPE_ACTION_ROW, 1);
  for (int n = 0; row != NULL; n++)
    {
      int i = n;
      GtkWidget *button = find (row, GTK_TYPE_BUTTON, &i);

      if (g_strcmp0 (gtk_widget_get_tooltip_text (button), "Remove") == 0)
        {
          g_signal_emit_by_name (button, "clicked");
          break;
        }
    }
  g_assert_true (is_good (fixture));
  g_assert_cmpuint (fixture->entry->attachments->len, ==, 1);
  attachment = g_ptr_array_index (fixture->entry->attachments, 0);
  g_assert_cmpstr (attachment->name, ==, "second.pdf");
}

static void
test_given_up (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = make_file (fixture, "a.txt");

  g_list_store_append (files, file);
  g_list_store_append (files, file);
  msp_evidence_fields_add_files (fixture->fields, G_LIST_MODEL (files));
  g_object_run_dispose (G_OBJECT (fixture->fields));
}

/* What GTK does when files are let go of over a widget. */
static void
drop (GtkWidget *area,
      GFile     *file)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (area);
  g_autoptr (GObject) target = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken = FALSE;
  GSList *list = g_slist_append (NULL, file);

  for (guint i = 0; target == NULL; i++)
    {
      target = g_list_model_get_item (controllers, i);
      if (!GTK_IS_DROP_TARGET (target))
        g_clear_object (&target);
    }
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, list);
  g_signal_emit_by_name (target, "drop", &value, 0.0, 0.0, &is_taken);
  g_assert_true (is_taken);
  g_slist_free (list);
}

static void
test_dropped (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *area = g_object_ref_sink (gtk_label_new ("Drop here"));
  g_autoptr (GFile) file = make_file (fixture, "dropped.txt");

  msp_evidence_fields_accept_drops (fixture->fields, area);
  drop (area, file);
  wait_for_copies (fixture);
  g_assert_cmpuint (fixture->entry->attachments->len, ==, 1);
  g_object_unref (area);
}

typedef struct
{
  gboolean    is_done;
  gboolean    has_succeeded;
  const char *remark;
  GError     *error;
} Answer;

static void
attached (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Answer *answer = user_data;

  answer->has_succeeded = msp_evidence_attach_finish (MSP_SERVICES (source), result,
                                                      &answer->remark, &answer->error);
  answer->is_done = TRUE;
}

static Answer
attach (Fixture    *fixture,
        const char *id,
        GFile      *first,
        GFile      *second)
{
  g_autofree char *first_uri = g_file_get_uri (first);
  g_autofree char *second_uri = g_file_get_uri (second);
  const char *const uris[] = { first_uri, second_uri, NULL };
  Answer answer = { 0 };

  msp_evidence_attach_async (fixture->services, id, uris, NULL, attached, &answer);
  while (!answer.is_done)
    g_main_context_iteration (NULL, TRUE);

  return answer;
}

static char *
add_entry (Fixture *fixture)
{
  g_free (fixture->entry->title);
  fixture->entry->title = g_strdup ("An entry");
  g_free (fixture->entry->type);
  fixture->entry->type = g_strdup ("Blog");
  fixture->entry->date = msp_clock_today ();

  return msp_journal_store_add (msp_services_get_store (fixture->services), fixture->entry, NULL);
}

static gboolean
has_files (Fixture    *fixture,
           const char *id,
           guint       n)
{
  g_autoptr (MspContribution) entry =
    msp_journal_store_get (msp_services_get_store (fixture->services), id, NULL);

  return entry->attachments->len == n;
}

static GtkWidget *
find_row (GtkWidget *list)
{
  int n = 0;

  return find (list, MSP_TYPE_ENTRY_ROW, &n);
}

static void
test_dropped_on_a_row (Fixture       *fixture,
                       gconstpointer  data)
{
  MspJournalStore *store = msp_services_get_store (fixture->services);
  g_autofree char *id = add_entry (fixture);
  g_autoptr (GFile) file = make_file (fixture, "dropped.txt");
  g_autoptr (MspJournalModel) model = msp_journal_model_new (store);
  g_autoptr (MspJournalSelection) selection = msp_journal_selection_new (model);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *list = g_object_new (MSP_TYPE_ENTRY_LIST, NULL);
  g_autoptr (MspQuery) query = msp_query_new ();
  MspJournalRow *row = NULL;

  msp_journal_model_set_query (model, query);
  msp_entry_list_set_selection (MSP_ENTRY_LIST (list), selection);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), list);
  msp_entry_actions_add (overlay, fixture->services, ADW_TOAST_OVERLAY (overlay));
  gtk_window_set_child (GTK_WINDOW (window), overlay);
  gtk_window_present (GTK_WINDOW (window));
  while (row == NULL || msp_journal_row_get_summary (row) == NULL)
    {
      GtkWidget *widget = find_row (list);

      g_main_context_iteration (NULL, TRUE);
      row = widget != NULL ? msp_entry_row_get_row (MSP_ENTRY_ROW (widget)) : NULL;
    }

  drop (find_row (list), file);
  while (!has_files (fixture, id, 1))
    g_main_context_iteration (NULL, FALSE);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_attached_to_an_entry (Fixture       *fixture,
                           gconstpointer  data)
{
  MspJournalStore *store = msp_services_get_store (fixture->services);
  g_autoptr (GFile) first = make_file (fixture, "a.txt");
  g_autoptr (GFile) second = make_file (fixture, "b.txt");
  g_autoptr (GFile) missing = g_file_new_for_path ("/nonexistent/missing.pdf");
  g_autofree char *id = NULL;
  g_autoptr (MspContribution) none = NULL;
  g_autoptr (MspContribution) both = NULL;
  Answer answer;

  id = add_entry (fixture);
  answer = attach (fixture, id, first, missing);
  g_assert_false (answer.has_succeeded);
  g_assert_nonnull (answer.error);
  g_clear_error (&answer.error);
  none = msp_journal_store_get (store, id, NULL);
  g_assert_cmpuint (none->attachments->len, ==, 0);

  answer = attach (fixture, id, first, second);
  g_assert_no_error (answer.error);
  g_assert_null (answer.remark);
  both = msp_journal_store_get (store, id, NULL);
  g_assert_cmpuint (both->attachments->len, ==, 2);

  answer = attach (fixture, id, first, second);
  g_assert_no_error (answer.error);
  g_assert_cmpstr (answer.remark, ==, "It is attached already.");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
#define ADD(name, func) g_test_add ("/evidence-fields/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("links", test_links);
  ADD ("links-have-a-limit", test_links_have_a_limit);
  ADD ("files", test_files);
  ADD ("given-up", test_given_up);
  ADD ("dropped", test_dropped);
  ADD ("dropped-on-a-row", test_dropped_on_a_row);
  ADD ("attached-to-an-entry", test_attached_to_an_entry);
#undef ADD

  return g_test_run ();
}
