/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-answers"

#include "eligibility/msp-answers.h"

#include <glib/gi18n-lib.h>

#include "base/msp-json.h"
#include "base/msp-text.h"

/**
 * MspAnswers:
 *
 * What somebody has answered, checked against the questions.
 */
struct _MspAnswers
{
  GObject     parent_instance;

  MspCatalog *catalog; /* (owned) */
  GHashTable *values;  /* (owned) (element-type utf8 GStrv) */
};

G_DEFINE_QUARK (MspEligibilityError, msp_eligibility_error)
G_DEFINE_FINAL_TYPE (MspAnswers, msp_answers, G_TYPE_OBJECT)

static void
msp_answers_finalize (GObject *object)
{
  MspAnswers *self = MSP_ANSWERS (object);

  g_clear_pointer (&self->values, g_hash_table_unref);
  g_clear_object (&self->catalog);

  G_OBJECT_CLASS (msp_answers_parent_class)->finalize (object);
}

static void
msp_answers_class_init (MspAnswersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msp_answers_finalize;
}

static void
msp_answers_init (MspAnswers *self)
{
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_strfreev);
}

MspAnswers *
msp_answers_new (MspCatalog *catalog)
{
  MspAnswers *self;

  g_return_val_if_fail (MSP_IS_CATALOG (catalog), NULL);

  self = g_object_new (MSP_TYPE_ANSWERS, NULL);
  self->catalog = g_object_ref (catalog);

  return self;
}

MspAnswers *
msp_answers_copy (MspAnswers *self)
{
  MspAnswers *copy = msp_answers_new (self->catalog);
  GHashTableIter iter;
  gpointer id;
  gpointer values;

  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &id, &values))
    g_hash_table_insert (copy->values, g_strdup (id), g_strdupv (values));

  return copy;
}

MspCatalog *
msp_answers_get_catalog (MspAnswers *self)
{
  return self->catalog;
}

static char *
list_values (const MspQuestion *question)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < question->values->len; i++)
    {
      const MspValue *value = g_ptr_array_index (question->values, i);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", value->id);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static gboolean
check_number (const MspQuestion  *question,
              const char         *value,
              GError            **error)
{
  gint64 number;

  if (g_ascii_string_to_signed (value, 10, question->minimum, question->maximum, &number, NULL))
    return TRUE;

  g_set_error (error, MSP_ELIGIBILITY_ERROR, MSP_ELIGIBILITY_ERROR_ANSWER,
               _ ("answers.%s: %s is not a whole number from %d to %d"), question->id, value,
               question->minimum, question->maximum);

  return FALSE;
}

static gboolean
check_value (const MspQuestion  *question,
             const char         *text,
             GError            **error)
{
  g_autofree char *list = NULL;

  if (question->kind == MSP_QUESTION_NUMBER)
    return check_number (question, text, error);

  for (guint i = 0; i < question->values->len; i++)
    {
      const MspValue *value = g_ptr_array_index (question->values, i);

      if (g_str_equal (value->id, text))
        return TRUE;
    }

  list = list_values (question);
  g_set_error (error, MSP_ELIGIBILITY_ERROR, MSP_ELIGIBILITY_ERROR_ANSWER,
               _ ("answers.%s: \"%s\" is not one of %s"), question->id, text, list);

  return FALSE;
}

gboolean
msp_answers_set (MspAnswers         *self,
                 const char         *question_id,
                 const char *const  *values,
                 GError            **error)
{
  const MspQuestion *question;
  guint length = g_strv_length ((GStrv) values);

  g_return_val_if_fail (MSP_IS_ANSWERS (self), FALSE);

  question = msp_catalog_find_question (self->catalog, question_id);
  if (question == NULL)
    {
      g_set_error (error, MSP_ELIGIBILITY_ERROR, MSP_ELIGIBILITY_ERROR_ANSWER,
                   _ ("answers: unknown question \"%s\""), question_id);
      return FALSE;
    }

  if (question->kind != MSP_QUESTION_CHOICES && length != 1)
    {
      g_set_error (error, MSP_ELIGIBILITY_ERROR, MSP_ELIGIBILITY_ERROR_ANSWER,
                   _ ("answers.%s: one answer is expected"), question_id);
      return FALSE;
    }

  for (guint i = 0; i < length; i++)
    {
      if (!check_value (question, values[i], error))
        return FALSE;
    }

  g_hash_table_insert (self->values, g_strdup (question_id), msp_strv_copy_clean (values));

  return TRUE;
}

void
msp_answers_clear (MspAnswers *self,
                   const char *question_id)
{
  g_return_if_fail (MSP_IS_ANSWERS (self));

  g_hash_table_remove (self->values, question_id);
}

const char *const *
msp_answers_get (MspAnswers *self,
                 const char *question_id)
{
  g_return_val_if_fail (MSP_IS_ANSWERS (self), NULL);

  return g_hash_table_lookup (self->values, question_id);
}

guint
msp_answers_count (MspAnswers *self)
{
  return g_hash_table_size (self->values);
}

/* One answer as its question has it in JSON. */
static GStrv
read_answer (MspJson           *place,
             const MspQuestion *question)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *number = NULL;
  guint length;

  switch (question->kind)
    {
    case MSP_QUESTION_BOOLEAN:
      g_strv_builder_add (builder, msp_json_get_boolean (place) ? "true" : "false");
      break;

    case MSP_QUESTION_NUMBER:
      number = g_strdup_printf ("%" G_GINT64_FORMAT, msp_json_get_integer (place));
      g_strv_builder_add (builder, number);
      break;

    case MSP_QUESTION_CHOICES:
      length = msp_json_get_length (place);
      for (guint i = 0; i < length; i++)
        g_strv_builder_add (builder, msp_json_get_string (msp_json_get_element (place, i)));
      break;

    case MSP_QUESTION_CHOICE:
    default:
      g_strv_builder_add (builder, msp_json_get_string (place));
      break;
    }

  return g_strv_builder_end (builder);
}

