/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-bulk-edit"

#include "journal/msp-bulk-edit.h"

#include "base/msp-clock.h"
#include "base/msp-text.h"

MspBulkEdit *
msp_bulk_edit_new (void)
{
  return g_new0 (MspBulkEdit, 1);
}

void
msp_bulk_edit_free (MspBulkEdit *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->add_tags);
  g_strfreev (self->remove_tags);
  g_free (self->area);
  g_strfreev (self->audience);
  g_free (self);
}

static gboolean
has_word (GStrv       words,
          const char *word)
{
  g_autofree char *folded = msp_text_fold (word);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      g_autofree char *other = msp_text_fold (words[i]);

      if (g_str_equal (folded, other))
        return TRUE;
    }

  return FALSE;
}

/* The tags that stay, then those that are new. */
static void
edit_tags (MspContribution   *entry,
           const MspBulkEdit *edit)
{
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();

  for (guint i = 0; entry->tags[i] != NULL; i++)
    {
      if (!has_word (edit->remove_tags, entry->tags[i]))
        g_strv_builder_add (tags, entry->tags[i]);
    }

  for (guint i = 0; edit->add_tags != NULL && edit->add_tags[i] != NULL; i++)
    {
      if (!has_word (entry->tags, edit->add_tags[i]))
        g_strv_builder_add (tags, edit->add_tags[i]);
    }

  g_strfreev (entry->tags);
  entry->tags = g_strv_builder_end (tags);
}

static void
edit_portal (MspContribution *entry,
             MspWhether       in_portal)
{
  if (in_portal == MSP_WHETHER_NO)
    entry->in_portal = MSP_DAY_NONE;
  else if (in_portal == MSP_WHETHER_YES && entry->in_portal == MSP_DAY_NONE)
    entry->in_portal = msp_clock_today ();
}

gboolean
msp_bulk_edit_apply (MspContribution *entry,
                     gpointer         data)
{
  const MspBulkEdit *edit = data;

  edit_tags (entry, edit);
  edit_portal (entry, edit->in_portal);
  if (edit->area != NULL)
    {
      g_free (entry->area);
      entry->area = g_strdup (edit->area);
    }
  if (edit->audience != NULL)
    {
      g_strfreev (entry->audience);
      entry->audience = g_strdupv (edit->audience);
    }
  if (edit->status != MSP_STATUS_FILTER_ANY)
    entry->status = edit->status == MSP_STATUS_FILTER_PLANNED ? MSP_STATUS_PLANNED
                                                              : MSP_STATUS_DONE;
  if (edit->high_impact != MSP_WHETHER_ANY)
    entry->is_high_impact = edit->high_impact == MSP_WHETHER_YES;

  return TRUE;
}
