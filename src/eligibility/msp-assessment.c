/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-assessment"

#include "eligibility/msp-assessment.h"

#include <glib/gi18n-lib.h>

#include "base/msp-json.h"
#include "base/msp-text.h"

#define MONTHS_QUESTION "months_active"
#define KINDS_QUESTION "contribution_kinds"

/**
 * MspAssessment:
 *
 * What the rules make of one set of answers on one day.
 */
struct _MspAssessment
{
  GObject     parent_instance;

  MspAnswers *answers; /* (owned) */
  MspDay      date;
  GPtrArray  *results; /* (owned) (element-type MspProgramResult) */
};

G_DEFINE_FINAL_TYPE (MspAssessment, msp_assessment, G_TYPE_OBJECT)

static void
finding_free (MspFinding *finding)
{
  g_strfreev (finding->entries);
  g_free (finding);
}

static void
result_free (MspProgramResult *result)
{
  g_free (result->phrase);
  g_ptr_array_unref (result->findings);
  g_free (result);
}

static void
msp_assessment_finalize (GObject *object)
{
  MspAssessment *self = MSP_ASSESSMENT (object);

  g_clear_object (&self->answers);
  g_clear_pointer (&self->results, g_ptr_array_unref);

  G_OBJECT_CLASS (msp_assessment_parent_class)->finalize (object);
}

static void
msp_assessment_class_init (MspAssessmentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msp_assessment_finalize;
}

static void
msp_assessment_init (MspAssessment *self)
{
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) result_free);
}

void
msp_journal_evidence_free (MspJournalEvidence *evidence)
{
  g_strfreev (evidence->kinds);
  g_hash_table_unref (evidence->entries);
  g_free (evidence);
}

/**
 * msp_evidence_answer:
 * @evidence: what the journal says
 * @answers: where it is answered, unless somebody has
 */
void
msp_evidence_answer (const MspJournalEvidence *evidence,
                     MspAnswers               *answers)
{
  g_autofree char *months = g_strdup_printf ("%d", evidence->months_active);
  const char *const number[] = { months, NULL };

  if (msp_answers_get (answers, MONTHS_QUESTION) == NULL)
    msp_answers_set (answers, MONTHS_QUESTION, number, NULL);
  if (msp_answers_get (answers, KINDS_QUESTION) == NULL)
    msp_answers_set (answers, KINDS_QUESTION, (const char *const *) evidence->kinds, NULL);
}

/* The kinds that a condition names; none: all of them. */
static void
collect_kinds (const MspCondition *condition,
               GStrvBuilder       *kinds)
{
  if (condition->kind == MSP_CONDITION_INCLUDES)
    g_strv_builder_addv (kinds, (const char **) condition->values);
  for (guint i = 0; i < condition->children->len; i++)
    collect_kinds (g_ptr_array_index (condition->children, i), kinds);
}

static GStrv
name_entries (const MspCriterion       *criterion,
              MspAnswers               *answers,
              const MspJournalEvidence *evidence)
{
  MspCatalog *catalog = msp_answers_get_catalog (answers);
  const MspQuestion *months = msp_catalog_find_question (catalog, MONTHS_QUESTION);
  const MspQuestion *kinds = msp_catalog_find_question (catalog, KINDS_QUESTION);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autoptr (GStrvBuilder) named = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  if (evidence == NULL || (!msp_condition_asks (criterion->when, months) &&
                           !msp_condition_asks (criterion->when, kinds)))
    return g_new0 (char *, 1);

  collect_kinds (criterion->when, named);
  names = g_strv_builder_end (named);
  if (names[0] == NULL)
    {
      const char *const *entries = g_hash_table_lookup (evidence->entries, "");

      return entries != NULL ? g_strdupv ((GStrv) entries) : g_new0 (char *, 1);
    }

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char **entries = g_hash_table_lookup (evidence->entries, names[i]);

      if (entries != NULL)
        g_strv_builder_addv (builder, entries);
    }
  all = g_strv_builder_end (builder);

  return msp_strv_copy_clean ((const char *const *) all);
}

static MspVerdict
judge (const MspProgramResult *result)
{
  gboolean unmet = FALSE;
  gboolean unknown = FALSE;

  for (guint i = 0; i < result->findings->len; i++)
    {
      const MspFinding *finding = g_ptr_array_index (result->findings, i);

      if (finding->criterion->kind == MSP_CRITERION_SIGN)
        continue;

      if (finding->state == MSP_TRUTH_FALSE && finding->criterion->kind == MSP_CRITERION_CLOSED)
        return MSP_VERDICT_EXCLUDED;

      unmet |= finding->state == MSP_TRUTH_FALSE;
      unknown |= finding->state == MSP_TRUTH_UNKNOWN;
    }

  if (unmet)
    return MSP_VERDICT_NOT_YET;

  return unknown ? MSP_VERDICT_INCOMPLETE : MSP_VERDICT_READY;
}

