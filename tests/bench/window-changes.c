/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "window.h"

#include <stdlib.h>

#include "app/widgets/msp-entry-row.h"
#include "base/msp-clock.h"
#include "bench-scroll.h"
#include "journal/msp-journal-undo.h"

/* Entries of ours at the top of the list, each on a day of its own: one that is added between them is seen. */
#define LADDER 24
#define LADDER_DAYS 400
#define LADDER_PLACE 5
#define PAUSE_MS 30

typedef enum
{
  CHANGE_ADD,
  CHANGE_EDIT,
  CHANGE_DELETE,
  CHANGE_UNDO,
  N_CHANGES,
} Change;

static const char *const names[N_CHANGES] = {
  "change.add", "change.edit", "change.delete", "change.undo",
};

typedef struct
{
  BenchWindow     *window;
  MspJournalStore *store;
  MspContribution *entry;    /* (owned) (nullable): as it is saved */
  char            *id;       /* (owned) (nullable) */
  gint64           acked;    /* 0: not yet */
  const char      *title;    /* (nullable): of the row that is looked for; NULL to look that it is gone */
  guint            n_before;
  guint            n_seen;
  guint            n_frames_seen;
  GArray          *times[N_CHANGES];
  GArray          *right;
  GArray          *n_frames;
} Changing;

static void
must (gboolean      done,
      const GError *error)
{
  if (done)
    return;

  g_printerr ("window: %s\n", error != NULL ? error->message : "failed");
  exit (1);
}

static void
change_completed (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  Changing *self = data;
  g_autoptr (GError) error = NULL;

  self->acked = g_get_monotonic_time ();
  must (!g_task_had_error (G_TASK (result)), NULL);
  if (self->id != NULL)
    return;

  self->id = msp_journal_store_add_finish (self->store, result, &error);
  must (self->id != NULL, error);
}

static gboolean
is_acked (gpointer data)
{
  return ((Changing *) data)->acked != 0;
}

static void
look_for_entry (GtkWidget *widget,
                gpointer   data)
{
  Changing *self = data;
  MspJournalRow *row = MSP_IS_ENTRY_ROW (widget) ? msp_entry_row_get_row (MSP_ENTRY_ROW (widget))
                                                 : NULL;
  const MspEntrySummary *summary = row != NULL ? msp_journal_row_get_summary (row) : NULL;

  if (summary != NULL && g_str_equal (summary->id, self->id) &&
      (self->title == NULL || g_str_equal (summary->title, self->title)))
    self->n_seen++;
}

static gboolean
list_is_right (Changing *self)
{
  self->n_seen = 0;
  bench_list_foreach_visible (self->window->list, look_for_entry, self);

  return self->title != NULL ? self->n_seen == 1 : self->n_seen == 0;
}

/* Looked at after each frame that the window draws by itself. */
static gboolean
list_became_right (gpointer data)
{
  Changing *self = data;

  if (self->window->frames.n_frames == self->n_frames_seen)
    return FALSE;

  self->n_frames_seen = self->window->frames.n_frames;

  return list_is_right (self);
}

static void
wait_until_right (Changing *self)
{
  guint before = self->window->frames.n_frames;

  self->n_frames_seen = before;
  bench_wait (list_became_right, self, self->title != NULL ? self->title : "a row to go");
  bench_note (self->right, bench_since (self->acked));
  bench_note (self->n_frames, self->window->frames.n_frames - before);
}

static void
take_times (Changing   *self,
            Change      change,
            gint64      start,
            const char *title)
{
  bench_wait (is_acked, self, "the journal");
  bench_note (self->times[change], (double) (self->acked - start) / 1000.0);
  self->title = title;
  wait_until_right (self);
  bench_pause (PAUSE_MS);
  self->acked = 0;
}

static void
entry_read (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Changing *self = data;
  g_autoptr (GError) error = NULL;

  self->entry = msp_journal_store_get_finish (self->store, result, &error);
  must (self->entry != NULL, error);
}

static gboolean
is_read (gpointer data)
{
  return ((Changing *) data)->entry != NULL;
}

