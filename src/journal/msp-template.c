/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-template"

#include "journal/msp-template.h"

#include <glib/gi18n-lib.h>

#include "base/msp-json.h"
#include "base/msp-text.h"

#define FORMAT "ms-programs-template"
#define VERSION 1
#define NAMES \
  "format version name title description privateDescription url activityTypeName " \
  "technologyFocusArea role microsoftEvent microsoftEventOther notes additionalTechnologyAreas " \
  "targetAudience tags links quantity isPrivate isHighImpact status"

typedef struct
{
  const char *name; /* in an entry's JSON */
  gsize       offset; /* in MspContribution */
} Field;

static const Field texts[] = {
  { "title", G_STRUCT_OFFSET (MspContribution, title) },
  { "description", G_STRUCT_OFFSET (MspContribution, description) },
  { "privateDescription", G_STRUCT_OFFSET (MspContribution, private_description) },
  { "url", G_STRUCT_OFFSET (MspContribution, url) },
  { "activityTypeName", G_STRUCT_OFFSET (MspContribution, type) },
  { "technologyFocusArea", G_STRUCT_OFFSET (MspContribution, area) },
  { "role", G_STRUCT_OFFSET (MspContribution, role) },
  { "microsoftEvent", G_STRUCT_OFFSET (MspContribution, microsoft_event) },
  { "microsoftEventOther", G_STRUCT_OFFSET (MspContribution, microsoft_event_other) },
  { "notes", G_STRUCT_OFFSET (MspContribution, notes) },
};

static const Field lists[] = {
  { "additionalTechnologyAreas", G_STRUCT_OFFSET (MspContribution, additional_areas) },
  { "targetAudience", G_STRUCT_OFFSET (MspContribution, audience) },
  { "tags", G_STRUCT_OFFSET (MspContribution, tags) },
  { "links", G_STRUCT_OFFSET (MspContribution, links) },
};

#define MEMBER(type, entry, field) G_STRUCT_MEMBER (type, entry, (field)->offset)

void
msp_template_free (MspTemplate *self)
{
  g_free (self->name);
  msp_contribution_free (self->entry);
  g_free (self);
}

char *
msp_template_clean_name (const char  *name,
                         GError     **error)
{
  g_autofree char *clean = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  clean = msp_text_clean (name, FALSE);
  if (*clean == '\0')
    g_set_error_literal (error, MSP_FIELD_ERROR, MSP_FIELD_ERROR_MISSING,
                         _ ("The template needs a name."));
  else if (g_utf8_strlen (clean, -1) > MSP_TEMPLATE_NAME_MAX)
    g_set_error (error, MSP_FIELD_ERROR, MSP_FIELD_ERROR_TOO_LONG,
                 _ ("The name of a template has at most %d characters."), MSP_TEMPLATE_NAME_MAX);
  else
    return g_steal_pointer (&clean);

  return NULL;
}

static void
append_list (GString *json,
             GStrv    values)
{
  g_string_append_c (json, '[');
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_string_append (json, i > 0 ? ", " : "");
      msp_json_append_string (json, values[i]);
    }
  g_string_append_c (json, ']');
}

char *
msp_template_to_json (const char            *name,
                      const MspContribution *entry)
{
  GString *json = g_string_new (NULL);

  g_return_val_if_fail (name != NULL && entry != NULL, NULL);

  g_string_append_printf (json, "{\"format\": \"" FORMAT "\", \"version\": %d, \"name\": ", VERSION);
  msp_json_append_string (json, name);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_string_append_printf (json, ", \"%s\": ", texts[i].name);
      msp_json_append_string (json, MEMBER (char *, entry, &texts[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_string_append_printf (json, ", \"%s\": ", lists[i].name);
      append_list (json, MEMBER (GStrv, entry, &lists[i]));
    }
  g_string_append_printf (json, ", \"quantity\": %" G_GINT64_FORMAT, entry->quantity);
  g_string_append_printf (json, ", \"isPrivate\": %s", entry->is_private ? "true" : "false");
  g_string_append_printf (json, ", \"isHighImpact\": %s", entry->is_high_impact ? "true" : "false");
  g_string_append_printf (json, ", \"status\": \"%s\"}",
                          entry->status == MSP_STATUS_PLANNED ? "planned" : "done");

  return g_string_free (json, FALSE);
}

static MspStatus
read_status (MspJson *root)
{
  MspJson *place = msp_json_get (root, "status");
  const char *status = msp_json_get_string (place);

  if (g_str_equal (status, "planned"))
    return MSP_STATUS_PLANNED;
  if (!g_str_equal (status, "done"))
    msp_json_fail (place, _ ("\"%s\" is not one of %s"), status, "planned done");

  return MSP_STATUS_DONE;
}

static void
read_entry (MspJson         *root,
            MspContribution *entry)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_free (MEMBER (char *, entry, &texts[i]));
      MEMBER (char *, entry, &texts[i]) =
        g_strdup (msp_json_get_string (msp_json_get (root, texts[i].name)));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_strfreev (MEMBER (GStrv, entry, &lists[i]));
      MEMBER (GStrv, entry, &lists[i]) = msp_json_dup_texts (root, lists[i].name);
    }
  entry->quantity = msp_json_get_integer (msp_json_get (root, "quantity"));
  entry->is_private = msp_json_get_boolean (msp_json_get (root, "isPrivate"));
  entry->is_high_impact = msp_json_get_boolean (msp_json_get (root, "isHighImpact"));
  entry->status = read_status (root);
}

/* What a template leaves open is no problem of it. */
static void
check_entry (MspJson               *root,
             const MspContribution *entry)
{
  g_autoptr (GPtrArray) problems = msp_contribution_check (entry);

  for (guint i = 0; i < problems->len; i++)
    {
      const MspFieldProblem *problem = g_ptr_array_index (problems, i);

      if (!g_str_equal (problem->field, "date") &&
          !(g_str_equal (problem->field, "title") && *entry->title == '\0') &&
          !(g_str_equal (problem->field, "activityTypeName") && *entry->type == '\0'))
        msp_json_fail (root, "%s: %s", problem->field, problem->message);
    }
}

MspTemplate *
msp_template_from_json (const char  *json,
                        GError     **error)
{
  g_autoptr (MspTemplate) self = g_new0 (MspTemplate, 1);
  g_autoptr (MspJsonDoc) doc = NULL;
  MspJson *root;
  MspJson *format;

  g_return_val_if_fail (json != NULL, NULL);

  doc = msp_json_doc_new ("template", json, strlen (json));
  root = msp_json_doc_root (doc);
  self->entry = msp_contribution_new ();
  msp_json_allow (root, NAMES);
  format = msp_json_get (root, "format");
  if (!g_str_equal (msp_json_get_string (format), FORMAT))
    msp_json_fail (format, _ ("\"%s\" is expected"), FORMAT);
  if (msp_json_get_integer (msp_json_get (root, "version")) != VERSION)
    msp_json_fail (msp_json_get (root, "version"), _ ("this release reads version 1"));
  self->name = msp_json_dup_text (root, "name");
  read_entry (root, self->entry);
  check_entry (root, self->entry);

  return msp_json_doc_finish (doc, error) ? g_steal_pointer (&self) : NULL;
}

MspContribution *
msp_template_begin_entry (const MspTemplate *self,
                          MspDay             date)
{
  MspContribution *entry;

  g_return_val_if_fail (self != NULL, NULL);

  entry = msp_contribution_copy (self->entry);
  entry->date = date;

  return entry;
}
