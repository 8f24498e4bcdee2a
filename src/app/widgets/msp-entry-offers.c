/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-offers"

#include "app/widgets/msp-entry-offers.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-notice.h"
#include "base/msp-text.h"

#define SHOWN_MAX 60 /* characters of a link */
#define LAST_LINK "msp-last-link" /* of the services: in a form before; it may still be on the clipboard */

/**
 * MspEntryOffers:
 *
 * What may be of use while an entry is typed: the same one that is there already, a link on the
 * clipboard.
 */
struct _MspEntryOffers
{
  GtkBox           parent_instance;

  MspNotice       *duplicate_notice; /* in it */
  MspNotice       *clipboard_notice;

  MspEntryForm    *form;        /* (unowned) (nullable): NULL once it is gone */
  MspServices     *services;    /* (owned) (nullable): NULL until set */
  MspContribution *duplicate;   /* (owned) (nullable): what looks the same */
  MspSharedText   *clipboard;   /* (owned) (nullable): with a link */
  GCancellable    *cancellable; /* (owned): of the search for duplicates */
};

G_DEFINE_FINAL_TYPE (MspEntryOffers, msp_entry_offers, GTK_TYPE_BOX)

enum
{
  SIGNAL_OTHER_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
duplicates_found (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (MspEntryOffers) self = user_data;
  g_autoptr (GPtrArray) list =
    msp_journal_store_duplicates_finish (MSP_JOURNAL_STORE (source), result, NULL);
  g_autofree char *text = NULL;

  if (list == NULL || self->form == NULL)
    return;

  g_clear_pointer (&self->duplicate, msp_contribution_free);
  if (list->len > 0)
    {
      g_autofree char *date = NULL;

      self->duplicate = msp_contribution_copy (g_ptr_array_index (list, 0));
      date = msp_day_to_text (self->duplicate->date);
      text = g_strdup_printf (_ ("The journal has this already: “%s” of %s."),
                              self->duplicate->title, date);
    }
  msp_notice_say (self->duplicate_notice, text, _ ("Open the Other"));
}

static void
cancel (MspEntryOffers *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
}

/* Asked when a field that decides is left or pasted into, not at every key. */
static void
look_for_duplicates (MspEntryOffers *self)
{
  g_autoptr (MspContribution) entry = NULL;
  MspJournalStore *store = msp_services_get_store (self->services);

  if (store == NULL)
    return;

  entry = msp_entry_form_read (self->form, NULL);
  cancel (self);
  msp_journal_store_duplicates_async (store, entry, self->cancellable, duplicates_found,
                                      g_object_ref (self));
}

static void
link_changed (MspEntryOffers *self,
              gboolean        is_whole)
{
  const char *url = msp_entry_form_get_url (self->form);

  if (is_whole)
    look_for_duplicates (self);
  if (*url == '\0')
    return;

  msp_notice_say (self->clipboard_notice, NULL, NULL);
  g_object_set_data_full (G_OBJECT (self->services), LAST_LINK, g_strdup (url), g_free);
}

static void
other_wanted (MspEntryOffers *self)
{
  if (self->duplicate != NULL)
    g_signal_emit (self, signals[SIGNAL_OTHER_WANTED], 0, self->duplicate);
}

static void
clipboard_read (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (MspEntryOffers) self = user_data;
  g_autofree char *text =
    gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (MspSharedText) shared = text != NULL ? msp_shared_text_parse (text) : NULL;
  g_autofree char *short_url = NULL;
  g_autofree char *offer = NULL;

  if (shared == NULL || *shared->url == '\0' || self->form == NULL ||
      *msp_entry_form_get_url (self->form) != '\0' ||
      g_strcmp0 (shared->url, g_object_get_data (G_OBJECT (self->services), LAST_LINK)) == 0)
    return;

  short_url = g_utf8_substring (shared->url, 0, MIN (g_utf8_strlen (shared->url, -1), SHOWN_MAX));
  offer = g_strdup_printf (_ ("The clipboard holds a link: %s"), short_url);
  g_clear_pointer (&self->clipboard, msp_shared_text_free);
  self->clipboard = g_steal_pointer (&shared);
  msp_notice_say (self->clipboard_notice, offer, _ ("Use It"));
}

static void
use_clipboard (MspEntryOffers *self)
{
  msp_entry_form_take (self->form, self->clipboard);
  msp_notice_say (self->clipboard_notice, NULL, NULL);
  msp_entry_form_focus (self->form);
}

static void
msp_entry_offers_dispose (GObject *object)
{
  MspEntryOffers *self = MSP_ENTRY_OFFERS (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->form);
  g_clear_object (&self->services);
  g_clear_pointer (&self->duplicate, msp_contribution_free);
  g_clear_pointer (&self->clipboard, msp_shared_text_free);

  G_OBJECT_CLASS (msp_entry_offers_parent_class)->dispose (object);
}

static void
msp_entry_offers_class_init (MspEntryOffersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msp_entry_offers_dispose;

  /**
   * MspEntryOffers::other-wanted:
   * @self: the offers
   * @other: (type MspContribution): the entry that looks the same
   */
  signals[SIGNAL_OTHER_WANTED] = g_signal_new ("other-wanted", MSP_TYPE_ENTRY_OFFERS,
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                               1, G_TYPE_POINTER);
}

/* With nothing to offer it takes no room, not even that between things. */
static void
offers_changed (MspEntryOffers *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_visible (GTK_WIDGET (self->duplicate_notice)) ||
                          gtk_widget_get_visible (GTK_WIDGET (self->clipboard_notice)));
}

static MspNotice *
add_notice (MspEntryOffers *self,
            GCallback       answered)
{
  GtkWidget *notice = g_object_new (MSP_TYPE_NOTICE, NULL);

  gtk_box_append (GTK_BOX (self), notice);
  g_signal_connect_object (notice, "answered", answered, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notice, "notify::visible", G_CALLBACK (offers_changed), self,
                           G_CONNECT_SWAPPED);

  return MSP_NOTICE (notice);
}

static void
msp_entry_offers_init (MspEntryOffers *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->duplicate_notice = add_notice (self, G_CALLBACK (other_wanted));
  self->clipboard_notice = add_notice (self, G_CALLBACK (use_clipboard));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
msp_entry_offers_set_form (MspEntryOffers *self,
                           MspEntryForm   *form,
                           MspServices    *services)
{
  g_return_if_fail (MSP_IS_ENTRY_OFFERS (self) && self->services == NULL);

  g_set_weak_pointer (&self->form, form);
  self->services = g_object_ref (services);
  g_signal_connect_object (form, "left", G_CALLBACK (look_for_duplicates), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "linked", G_CALLBACK (link_changed), self, G_CONNECT_SWAPPED);
}

void
msp_entry_offers_look_at_clipboard (MspEntryOffers *self)
{
  g_return_if_fail (MSP_IS_ENTRY_OFFERS (self));

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, clipboard_read,
                                 g_object_ref (self));
}

void
msp_entry_offers_clear (MspEntryOffers *self)
{
  g_return_if_fail (MSP_IS_ENTRY_OFFERS (self));

  cancel (self);
  g_clear_pointer (&self->duplicate, msp_contribution_free);
  msp_notice_say (self->duplicate_notice, NULL, NULL);
  msp_notice_say (self->clipboard_notice, NULL, NULL);
}
