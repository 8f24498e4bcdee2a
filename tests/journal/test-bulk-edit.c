/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/msp-clock.h"
#include "journal/msp-bulk-edit.h"
#include "journal/msp-journal-store.h"
#include "journal/msp-journal-undo.h"

static GStrv
split (const char *words)
{
  return g_strsplit (words, ";", -1);
}

static char *
apply_tags (const char *before,
            const char *added,
            const char *removed)
{
  g_autoptr (MspContribution) entry = msp_contribution_new ();
  g_autoptr (MspBulkEdit) edit = msp_bulk_edit_new ();

  g_strfreev (entry->tags);
  entry->tags = split (before);
  edit->add_tags = added != NULL ? split (added) : NULL;
  edit->remove_tags = removed != NULL ? split (removed) : NULL;
  g_assert_true (msp_bulk_edit_apply (entry, edit));

  return g_strjoinv (";", entry->tags);
}

static void
test_tags_are_added_and_removed (void)
{
  static const struct
  {
    const char *before;
    const char *added;
    const char *removed;
    const char *after;
  } cases[] = {
    { "old", "new", NULL, "old;new" },
    { "old", "OLD", NULL, "old" },
    { "Café;old", NULL, "cafe", "old" },
    { "old", NULL, "new", "old" },
    { "", "new;newer", NULL, "new;newer" },
    { "old;new", "new;newest", "old", "new;newest" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *after = apply_tags (cases[i].before, cases[i].added, cases[i].removed);

      g_assert_cmpstr (after, ==, cases[i].after);
    }
}

static void
test_nothing_given_changes_nothing (void)
{
  g_autoptr (MspContribution) entry = msp_contribution_new ();
  g_autoptr (MspContribution) before = NULL;
  g_autoptr (MspBulkEdit) edit = msp_bulk_edit_new ();

  entry->status = MSP_STATUS_PLANNED;
  entry->in_portal = 42;
  entry->is_high_impact = TRUE;
  before = msp_contribution_copy (entry);
  g_assert_true (msp_bulk_edit_apply (entry, edit));
  g_assert_true (msp_contribution_equal (entry, before));
}

static void
test_the_day_in_the_portal_is_kept (void)
{
  g_autoptr (MspContribution) entry = msp_contribution_new ();
  g_autoptr (MspBulkEdit) edit = msp_bulk_edit_new ();

  edit->in_portal = MSP_WHETHER_YES;
  g_assert_true (msp_bulk_edit_apply (entry, edit));
  g_assert_cmpint (entry->in_portal, ==, msp_clock_today ());
  entry->in_portal -= 10;
  g_assert_true (msp_bulk_edit_apply (entry, edit));
  g_assert_cmpint (entry->in_portal, ==, msp_clock_today () - 10);
  edit->in_portal = MSP_WHETHER_NO;
  g_assert_true (msp_bulk_edit_apply (entry, edit));
  g_assert_cmpint (entry->in_portal, ==, MSP_DAY_NONE);
}

static char *
add_entry (MspJournalStore *store,
           const char      *title)
{
  g_autoptr (MspContribution) entry = msp_contribution_new ();
  g_autoptr (GError) error = NULL;
  char *id;

  g_free (entry->title);
  entry->title = g_strdup (title);
  g_free (entry->type);
  entry->type = g_strdup ("Blog");
  entry->date = msp_clock_today ();
  id = msp_journal_store_add (store, entry, &error);
  g_assert_no_error (error);

  return id;
}

static void
removed (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GError **error = user_data;

  if (msp_journal_store_remove_finish (MSP_JOURNAL_STORE (source), result, error))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, "done");
}