static const char *
choose_phrase (const MspProgramResult *result,
               MspAnswers             *answers)
{
  const MspProgram *program = result->program;
  const char *const *nominator = msp_answers_get (answers, "nominator");

  switch (result->verdict)
    {
    case MSP_VERDICT_READY:
      if (program->verdict_ready_promised != NULL && nominator != NULL &&
          (g_str_equal (nominator[0], "promised") || g_str_equal (nominator[0], "nominated")))
        return program->verdict_ready_promised;

      return program->verdict_ready;

    case MSP_VERDICT_EXCLUDED:
      for (guint i = 0; i < result->findings->len; i++)
        {
          const MspFinding *finding = g_ptr_array_index (result->findings, i);

          if (finding->criterion->kind == MSP_CRITERION_CLOSED &&
              finding->state == MSP_TRUTH_FALSE && finding->criterion->excluded_text != NULL)
            return finding->criterion->excluded_text;
        }

      return program->verdict_excluded;

    case MSP_VERDICT_NOT_YET:
      return program->verdict_not_yet;

    case MSP_VERDICT_INCOMPLETE:
    default:
      return program->verdict_incomplete;
    }
}

static char *
make_phrase (const MspProgramResult *result,
             MspAnswers             *answers)
{
  g_autoptr (GString) phrase = g_string_new (choose_phrase (result, answers));
  g_autofree char *met = g_strdup_printf ("%u", result->met);
  g_autofree char *of = g_strdup_printf ("%u", result->of);

  g_string_replace (phrase, "%met%", met, 0);
  g_string_replace (phrase, "%of%", of, 0);

  return g_string_free (g_steal_pointer (&phrase), FALSE);
}

static MspProgramResult *
assess_program (const MspProgram         *program,
                MspAnswers               *answers,
                const MspJournalEvidence *evidence)
{
  MspProgramResult *result = g_new0 (MspProgramResult, 1);

  result->program = program;
  result->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) finding_free);
  for (guint i = 0; i < program->criteria->len; i++)
    {
      MspFinding *finding = g_new0 (MspFinding, 1);

      finding->criterion = g_ptr_array_index (program->criteria, i);
      finding->state = msp_condition_evaluate (finding->criterion->when, answers);
      finding->entries = name_entries (finding->criterion, answers, evidence);
      result->met += finding->state == MSP_TRUTH_TRUE;
      result->of++;
      g_ptr_array_add (result->findings, finding);
    }

  result->verdict = judge (result);
  result->phrase = make_phrase (result, answers);

  return result;
}

MspAssessment *
msp_assessment_new (MspAnswers               *answers,
                    const MspJournalEvidence *evidence,
                    MspDay                    date)
{
  MspAssessment *self = g_object_new (MSP_TYPE_ASSESSMENT, NULL);
  GPtrArray *programs = msp_catalog_get_programs (msp_answers_get_catalog (answers));

  self->answers = msp_answers_copy (answers);
  self->date = date;
  for (guint i = 0; i < programs->len; i++)
    g_ptr_array_add (self->results, assess_program (g_ptr_array_index (programs, i), answers,
                                                    evidence));

  return self;
}

MspDay
msp_assessment_get_date (MspAssessment *self)
{
  return self->date;
}

GPtrArray *
msp_assessment_get_results (MspAssessment *self)
{
  return self->results;
}

MspAnswers *
msp_assessment_get_answers (MspAssessment *self)
{
  return self->answers;
}

const char *
msp_verdict_to_id (MspVerdict verdict)
{
  static const char *const ids[] = { "ready", "not-yet", "excluded", "incomplete" };

  return ids[verdict];
}

static const char *
state_to_id (MspTruth state)
{
  static const char *const ids[] = { "unmet", "unknown", "met" };

  return ids[state];
}

static void
append_text (GString    *json,
             const char *name,
             const char *text)
{
  g_string_append_printf (json, "\"%s\": ", name);
  msp_json_append_string (json, text);
}

static void
append_finding (GString          *json,
                const MspFinding *finding)
{
  g_string_append_c (json, '{');
  append_text (json, "id", finding->criterion->id);
  g_string_append_printf (json, ", \"state\": \"%s\", \"required\": %s, ",
                          state_to_id (finding->state),
                          finding->criterion->kind != MSP_CRITERION_SIGN ? "true" : "false");
  append_text (json, "text", finding->criterion->text);
  g_string_append (json, ", ");
  append_text (json, "why", finding->criterion->why);
  g_string_append (json, ", ");
  append_text (json, "next_step", finding->criterion->next_step);
  g_string_append (json, ", \"entries\": [");
  for (guint i = 0; finding->entries[i] != NULL; i++)
    {
      g_string_append (json, i > 0 ? ", " : "");
      msp_json_append_string (json, finding->entries[i]);
    }
  g_string_append (json, "]}");
}