static MspContribution *
make_entry (const char *title,
            MspDay      date)
{
  MspContribution *entry = msp_contribution_new ();

  g_free (entry->title);
  entry->title = g_strdup (title);
  g_free (entry->type);
  entry->type = g_strdup ("Blog");
  g_free (entry->description);
  entry->description = g_strdup ("How to deploy the community's Kubernetes workshop, and what we learned");
  entry->date = date;
  entry->status = MSP_STATUS_PLANNED;

  return entry;
}

static void
add (Changing *self,
     guint     number)
{
  g_autofree char *title = g_strdup_printf ("Measured entry %u", number);
  g_autoptr (MspContribution) entry =
    make_entry (title, msp_clock_today () + LADDER_DAYS + LADDER - LADDER_PLACE);
  gint64 start = g_get_monotonic_time ();

  msp_journal_store_add_async (self->store, entry, NULL, change_completed, self);
  take_times (self, CHANGE_ADD, start, entry->title);
}

static void
edit (Changing *self)
{
  gint64 start;

  msp_journal_store_get_async (self->store, self->id, NULL, entry_read, self);
  bench_wait (is_read, self, "an entry");
  g_free (self->entry->title);
  self->entry->title = g_strdup ("Measured entry, edited");
  start = g_get_monotonic_time ();
  msp_journal_store_update_async (self->store, self->entry, NULL, change_completed, self);
  take_times (self, CHANGE_EDIT, start, "Measured entry, edited");
  g_clear_pointer (&self->entry, msp_contribution_free);
}

static void
delete_entry (Changing *self)
{
  const char *const ids[] = { self->id, NULL };
  gint64 start = g_get_monotonic_time ();

  msp_journal_store_delete_async (self->store, ids, NULL, change_completed, self);
  take_times (self, CHANGE_DELETE, start, NULL);
}

static void
undo (Changing *self)
{
  gint64 start = g_get_monotonic_time ();

  msp_journal_store_undo_async (self->store, 0, change_completed, self);
  take_times (self, CHANGE_UNDO, start, "Measured entry, edited");
}

static gboolean
has_ladder (gpointer data)
{
  Changing *self = data;
  GListModel *model = G_LIST_MODEL (self->window->model);

  return !msp_journal_model_is_loading (self->window->model) &&
         g_list_model_get_n_items (model) == self->n_before + LADDER;
}

static void
make_ladder (Changing *self)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->window->list));
  g_autoptr (GError) error = NULL;

  self->n_before = g_list_model_get_n_items (G_LIST_MODEL (self->window->model));
  for (int i = 0; i < LADDER; i++)
    {
      g_autoptr (MspContribution) entry =
        make_entry ("Between these", msp_clock_today () + LADDER_DAYS + i);
      g_autofree char *id = msp_journal_store_add (self->store, entry, &error);

      must (id != NULL, error);
    }
  bench_wait (has_ladder, self, "the first entries");
  bench_pause (PAUSE_MS * 10);
  /* The list keeps in view what was there before; it takes a frame to see what is above. */
  do
    {
      gtk_adjustment_set_value (place, 0);
      bench_window_fill (self->window);
    }
  while (gtk_adjustment_get_value (place) >= 1);
}

void
bench_changes_run (BenchWindow *window,
                   guint        n_changes)
{
  Changing self = { .window = window, .store = msp_services_get_store (window->services) };

  self.right = g_array_new (FALSE, FALSE, sizeof (double));
  self.n_frames = g_array_new (FALSE, FALSE, sizeof (double));
  for (int i = 0; i < N_CHANGES; i++)
    self.times[i] = g_array_new (FALSE, FALSE, sizeof (double));

  make_ladder (&self);
  for (guint i = 0; i < n_changes; i++)
    {
      add (&self, i);
      edit (&self);
      delete_entry (&self);
      undo (&self);
      /* Not measured twice: the next one begins with the list as it was. */
      delete_entry (&self);
      g_clear_pointer (&self.id, g_free);
    }

  for (int i = 0; i < N_CHANGES; i++)
    {
      bench_print (names[i], self.times[i]);
      g_array_unref (self.times[i]);
    }
  bench_print ("change.right", self.right);
  bench_print ("change.frames", self.n_frames);
  g_array_unref (self.right);
  g_array_unref (self.n_frames);
}
