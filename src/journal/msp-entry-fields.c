/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-fields"

#include "journal/msp-entry-fields.h"

typedef struct
{
  MspEntryFields field;
  gsize          offset;
} Field;

#define FIELD(name, member) { MSP_ENTRY_ ## name, G_STRUCT_OFFSET (MspContribution, member) }
#define AT(type, entry, field) G_STRUCT_MEMBER (type, entry, (field)->offset)

static const Field texts[] = {
  FIELD (TITLE, title), FIELD (DESCRIPTION, description),
  FIELD (PRIVATE_DESCRIPTION, private_description), FIELD (URL, url), FIELD (TYPE, type),
  FIELD (AREA, area), FIELD (ROLE, role), FIELD (MICROSOFT_EVENT, microsoft_event),
  FIELD (MICROSOFT_EVENT_OTHER, microsoft_event_other), FIELD (NOTES, notes),
};
static const Field lists[] = {
  FIELD (ADDITIONAL_AREAS, additional_areas), FIELD (AUDIENCE, audience), FIELD (TAGS, tags),
  FIELD (LINKS, links),
};
static const Field days[] = {
  FIELD (DATE, date), FIELD (DATE_END, date_end), FIELD (IN_PORTAL, in_portal),
};
static const Field marks[] = {
  FIELD (IS_PRIVATE, is_private), FIELD (IS_HIGH_IMPACT, is_high_impact),
};

MspEntryFields
msp_entry_fields_named (const char *name)
{
  /* In the order of the flags. */
  static const char *const names[] = {
    "title", "description", "privateDescription", "date", "dateEnd", "url", "activityTypeName",
    "technologyFocusArea", "additionalTechnologyAreas", "targetAudience", "role", "quantity",
    "isPrivate", "isHighImpact", "status", "inPortal", "microsoftEvent", "microsoftEventOther",
    "tags", "notes", "links",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (names[i], name))
        return (MspEntryFields) (1U << i);
    }

  return (MspEntryFields) 0;
}

MspEntryFields
msp_entry_fields_filled (const MspContribution *entry)
{
  guint filled = 0;

  g_return_val_if_fail (entry != NULL, (MspEntryFields) 0);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (*AT (char *, entry, &texts[i]) != '\0')
        filled |= texts[i].field;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if (*AT (GStrv, entry, &lists[i]) != NULL)
        filled |= lists[i].field;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      if (AT (MspDay, entry, &days[i]) != MSP_DAY_NONE)
        filled |= days[i].field;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (AT (gboolean, entry, &marks[i]))
        filled |= marks[i].field;
    }
  if (entry->quantity != 1)
    filled |= MSP_ENTRY_QUANTITY;
  if (entry->status != MSP_STATUS_DONE)
    filled |= MSP_ENTRY_STATUS;

  return (MspEntryFields) filled;
}

static MspFigure *
find_figure (MspContribution *entry,
             const char      *name)
{
  for (guint i = 0; i < entry->figures->len; i++)
    {
      MspFigure *figure = g_ptr_array_index (entry->figures, i);

      if (g_str_equal (figure->name, name))
        return figure;
    }

  return NULL;
}

static void
set_figure (MspContribution *entry,
            const char      *name,
            gint64           value,
            MspDay           day)
{
  MspFigure *figure;

  msp_contribution_set_figure (entry, name, value);
  figure = find_figure (entry, name);
  if (figure != NULL)
    figure->recorded_on = day;
}

/* The newest day of a figure counts: one that is older than what is known changes nothing. */
static void
take_figures (MspContribution       *entry,
              const MspContribution *from)
{
  for (guint i = 0; i < from->figures->len; i++)
    {
      const MspFigure *figure = g_ptr_array_index (from->figures, i);
      MspFigure *known = find_figure (entry, figure->name);

      if (known != NULL && (known->value == figure->value ||
                            (figure->recorded_on != MSP_DAY_NONE &&
                             figure->recorded_on < known->recorded_on)))
        continue;

      set_figure (entry, figure->name, figure->value, figure->recorded_on);
    }
}

static void
take_files (MspContribution       *entry,
            const MspContribution *from)
{
  for (guint i = 0; i < from->attachments->len; i++)
    {
      const MspAttachment *file = g_ptr_array_index (from->attachments, i);

      msp_attachments_add (entry->attachments, msp_attachment_copy (file));
    }
}

