/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-catalog-questions"

#include "catalog/msp-catalog-questions.h"

#include <glib/gi18n-lib.h>

static void
read_values (MspCatalogData *data,
             MspJson        *place,
             MspQuestion    *question)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  MspJson *list;
  guint length;

  question->values = msp_catalog_data_array (data);
  if (question->kind == MSP_QUESTION_NUMBER)
    {
      question->minimum = (int) msp_json_get_integer (msp_json_get (place, "minimum"));
      question->maximum = (int) msp_json_get_integer (msp_json_get (place, "maximum"));
      return;
    }

  list = msp_json_get (place, "values");
  length = msp_json_get_length (list);
  for (guint i = 0; i < length; i++)
    {
      MspJson *item = msp_json_get_element (list, i);
      MspValue *value = msp_catalog_data_alloc (data, sizeof *value);

      msp_json_allow (item, "id label detail");
      value->id = msp_catalog_read_new_id (data, item, seen);
      value->label = msp_catalog_read_text (data, item, "label");
      value->detail = msp_catalog_read_optional (data, item, "detail");
      g_ptr_array_add (question->values, value);
    }

  if (question->kind == MSP_QUESTION_BOOLEAN &&
      (length != 2 || !g_hash_table_contains (seen, "true") ||
       !g_hash_table_contains (seen, "false")))
    msp_json_fail (list, _ ("the values of a boolean are \"true\" and \"false\""));
}

void
msp_catalog_read_questions (MspCatalogData *data,
                            MspJsonDoc     *doc)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  MspJson *list = msp_json_get (msp_catalog_read_head (doc, "questions", "questions"),
                                "questions");
  guint length = msp_json_get_length (list);

  data->questions = msp_catalog_data_array (data);
  for (guint i = 0; i < length; i++)
    {
      MspJson *place = msp_json_get_element (list, i);
      MspQuestion *question = msp_catalog_data_alloc (data, sizeof *question);

      msp_json_allow (place, "id kind title help why from_journal minimum maximum values");
      question->id = msp_catalog_read_new_id (data, place, seen);
      question->kind =
        (MspQuestionKind) msp_catalog_read_choice (place, "kind", "boolean choice choices number");
      question->title = msp_catalog_read_text (data, place, "title");
      question->help = msp_catalog_read_text (data, place, "help");
      question->why = msp_catalog_read_text (data, place, "why");
      if (msp_json_has (place, "from_journal"))
        question->from_journal = msp_json_get_boolean (msp_json_get (place, "from_journal"));
      read_values (data, place, question);
      g_ptr_array_add (data->questions, question);
    }
}

static const MspQuestion *
read_question (MspCatalogData *data,
               MspJson        *place)
{
  const char *id = msp_json_get_string (msp_json_get (place, "question"));

  for (guint i = 0; i < data->questions->len; i++)
    {
      const MspQuestion *question = g_ptr_array_index (data->questions, i);

      if (g_str_equal (question->id, id))
        return question;
    }

  msp_json_fail (place, _ ("unknown question \"%s\""), id);

  return NULL;
}

/* A value of a leaf, checked against its question, as text. */
static char *
read_value (MspJson           *place,
            const MspQuestion *question)
{
  const char *text;

  if (question->kind == MSP_QUESTION_BOOLEAN)
    return g_strdup (msp_json_get_boolean (place) ? "true" : "false");
  if (question->kind == MSP_QUESTION_NUMBER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, msp_json_get_integer (place));

  text = msp_json_get_string (place);
  for (guint i = 0; i < question->values->len; i++)
    {
      const MspValue *value = g_ptr_array_index (question->values, i);

      if (g_str_equal (value->id, text))
        return g_strdup (text);
    }

  msp_json_fail (place, _ ("\"%s\" is not a value of the question \"%s\""), text, question->id);

  return g_strdup (text);
}

static GStrv
read_condition_values (MspCatalogData    *data,
                       MspJson           *place,
                       const MspQuestion *question)
{
  gboolean is_list = msp_json_is_array (place);
  guint length = is_list ? msp_json_get_length (place) : 1;
  GStrv values = g_new0 (char *, length + 1);

  for (guint i = 0; i < length; i++)
    values[i] = read_value (is_list ? msp_json_get_element (place, i) : place, question);
  g_ptr_array_add (data->words, values);

  return values;
}

/* A leaf has its question and one operator. */
static void
read_leaf (MspCatalogData *data,
           MspJson        *place,
           MspCondition   *condition)
{
  static const struct
  {
    const char       *name;
    MspConditionKind  kind;
  } operators[] = {
    { "is", MSP_CONDITION_IS },
    { "in", MSP_CONDITION_IN },
    { "at_least", MSP_CONDITION_AT_LEAST },
    { "includes", MSP_CONDITION_INCLUDES },
  };
  guint n_operators = 0;

  msp_json_allow (place, "question is in at_least includes");
  condition->question = read_question (data, place);

  for (guint i = 0; i < G_N_ELEMENTS (operators) && condition->question != NULL; i++)
    {
      MspJson *operand;

      if (!msp_json_has (place, operators[i].name))
        continue;

      n_operators++;
      operand = msp_json_get (place, operators[i].name);
      condition->kind = operators[i].kind;
      if (condition->kind == MSP_CONDITION_AT_LEAST && msp_json_is_integer (operand))
        condition->number = (int) msp_json_get_integer (operand);
      else
        condition->values = read_condition_values (data, operand, condition->question);
    }

  if (n_operators != 1)
    msp_json_fail (place, _ ("one of is, in, at_least and includes is expected"));
}

static void
read_children (MspCatalogData   *data,
               MspJson          *list,
               MspCondition     *condition,
               MspConditionKind  kind)
{
  guint length = msp_json_get_length (list);

  condition->kind = kind;
  for (guint i = 0; i < length; i++)
    g_ptr_array_add (condition->children,
                     msp_catalog_read_condition (data, msp_json_get_element (list, i)));
}

/**
 * msp_catalog_read_condition:
 * @data: the catalogue being read, with its questions
 * @place: a condition
 *
 * Returns: (transfer none): the condition
 */
MspCondition *
msp_catalog_read_condition (MspCatalogData *data,
                            MspJson        *place)
{
  MspCondition *condition = msp_catalog_data_alloc (data, sizeof *condition);

  condition->children = msp_catalog_data_array (data);
  if (msp_json_has (place, "question"))
    {
      read_leaf (data, place, condition);
      return condition;
    }

  msp_json_allow (place, "all any not");
  if (msp_json_has (place, "all"))
    {
      read_children (data, msp_json_get (place, "all"), condition, MSP_CONDITION_ALL);
    }
  else if (msp_json_has (place, "any"))
    {
      read_children (data, msp_json_get (place, "any"), condition, MSP_CONDITION_ANY);
    }
  else
    {
      condition->kind = MSP_CONDITION_NOT;
      g_ptr_array_add (condition->children,
                       msp_catalog_read_condition (data, msp_json_get (place, "not")));
    }

  return condition;
}
