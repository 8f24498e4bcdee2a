/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-object"

#include "exchange/msp-import-object.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/msp-figure-names.h"
#include "exchange/msp-json-tree.h"

/* What the portal writes in place of what it has wiped. */
#define WIPED "[GDPR Delete]"
/* The account's data knows only when an entry was made. */
#define TAG_DATE "check-date"

typedef struct
{
  const char     *name;
  MspImportField  field;
} Member;

static const Member companion_members[] = {
  { "ContributionTypeName", MSP_IMPORT_FIELD_TYPE },
  { "ContributionTechnology", MSP_IMPORT_FIELD_AREA },
  { "AdditionalTechnologies", MSP_IMPORT_FIELD_ADDITIONAL_AREAS },
  { "StartDate", MSP_IMPORT_FIELD_DATE },
  { "Title", MSP_IMPORT_FIELD_TITLE },
  { "ReferenceUrl", MSP_IMPORT_FIELD_URL },
  { "Visibility", MSP_IMPORT_FIELD_VISIBILITY },
  { "AnnualQuantity", MSP_IMPORT_FIELD_QUANTITY },
  { "SecondAnnualQuantity", MSP_IMPORT_FIELD_FIGURE },
  { "AnnualReach", MSP_IMPORT_FIELD_ANNUAL_REACH },
  { "Description", MSP_IMPORT_FIELD_DESCRIPTION },
};

struct _MspImportObject
{
  MspImportKind  kind;
  GHashTable    *members; /* (owned) (element-type utf8 MspImportField) */
  MspJsonTree   *tree;    /* (owned) */
};

static void
know (MspImportObject *self,
      const char      *name,
      MspImportField   field)
{
  g_hash_table_insert (self->members, (char *) name, GUINT_TO_POINTER (field));
}

MspImportObject *
msp_import_object_new (MspImportKind kind)
{
  MspImportObject *self = g_new0 (MspImportObject, 1);
  const char *const *names = msp_import_fields ();

  self->kind = kind;
  self->members = g_hash_table_new (g_str_hash, g_str_equal);
  self->tree = msp_json_tree_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (companion_members) && kind == MSP_IMPORT_COMPANION_JSON; i++)
    know (self, companion_members[i].name, companion_members[i].field);
  for (guint i = 0; names[i] != NULL && kind != MSP_IMPORT_COMPANION_JSON; i++)
    know (self, names[i], msp_import_field_find (names[i]));
  if (kind == MSP_IMPORT_PRIVACY_EXPORT)
    know (self, "dateCreated", MSP_IMPORT_FIELD_DATE);
  if (kind == MSP_IMPORT_JSON)
    know (self, "deleted", MSP_IMPORT_FIELD_DELETED);

  return self;
}

void
msp_import_object_free (MspImportObject *self)
{
  g_hash_table_unref (self->members);
  msp_json_tree_free (self->tree);
  g_free (self);
}

static const char *
name_of (MspImportField      field,
         const MspJsonValue *value)
{
  const char *name = msp_import_field_to_name (field);

  return name != NULL ? name : value->name;
}

static gboolean
takes_number (MspImportField field)
{
  return field == MSP_IMPORT_FIELD_QUANTITY || field == MSP_IMPORT_FIELD_FIGURE ||
         field == MSP_IMPORT_FIELD_ANNUAL_REACH;
}

static gboolean
takes_flag (MspImportField field)
{
  return field == MSP_IMPORT_FIELD_IS_PRIVATE || field == MSP_IMPORT_FIELD_IS_HIGH_IMPACT;
}

/* (nullable): the text of {"Name": "…"}, as a companion writes it */
static const MspJsonValue *
find_name (const MspJsonValue *object)
{
  static const char *const names[] = { "Name", "Description" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const MspJsonValue *name = msp_json_value_get (object, names[i]);

      if (name != NULL && name->kind == MSP_JSON_TEXT)
        return name;
    }

  return NULL;
}

static const char *
figure_of (MspImportField      field,
           const MspJsonValue *value)
{
  if (field != MSP_IMPORT_FIELD_FIGURE)
    return NULL;

  return msp_figure_is_portal_field (value->name) ? value->name : MSP_IMPORT_SECOND_QUANTITY;
}

static void
fill_list (MspImportObject    *self,
           MspImportRow       *row,
           MspImportField      field,
           const MspJsonValue *list)
{
  for (const MspJsonValue *value = list->first; value != NULL; value = value->next)
    {
      const MspJsonValue *text = value;

      if (value->kind == MSP_JSON_NOTHING)
        continue;
      if (value->kind == MSP_JSON_OBJECT && self->kind == MSP_IMPORT_COMPANION_JSON)
        text = find_name (value);

      if (text != NULL && text->kind == MSP_JSON_TEXT)
        msp_import_row_add (row, field, text->text);
      else
        msp_import_row_fail (row, name_of (field, list), value->text, _ ("A list of texts is expected."));
    }
}

static void
fill_value (MspImportObject    *self,
            MspImportRow       *row,
            MspImportField      field,
            const MspJsonValue *value)
{
  const MspJsonValue *text = value;

  if (value->kind == MSP_JSON_OBJECT && self->kind == MSP_IMPORT_COMPANION_JSON)
    text = find_name (value);
  if (value->kind == MSP_JSON_NOTHING)
    return;
  if (value->kind == MSP_JSON_LIST && msp_import_field_is_list (field))
    {
      fill_list (self, row, field, value);
      return;
    }

  if (text != NULL && (text->kind == MSP_JSON_TEXT ||
                       (text->kind == MSP_JSON_NUMBER && (takes_number (field) || takes_flag (field))) ||
                       (text->kind == MSP_JSON_BOOLEAN && takes_flag (field))))
    msp_import_row_set (row, field, figure_of (field, value), text->text);
  else if (field != MSP_IMPORT_FIELD_ID)
    msp_import_row_fail (row, name_of (field, value), value->text,
                         takes_number (field) ? _ ("A number is expected.")
                         : takes_flag (field) ? _ ("True or false is expected.")
                         : msp_import_field_is_list (field) ? _ ("A list of texts is expected.")
                         : _ ("A text is expected."));
}

