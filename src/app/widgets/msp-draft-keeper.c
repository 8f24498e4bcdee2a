/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-draft-keeper"

#include "app/widgets/msp-draft-keeper.h"

#include "journal/msp-draft.h"

#define DELAY_MS 1500 /* never older than 3 s, however long the writing takes */

/**
 * MspDraftKeeper:
 *
 * Keeps what stands in a form and is not saved, whatever becomes of the program.
 */
struct _MspDraftKeeper
{
  GObject          parent_instance;

  MspEntryForm    *form;   /* (unowned) (nullable): NULL once it is gone */
  MspContribution *opened; /* (owned) (nullable) */
  char            *path;   /* (owned) (nullable): NULL: no draft is kept */
  guint            source; /* the draft is due */
};

G_DEFINE_FINAL_TYPE (MspDraftKeeper, msp_draft_keeper, G_TYPE_OBJECT)

static gboolean
write_draft (gpointer user_data)
{
  MspDraftKeeper *self = MSP_DRAFT_KEEPER (user_data);
  g_autoptr (MspContribution) entry = msp_entry_form_read (self->form, NULL);
  g_autoptr (GError) error = NULL;

  self->source = 0;
  if (msp_contribution_equal (entry, self->opened))
    msp_draft_clear (self->path);
  else if (!msp_draft_write (self->path, entry, &error))
    g_message ("The draft cannot be kept: %s", error->message);

  return G_SOURCE_REMOVE;
}

static void
form_changed (MspDraftKeeper *self)
{
  if (self->path != NULL && self->source == 0)
    self->source = g_timeout_add (DELAY_MS, write_draft, self);
}

static void
msp_draft_keeper_dispose (GObject *object)
{
  MspDraftKeeper *self = MSP_DRAFT_KEEPER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_weak_pointer (&self->form);
  g_clear_pointer (&self->opened, msp_contribution_free);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (msp_draft_keeper_parent_class)->dispose (object);
}

static void
msp_draft_keeper_class_init (MspDraftKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msp_draft_keeper_dispose;
}

static void
msp_draft_keeper_init (MspDraftKeeper *self)
{
}

MspDraftKeeper *
msp_draft_keeper_new (MspEntryForm *form)
{
  MspDraftKeeper *self = g_object_new (MSP_TYPE_DRAFT_KEEPER, NULL);

  g_set_weak_pointer (&self->form, form);
  g_signal_connect_object (form, "changed", G_CALLBACK (form_changed), self, G_CONNECT_SWAPPED);

  return self;
}

void
msp_draft_keeper_begin (MspDraftKeeper        *self,
                        char                  *path,
                        const MspContribution *opened)
{
  g_return_if_fail (MSP_IS_DRAFT_KEEPER (self) && path != NULL);

  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self->path);
  self->path = path;
  msp_draft_keeper_set_opened (self, opened);
}

void
msp_draft_keeper_set_opened (MspDraftKeeper        *self,
                             const MspContribution *opened)
{
  g_return_if_fail (MSP_IS_DRAFT_KEEPER (self) && opened != NULL);

  g_clear_pointer (&self->opened, msp_contribution_free);
  self->opened = msp_contribution_copy (opened);
}

void
msp_draft_keeper_clear (MspDraftKeeper *self)
{
  g_return_if_fail (MSP_IS_DRAFT_KEEPER (self));

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->path != NULL)
    msp_draft_clear (self->path);
}

void
msp_draft_keeper_flush (MspDraftKeeper *self)
{
  g_return_if_fail (MSP_IS_DRAFT_KEEPER (self));

  if (self->source == 0 || self->form == NULL)
    return;

  g_clear_handle_id (&self->source, g_source_remove);
  write_draft (self);
}
