/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cli-fields"

#include "cli/msp-cli-fields.h"

#include <glib/gi18n-lib.h>

#include "base/msp-clock.h"
#include "base/msp-text.h"
#include "cli/msp-cli-attachments.h"

static const char *const clearable[] = {
  "end-date", "url", "description", "private-description", "area", "additional-area", "audience",
  "role", "reach", "tag", "private", "high-impact", "notes", "link", "microsoft-event",
  "microsoft-event-other", "quantity", "attachments", NULL,
};
static const char *const required[] = { "title", "date", "type", "status", NULL };

MspCliFields *
msp_cli_fields_new (void)
{
  MspCliFields *self = g_new0 (MspCliFields, 1);

  self->cleared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->forgotten = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
msp_cli_fields_free (MspCliFields *self)
{
  g_free (self->title);
  g_free (self->date);
  g_free (self->end_date);
  g_free (self->type);
  g_free (self->url);
  g_free (self->description);
  g_free (self->private_description);
  g_free (self->area);
  g_free (self->role);
  g_free (self->quantity);
  g_free (self->status);
  g_free (self->notes);
  g_free (self->microsoft_event);
  g_free (self->microsoft_event_other);
  g_free (self->in_portal_on);
  g_strfreev (self->additional_areas);
  g_strfreev (self->audience);
  g_strfreev (self->reach);
  g_strfreev (self->tags);
  g_strfreev (self->links);
  g_strfreev (self->attach);
  g_strfreev (self->detach);
  g_clear_pointer (&self->attached, g_ptr_array_unref);
  g_hash_table_unref (self->cleared);
  g_hash_table_unref (self->forgotten);
  g_free (self);
}

GOptionEntry *
msp_cli_fields_entries (MspCliFields *self)
{
  const GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_STRING, &self->title, N_ ("The title"), "TEXT" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &self->date, N_ ("When; today if it is not given to add"), "DATE" },
    { "end-date", 0, 0, G_OPTION_ARG_STRING, &self->end_date, N_ ("The last day"), "DATE" },
    { "type", 0, 0, G_OPTION_ARG_STRING, &self->type, N_ ("The type"), "TYPE" },
    { "url", 0, 0, G_OPTION_ARG_STRING, &self->url, N_ ("The link"), "URL" },
    { "description", 0, 0, G_OPTION_ARG_STRING, &self->description, N_ ("For everybody"), "TEXT" },
    { "private-description", 0, 0, G_OPTION_ARG_STRING, &self->private_description,
      N_ ("For Microsoft only"), "TEXT" },
    { "area", 0, 0, G_OPTION_ARG_STRING, &self->area, N_ ("The primary area"), "AREA" },
    { "additional-area", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->additional_areas,
      N_ ("A further area; several times"), "AREA" },
    { "audience", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->audience,
      N_ ("Whom it is for; several times"), "AUDIENCE" },
    { "role", 0, 0, G_OPTION_ARG_STRING, &self->role, N_ ("Your role"), "ROLE" },
    { "quantity", 0, 0, G_OPTION_ARG_STRING, &self->quantity, N_ ("How many"), "N" },
    { "reach", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->reach,
      N_ ("A figure of the portal or of your own; several times"), "NAME=N" },
    { "tag", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->tags,
      N_ ("A tag, in place of those there are; several times"), "TAG" },
    { "link", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->links,
      N_ ("A further link, in place of those there are; several times"), "URL" },
    { "attach", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->attach,
      N_ ("A file that proves it, beside those there are; several times"), "FILE" },
    { "detach", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->detach,
      N_ ("A file to take away, by its name; several times"), "NAME" },
    { "private", 0, 0, G_OPTION_ARG_NONE, &self->is_private, N_ ("Not public"), NULL },
    { "high-impact", 0, 0, G_OPTION_ARG_NONE, &self->high_impact, N_ ("High impact"), NULL },
    { "status", 0, 0, G_OPTION_ARG_STRING, &self->status, N_ ("planned or done"), "STATUS" },
    { "in-portal", 0, 0, G_OPTION_ARG_NONE, &self->in_portal,
      N_ ("In the portal since today; =DATE: since then; =no: is not"), NULL },
    { "notes", 0, 0, G_OPTION_ARG_STRING, &self->notes, N_ ("For yourself"), "TEXT" },
    { "microsoft-event", 0, 0, G_OPTION_ARG_STRING, &self->microsoft_event,
      N_ ("Which event of Microsoft"), "EVENT" },
    { "microsoft-event-other", 0, 0, G_OPTION_ARG_STRING, &self->microsoft_event_other,
      N_ ("Which, if it is none of the list"), "EVENT" },
    G_OPTION_ENTRY_NULL
  };

  return g_memdup2 (entries, sizeof entries);
}