static void
fill_metrics (MspImportRow       *row,
              const MspJsonValue *metrics)
{
  if (metrics->kind == MSP_JSON_NOTHING)
    return;

  if (metrics->kind != MSP_JSON_OBJECT)
    {
      msp_import_row_fail (row, "metrics", metrics->text, _ ("Names with numbers are expected."));
      return;
    }

  for (const MspJsonValue *value = metrics->first; value != NULL; value = value->next)
    {
      if (value->kind == MSP_JSON_NUMBER)
        msp_import_row_set (row, MSP_IMPORT_FIELD_FIGURE, value->name, value->text);
      else if (value->kind != MSP_JSON_NOTHING)
        msp_import_row_fail (row, "metrics", value->text, _ ("Names with numbers are expected."));
    }
}

static const char *
text_of (const MspJsonValue *object,
         const char         *name)
{
  const MspJsonValue *value = msp_json_value_get (object, name);

  return value != NULL && value->kind == MSP_JSON_TEXT ? value->text : NULL;
}

/* What the files are stays with the journal; their names, sizes and sums are the entry's. */
static void
fill_attachments (MspImportRow       *row,
                  const MspJsonValue *list)
{
  MspContribution *entry = msp_import_row_get (row);

  for (const MspJsonValue *value = list->first; value != NULL; value = value->next)
    {
      const MspJsonValue *size = value->kind == MSP_JSON_OBJECT ? msp_json_value_get (value, "size")
                                                                 : NULL;
      gint64 bytes = -1;

      if (size == NULL || size->kind != MSP_JSON_NUMBER ||
          !g_ascii_string_to_signed (size->text, 10, 0, MSP_ATTACHMENT_SIZE_MAX, &bytes, NULL) ||
          text_of (value, "name") == NULL || text_of (value, "hash") == NULL)
        {
          msp_import_row_fail (row, "attachments", NULL,
                               _ ("An attachment has a name, a hash and a size."));
          return;
        }
      g_ptr_array_add (entry->attachments,
                       msp_attachment_new (text_of (value, "name"), text_of (value, "hash"), bytes,
                                           text_of (value, "added") != NULL ? text_of (value, "added")
                                                                            : ""));
    }
}

/* When the figures, which are all there by now, were as they are. */
static void
fill_recorded (MspImportRow       *row,
               const MspJsonValue *days)
{
  GPtrArray *figures = msp_import_row_get (row)->figures;

  for (guint i = 0; i < figures->len; i++)
    {
      MspFigure *figure = g_ptr_array_index (figures, i);
      const MspJsonValue *day = msp_json_value_get (days, figure->name);

      if (day != NULL && (day->kind != MSP_JSON_TEXT ||
                          !msp_day_parse (day->text, &figure->recorded_on, NULL)))
        msp_import_row_fail (row, "recorded", day->text, _ ("A date like 2026-11-21 is expected."));
    }
}

static gboolean
is_wiped (const MspJsonValue *object)
{
  for (const MspJsonValue *member = object->first; member != NULL; member = member->next)
    {
      if (member->kind == MSP_JSON_TEXT && strstr (member->text, WIPED) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
fill_members (MspImportObject    *self,
              MspImportRow       *row,
              const MspJsonValue *object)
{
  gboolean is_own = self->kind == MSP_IMPORT_JSON;
  const MspJsonValue *recorded = is_own ? msp_json_value_get (object, "recorded") : NULL;

  for (const MspJsonValue *member = object->first; member != NULL; member = member->next)
    {
      MspImportField field = GPOINTER_TO_UINT (g_hash_table_lookup (self->members, member->name));

      msp_import_row_name (row, member->name);
      if (field != MSP_IMPORT_FIELD_NONE)
        fill_value (self, row, field, member);
      else if (is_own && g_str_equal (member->name, "metrics"))
        fill_metrics (row, member);
      else if (is_own && g_str_equal (member->name, "attachments"))
        fill_attachments (row, member);
    }
  if (recorded != NULL && recorded->kind == MSP_JSON_OBJECT)
    fill_recorded (row, recorded);
}

gboolean
msp_import_object_fill (MspImportObject *self,
                        const char      *text,
                        gsize            length,
                        guint            line,
                        MspImportRow    *row)
{
  g_autofree char *problem = NULL;
  const MspJsonValue *object = msp_json_tree_parse (self->tree, text, length, line, &problem);

  msp_import_row_begin (row);
  if (object == NULL)
    {
      msp_import_row_fail (row, NULL, NULL, problem);
      return TRUE;
    }
  if (object->kind != MSP_JSON_OBJECT)
    {
      msp_import_row_fail (row, NULL, object->text, _ ("An entry is expected here, in braces."));
      return TRUE;
    }
  if (self->kind == MSP_IMPORT_PRIVACY_EXPORT && is_wiped (object))
    return FALSE;

  fill_members (self, row, object);
  if (self->kind == MSP_IMPORT_PRIVACY_EXPORT)
    msp_import_row_add (row, MSP_IMPORT_FIELD_TAGS, TAG_DATE);

  return TRUE;
}