static void
append_result (GString                *json,
               const MspProgramResult *result)
{
  g_string_append (json, "\n    {");
  append_text (json, "id", result->program->id);
  g_string_append_printf (json, ", \"verdict\": \"%s\", \"met\": %u, \"of\": %u, ",
                          msp_verdict_to_id (result->verdict), result->met, result->of);
  append_text (json, "phrase", result->phrase);
  g_string_append (json, ", \"criteria\": [");
  for (guint i = 0; i < result->findings->len; i++)
    {
      g_string_append (json, i > 0 ? ",\n      " : "\n      ");
      append_finding (json, g_ptr_array_index (result->findings, i));
    }
  g_string_append (json, "]}");
}

char *
msp_assessment_to_json (MspAssessment *self)
{
  g_autofree char *date = msp_day_to_iso (self->date);
  g_autofree char *answers = msp_answers_to_json (self->answers);
  g_autoptr (GString) json = g_string_new (NULL);

  g_string_append_printf (json, "{\n  \"date\": \"%s\",\n  \"programs\": [", date);
  for (guint i = 0; i < self->results->len; i++)
    {
      g_string_append (json, i > 0 ? "," : "");
      append_result (json, g_ptr_array_index (self->results, i));
    }

  /* Without the brace before it and the one behind: a member of ours. */
  g_string_append (json, "\n  ],\n  ");
  g_string_append_len (json, answers + 1, (gssize) strlen (answers) - 2);
  g_string_append (json, "\n}");

  return g_string_free (g_steal_pointer (&json), FALSE);
}

/* The answers of a saved result, as a document of their own. */
static char *
cut_answers (const char *json)
{
  const char *start = g_strrstr (json, "\"answers\":");
  const char *end = start != NULL ? strchr (start, '}') : NULL;
  g_autofree char *member = end != NULL ? g_strndup (start, (gsize) (end - start) + 1) : NULL;

  return member != NULL ? g_strconcat ("{", member, "}", NULL) : g_strdup ("");
}

/**
 * msp_assessment_from_json:
 * @catalog: the catalogue
 * @json: what msp_assessment_to_json() wrote
 * @error: return location for an error
 *
 * Judges the saved answers again, so that a result is always read by today's rules.
 *
 * Returns: (transfer full) (nullable): the assessment, of its own day
 */
MspAssessment *
msp_assessment_from_json (MspCatalog  *catalog,
                          const char  *json,
                          GError     **error)
{
  g_autoptr (MspAnswers) answers = msp_answers_new (catalog);
  g_autoptr (MspJsonDoc) doc = msp_json_doc_new ("result", json, strlen (json));
  g_autofree char *saved = cut_answers (json);
  const char *date = msp_json_get_string (msp_json_get (msp_json_doc_root (doc), "date"));
  MspDay day;

  if (!msp_json_doc_finish (doc, error) || !msp_day_parse (date, &day, error) ||
      !msp_answers_load_json (answers, saved, -1, error))
    return NULL;

  return msp_assessment_new (answers, NULL, day);
}

static void
describe_program (GStrvBuilder           *changes,
                  const MspProgramResult *now,
                  const MspProgramResult *before)
{
  if (now->verdict != before->verdict)
    {
      g_autofree char *text = g_strdup_printf (_ ("%s: from “%s” to “%s”"), now->program->name,
                                               before->phrase, now->phrase);

      g_strv_builder_add (changes, text);
    }

  for (guint i = 0; i < now->findings->len; i++)
    {
      const MspFinding *finding = g_ptr_array_index (now->findings, i);
      const MspFinding *earlier = g_ptr_array_index (before->findings, i);
      g_autofree char *text = NULL;

      if (finding->state == earlier->state)
        continue;

      if (finding->state == MSP_TRUTH_TRUE)
        text = g_strdup_printf (_ ("%s: now met: %s"), now->program->name, finding->criterion->text);
      else if (finding->state == MSP_TRUTH_FALSE)
        text = g_strdup_printf (_ ("%s: not met any more, or known not to be: %s"),
                                now->program->name, finding->criterion->text);
      else
        text = g_strdup_printf (_ ("%s: not known any more: %s"), now->program->name,
                                finding->criterion->text);
      g_strv_builder_add (changes, text);
    }
}

GStrv
msp_assessment_describe_changes (MspAssessment *self,
                                 MspAssessment *earlier)
{
  g_autoptr (GStrvBuilder) changes = g_strv_builder_new ();

  for (guint i = 0; i < self->results->len; i++)
    describe_program (changes, g_ptr_array_index (self->results, i),
                      g_ptr_array_index (earlier->results, i));

  return g_strv_builder_end (changes);
}
