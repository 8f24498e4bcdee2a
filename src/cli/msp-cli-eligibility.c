/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cli-eligibility"

#include "cli/msp-cli-eligibility.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "base/msp-clock.h"
#include "base/msp-json.h"
#include "eligibility/msp-assessment.h"
#include "eligibility/msp-rule.h"
#include "journal/msp-journal-records.h"
#include "progress/msp-evidence.h"

#define LINE_MAX_BYTES 1024

typedef struct
{
  char    *answers; /* (owned) (nullable) */
  gboolean questions;
  gboolean no_journal;
  gboolean save;
} Options;

static void
print_questions_json (GPtrArray *questions)
{
  static const char *const kinds[] = { "boolean", "choice", "choices", "number" };
  g_autoptr (GString) json = g_string_new ("{\"questions\": [");

  for (guint i = 0; i < questions->len; i++)
    {
      const MspQuestion *question = g_ptr_array_index (questions, i);

      g_string_append_printf (json, "%s\n  {\"id\": \"%s\", \"kind\": \"%s\", \"title\": ",
                              i > 0 ? "," : "", question->id, kinds[question->kind]);
      msp_json_append_string (json, question->title);
      g_string_append (json, ", \"help\": ");
      msp_json_append_string (json, question->help);
      g_string_append (json, ", \"why\": ");
      msp_json_append_string (json, question->why);
      g_string_append (json, ", \"values\": [");
      for (guint j = 0; j < question->values->len; j++)
        {
          const MspValue *value = g_ptr_array_index (question->values, j);

          g_string_append_printf (json, "%s{\"id\": \"%s\", \"label\": ", j > 0 ? ", " : "",
                                  value->id);
          msp_json_append_string (json, value->label);
          g_string_append_c (json, '}');
        }
      g_string_append_c (json, ']');
      if (question->kind == MSP_QUESTION_NUMBER)
        g_string_append_printf (json, ", \"minimum\": %d, \"maximum\": %d", question->minimum,
                                question->maximum);
      g_string_append_c (json, '}');
    }

  g_print ("%s\n]}\n", json->str);
}

static void
print_question (const MspQuestion *question,
                gboolean           numbered)
{
  g_print ("%s\n  %s\n", question->title, question->help);
  for (guint i = 0; i < question->values->len; i++)
    {
      const MspValue *value = g_ptr_array_index (question->values, i);

      if (numbered)
        g_print ("  %u  %s\n", i + 1, value->label);
      else
        g_print ("  %s: %s\n", value->id, value->label);
    }
  if (question->kind == MSP_QUESTION_NUMBER)
    g_print ("  %d–%d\n", question->minimum, question->maximum);
}

static void
print_questions_text (GPtrArray *questions)
{
  for (guint i = 0; i < questions->len; i++)
    {
      const MspQuestion *question = g_ptr_array_index (questions, i);

      g_print ("%s[%s] ", i > 0 ? "\n" : "", question->id);
      print_question (question, FALSE);
    }
}

/* Numbers of the list as the values behind them. */
static gboolean
take_line (MspAnswers         *answers,
           const MspQuestion  *question,
           const char         *line,
           GError            **error)
{
  g_auto (GStrv) words = g_strsplit_set (line, " ,;", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint64 number = g_ascii_strtoull (words[i], NULL, 10);

      if (*words[i] == '\0')
        continue;

      if (question->kind != MSP_QUESTION_NUMBER && number >= 1 && number <= question->values->len)
        g_strv_builder_add (builder,
                            ((const MspValue *) g_ptr_array_index (question->values,
                                                                   number - 1))->id);
      else
        g_strv_builder_add (builder, words[i]);
    }
  values = g_strv_builder_end (builder);

  return msp_answers_set (answers, question->id, (const char *const *) values, error);
}

/* The first question on the path that was neither answered nor skipped. */
static const MspQuestion *
next_question (MspAnswers *answers,
               GHashTable *skipped)
{
  g_autoptr (GPtrArray) path = msp_questionnaire_path (answers);

  for (guint i = 0; i < path->len; i++)
    {
      const MspQuestion *question = g_ptr_array_index (path, i);

      if (msp_answers_get (answers, question->id) == NULL &&
          !g_hash_table_contains (skipped, question->id))
        return question;
    }

  return NULL;
}

static void
ask_all (MspAnswers *answers)
{
  g_autoptr (GHashTable) skipped = g_hash_table_new (g_str_hash, g_str_equal);
  const MspQuestion *question;
  char line[LINE_MAX_BYTES];

  while ((question = next_question (answers, skipped)) != NULL)
    {
      g_autoptr (GError) error = NULL;

      print_question (question, TRUE);
      g_print ("%s> ", _ ("Number, nothing to skip, ? for why this is asked "));
      fflush (stdout);
      if (fgets (line, sizeof line, stdin) == NULL)
        break;

      g_strstrip (line);
      if (g_str_equal (line, "?"))
        g_print ("%s\n", question->why);
      else if (*line == '\0')
        g_hash_table_add (skipped, question->id);
      else if (!take_line (answers, question, line, &error))
        g_print ("%s\n", error->message);
      g_print ("\n");
    }
}

static gboolean
read_answers (MspAnswers  *answers,
              const char  *file,
              GError     **error)
{
  g_autofree char *text = NULL;
  gsize length = 0;
  const char *path = g_str_equal (file, "-") ? "/dev/stdin" : file;

  return g_file_get_contents (path, &text, &length, error) &&
         msp_answers_load_json (answers, text, (gssize) length, error);
}

