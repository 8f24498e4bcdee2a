/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-row"

#include "exchange/msp-import-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/msp-text.h"
#include "exchange/msp-csv.h"
#include "exchange/msp-import-dates.h"
#include "exchange/msp-import-values.h"

/* A row without a type is kept under the portal's word for what is none of its types, and marked. */
#define TYPE_WHEN_MISSING "Other"
#define TAG_WHEN_MISSING "check-type"

struct _MspImportRow
{
  MspImportNames  *names; /* not owned */
  gboolean         exact;
  MspDateOrder     order;

  MspContribution *entry;        /* (owned) (nullable) */
  gint64           annual_reach; /* -1: not given */
  MspEntryFields   given;
  char            *field;        /* (owned) (nullable): of what is wrong */
  char            *value;        /* (owned) (nullable) */
  char            *reason;       /* (owned) (nullable): NULL: nothing is */
};

MspImportRow *
msp_import_row_new (MspImportNames *names,
                    gboolean        exact,
                    MspDateOrder    order)
{
  MspImportRow *self = g_new0 (MspImportRow, 1);

  self->names = names;
  self->exact = exact;
  self->order = order;

  return self;
}

void
msp_import_row_free (MspImportRow *self)
{
  msp_contribution_free (self->entry);
  g_free (self->field);
  g_free (self->value);
  g_free (self->reason);
  g_free (self);
}

void
msp_import_row_begin (MspImportRow *self)
{
  msp_contribution_free (self->entry);
  self->entry = msp_contribution_new ();
  self->annual_reach = -1;
  self->given = (MspEntryFields) 0;
  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->reason, g_free);
}

/* What this program wrote down as empty was emptied; with other people nobody can tell. */
void
msp_import_row_name (MspImportRow *self,
                     const char   *member)
{
  if (self->exact)
    self->given |= msp_entry_fields_named (member);
}

MspContribution *
msp_import_row_get (MspImportRow *self)
{
  return self->entry;
}

void
msp_import_row_fail (MspImportRow *self,
                     const char   *field,
                     const char   *value,
                     const char   *reason)
{
  if (self->reason != NULL)
    return;

  self->field = g_strdup (field);
  self->value = g_strdup (value);
  self->reason = g_strdup (reason);
}

/* (nullable): where a text of one value is kept */
static char **
find_text (MspContribution *entry,
           MspImportField   field)
{
  switch ((int) field)
    {
    case MSP_IMPORT_FIELD_TITLE:
      return &entry->title;

    case MSP_IMPORT_FIELD_DESCRIPTION:
      return &entry->description;

    case MSP_IMPORT_FIELD_PRIVATE_DESCRIPTION:
      return &entry->private_description;

    case MSP_IMPORT_FIELD_URL:
      return &entry->url;

    case MSP_IMPORT_FIELD_TYPE:
      return &entry->type;

    case MSP_IMPORT_FIELD_AREA:
      return &entry->area;

    case MSP_IMPORT_FIELD_ROLE:
      return &entry->role;

    case MSP_IMPORT_FIELD_MICROSOFT_EVENT:
      return &entry->microsoft_event;

    case MSP_IMPORT_FIELD_MICROSOFT_EVENT_OTHER:
      return &entry->microsoft_event_other;

    case MSP_IMPORT_FIELD_NOTES:
      return &entry->notes;

    default:
      return NULL;
    }
}

static gboolean
has_lines (MspImportField field)
{
  return field == MSP_IMPORT_FIELD_DESCRIPTION || field == MSP_IMPORT_FIELD_PRIVATE_DESCRIPTION ||
         field == MSP_IMPORT_FIELD_NOTES;
}

static gboolean
has_spelling (MspImportField field)
{
  return field == MSP_IMPORT_FIELD_AREA || field == MSP_IMPORT_FIELD_ROLE ||
         field == MSP_IMPORT_FIELD_ADDITIONAL_AREAS || field == MSP_IMPORT_FIELD_AUDIENCE;
}

/* (transfer full): as the journal keeps it */
static char *
dup_value (MspImportRow   *self,
           MspImportField  field,
           const char     *text)
{
  g_autofree char *clean = NULL;

  if (self->exact)
    return g_strdup (text);

  clean = msp_text_clean (text, has_lines (field));
  if (!has_spelling (field))
    return g_steal_pointer (&clean);

  return g_strdup (msp_import_names_spell (self->names, clean));
}

