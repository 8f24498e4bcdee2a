/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-guesser"

#include "app/widgets/msp-entry-guesser.h"

#include <glib/gi18n-lib.h>

#include "base/msp-text.h"
#include "journal/msp-habits.h"

#define TYPING_MS 400 /* a link is looked at when its typing rests */

/**
 * MspEntryGuesser:
 *
 * Fills in what a new entry most likely is: the type by its link, the rest by its type. What a person
 * has chosen is never replaced: only what still stands as it was guessed.
 */
struct _MspEntryGuesser
{
  GObject          parent_instance;

  MspEntryForm    *form;        /* (unowned) (nullable): NULL once it is gone */
  MspServices     *services;    /* (owned) */
  MspContribution *guess;       /* (owned) (nullable): NULL: nothing is guessed */
  char            *type;        /* (owned) (nullable): in the form, when it was looked at last */
  char            *host;        /* (owned) (nullable): that was asked for last */
  guint            source;      /* the link is to be looked at */
  gboolean         is_putting;  /* what changes is no person's choice */
  GCancellable    *cancellable; /* (owned): of the question asked last */
};

G_DEFINE_FINAL_TYPE (MspEntryGuesser, msp_entry_guesser, G_TYPE_OBJECT)

enum
{
  SIGNAL_GUESSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What was asked. */
typedef struct
{
  MspEntryGuesser *guesser; /* (owned) */
  char            *host;    /* (owned) (nullable): NULL: it is only about the type */
  char            *type;    /* (owned): that was asked for */
  char            *role;    /* (owned) (nullable): that the catalogue knows for the site */
} Question;

static void
question_free (Question *self)
{
  g_object_unref (self->guesser);
  g_free (self->host);
  g_free (self->type);
  g_free (self->role);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
replace_text (char      **field,
              const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* (transfer full): @entry with what fits @habit where nobody has chosen otherwise */
static MspContribution *
make_choices (MspEntryGuesser       *self,
              const MspContribution *entry,
              const MspHabit        *habit,
              const char            *site_role)
{
  MspContribution *choices = msp_contribution_copy (entry);
  gboolean is_role_free = g_str_equal (entry->role, self->guess->role);

  replace_text (&choices->type, habit->type);
  if (is_role_free && habit->is_known)
    replace_text (&choices->role, habit->role);
  else if (is_role_free)
    replace_text (&choices->role, site_role != NULL ? site_role : "");
  if (!habit->is_known)
    return choices;

  if (g_str_equal (entry->area, self->guess->area))
    replace_text (&choices->area, habit->area);
  if (g_strv_equal ((const char *const *) entry->audience,
                    (const char *const *) self->guess->audience))
    {
      g_strfreev (choices->audience);
      choices->audience = g_strdupv (habit->audience);
    }

  return choices;
}

static void
say_why (MspEntryGuesser *self,
         const char      *host,
         gboolean         is_habit)
{
  g_autofree char *hint = NULL;

  if (host != NULL)
    /* Translators: %s is a site, as youtube.com: the type of a contribution was chosen for it. */
    hint = g_strdup_printf (is_habit ? _ ("As you chose for %s before. Change it if it is wrong.")
                                     : _ ("Chosen for %s. Change it if it is wrong."), host);

  msp_entry_form_set_type_hint (self->form, hint);
}

/* What was put into the form, as it has it: it may have filled in a role of the type. What differs from
 * the guess before, and was not replaced, stays a person's choice. */
static void
note_guess (MspEntryGuesser       *self,
            const MspContribution *before)
{
  g_autoptr (MspContribution) now = msp_entry_form_read (self->form, NULL);

  replace_text (&self->type, now->type);
  if (!g_str_equal (now->type, before->type))
    replace_text (&self->guess->type, now->type);
  if (!g_str_equal (now->role, before->role))
    replace_text (&self->guess->role, now->role);
  if (!g_str_equal (now->area, before->area))
    replace_text (&self->guess->area, now->area);
  if (!g_strv_equal ((const char *const *) now->audience, (const char *const *) before->audience))
    {
      g_strfreev (self->guess->audience);
      self->guess->audience = g_strdupv (now->audience);
    }
  g_signal_emit (self, signals[SIGNAL_GUESSED], 0);
}

static void
habit_found (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  MspEntryGuesser *self = question->guesser;
  g_autoptr (MspHabit) habit =
    msp_journal_store_habit_finish (MSP_JOURNAL_STORE (source), result, NULL);
  g_autoptr (MspContribution) entry = NULL;
  g_autoptr (MspContribution) choices = NULL;

  if (habit == NULL || *habit->type == '\0' || self->form == NULL || self->guess == NULL)
    return;

  /* About a link, if nobody has chosen a type; about a type, if it is still that one. */
  entry = msp_entry_form_read (self->form, NULL);
  if (!g_str_equal (entry->type, question->host != NULL ? self->guess->type : question->type))
    return;

  choices = make_choices (self, entry, habit, question->role);
  self->is_putting = TRUE;
  msp_entry_form_set_choices (self->form, choices);
  if (question->host != NULL)
    say_why (self, question->host, habit->is_from_site);
  self->is_putting = FALSE;

  note_guess (self, entry);
}

static void
ask (MspEntryGuesser *self,
     const char      *url,
     const char      *path,
     Question        *question)
{
  MspJournalStore *store = msp_services_get_store (self->services);

  if (store == NULL)
    {
      question_free (question);
      return;
    }

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  msp_journal_store_habit_async (store, url, path, question->type, self->cancellable, habit_found,
                                 question);
}

static void
ask_about_type (MspEntryGuesser *self,
                const char      *type)
{
  Question *question = g_new0 (Question, 1);

  question->guesser = g_object_ref (self);
  question->type = g_strdup (type);
  ask (self, NULL, NULL, question);
}

static void
ask_about_link (MspEntryGuesser *self,
                const char      *url)
{
  const MspSite *site = msp_catalog_find_site (msp_services_get_catalog (self->services), url);
  Question *question = g_new0 (Question, 1);

  question->guesser = g_object_ref (self);
  question->host = g_strdup (self->host);
  question->type = g_strdup (site != NULL ? site->type->name : "");
  question->role = g_strdup (site != NULL ? site->role : NULL);
  ask (self, url, site != NULL ? site->path : NULL, question);
}

static void
look_at_link (MspEntryGuesser *self)
{
  g_autofree char *host = NULL;
  const char *url;

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->form == NULL || self->guess == NULL)
    return;

  url = msp_entry_form_get_url (self->form);
  host = msp_url_get_host (url);
  /* Of one host, a path may decide: it is asked for again. */
  if (host == NULL)
    return;

  g_free (self->host);
  self->host = g_steal_pointer (&host);
  ask_about_link (self, url);
}

static gboolean
typing_rests (gpointer user_data)
{
  MspEntryGuesser *self = MSP_ENTRY_GUESSER (user_data);

  self->source = 0;
  look_at_link (self);

  return G_SOURCE_REMOVE;
}

static void
link_changed (MspEntryGuesser *self,
              gboolean         is_whole)
{
  if (self->guess == NULL)
    return;

  g_clear_handle_id (&self->source, g_source_remove);
  if (is_whole)
    look_at_link (self);
  else
    self->source = g_timeout_add (TYPING_MS, typing_rests, self);
}

static void
form_changed (MspEntryGuesser *self)
{
  g_autoptr (MspContribution) entry = NULL;

  if (self->guess == NULL || self->is_putting)
    return;

  entry = msp_entry_form_read (self->form, NULL);
  if (g_strcmp0 (entry->type, self->type) == 0)
    return;

  replace_text (&self->type, entry->type);
  msp_entry_form_set_type_hint (self->form, NULL);
  if (*entry->type != '\0')
    ask_about_type (self, entry->type);
}

static void
msp_entry_guesser_dispose (GObject *object)
{
  MspEntryGuesser *self = MSP_ENTRY_GUESSER (object);

  msp_entry_guesser_stop (self);
  g_clear_weak_pointer (&self->form);
  g_clear_object (&self->services);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (msp_entry_guesser_parent_class)->dispose (object);
}

static void
msp_entry_guesser_class_init (MspEntryGuesserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msp_entry_guesser_dispose;

  /**
   * MspEntryGuesser::guessed:
   * @self: the guesser
   */
  signals[SIGNAL_GUESSED] = g_signal_new ("guessed", MSP_TYPE_ENTRY_GUESSER, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
msp_entry_guesser_init (MspEntryGuesser *self)
{
  self->cancellable = g_cancellable_new ();
}

MspEntryGuesser *
msp_entry_guesser_new (MspEntryForm *form,
                       MspServices  *services)
{
  MspEntryGuesser *self = g_object_new (MSP_TYPE_ENTRY_GUESSER, NULL);

  g_set_weak_pointer (&self->form, form);
  self->services = g_object_ref (services);
  g_signal_connect_object (form, "changed", G_CALLBACK (form_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "linked", G_CALLBACK (link_changed), self, G_CONNECT_SWAPPED);

  return self;
}

void
msp_entry_guesser_begin (MspEntryGuesser *self)
{
  g_return_if_fail (MSP_IS_ENTRY_GUESSER (self) && self->form != NULL);

  msp_entry_guesser_stop (self);
  self->guess = msp_entry_form_read (self->form, NULL);
  self->type = g_strdup (self->guess->type);
  ask_about_type (self, self->type);
}

void
msp_entry_guesser_stop (MspEntryGuesser *self)
{
  g_return_if_fail (MSP_IS_ENTRY_GUESSER (self));

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->guess, msp_contribution_free);
  g_clear_pointer (&self->type, g_free);
  g_clear_pointer (&self->host, g_free);
}

const MspContribution *
msp_entry_guesser_get_guess (MspEntryGuesser *self)
{
  g_return_val_if_fail (MSP_IS_ENTRY_GUESSER (self), NULL);

  return self->guess;
}
