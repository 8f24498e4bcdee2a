/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-rule"

#include "eligibility/msp-rule.h"

static MspTruth
truth_of (gboolean holds)
{
  return holds ? MSP_TRUTH_TRUE : MSP_TRUTH_FALSE;
}

/* Place of a value in its question's order; -1 if it has none. */
static int
rank_of (const MspQuestion *question,
         const char        *value)
{
  for (guint i = 0; i < question->values->len; i++)
    {
      const MspValue *known = g_ptr_array_index (question->values, i);

      if (g_str_equal (known->id, value))
        return (int) i;
    }

  return -1;
}

static gboolean
is_at_least (const MspCondition *condition,
             const char *const  *answer)
{
  if (condition->question->kind == MSP_QUESTION_CHOICES)
    return (int) g_strv_length ((GStrv) answer) >= condition->number;
  if (condition->question->kind == MSP_QUESTION_NUMBER)
    return g_ascii_strtoll (answer[0], NULL, 10) >= condition->number;

  return rank_of (condition->question, answer[0]) >=
         rank_of (condition->question, condition->values[0]);
}

static gboolean
shares_one (const char *const *answer,
            const GStrv        values)
{
  for (guint i = 0; answer[i] != NULL; i++)
    {
      if (g_strv_contains ((const char *const *) values, answer[i]))
        return TRUE;
    }

  return FALSE;
}

static MspTruth
evaluate_leaf (const MspCondition *condition,
               MspAnswers         *answers)
{
  const char *const *answer = msp_answers_get (answers, condition->question->id);

  if (answer == NULL)
    return MSP_TRUTH_UNKNOWN;

  if (condition->kind == MSP_CONDITION_AT_LEAST)
    return truth_of (is_at_least (condition, answer));

  return truth_of (shares_one (answer, condition->values));
}

/**
 * msp_condition_evaluate:
 * @condition: a condition of the catalogue
 * @answers: what is known
 *
 * Returns: whether it holds, in three values: what is not answered is unknown, never a no
 */
MspTruth
msp_condition_evaluate (const MspCondition *condition,
                        MspAnswers         *answers)
{
  MspTruth truth;

  if (condition->kind == MSP_CONDITION_NOT)
    return MSP_TRUTH_TRUE - msp_condition_evaluate (g_ptr_array_index (condition->children, 0),
                                                    answers);
  if (condition->kind != MSP_CONDITION_ALL && condition->kind != MSP_CONDITION_ANY)
    return evaluate_leaf (condition, answers);

  /* The least of all, the most of any. */
  truth = condition->kind == MSP_CONDITION_ALL ? MSP_TRUTH_TRUE : MSP_TRUTH_FALSE;
  for (guint i = 0; i < condition->children->len; i++)
    {
      MspTruth part = msp_condition_evaluate (g_ptr_array_index (condition->children, i), answers);

      truth = condition->kind == MSP_CONDITION_ALL ? MIN (truth, part) : MAX (truth, part);
    }

  return truth;
}

gboolean
msp_condition_asks (const MspCondition *condition,
                    const MspQuestion  *question)
{
  if (condition->question == question)
    return TRUE;

  for (guint i = 0; i < condition->children->len; i++)
    {
      if (msp_condition_asks (g_ptr_array_index (condition->children, i), question))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_closed (const MspProgram *program,
           MspAnswers       *answers)
{
  for (guint i = 0; i < program->criteria->len; i++)
    {
      const MspCriterion *criterion = g_ptr_array_index (program->criteria, i);

      if (criterion->kind == MSP_CRITERION_CLOSED &&
          msp_condition_evaluate (criterion->when, answers) == MSP_TRUTH_FALSE)
        return TRUE;
    }

  return FALSE;
}

/* Whether some program that is still open waits for the answer. */
static gboolean
matters (const MspQuestion *question,
         MspAnswers        *earlier)
{
  GPtrArray *programs = msp_catalog_get_programs (msp_answers_get_catalog (earlier));

  for (guint i = 0; i < programs->len; i++)
    {
      const MspProgram *program = g_ptr_array_index (programs, i);

      if (is_closed (program, earlier))
        continue;

      for (guint j = 0; j < program->criteria->len; j++)
        {
          const MspCriterion *criterion = g_ptr_array_index (program->criteria, j);

          if (msp_condition_asks (criterion->when, question) &&
              msp_condition_evaluate (criterion->when, earlier) == MSP_TRUTH_UNKNOWN)
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * msp_questionnaire_path:
 * @answers: the answers so far
 *
 * Returns: (transfer container) (element-type MspQuestion): the questions that can matter, each
 *   judged by the answers to those before it
 */
GPtrArray *
msp_questionnaire_path (MspAnswers *answers)
{
  MspCatalog *catalog = msp_answers_get_catalog (answers);
  GPtrArray *questions = msp_catalog_get_questions (catalog);
  GPtrArray *path = g_ptr_array_new ();
  g_autoptr (MspAnswers) earlier = msp_answers_new (catalog);

  for (guint i = 0; i < questions->len; i++)
    {
      const MspQuestion *question = g_ptr_array_index (questions, i);
      const char *const *answer = msp_answers_get (answers, question->id);

      if (!matters (question, earlier))
        continue;

      g_ptr_array_add (path, (gpointer) question);
      if (answer != NULL)
        msp_answers_set (earlier, question->id, answer, NULL);
    }

  return path;
}
