/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-saver"

#include "app/widgets/msp-entry-saver.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-entry-dialog.h"
#include "base/msp-clock.h"

/**
 * MspEntrySaver:
 *
 * Saves what stands in a form, over nobody's change that was not seen.
 */
struct _MspEntrySaver
{
  GObject          parent_instance;

  GtkWindow       *window;   /* (unowned) (nullable): NULL once it is gone */
  MspEntryForm    *form;     /* (unowned) (nullable): NULL once it is gone */
  MspServices     *services; /* (owned) */
  MspContribution *theirs;   /* (owned) (nullable): what stands in the way of saving */
  char            *title;    /* (owned) (nullable): of what is being saved */
  char            *id;       /* (owned) (nullable): of what is being saved, unless it is new */
  gboolean         is_busy;
};

G_DEFINE_FINAL_TYPE (MspEntrySaver, msp_entry_saver, G_TYPE_OBJECT)

enum
{
  SIGNAL_SAVED,
  SIGNAL_FAILED,
  SIGNAL_REPLACED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
save_mine (MspEntrySaver *self)
{
  g_autoptr (MspContribution) entry = msp_entry_form_read (self->form, NULL);

  /* Saved over what was read last, and over nothing newer than that. */
  g_clear_pointer (&entry->modified, g_free);
  if (self->theirs != NULL)
    entry->modified = g_strdup (self->theirs->modified);
  else
    g_clear_pointer (&entry->id, g_free);
  msp_entry_form_set_entry (self->form, entry);
  msp_entry_saver_save (self);
}

static void
conflict_answered (MspEntrySaver *self,
                   const char    *response,
                   GtkWindow     *dialog)
{
  gtk_window_set_transient_for (dialog, NULL); /* it may outlive the window */
  if (self->form == NULL)
    return;

  if (g_str_equal (response, MSP_ENTRY_DIALOG_MINE))
    save_mine (self);
  if (!g_str_equal (response, MSP_ENTRY_DIALOG_THEIRS))
    return;

  msp_entry_form_set_entry (self->form, self->theirs);
  g_signal_emit (self, signals[SIGNAL_REPLACED], 0);
}

static void
theirs_read (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MspEntrySaver) self = user_data;
  g_autoptr (MspContribution) mine = NULL;
  GtkWidget *dialog;

  g_clear_pointer (&self->theirs, msp_contribution_free);
  self->theirs = msp_journal_store_get_finish (MSP_JOURNAL_STORE (source), result, NULL);
  if (self->form == NULL || self->window == NULL)
    return;

  mine = msp_entry_form_read (self->form, NULL);
  dialog = msp_entry_dialog_conflict (self->window, mine, self->theirs);
  g_signal_connect_object (dialog, "response", G_CALLBACK (conflict_answered), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The text stays where it is, so that the same Save works once it is mended. */
static void
fail (MspEntrySaver   *self,
      MspJournalStore *store,
      const GError    *error)
{
  g_autofree char *text =
    msp_database_error_to_text (error, msp_services_get_journal_path (self->services));

  if (self->id != NULL && (g_error_matches (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_CHANGED) ||
                           g_error_matches (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_NOT_FOUND)))
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, NULL);
      msp_journal_store_get_async (store, self->id, NULL, theirs_read, g_object_ref (self));
      return;
    }

  g_signal_emit (self, signals[SIGNAL_FAILED], 0, text);
}

static void
entry_added (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MspEntrySaver) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id =
    msp_journal_store_add_finish (MSP_JOURNAL_STORE (source), result, &error);

  self->is_busy = FALSE;
  if (id != NULL)
    g_signal_emit (self, signals[SIGNAL_SAVED], 0, self->title, id);
  else
    fail (self, MSP_JOURNAL_STORE (source), error);
}

static void
entry_updated (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (MspEntrySaver) self = user_data;
  g_autoptr (GError) error = NULL;

  self->is_busy = FALSE;
  if (msp_journal_store_update_finish (MSP_JOURNAL_STORE (source), result, &error))
    g_signal_emit (self, signals[SIGNAL_SAVED], 0, self->title, self->id);
  else
    fail (self, MSP_JOURNAL_STORE (source), error);
}

static void
remember_type (MspEntrySaver         *self,
               const MspContribution *entry)
{
  GSettings *settings = msp_services_get_settings (self->services);

  if (settings != NULL)
    g_settings_set_string (settings, "last-type", entry->type);
}

static void
msp_entry_saver_dispose (GObject *object)
{
  MspEntrySaver *self = MSP_ENTRY_SAVER (object);

  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->form);
  g_clear_object (&self->services);
  g_clear_pointer (&self->theirs, msp_contribution_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (msp_entry_saver_parent_class)->dispose (object);
}

static void
msp_entry_saver_class_init (MspEntrySaverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msp_entry_saver_dispose;

  /**
   * MspEntrySaver::saved:
   * @self: the saver
   * @title: of the entry
   * @id: of the entry
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", MSP_TYPE_ENTRY_SAVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  /**
   * MspEntrySaver::failed:
   * @self: the saver
   * @text: (nullable): why, or `NULL` if a dialog says it
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", MSP_TYPE_ENTRY_SAVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * MspEntrySaver::replaced:
   * @self: the saver
   *
   * The form holds what somebody else saved.
   */
  signals[SIGNAL_REPLACED] = g_signal_new ("replaced", MSP_TYPE_ENTRY_SAVER, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
msp_entry_saver_init (MspEntrySaver *self)
{
}

MspEntrySaver *
msp_entry_saver_new (GtkWindow    *window,
                     MspEntryForm *form,
                     MspServices  *services)
{
  MspEntrySaver *self = g_object_new (MSP_TYPE_ENTRY_SAVER, NULL);

  g_set_weak_pointer (&self->window, window);
  g_set_weak_pointer (&self->form, form);
  self->services = g_object_ref (services);

  return self;
}

void
msp_entry_saver_save (MspEntrySaver *self)
{
  MspJournalStore *store = msp_services_get_store (self->services);
  g_autoptr (MspContribution) entry = NULL;
  gboolean is_valid = FALSE;

  g_return_if_fail (MSP_IS_ENTRY_SAVER (self) && self->form != NULL);

  entry = msp_entry_form_read (self->form, &is_valid);
  if (!is_valid || self->is_busy)
    return;
  if (store == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, _ ("The journal is not open."));
      return;
    }

  self->is_busy = TRUE;
  g_free (self->title);
  self->title = g_strdup (entry->title);
  g_free (self->id);
  self->id = g_strdup (entry->id);
  remember_type (self, entry);
  if (entry->id != NULL)
    msp_journal_store_update_async (store, entry, NULL, entry_updated, g_object_ref (self));
  else
    msp_journal_store_add_async (store, entry, NULL, entry_added, g_object_ref (self));
}

gboolean
msp_entry_saver_is_busy (MspEntrySaver *self)
{
  g_return_val_if_fail (MSP_IS_ENTRY_SAVER (self), FALSE);

  return self->is_busy;
}

MspContribution *
msp_entry_saver_make_new (MspServices *services)
{
  MspContribution *entry = msp_contribution_new ();
  GSettings *settings = msp_services_get_settings (services);

  entry->date = msp_clock_today ();
  if (settings != NULL)
    {
      g_free (entry->type);
      entry->type = g_settings_get_string (settings, "last-type");
    }

  return entry;
}
