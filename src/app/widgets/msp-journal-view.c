/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-view"

#include "app/widgets/msp-journal-view.h"

#include "app/msp-format.h"
#include "app/widgets/msp-entry-list.h"

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

  MspServices         *services;  /* (owned) (nullable) */
  MspJournalSelection *selection; /* (owned) (nullable) */
  char                *search;    /* (owned) (nullable) */
  MspSort              sort;
  gboolean             is_reversed;
};

G_DEFINE_FINAL_TYPE (MspJournalView, msp_journal_view, ADW_TYPE_BIN)

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

void
msp_journal_view_set_shown (MspJournalView *self,
                            const char     *name)
{
  g_return_if_fail (MSP_IS_JOURNAL_VIEW (self) && self->selection != NULL);

  gtk_stack_set_visible_child_name (self->stack, "list");
}

void
msp_journal_view_set_search (MspJournalView *self,
                             const char     *search)
{
  g_return_if_fail (MSP_IS_JOURNAL_VIEW (self));

  g_free (self->search);
  self->search = g_strdup (search);
  msp_entry_list_set_search (self->list, search);
}

void
msp_journal_view_set_sort (MspJournalView *self,
                           MspSort         sort,
                           gboolean        is_reversed)
{
  g_return_if_fail (MSP_IS_JOURNAL_VIEW (self));

  self->sort = sort;
  self->is_reversed = is_reversed;
}

void
msp_journal_view_show (MspJournalView *self,
                       guint           position)
{
  g_return_if_fail (MSP_IS_JOURNAL_VIEW (self));

  msp_entry_list_show (self->list, position);
}

void
msp_journal_view_focus (MspJournalView *self)
{
  g_return_if_fail (MSP_IS_JOURNAL_VIEW (self));

  msp_entry_list_focus (self->list);
}