/* Whether @argument was --in-portal=…, which has a value that its short form has not. */
static gboolean
take_portal (MspCliFields *self,
             const char   *argument)
{
  const char *value;

  if (!g_str_has_prefix (argument, "--in-portal="))
    return FALSE;

  value = argument + strlen ("--in-portal=");
  self->in_portal = !g_str_equal (value, "no");
  self->not_in_portal = !self->in_portal;
  g_free (self->in_portal_on);
  self->in_portal_on = self->in_portal && !g_str_equal (value, "yes") ? g_strdup (value) : NULL;

  return TRUE;
}

/* Whether @argument was --no-FIELD; as far as it is one, it is wrong if @error is set. */
static gboolean
take_clearing (MspCliFields  *self,
               const char    *argument,
               GError       **error)
{
  const char *field;

  if (!g_str_has_prefix (argument, "--no-"))
    return FALSE;

  field = argument + strlen ("--no-");
  if (g_str_equal (field, "in-portal"))
    self->not_in_portal = TRUE;
  else if (g_str_has_prefix (field, "reach="))
    g_hash_table_add (self->forgotten, g_strdup (field + strlen ("reach=")));
  else if (g_strv_contains (clearable, field))
    g_hash_table_add (self->cleared, g_strdup (field));
  else if (g_strv_contains (required, field))
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("%s: every entry has one; give another instead"), argument);
  else
    return FALSE;

  return TRUE;
}

/* --in-portal=DATE and --no-FIELD are not what an option parser knows. */
char **
msp_cli_fields_take (MspCliFields  *self,
                     char         **arguments,
                     gboolean       may_clear,
                     GError       **error)
{
  g_autoptr (GStrvBuilder) rest = g_strv_builder_new ();
  g_autoptr (GError) local_error = NULL;
  gboolean options = TRUE;

  for (guint i = 0; arguments[i] != NULL; i++)
    {
      options = options && !g_str_equal (arguments[i], "--");
      if (!options || (!take_portal (self, arguments[i]) &&
                       !(may_clear && take_clearing (self, arguments[i], &local_error))))
        g_strv_builder_add (rest, arguments[i]);
    }

  if (local_error == NULL)
    return g_strv_builder_end (rest);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

gboolean
msp_cli_fields_are_given (MspCliFields *self)
{
  return self->title != NULL || self->date != NULL || self->end_date != NULL ||
         self->type != NULL || self->url != NULL || self->description != NULL ||
         self->private_description != NULL || self->area != NULL || self->role != NULL ||
         self->quantity != NULL || self->status != NULL || self->notes != NULL ||
         self->microsoft_event != NULL || self->additional_areas != NULL ||
         self->audience != NULL || self->reach != NULL || self->tags != NULL ||
         self->links != NULL || self->attach != NULL || self->detach != NULL ||
         self->microsoft_event_other != NULL || self->is_private || self->high_impact || self->in_portal ||
         self->not_in_portal || g_hash_table_size (self->cleared) > 0 ||
         g_hash_table_size (self->forgotten) > 0;
}

static void
set_text (char       **field,
          const char  *value,
          gboolean     multi_line)
{
  if (value == NULL)
    return;

  g_free (*field);
  *field = msp_text_clean (value, multi_line);
}

static void
set_list (GStrv  *list,
          char  **values)
{
  if (values == NULL)
    return;

  g_strfreev (*list);
  *list = msp_strv_copy_clean ((const char *const *) values);
}

static void
apply_clearing (MspCliFields    *self,
                MspContribution *entry)
{
  const struct
  {
    const char *name;
    char      **text;
    GStrv      *list;
  } fields[] = {
    { "url", &entry->url, NULL }, { "description", &entry->description, NULL },
    { "private-description", &entry->private_description, NULL }, { "area", &entry->area, NULL },
    { "role", &entry->role, NULL }, { "notes", &entry->notes, NULL },
    { "microsoft-event", &entry->microsoft_event, NULL },
    { "microsoft-event-other", &entry->microsoft_event_other, NULL },
    { "additional-area", NULL, &entry->additional_areas }, { "audience", NULL, &entry->audience },
    { "tag", NULL, &entry->tags }, { "link", NULL, &entry->links },
  };
  char *nothing[] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (!g_hash_table_contains (self->cleared, fields[i].name))
        continue;

      if (fields[i].text != NULL)
        set_text (fields[i].text, "", FALSE);
      else
        set_list (fields[i].list, nothing);
    }

  if (g_hash_table_contains (self->cleared, "end-date"))
    entry->date_end = MSP_DAY_NONE;
  if (g_hash_table_contains (self->cleared, "private"))
    entry->is_private = FALSE;
  if (g_hash_table_contains (self->cleared, "high-impact"))
    entry->is_high_impact = FALSE;
  if (g_hash_table_contains (self->cleared, "quantity"))
    entry->quantity = 1;
  if (g_hash_table_contains (self->cleared, "reach"))
    g_ptr_array_set_size (entry->figures, 0);
  if (g_hash_table_contains (self->cleared, "attachments"))
    g_ptr_array_set_size (entry->attachments, 0);
}

static gboolean
apply_date (const char  *option,
            const char  *text,
            MspDay      *day,
            GError     **error)
{
  if (text == NULL || msp_day_parse_typed (text, msp_clock_today (), day, error))
    return TRUE;

  g_prefix_error (error, "%s: ", option);

  return FALSE;
}

