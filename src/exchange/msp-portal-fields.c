/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-portal-fields"

#include "exchange/msp-portal-fields.h"

/* Areas have commas in their names. */
#define BETWEEN_ITEMS "; "

static void
field_free (gpointer data)
{
  MspPortalField *self = data;

  g_free (self->text);
  g_strfreev (self->items);
  g_free (self);
}

/* @text: (transfer full) */
static MspPortalField *
add (GPtrArray  *fields,
     const char *name,
     const char *label,
     char       *text)
{
  MspPortalField *field = g_new0 (MspPortalField, 1);

  field->name = name;
  field->label = label;
  field->text = text;
  g_ptr_array_add (fields, field);

  return field;
}

static void
add_text (GPtrArray  *fields,
          const char *name,
          const char *label,
          const char *text,
          guint       limit)
{
  add (fields, name, label, g_strdup (text))->limit = limit;
}

static void
add_list (GPtrArray          *fields,
          const char         *name,
          const char         *label,
          const char *const  *items)
{
  char *text = g_strjoinv (BETWEEN_ITEMS, (char **) items);

  add (fields, name, label, text)->items = g_strdupv ((char **) items);
}

static char *
number_to_text (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static void
add_specific_fields (GPtrArray             *fields,
                     const MspActivityType *type,
                     const MspContribution *entry)
{
  guint n_common = fields->len;

  for (guint i = 0; i < type->fields->len; i++)
    {
      const MspFigureField *figure = g_ptr_array_index (type->fields, i);
      gint64 value = msp_contribution_get_figure (entry, figure->id);

      add (fields, figure->id, figure->label, value >= 0 ? number_to_text (value) : g_strdup (""));
    }

  if (type->asks_microsoft_event)
    add_text (fields, "microsoftEvent", "Microsoft Event", entry->microsoft_event, 0);
  if (type->asks_microsoft_event && *entry->microsoft_event_other != '\0')
    add_text (fields, "microsoftEventOther", "Other Microsoft Event", entry->microsoft_event_other, 0);

  for (guint i = n_common; i < fields->len; i++)
    {
      MspPortalField *field = g_ptr_array_index (fields, i);

      field->is_specific = TRUE;
    }
}

GPtrArray *
msp_portal_fields_list (MspCatalog            *catalog,
                        const MspContribution *entry)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (field_free);
  const MspActivityType *type;

  g_return_val_if_fail (MSP_IS_CATALOG (catalog) && entry != NULL, fields);

  type = msp_catalog_find_activity_type (catalog, entry->type, NULL);
  add_text (fields, "activityTypeName", "Activity Type", type != NULL ? type->name : entry->type, 0);
  add_text (fields, "technologyFocusArea", "Primary Technology Area", entry->area, 0);
  add_list (fields, "additionalTechnologyAreas", "Additional Technology Areas",
            (const char *const *) entry->additional_areas);
  add_text (fields, "title", "Title", entry->title, MSP_TITLE_MAX);
  add_text (fields, "description", "Description", entry->description, MSP_DESCRIPTION_MAX);
  add_text (fields, "privateDescription", "Private Description", entry->private_description,
            MSP_DESCRIPTION_MAX);
  add_list (fields, "targetAudience", "Target Audience", (const char *const *) entry->audience);
  add (fields, "date", "Published Date", msp_day_to_iso (entry->date));
  if (entry->date_end != MSP_DAY_NONE)
    add (fields, "dateEnd", "End Date", msp_day_to_iso (entry->date_end));
  add_text (fields, "role", "Role", entry->role, 0);
  add (fields, "quantity", "Quantity", number_to_text (entry->quantity));
  add_text (fields, "url", "Activity URL", entry->url, 0);
  if (type != NULL)
    add_specific_fields (fields, type, entry);

  return fields;
}

guint
msp_portal_field_length (const MspPortalField *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (guint) g_utf8_strlen (self->text, -1);
}

guint
msp_portal_field_excess (const MspPortalField *self)
{
  guint length = msp_portal_field_length (self);

  return self->limit > 0 && length > self->limit ? length - self->limit : 0;
}
