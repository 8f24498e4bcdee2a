/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-contribution-json"

#include "exchange/msp-contribution-json.h"

#include "base/msp-clock.h"
#include "base/msp-json.h"
#include "exchange/msp-figure-names.h"

/* An object being written, a member a line or all in one. */
typedef struct
{
  GString *json;
  gboolean pretty;
  gboolean first;
} Writer;

static void
begin_member (Writer     *writer,
              const char *name)
{
  if (!writer->first)
    g_string_append_c (writer->json, ',');
  if (!writer->first || writer->pretty)
    g_string_append (writer->json, writer->pretty ? "\n  " : " ");
  writer->first = FALSE;
  msp_json_append_string (writer->json, name);
  g_string_append (writer->json, ": ");
}

static void
add_text (Writer     *writer,
          const char *name,
          const char *text)
{
  begin_member (writer, name);
  msp_json_append_string (writer->json, text);
}

static void
add_number (Writer     *writer,
            const char *name,
            gint64      number)
{
  begin_member (writer, name);
  g_string_append_printf (writer->json, "%" G_GINT64_FORMAT, number);
}

static void
add_boolean (Writer     *writer,
             const char *name,
             gboolean    value)
{
  begin_member (writer, name);
  g_string_append (writer->json, value ? "true" : "false");
}

static void
add_day (Writer     *writer,
         const char *name,
         MspDay      day)
{
  g_autofree char *iso = day != MSP_DAY_NONE ? msp_day_to_iso (day) : NULL;

  begin_member (writer, name);
  if (iso != NULL)
    msp_json_append_string (writer->json, iso);
  else
    g_string_append (writer->json, "null");
}

static void
add_list (Writer      *writer,
          const char  *name,
          const GStrv  values)
{
  begin_member (writer, name);
  g_string_append_c (writer->json, '[');
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_string_append (writer->json, i > 0 ? ", " : "");
      msp_json_append_string (writer->json, values[i]);
    }
  g_string_append_c (writer->json, ']');
}

static void
add_attachments (Writer    *writer,
                 GPtrArray *attachments)
{
  begin_member (writer, "attachments");
  g_string_append_c (writer->json, '[');
  for (guint i = 0; i < attachments->len; i++)
    {
      const MspAttachment *attachment = g_ptr_array_index (attachments, i);

      g_string_append (writer->json, i > 0 ? ", {\"name\": " : "{\"name\": ");
      msp_json_append_string (writer->json, attachment->name);
      g_string_append (writer->json, ", \"hash\": ");
      msp_json_append_string (writer->json, attachment->hash);
      g_string_append_printf (writer->json, ", \"size\": %" G_GINT64_FORMAT ", \"added\": ",
                              attachment->size);
      msp_json_append_string (writer->json, attachment->added);
      g_string_append_c (writer->json, '}');
    }
  g_string_append_c (writer->json, ']');
}

/* The portal's figures stand among the fields, the user's own together. */
static void
add_portal_figures (Writer                *writer,
                    const MspContribution *entry)
{
  for (guint i = 0; i < entry->figures->len; i++)
    {
      const MspFigure *figure = g_ptr_array_index (entry->figures, i);

      if (msp_figure_is_portal_field (figure->name))
        add_number (writer, figure->name, figure->value);
    }
}

static void
add_metrics (Writer                *writer,
             const MspContribution *entry)
{
  gboolean first = TRUE;

  begin_member (writer, "metrics");
  g_string_append_c (writer->json, '{');
  for (guint i = 0; i < entry->figures->len; i++)
    {
      const MspFigure *figure = g_ptr_array_index (entry->figures, i);

      if (msp_figure_is_portal_field (figure->name))
        continue;

      g_string_append (writer->json, first ? "" : ", ");
      first = FALSE;
      msp_json_append_string (writer->json, figure->name);
      g_string_append_printf (writer->json, ": %" G_GINT64_FORMAT, figure->value);
    }
  g_string_append_c (writer->json, '}');
}

static void
add_state (Writer                *writer,
           const MspContribution *entry)
{
  add_boolean (writer, "isPrivate", entry->is_private);
  add_boolean (writer, "isHighImpact", entry->is_high_impact);
  add_text (writer, "status", entry->status == MSP_STATUS_PLANNED ? "planned" : "done");
  add_day (writer, "inPortal", entry->in_portal);
  if (*entry->microsoft_event != '\0')
    add_text (writer, "microsoftEvent", entry->microsoft_event);
  if (*entry->microsoft_event_other != '\0')
    add_text (writer, "microsoftEventOther", entry->microsoft_event_other);
  add_list (writer, "tags", entry->tags);
}