static gboolean
apply_number (const char  *option,
              const char  *text,
              gint64      *number,
              GError     **error)
{
  if (g_ascii_string_to_signed (text, 10, 0, MSP_FIGURE_MAX, number, NULL))
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("%s: \"%s\" is not a whole number of 0 or more"), option, text);

  return FALSE;
}

/* A portal field under its own spelling, anything else as the user's own. */
static const char *
spell_figure (MspCatalog *catalog,
              const char *name)
{
  GPtrArray *fields = msp_catalog_get_figure_fields (catalog);

  for (guint i = 0; i < fields->len; i++)
    {
      const MspFigureField *field = g_ptr_array_index (fields, i);

      if (g_ascii_strcasecmp (field->id, name) == 0)
        return field->id;
    }

  return name;
}

static void
forget_figures (MspCliFields    *self,
                MspCatalog      *catalog,
                MspContribution *entry)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->forgotten);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    msp_contribution_remove_figure (entry, spell_figure (catalog, name));
}

static gboolean
apply_reach (MspCliFields     *self,
             MspCatalog       *catalog,
             MspContribution  *entry,
             GError          **error)
{
  for (guint i = 0; self->reach != NULL && self->reach[i] != NULL; i++)
    {
      const char *equals = strrchr (self->reach[i], '=');
      g_autofree char *typed = equals != NULL
                               ? g_strndup (self->reach[i], (gsize) (equals - self->reach[i]))
                               : g_strdup ("");
      g_autofree char *name = msp_text_clean (typed, FALSE);
      gint64 value;

      if (*name == '\0')
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("--reach: \"%s\" is not of the form NAME=N"), self->reach[i]);
          return FALSE;
        }

      if (!apply_number ("--reach", equals + 1, &value, error))
        return FALSE;

      msp_contribution_set_figure (entry, spell_figure (catalog, name), value);
    }

  return TRUE;
}

static void
apply_type (MspCliFields    *self,
            MspCatalog      *catalog,
            MspContribution *entry)
{
  const char *role = NULL;
  const MspActivityType *type;

  if (self->type == NULL)
    return;

  type = msp_catalog_find_activity_type (catalog, self->type, &role);
  set_text (&entry->type, type != NULL ? type->name : self->type, FALSE);
  if (role != NULL && self->role == NULL)
    set_text (&entry->role, role, FALSE);
}

static gboolean
apply_status (MspCliFields     *self,
              MspContribution  *entry,
              GError          **error)
{
  if (self->status == NULL)
    return TRUE;

  if (!g_str_equal (self->status, "planned") && !g_str_equal (self->status, "done"))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("--status: \"%s\" is not one of planned, done"), self->status);
      return FALSE;
    }

  entry->status = g_str_equal (self->status, "planned") ? MSP_STATUS_PLANNED : MSP_STATUS_DONE;

  return TRUE;
}

/**
 * msp_cli_fields_apply:
 * @self: the options
 * @catalog: knows how types and figures are spelt
 * @entry: where they are set
 * @error: return location for an error that names the option and the value
 *
 * Returns: whether all of them could be set
 */
gboolean
msp_cli_fields_apply (MspCliFields     *self,
                      MspCatalog       *catalog,
                      MspContribution  *entry,
                      GError          **error)
{
  apply_clearing (self, entry);
  forget_figures (self, catalog, entry);
  apply_type (self, catalog, entry);
  set_text (&entry->title, self->title, FALSE);
  set_text (&entry->url, self->url, FALSE);
  set_text (&entry->description, self->description, TRUE);
  set_text (&entry->private_description, self->private_description, TRUE);
  set_text (&entry->area, self->area, FALSE);
  set_text (&entry->role, self->role, FALSE);
  set_text (&entry->notes, self->notes, TRUE);
  set_text (&entry->microsoft_event, self->microsoft_event, FALSE);
  set_text (&entry->microsoft_event_other, self->microsoft_event_other, FALSE);
  set_list (&entry->additional_areas, self->additional_areas);
  set_list (&entry->audience, self->audience);
  set_list (&entry->tags, self->tags);
  set_list (&entry->links, self->links);
  msp_cli_attachments_apply (self, entry);
  entry->is_private |= self->is_private;
  entry->is_high_impact |= self->high_impact;
  if (self->in_portal && entry->in_portal == MSP_DAY_NONE)
    entry->in_portal = msp_clock_today ();
  if (self->not_in_portal)
    entry->in_portal = MSP_DAY_NONE;

  return apply_date ("--date", self->date, &entry->date, error) &&
         apply_date ("--end-date", self->end_date, &entry->date_end, error) &&
         apply_date ("--in-portal", self->in_portal_on, &entry->in_portal, error) &&
         apply_status (self, entry, error) &&
         (self->quantity == NULL ||
          apply_number ("--quantity", self->quantity, &entry->quantity, error)) &&
         apply_reach (self, catalog, entry, error);
}