static void
take_texts (MspContribution       *entry,
            const MspContribution *from,
            MspEntryFields         fields)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char **text = &AT (char *, entry, &texts[i]);

      if ((fields & texts[i].field) == 0)
        continue;

      g_free (*text);
      *text = g_strdup (AT (char *, from, &texts[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GStrv *list = &AT (GStrv, entry, &lists[i]);

      if ((fields & lists[i].field) == 0)
        continue;

      g_strfreev (*list);
      *list = g_strdupv (AT (GStrv, from, &lists[i]));
    }
}

void
msp_entry_fields_take (MspContribution       *entry,
                       const MspContribution *from,
                       MspEntryFields         fields)
{
  g_return_if_fail (entry != NULL && from != NULL);

  take_texts (entry, from, fields);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      if ((fields & days[i].field) != 0)
        AT (MspDay, entry, &days[i]) = AT (MspDay, from, &days[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if ((fields & marks[i].field) != 0)
        AT (gboolean, entry, &marks[i]) = AT (gboolean, from, &marks[i]);
    }
  if ((fields & MSP_ENTRY_QUANTITY) != 0)
    entry->quantity = from->quantity;
  if ((fields & MSP_ENTRY_STATUS) != 0)
    entry->status = from->status;
  take_figures (entry, from);
  take_files (entry, from);
}

static void
pack_text (GByteArray *bytes,
           const char *text)
{
  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text) + 1);
}

static void
pack_number (GByteArray *bytes,
             gint64      number)
{
  g_byte_array_append (bytes, (const guint8 *) &number, sizeof number);
}

GBytes *
msp_entry_fields_pack (const MspContribution *entry)
{
  GByteArray *bytes = g_byte_array_new ();

  g_return_val_if_fail (entry != NULL, g_byte_array_free_to_bytes (bytes));

  pack_number (bytes, entry->quantity);
  pack_number (bytes, entry->status);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    pack_number (bytes, AT (MspDay, entry, &days[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    pack_number (bytes, AT (gboolean, entry, &marks[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    pack_text (bytes, AT (char *, entry, &texts[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GStrv list = AT (GStrv, entry, &lists[i]);

      pack_number (bytes, g_strv_length (list));
      for (guint j = 0; list[j] != NULL; j++)
        pack_text (bytes, list[j]);
    }
  pack_number (bytes, entry->attachments->len);
  for (guint i = 0; i < entry->attachments->len; i++)
    {
      const MspAttachment *file = g_ptr_array_index (entry->attachments, i);

      pack_text (bytes, file->name);
      pack_text (bytes, file->hash);
      pack_number (bytes, file->size);
    }
  for (guint i = 0; i < entry->figures->len; i++)
    {
      const MspFigure *figure = g_ptr_array_index (entry->figures, i);

      pack_number (bytes, figure->value);
      pack_number (bytes, figure->recorded_on);
      pack_text (bytes, figure->name);
    }

  return g_byte_array_free_to_bytes (bytes);
}

static const char *
unpack_text (const char **at)
{
  const char *text = *at;

  *at += strlen (text) + 1;

  return text;
}

static gint64
unpack_number (const char **at)
{
  gint64 number;

  memcpy (&number, *at, sizeof number);
  *at += sizeof number;

  return number;
}

MspContribution *
msp_entry_fields_unpack (GBytes *packed)
{
  MspContribution *entry = msp_contribution_new ();
  gsize size;
  const char *at = g_bytes_get_data (packed, &size);
  const char *end = at + size;

  entry->quantity = unpack_number (&at);
  entry->status = (MspStatus) unpack_number (&at);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    AT (MspDay, entry, &days[i]) = (MspDay) unpack_number (&at);
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    AT (gboolean, entry, &marks[i]) = unpack_number (&at) != 0;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_free (AT (char *, entry, &texts[i]));
      AT (char *, entry, &texts[i]) = g_strdup (unpack_text (&at));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      gint64 n = unpack_number (&at);
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

      while (n-- > 0)
        g_strv_builder_add (builder, unpack_text (&at));
      g_strfreev (AT (GStrv, entry, &lists[i]));
      AT (GStrv, entry, &lists[i]) = g_strv_builder_end (builder);
    }
  for (gint64 n = unpack_number (&at); n > 0; n--)
    {
      const char *name = unpack_text (&at);
      const char *hash = unpack_text (&at);

      g_ptr_array_add (entry->attachments, msp_attachment_new (name, hash, unpack_number (&at), ""));
    }
  while (at < end)
    {
      gint64 value = unpack_number (&at);
      MspDay day = (MspDay) unpack_number (&at);

      set_figure (entry, unpack_text (&at), value, day);
    }

  return entry;
}