/* When each figure was as it is, so that it is as old for whoever reads this; the portal knows no such
 * member. */
static void
add_recorded (Writer                *writer,
              const MspContribution *entry)
{
  gboolean first = TRUE;

  for (guint i = 0; i < entry->figures->len; i++)
    {
      const MspFigure *figure = g_ptr_array_index (entry->figures, i);
      g_autofree char *day = NULL;

      if (figure->recorded_on == MSP_DAY_NONE)
        continue;

      if (first)
        {
          begin_member (writer, "recorded");
          g_string_append_c (writer->json, '{');
        }
      else
        {
          g_string_append (writer->json, ", ");
        }
      first = FALSE;
      day = msp_day_to_iso (figure->recorded_on);
      msp_json_append_string (writer->json, figure->name);
      g_string_append_printf (writer->json, ": \"%s\"", day);
    }
  if (!first)
    g_string_append_c (writer->json, '}');
}

/* Of an entry that the journal has. */
static void
add_times (Writer                *writer,
           const MspContribution *entry)
{
  if (entry->created != NULL)
    add_text (writer, "created", entry->created);
  if (entry->modified != NULL)
    add_text (writer, "modified", entry->modified);
  if (entry->deleted != NULL)
    add_text (writer, "deleted", entry->deleted);
}

/**
 * msp_contribution_append_json:
 * @entry: an entry
 * @form: how, and how much of it
 * @json: where the entry is written, without a line break at its end
 */
void
msp_contribution_append_json (const MspContribution *entry,
                              MspEntryJsonForm       form,
                              GString               *json)
{
  gboolean pretty = form == MSP_ENTRY_JSON_PRETTY;
  Writer writer = { json, pretty, TRUE };

  g_string_append_c (json, '{');
  if (entry->id != NULL)
    add_text (&writer, "id", entry->id);
  add_text (&writer, "title", entry->title);
  add_text (&writer, "description", entry->description);
  add_text (&writer, "privateDescription", entry->private_description);
  add_day (&writer, "date", entry->date);
  add_day (&writer, "dateEnd", entry->date_end);
  add_text (&writer, "url", entry->url);
  add_text (&writer, "activityTypeName", entry->type);
  add_text (&writer, "technologyFocusArea", entry->area);
  add_list (&writer, "additionalTechnologyAreas", entry->additional_areas);
  add_list (&writer, "targetAudience", entry->audience);
  add_text (&writer, "role", entry->role);
  add_number (&writer, "quantity", entry->quantity);
  add_number (&writer, "reach", entry->reach);
  add_portal_figures (&writer, entry);
  add_state (&writer, entry);
  add_metrics (&writer, entry);
  if (form == MSP_ENTRY_JSON_KEPT)
    add_recorded (&writer, entry);
  add_text (&writer, "notes", entry->notes);
  add_list (&writer, "links", entry->links);
  add_attachments (&writer, entry->attachments);
  add_times (&writer, entry);
  g_string_append (json, pretty ? "\n}" : "}");
}

void
msp_contribution_json_append_begin (GString *json)
{
  g_autofree char *now = msp_clock_now_utc ();

  g_string_append_printf (json, "{\"format\": \"ms-programs-journal\", \"version\": 1, "
                                "\"exported\": \"%s\", \"entries\": [", now);
}

void
msp_contribution_json_append_separator (gboolean  is_first,
                                        GString  *json)
{
  g_string_append (json, is_first ? "\n" : ",\n");
}

void
msp_contribution_json_append_end (GString *json)
{
  g_string_append (json, "\n]}\n");
}

char *
msp_contributions_to_json (GPtrArray *entries)
{
  GString *json = g_string_new (NULL);

  g_return_val_if_fail (entries != NULL, NULL);

  msp_contribution_json_append_begin (json);
  for (guint i = 0; i < entries->len; i++)
    {
      msp_contribution_json_append_separator (i == 0, json);
      msp_contribution_append_json (g_ptr_array_index (entries, i), MSP_ENTRY_JSON_KEPT, json);
    }
  msp_contribution_json_append_end (json);

  return g_string_free (json, FALSE);
}
