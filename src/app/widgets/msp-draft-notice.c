/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-draft-notice"

#include "app/widgets/msp-draft-notice.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-notice.h"
#include "journal/msp-draft.h"

#define OFFER "msp-draft-offer"

/* Kept by the notice. */
typedef struct
{
  MspNotice   *notice;   /* (unowned) */
  MspServices *services; /* (owned) */
  char        *path;     /* (owned) (nullable): of the draft that is offered */
  char        *id;       /* (owned) (nullable): of its entry; NULL: a new one */
  gboolean     is_over;  /* the drafts of the last time are dealt with */
} Offer;

static void
offer_free (Offer *self)
{
  g_object_unref (self->services);
  g_free (self->path);
  g_free (self->id);
  g_free (self);
}

static char *
describe (const MspContribution *draft,
          gboolean               is_new)
{
  if (*draft->title == '\0')
    return g_strdup (is_new ? _ ("A contribution was typed and not saved.")
                            : _ ("A contribution was changed and not saved."));

  return g_strdup_printf (is_new ? _ ("“%s” was typed and not saved.")
                                 : _ ("“%s” was changed and not saved."), draft->title);
}

static void
show_draft (Offer *self)
{
  g_autoptr (MspContribution) draft = msp_draft_read (self->path, NULL);
  g_autofree char *text = NULL;

  if (draft == NULL)
    return;

  text = describe (draft, self->id == NULL);
  msp_notice_say (self->notice, text, _ ("Open It"));
}

static void
entry_read (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MspNotice) notice = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MspContribution) entry =
    msp_journal_store_get_finish (MSP_JOURNAL_STORE (source), result, &error);
  Offer *self = g_object_get_data (G_OBJECT (notice), OFFER);

  /* What was typed about an entry that is gone can still become a new one. */
  if (entry == NULL && g_error_matches (error, MSP_JOURNAL_ERROR, MSP_JOURNAL_ERROR_NOT_FOUND) &&
      msp_draft_make_new (self->path, msp_services_get_journal_path (self->services)))
    {
      g_clear_pointer (&self->id, g_free);
      g_free (self->path);
      self->path = msp_draft_path_of_new (msp_services_get_journal_path (self->services), FALSE);
    }

  show_draft (self);
}

/* The first draft that there is. */
static void
look (Offer *self)
{
  MspJournalStore *store = msp_services_get_store (self->services);
  g_auto (GStrv) paths = NULL;

  if (store == NULL || self->is_over || !msp_services_get_can_write (self->services))
    return;

  self->is_over = TRUE;
  paths = msp_draft_list (msp_services_get_journal_path (self->services));
  if (paths[0] == NULL)
    return;

  self->path = g_strdup (paths[0]);
  self->id = msp_draft_get_id (self->path);
  if (self->id != NULL)
    msp_journal_store_get_async (store, self->id, NULL, entry_read, g_object_ref (self->notice));
  else
    show_draft (self);
}

static void
opened (MspNotice *notice)
{
  Offer *self = g_object_get_data (G_OBJECT (notice), OFFER);

  msp_notice_say (notice, NULL, NULL);
  if (self->id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (notice), "win.edit-entry", "s", self->id);
  else
    gtk_widget_activate_action (GTK_WIDGET (notice), "win.new-entry", NULL);
}

/* The form has shown it, or another one is left. */
static void
window_active (GtkWindow  *window,
               GParamSpec *pspec,
               MspNotice  *notice)
{
  Offer *self = g_object_get_data (G_OBJECT (notice), OFFER);

  if (self->path == NULL || g_file_test (self->path, G_FILE_TEST_EXISTS))
    return;

  msp_notice_say (notice, NULL, NULL);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->id, g_free);
  if (gtk_window_is_active (window))
    {
      self->is_over = FALSE;
      look (self);
    }
}

static void
rooted (GtkWidget *notice)
{
  if (GTK_IS_WINDOW (gtk_widget_get_root (notice)))
    g_signal_connect_object (gtk_widget_get_root (notice), "notify::is-active",
                             G_CALLBACK (window_active), notice, 0);
}

static gboolean
begin (gpointer user_data)
{
  MspNotice *notice = MSP_NOTICE (user_data);

  look (g_object_get_data (G_OBJECT (notice), OFFER));

  return G_SOURCE_REMOVE;
}

void
msp_draft_notice_add (GtkBox      *box,
                      MspServices *services)
{
  GtkWidget *notice = g_object_new (MSP_TYPE_NOTICE, NULL);
  Offer *offer = g_new0 (Offer, 1);

  g_return_if_fail (GTK_IS_BOX (box));

  offer->notice = MSP_NOTICE (notice);
  offer->services = g_object_ref (services);
  g_object_set_data_full (G_OBJECT (notice), OFFER, offer, (GDestroyNotify) offer_free);
  msp_notice_add_close (MSP_NOTICE (notice));
  gtk_widget_add_css_class (notice, "window-notice");
  g_signal_connect (notice, "answered", G_CALLBACK (opened), NULL);
  g_signal_connect (notice, "notify::root", G_CALLBACK (rooted), NULL);
  gtk_box_insert_child_after (box, notice, gtk_widget_get_first_child (GTK_WIDGET (box)));
  g_signal_connect_object (services, "notify::store", G_CALLBACK (begin), notice, G_CONNECT_SWAPPED);
  /* The first frame waits for nothing. */
  g_idle_add_full (G_PRIORITY_LOW, begin, g_object_ref (notice), g_object_unref);
}