static void
print_result (const MspProgramResult *result)
{
  static const char *const marks[] = { "✗", "?", "✓" };

  g_print ("\n%s: %s\n", result->program->name, result->phrase);
  for (guint i = 0; i < result->findings->len; i++)
    {
      const MspFinding *finding = g_ptr_array_index (result->findings, i);
      const char *word = finding->state == MSP_TRUTH_TRUE ? _ ("met")
                         : finding->state == MSP_TRUTH_FALSE ? _ ("not met") : _ ("not known");

      g_print ("  %s %s (%s%s)\n", marks[finding->state], finding->criterion->text, word,
               finding->criterion->kind == MSP_CRITERION_SIGN ? _ (", a further sign") : "");
      if (finding->state != MSP_TRUTH_TRUE)
        g_print ("      %s %s\n", finding->criterion->why, finding->criterion->next_step);
    }
}

static void
print_assessment (MspAssessment *assessment,
                  gboolean       as_json)
{
  GPtrArray *results = msp_assessment_get_results (assessment);
  g_autofree char *date = msp_day_to_text (msp_assessment_get_date (assessment));

  if (as_json)
    {
      g_autofree char *json = msp_assessment_to_json (assessment);

      g_print ("%s\n", json);
      return;
    }

  g_print (_ ("Your result, %s\n"), date);
  for (guint i = 0; i < results->len; i++)
    print_result (g_ptr_array_index (results, i));
  g_print ("\n%s\n", _ ("This is the reading of MS Programs, not of Microsoft."));
}

static gboolean
save_result (MspCliSession *session,
             MspAssessment *assessment)
{
  g_autofree char *json = msp_assessment_to_json (assessment);
  g_autoptr (GError) error = NULL;
  MspJournalStore *store = msp_cli_session_journal (session, TRUE);

  if (store == NULL)
    return FALSE;

  if (msp_journal_store_save_result (store, msp_assessment_get_date (assessment), json, &error) < 0)
    {
      msp_cli_journal_error (session, error);
      return FALSE;
    }

  return TRUE;
}

/* NULL after having said what is wrong with the journal. */
static MspJournalEvidence *
read_evidence (MspCliSession *session,
               gboolean       writes)
{
  MspDay today = msp_clock_today ();
  MspJournalStore *store = msp_cli_session_journal (session, writes);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts = NULL;

  if (store == NULL)
    return NULL;

  facts = msp_journal_store_facts (store, msp_evidence_window_start (today), today, &error);
  if (facts == NULL)
    {
      msp_cli_journal_error (session, error);
      return NULL;
    }

  return msp_evidence_new (msp_cli_session_catalog (session), facts);
}

static int
assess (MspCliSession *session,
        const Options *options,
        gboolean       as_json)
{
  g_autoptr (MspAnswers) answers = msp_answers_new (msp_cli_session_catalog (session));
  g_autoptr (MspJournalEvidence) evidence = NULL;
  g_autoptr (MspAssessment) assessment = NULL;
  g_autoptr (GError) error = NULL;

  if (options->answers != NULL && !read_answers (answers, options->answers, &error))
    {
      if (error->domain == G_FILE_ERROR)
        return msp_cli_failed ("%s", error->message);

      return msp_cli_wrong (_ ("--answers: %s"), error->message);
    }

  if (!options->no_journal)
    {
      evidence = read_evidence (session, options->save);
      if (evidence == NULL)
        return MSP_CLI_FAILED;

      msp_evidence_answer (evidence, answers);
    }

  if (options->answers == NULL)
    ask_all (answers);

  assessment = msp_assessment_new (answers, evidence, msp_clock_today ());
  if (options->save && !save_result (session, assessment))
    return MSP_CLI_FAILED;

  print_assessment (assessment, as_json);

  return MSP_CLI_DONE;
}

int
msp_cli_eligibility (MspCliSession *session,
                     char         **arguments)
{
  Options options = { NULL };
  g_autofree char *answers = NULL;
  const GOptionEntry entries[] = {
    { "answers", 0, 0, G_OPTION_ARG_FILENAME, &options.answers,
      N_ ("Read the answers from a file; - is the standard input"), "FILE" },
    { "questions", 0, 0, G_OPTION_ARG_NONE, &options.questions, N_ ("Print the questions"), NULL },
    { "no-journal", 0, 0, G_OPTION_ARG_NONE, &options.no_journal,
      N_ ("Do not let the journal answer"), NULL },
    { "save", 0, 0, G_OPTION_ARG_NONE, &options.save, N_ ("Keep the result"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &session->format, N_ ("text or json"), "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  int status;
  int format;
  GPtrArray *questions;

  if (!msp_cli_session_parse (session, arguments, entries, NULL, 0, 0, &status))
    {
      g_free (options.answers);
      return status;
    }

  answers = options.answers;
  format = msp_cli_session_format (session, "text|json");
  if (format < 0)
    return MSP_CLI_WRONG;

  if (!options.questions)
    return assess (session, &options, format == 1);

  questions = msp_catalog_get_questions (msp_cli_session_catalog (session));
  if (format == 1)
    print_questions_json (questions);
  else
    print_questions_text (questions);

  return MSP_CLI_DONE;
}