static gboolean
load_answers (MspAnswers  *self,
              MspJsonDoc  *doc,
              GError     **error)
{
  MspJson *root = msp_json_doc_root (doc);
  MspJson *answers = msp_json_get (root, "answers");
  g_auto (GStrv) ids = msp_json_list_names (answers);

  msp_json_allow (root, "answers");
  for (guint i = 0; ids[i] != NULL; i++)
    {
      MspJson *place = msp_json_get (answers, ids[i]);
      const MspQuestion *question = msp_catalog_find_question (self->catalog, ids[i]);
      g_auto (GStrv) values = NULL;

      if (question == NULL)
        {
          msp_json_fail (answers, _ ("unknown question \"%s\""), ids[i]);
          break;
        }

      if (msp_json_is_null (place))
        continue;

      values = read_answer (place, question);
      if (!msp_json_doc_finish (doc, error))
        return FALSE;
      if (!msp_answers_set (self, ids[i], (const char *const *) values, error))
        return FALSE;
    }

  return msp_json_doc_finish (doc, error);
}

/**
 * msp_answers_load_json:
 * @self: answers, to which those of the file are added
 * @text: `{"answers": {…}}`
 * @length: its size in bytes, -1 if it ends with a zero
 * @error: return location for an error that says where and what
 *
 * Returns: whether every answer was right; if not, @self is as it was
 */
gboolean
msp_answers_load_json (MspAnswers  *self,
                       const char  *text,
                       gssize       length,
                       GError     **error)
{
  g_autoptr (MspJsonDoc) doc = NULL;
  g_autoptr (MspAnswers) loaded = NULL;

  g_return_val_if_fail (MSP_IS_ANSWERS (self) && text != NULL, FALSE);

  doc = msp_json_doc_new ("answers", text, length >= 0 ? (gsize) length : strlen (text));
  loaded = msp_answers_copy (self);
  if (!load_answers (loaded, doc, error))
    return FALSE;

  g_hash_table_unref (self->values);
  self->values = g_hash_table_ref (loaded->values);

  return TRUE;
}

static void
append_answer (GString            *json,
               const MspQuestion  *question,
               const char *const  *values)
{
  g_string_append_printf (json, "\"%s\": ", question->id);
  if (question->kind != MSP_QUESTION_CHOICES)
    {
      const char *mark = question->kind == MSP_QUESTION_CHOICE ? "\"" : "";

      g_string_append_printf (json, "%s%s%s", mark, values[0], mark);
      return;
    }

  g_string_append_c (json, '[');
  for (guint i = 0; values[i] != NULL; i++)
    g_string_append_printf (json, "%s\"%s\"", i > 0 ? ", " : "", values[i]);
  g_string_append_c (json, ']');
}

/**
 * msp_answers_to_json:
 * @self: answers
 *
 * Ids and values are words of the catalogue, so nothing has to be escaped.
 *
 * Returns: (transfer full): `{"answers": {…}}`, in the order of the questions
 */
char *
msp_answers_to_json (MspAnswers *self)
{
  GPtrArray *questions = msp_catalog_get_questions (self->catalog);
  g_autoptr (GString) json = g_string_new ("{\"answers\": {");
  gboolean first = TRUE;

  for (guint i = 0; i < questions->len; i++)
    {
      const MspQuestion *question = g_ptr_array_index (questions, i);
      const char *const *values = msp_answers_get (self, question->id);

      if (values == NULL)
        continue;

      if (!first)
        g_string_append (json, ", ");
      first = FALSE;
      append_answer (json, question, values);
    }
  g_string_append (json, "}}");

  return g_string_free (g_steal_pointer (&json), FALSE);
}
