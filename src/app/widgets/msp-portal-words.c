/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-portal-words"

#include "app/widgets/msp-portal-words.h"

#include <glib/gi18n-lib.h>

#include "base/msp-text.h"

static const MspPortalField *
get_field (GPtrArray *fields,
           guint      i)
{
  return g_ptr_array_index (fields, i);
}

guint
msp_portal_words_find (GPtrArray *fields,
                       guint      place)
{
  while (place < fields->len && *get_field (fields, place)->text == '\0')
    place++;

  return place;
}

guint
msp_portal_words_find_before (GPtrArray *fields,
                              guint      place)
{
  for (guint i = place; i > 0; i--)
    {
      if (*get_field (fields, i - 1)->text != '\0')
        return i - 1;
    }

  return place;
}

guint
msp_portal_words_count (GPtrArray *fields,
                        guint      end)
{
  guint n_filled = 0;

  for (guint i = 0; i < end; i++)
    n_filled += *get_field (fields, i)->text != '\0';

  return n_filled;
}

char *
msp_portal_words_empty (GPtrArray *fields,
                        guint      place)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *list = NULL;

  while (place > 0 && *get_field (fields, place - 1)->text == '\0')
    g_ptr_array_insert (labels, 0, (gpointer) get_field (fields, --place)->label);
  if (labels->len == 0)
    return NULL;

  g_ptr_array_add (labels, NULL);
  list = g_strjoinv (", ", (char **) labels->pdata);

  /* Translators: names of fields. */
  return g_strdup_printf (_ ("Empty, so left out: %s"), list);
}

char *
msp_portal_words_limit (const MspPortalField *field)
{
  guint excess = msp_portal_field_excess (field);
  g_autofree char *length = msp_text_number (msp_portal_field_length (field));
  g_autofree char *limit = msp_text_number (field->limit);
  g_autofree char *over = msp_text_number (excess);

  if (field->limit == 0)
    return NULL;

  if (excess == 0)
    /* Translators: "16 of 100 characters". */
    return g_strdup_printf (_ ("%s of %s characters"), length, limit);

  return g_strdup_printf (ngettext ("%s of %s characters: too long, the portal would cut off the "
                                    "last %s. All of it is copied.",
                                    "%s of %s characters: too long, the portal would cut off the "
                                    "last %s. All of it is copied.", excess), length, limit, over);
}

char *
msp_portal_words_end (const MspContribution *entry)
{
  g_autofree char *day = NULL;

  if (entry->in_portal == MSP_DAY_NONE)
    return g_strdup (_ ("Once it is saved there, mark it here, and you will not do it twice."));

  day = msp_day_to_text (entry->in_portal);

  return g_strdup_printf (_ ("It is marked as in the portal since %s."), day);
}

const char *
msp_portal_words_flags (const MspContribution *entry)
{
  if (entry->is_private && entry->is_high_impact)
    return _ ("Mark it there as private and as high impact, too.");
  if (entry->is_private)
    return _ ("Mark it there as private, too.");

  return entry->is_high_impact ? _ ("Mark it there as high impact, too.") : NULL;
}
