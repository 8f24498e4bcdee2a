/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-view"

#include "app/widgets/msp-journal-view.h"

#include "app/msp-format.h"
#include "app/widgets/msp-entry-list.h"
#include "app/widgets/msp-entry-table.h"
#include "app/widgets/msp-figure-table.h"
#include "base/msp-clock.h"

/**
 * MspJournalView:
 *
 * The journal's contributions, one of several ways of seeing them at a time.
 */
struct _MspJournalView
{
  AdwBin               parent_instance;

  GtkStack            *stack;     /* in it */
  MspEntryList        *list;      /* in the stack */
  MspEntryTable       *table;     /* (nullable) in the stack */
  MspFigureTable      *figures;   /* (nullable) in the stack */

  MspServices         *services;  /* (owned) (nullable) */
  MspJournalSelection *selection; /* (owned) (nullable) */
  char                *search;    /* (owned) (nullable) */
  MspSort              sort;
  gboolean             is_reversed;
};

G_DEFINE_FINAL_TYPE (MspJournalView, msp_journal_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_QUERY_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
add_view (MspJournalView *self,
          GtkWidget      *view,
          const char     *name)
{
  gtk_stack_add_named (self->stack, view, name);
  msp_format_hide_when_unmapped (view);
}

static void
msp_journal_view_dispose (GObject *object)
{
  MspJournalView *self = MSP_JOURNAL_VIEW (object);

  g_clear_object (&self->services);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->search, g_free);

  G_OBJECT_CLASS (msp_journal_view_parent_class)->dispose (object);
}

static void
msp_journal_view_class_init (MspJournalViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msp_journal_view_dispose;

  /**
   * MspJournalView::query-changed:
   * @self: the view
   */
  signals[SIGNAL_QUERY_CHANGED] =
    g_signal_new ("query-changed", MSP_TYPE_JOURNAL_VIEW, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
msp_journal_view_init (MspJournalView *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  self->list = g_object_new (MSP_TYPE_ENTRY_LIST, NULL);
  add_view (self, GTK_WIDGET (self->list), "list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

void
msp_journal_view_set_journal (MspJournalView      *self,
                              MspServices         *services,
                              MspJournalSelection *selection)
{
  g_return_if_fail (MSP_IS_JOURNAL_VIEW (self) && self->selection == NULL);

  self->services = g_object_ref (services);
  self->selection = g_object_ref (selection);
  msp_entry_list_set_selection (self->list, selection);
}

static void
say_query_changed (MspJournalView *self)
{
  g_signal_emit (self, signals[SIGNAL_QUERY_CHANGED], 0);
}

static void
make_figures (MspJournalView *self)
{
  self->figures = MSP_FIGURE_TABLE (msp_figure_table_new ());
  msp_figure_table_set_services (self->figures, self->services);
  msp_figure_table_set_selection (self->figures, self->selection);
  g_signal_connect_object (self->figures, "notify::older-only", G_CALLBACK (say_query_changed), self,
                           G_CONNECT_SWAPPED);
  add_view (self, GTK_WIDGET (self->figures), "figures");
}

static gboolean
shows_figures (MspJournalView *self)
{
  return self->figures != NULL &&
         gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->figures);
}

static void
make_table (MspJournalView *self)
{
  self->table = g_object_new (MSP_TYPE_ENTRY_TABLE, NULL);
  msp_entry_table_set_settings (self->table, msp_services_get_settings (self->services));
  msp_entry_table_set_search (self->table, self->search);
  msp_entry_table_set_sort (self->table, self->sort, self->is_reversed);
  msp_entry_table_set_selection (self->table, self->selection);
  add_view (self, GTK_WIDGET (self->table), "table");
}

static gboolean
shows_table (MspJournalView *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "table") == 0;
}

/* Returns the row at the top, which the next view shows too. */
static guint
leave_view (MspJournalView *self)
{
  if (shows_table (self))
    return msp_entry_table_leave (self->table);

  return shows_figures (self) ? msp_figure_table_leave (self->figures)
                              : msp_entry_list_leave (self->list);
}

static void
enter_view (MspJournalView *self,
            const char     *name,
            guint           position)
{
  if (g_str_equal (name, "figures"))
    {
      if (self->figures == NULL)
        make_figures (self);
      msp_figure_table_enter (self->figures, position);
    }
  else if (g_str_equal (name, "table"))
    {
      if (self->table == NULL)
        make_table (self);
      msp_entry_table_enter (self->table, position);
    }
  else
    {
      msp_entry_list_enter (self->list, position);
    }
  gtk_stack_set_visible_child_name (self->stack, name);
}

void
msp_journal_view_set_shown (MspJournalView *self,
                            const char     *name)
{
  g_return_if_fail (MSP_IS_JOURNAL_VIEW (self) && self->selection != NULL);

  /* A name from the settings may be anything. */
  if (!g_str_equal (name, "figures") && !g_str_equal (name, "table"))
    name = "list";
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0)
    return;

  enter_view (self, name, leave_view (self));
  if (self->figures != NULL && msp_figure_table_get_older_only (self->figures))
    say_query_changed (self);
}

void
msp_journal_view_narrow (MspJournalView *self,
                         MspQuery       *query)
{
  g_return_if_fail (MSP_IS_JOURNAL_VIEW (self) && query != NULL);

  if (shows_figures (self) && msp_figure_table_get_older_only (self->figures))
    query->figures_before = msp_clock_today () - MSP_FIGURE_TABLE_DAYS;
}

void
msp_journal_view_clear (MspJournalView *self)
{
  g_return_if_fail (MSP_IS_JOURNAL_VIEW (self));

  if (self->figures != NULL)
    msp_figure_table_set_older_only (self->figures, FALSE);
}

void
msp_journal_view_set_search (MspJournalView *self,
                             const char     *search)
{
  g_return_if_fail (MSP_IS_JOURNAL_VIEW (self));

  g_free (self->search);
  self->search = g_strdup (search);
  msp_entry_list_set_search (self->list, search);
  if (self->table != NULL)
    msp_entry_table_set_search (self->table, search);
}

void
msp_journal_view_set_sort (MspJournalView *self,
                           MspSort         sort,
                           gboolean        is_reversed)
{
  g_return_if_fail (MSP_IS_JOURNAL_VIEW (self));

  self->sort = sort;
  self->is_reversed = is_reversed;
  if (self->table != NULL)
    msp_entry_table_set_sort (self->table, sort, is_reversed);
}

void
msp_journal_view_show (MspJournalView *self,
                       guint           position)
{
  g_return_if_fail (MSP_IS_JOURNAL_VIEW (self));

  if (shows_figures (self))
    msp_figure_table_show (self->figures, position);
  else if (shows_table (self))
    msp_entry_table_show (self->table, position);
  else
    msp_entry_list_show (self->list, position);
}

void
msp_journal_view_focus (MspJournalView *self)
{
  g_return_if_fail (MSP_IS_JOURNAL_VIEW (self));

  if (shows_figures (self))
    msp_figure_table_focus (self->figures);
  else if (shows_table (self))
    msp_entry_table_focus (self->table);
  else
    msp_entry_list_focus (self->list);
}