/* NULL error: all went well */
static GError *
remove_and_wait (MspJournalStore    *store,
                 const char *const  *ids)
{
  GError *error = NULL;

  msp_journal_store_remove_async (store, ids, removed, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    g_clear_error (&error);

  return error;
}

static guint
count_trash (MspJournalStore *store)
{
  g_autoptr (MspQuery) query = msp_query_new ();
  g_autoptr (GPtrArray) list = NULL;

  query->trash = TRUE;
  list = msp_journal_store_list (store, query, NULL);

  return list->len;
}

static void
test_only_the_trash_is_removed_for_good (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "journal.db", NULL);
  g_autoptr (MspJournalStore) store = msp_journal_store_open (path, FALSE, NULL);
  g_autofree char *kept = add_entry (store, "kept");
  g_autofree char *first = add_entry (store, "first");
  g_autofree char *second = add_entry (store, "second");
  const char *const deleted[] = { first, second, NULL };
  const char *const one[] = { first, NULL };
  const char *const wrong[] = { second, kept, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (msp_journal_store_delete (store, deleted, NULL));
  g_assert_null (remove_and_wait (store, one));
  g_assert_cmpuint (count_trash (store), ==, 1);

  /* All or none: one that is not in the trash keeps the other there. */
  error = remove_and_wait (store, wrong);
  g_assert_error (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_trash (store), ==, 1);

  g_assert_null (remove_and_wait (store, NULL));
  g_assert_cmpuint (count_trash (store), ==, 0);
  g_clear_error (&error);
  {
    g_autoptr (MspContribution) entry = msp_journal_store_get (store, kept, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (entry->title, ==, "kept");
  }
  msp_journal_store_close (store);
}

typedef struct
{
  GCancellable *cancellable;
  guint         n_edited;
  GError       *error;
  gboolean      is_done;
} Cancelling;

/* On the worker: somebody has enough after the second entry. */
static gboolean
rename_until_cancelled (MspContribution *entry,
                        gpointer         data)
{
  Cancelling *self = data;

  g_free (entry->title);
  entry->title = g_strdup ("renamed");
  if (++self->n_edited == 2)
    g_cancellable_cancel (self->cancellable);

  return TRUE;
}

static void
renamed (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Cancelling *self = user_data;

  msp_journal_store_edit_many_finish (MSP_JOURNAL_STORE (source), result, &self->error);
  self->is_done = TRUE;
}

static void
test_what_is_cancelled_changes_nothing (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "cancelled.db", NULL);
  g_autoptr (MspJournalStore) store = msp_journal_store_open (path, FALSE, NULL);
  g_autofree char *first = add_entry (store, "as it was");
  g_autofree char *second = add_entry (store, "as it was");
  g_autofree char *third = add_entry (store, "as it was");
  const char *const ids[] = { first, second, third, NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (MspQuery) query = msp_query_new ();
  g_autoptr (GPtrArray) list = NULL;
  Cancelling cancelling = { .cancellable = cancellable };

  msp_journal_store_edit_many_async (store, ids, rename_until_cancelled, &cancelling, NULL, cancellable,
                                     renamed, &cancelling);
  while (!cancelling.is_done)
    g_main_context_iteration (NULL, TRUE);

  g_assert_error (cancelling.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&cancelling.error);
  g_assert_cmpuint (cancelling.n_edited, ==, 2);
  query->search = g_strdup ("renamed");
  list = msp_journal_store_list (store, query, NULL);
  g_assert_cmpuint (list->len, ==, 0);
  msp_journal_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/bulk-edit/tags-are-added-and-removed", test_tags_are_added_and_removed);
  g_test_add_func ("/bulk-edit/nothing-given-changes-nothing", test_nothing_given_changes_nothing);
  g_test_add_func ("/bulk-edit/the-day-in-the-portal-is-kept", test_the_day_in_the_portal_is_kept);
  g_test_add_func ("/bulk-edit/only-the-trash-is-removed-for-good",
                   test_only_the_trash_is_removed_for_good);
  g_test_add_func ("/bulk-edit/what-is-cancelled-changes-nothing", test_what_is_cancelled_changes_nothing);

  return g_test_run ();
}