static GStrv *
find_list (MspContribution *entry,
           MspImportField   field)
{
  switch ((int) field)
    {
    case MSP_IMPORT_FIELD_ADDITIONAL_AREAS:
      return &entry->additional_areas;

    case MSP_IMPORT_FIELD_AUDIENCE:
      return &entry->audience;

    case MSP_IMPORT_FIELD_TAGS:
      return &entry->tags;

    case MSP_IMPORT_FIELD_LINKS:
    default:
      return &entry->links;
    }
}

void
msp_import_row_add (MspImportRow   *self,
                    MspImportField  field,
                    const char     *text)
{
  GStrv *list = find_list (self->entry, field);
  g_autofree char *value = dup_value (self, field, text);
  guint length = g_strv_length (*list);

  if (*value == '\0' || (!self->exact && g_strv_contains ((const char *const *) *list, value)))
    return;

  *list = g_renew (char *, *list, length + 2);
  (*list)[length] = g_steal_pointer (&value);
  (*list)[length + 1] = NULL;
}

/* Other people part audiences and tags, which have no commas, by these too. */
static void
set_list (MspImportRow   *self,
          MspImportField  field,
          const char     *text)
{
  gboolean by_comma = !self->exact && strchr (text, ';') == NULL &&
                      (field == MSP_IMPORT_FIELD_AUDIENCE || field == MSP_IMPORT_FIELD_TAGS);
  g_auto (GStrv) values = by_comma ? g_strsplit (text, ",", -1) : msp_csv_split_list (text);

  for (guint i = 0; values[i] != NULL; i++)
    msp_import_row_add (self, field, values[i]);
}

/* The JSON name that a message calls a field by. */
static const char *
name_of (MspImportField  field,
         const char     *figure)
{
  const char *name = msp_import_field_to_name (field);

  return name != NULL ? name : figure != NULL ? figure : "";
}

static gboolean
read_number (MspImportRow   *self,
             MspImportField  field,
             const char     *figure,
             const char     *text,
             gint64         *number)
{
  if (msp_import_value_to_number (text, number))
    return TRUE;

  msp_import_row_fail (self, name_of (field, figure), text,
                       _ ("This is not a whole number from 0 to 1,000,000,000,000."));

  return FALSE;
}

static void
set_number (MspImportRow   *self,
            MspImportField  field,
            const char     *figure,
            const char     *text)
{
  gint64 number;

  if (figure != NULL && msp_text_is_blank (figure))
    {
      msp_import_row_fail (self, "metrics", text, _ ("A figure needs a name."));
      return;
    }
  if (msp_text_is_blank (text) || !read_number (self, field, figure, text, &number))
    return;

  if (field == MSP_IMPORT_FIELD_QUANTITY)
    self->entry->quantity = number;
  else if (field == MSP_IMPORT_FIELD_ANNUAL_REACH)
    self->annual_reach = number;
  else if (self->exact || number > 0 || !g_str_equal (figure, MSP_IMPORT_SECOND_QUANTITY))
    msp_contribution_set_figure (self->entry, figure, number);
}

static void
set_day (MspImportRow   *self,
         MspImportField  field,
         const char     *text)
{
  MspDay *day = field == MSP_IMPORT_FIELD_DATE ? &self->entry->date
                : field == MSP_IMPORT_FIELD_DATE_END ? &self->entry->date_end
                : &self->entry->in_portal;
  const char *problem;

  if (msp_text_is_blank (text))
    return;

  problem = msp_import_date_parse (text, self->order, day);
  if (problem != NULL)
    msp_import_row_fail (self, name_of (field, NULL), text, problem);
}

static void
set_flag (MspImportRow   *self,
          MspImportField  field,
          const char     *text)
{
  gboolean *flag = field == MSP_IMPORT_FIELD_IS_PRIVATE ? &self->entry->is_private
                   : &self->entry->is_high_impact;

  if (!msp_import_value_to_flag (text, flag))
    msp_import_row_fail (self, name_of (field, NULL), text, _ ("True or false is expected."));
}

static void
set_status (MspImportRow *self,
            const char   *text)
{
  g_autofree char *word = g_strstrip (g_ascii_strdown (text, -1));

  if (g_str_equal (word, "planned"))
    self->entry->status = MSP_STATUS_PLANNED;
  else if (g_str_equal (word, "done"))
    self->entry->status = MSP_STATUS_DONE;
  else
    msp_import_row_fail (self, "status", text, _ ("It is either planned or done."));
}

/* An id or a time of another program is none of ours. */
static void
set_record (MspImportRow   *self,
            MspImportField  field,
            const char     *text)
{
  char **target = field == MSP_IMPORT_FIELD_ID ? &self->entry->id
                  : field == MSP_IMPORT_FIELD_CREATED ? &self->entry->created
                  : field == MSP_IMPORT_FIELD_MODIFIED ? &self->entry->modified
                  : &self->entry->deleted;

  if (field == MSP_IMPORT_FIELD_ID ? !g_uuid_string_is_valid (text) : !msp_import_value_is_time (text))
    return;

  g_free (*target);
  *target = g_strdup (text);
}

void
msp_import_row_set (MspImportRow   *self,
                    MspImportField  field,
                    const char     *figure,
                    const char     *text)
{
  char **target;

  if (*text == '\0' || field == MSP_IMPORT_FIELD_NONE)
    return;

  target = find_text (self->entry, field);
  if (target != NULL)
    {
      g_free (*target);
      *target = dup_value (self, field, text);
    }
  else if (msp_import_field_is_list (field))
    set_list (self, field, text);
  else if (msp_import_field_is_date (field))
    set_day (self, field, text);
  else if (field == MSP_IMPORT_FIELD_IS_PRIVATE || field == MSP_IMPORT_FIELD_IS_HIGH_IMPACT)
    set_flag (self, field, text);
  else if (field == MSP_IMPORT_FIELD_VISIBILITY)
    self->entry->is_private = msp_import_value_is_hidden (text);
  else if (field == MSP_IMPORT_FIELD_STATUS)
    set_status (self, text);
  else if (field == MSP_IMPORT_FIELD_QUANTITY || field == MSP_IMPORT_FIELD_ANNUAL_REACH ||
           field == MSP_IMPORT_FIELD_FIGURE)
    set_number (self, field, figure, text);
  else
    set_record (self, field, text);
}

/* Older names become the portal's; a name of the user's own stays. */
static void
settle_type (MspImportRow *self)
{
  MspContribution *entry = self->entry;
  const MspActivityType *type;
  const char *role = NULL;

  if (msp_text_is_blank (entry->type))
    {
      g_free (entry->type);
      entry->type = g_strdup (TYPE_WHEN_MISSING);
      msp_import_row_add (self, MSP_IMPORT_FIELD_TAGS, TAG_WHEN_MISSING);
    }

  type = msp_import_names_find_type (self->names, entry->type, &role);
  if (type != NULL && !g_str_equal (type->name, entry->type))
    {
      g_free (entry->type);
      entry->type = g_strdup (type->name);
    }
  if (role != NULL && *entry->role == '\0')
    {
      g_free (entry->role);
      entry->role = g_strdup (role);
    }

  if (self->annual_reach >= 0 &&
      msp_contribution_get_figure (entry, msp_import_names_main_figure (type)) < 0)
    msp_contribution_set_figure (entry, msp_import_names_main_figure (type), self->annual_reach);
}

static void
sum_reach (MspContribution *entry)
{
  entry->reach = 0;
  for (guint i = 0; i < entry->figures->len; i++)
    {
      const MspFigure *figure = g_ptr_array_index (entry->figures, i);

      if (msp_figure_counts_people (figure->name))
        entry->reach += figure->value;
    }
}

/* (transfer full) (nullable): what stands in the field of that name */
static char *
dup_wrong_value (MspContribution *entry,
                 const char      *name)
{
  MspImportField field = msp_import_field_find (name);
  char **text = find_text (entry, field);

  if (text != NULL)
    return **text != '\0' ? g_strdup (*text) : NULL;
  if (msp_import_field_is_list (field))
    return msp_csv_join_list ((const char *const *) *find_list (entry, field));
  if (field == MSP_IMPORT_FIELD_DATE && entry->date != MSP_DAY_NONE)
    return msp_day_to_iso (entry->date);
  if (field == MSP_IMPORT_FIELD_DATE_END && entry->date_end != MSP_DAY_NONE)
    return msp_day_to_iso (entry->date_end);
  if (field == MSP_IMPORT_FIELD_QUANTITY)
    return g_strdup_printf ("%" G_GINT64_FORMAT, entry->quantity);

  return NULL;
}

void
msp_import_row_finish (MspImportRow    *self,
                       MspImportRecord *record)
{
  if (self->reason == NULL)
    {
      g_autoptr (GPtrArray) problems = NULL;

      settle_type (self);
      sum_reach (self->entry);
      problems = msp_contribution_check (self->entry);
      if (problems->len > 0)
        {
          const MspFieldProblem *problem = g_ptr_array_index (problems, 0);
          g_autofree char *value = dup_wrong_value (self->entry, problem->field);

          msp_import_row_fail (self, problem->field, value, problem->message);
        }
    }

  if (self->reason == NULL)
    record->entry = g_steal_pointer (&self->entry);
  record->given = self->given;
  record->field = g_steal_pointer (&self->field);
  record->value = g_steal_pointer (&self->value);
  record->reason = g_steal_pointer (&self->reason);
}
