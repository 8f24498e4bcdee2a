/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cli-programs"

#include "cli/msp-cli-programs.h"

#include <glib/gi18n-lib.h>

#include "base/msp-json.h"
#include "exchange/msp-comparison.h"

#define N_PROGRAMS 3

static void
print_program (const MspProgram *program)
{
  g_print ("%s (%s)\n%s\n", program->name, program->id, program->tagline);

  for (guint i = 0; i < program->sections->len; i++)
    {
      const MspSection *section = g_ptr_array_index (program->sections, i);

      g_print ("\n%s\n", section->title);
      for (guint j = 0; j < section->facts->len; j++)
        {
          const MspFact *fact = g_ptr_array_index (section->facts, j);
          g_autofree char *source = msp_fact_source_to_text (fact);

          g_print ("  - %s [%s]\n", fact->text, source);
        }
    }

  for (guint i = 0; i < program->links->len; i++)
    {
      const MspLink *link = g_ptr_array_index (program->links, i);

      g_print ("%s%s: %s\n", i == 0 ? "\n" : "", link->title, link->url);
    }
}

static void
print_all (GPtrArray *programs)
{
  for (guint i = 0; i < programs->len; i++)
    {
      const MspProgram *program = g_ptr_array_index (programs, i);

      g_print ("%s%s (%s)\n  %s\n  %s · %s · %s\n", i > 0 ? "\n" : "", program->name, program->id,
               program->tagline, program->audience, program->entry, program->term);
    }
}

static void
append_member (GString    *json,
               const char *name,
               const char *text)
{
  g_string_append_printf (json, "%s\"%s\": ",
                          json->str[json->len - 1] == '{' ? "" : ", ", name);
  if (text != NULL)
    msp_json_append_string (json, text);
  else
    g_string_append (json, "null");
}

static void
append_sections (GString          *json,
                 const MspProgram *program)
{
  static const char *const kinds[] = { "guide", "official", "member", "third-party", "product" };

  g_string_append (json, ", \"sections\": [");
  for (guint i = 0; i < program->sections->len; i++)
    {
      const MspSection *section = g_ptr_array_index (program->sections, i);

      g_string_append (json, i > 0 ? ",\n      {" : "\n      {");
      append_member (json, "id", section->id);
      append_member (json, "title", section->title);
      g_string_append (json, ", \"facts\": [");
      for (guint j = 0; j < section->facts->len; j++)
        {
          const MspFact *fact = g_ptr_array_index (section->facts, j);

          g_string_append (json, j > 0 ? ", {" : "{");
          append_member (json, "text", fact->text);
          append_member (json, "source", kinds[fact->source->kind]);
          append_member (json, "as_of", fact->as_of);
          g_string_append_c (json, '}');
        }
      g_string_append (json, "]}");
    }
  g_string_append_c (json, ']');
}

static void
append_program (GString          *json,
                const MspProgram *program)
{
  g_string_append_c (json, '{');
  append_member (json, "id", program->id);
  append_member (json, "name", program->name);
  append_member (json, "short_name", program->short_name);
  append_member (json, "tagline", program->tagline);
  append_member (json, "audience", program->audience);
  append_member (json, "focus", program->focus);
  append_member (json, "entry", program->entry);
  append_member (json, "expertise", program->expertise);
  append_member (json, "term", program->term);
  append_sections (json, program);
  g_string_append_c (json, '}');
}

static void
print_json (GPtrArray        *programs,
            const MspProgram *one)
{
  g_autoptr (GString) json = g_string_new (one == NULL ? "{\"programs\": [\n    " : NULL);

  if (one != NULL)
    append_program (json, one);
  for (guint i = 0; one == NULL && i < programs->len; i++)
    {
      g_string_append (json, i > 0 ? ",\n    " : "");
      append_program (json, g_ptr_array_index (programs, i));
    }

  g_print ("%s%s\n", json->str, one == NULL ? "]}" : "");
}

/* NULL after having said that there is no such program. */
static const MspProgram *
find_program (MspCatalog *catalog,
              const char *id)
{
  const MspProgram *program = msp_catalog_find_program (catalog, id);

  if (program == NULL)
    msp_cli_wrong (_ ("there is no program \"%s\"; the programs are mlsa, mvp and rd"), id);

  return program;
}

int
msp_cli_overview (MspCliSession *session,
                  char         **arguments)
{
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &session->format, N_ ("text or json"), "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  const MspProgram *one = NULL;
  GPtrArray *programs;
  int status;
  int format;

  if (!msp_cli_session_parse (session, arguments, entries, "[PROGRAM]", 0, 1, &status))
    return status;

  format = msp_cli_session_format (session, "text|json");
  if (format < 0)
    return MSP_CLI_WRONG;

  programs = msp_catalog_get_programs (msp_cli_session_catalog (session));
  if (session->rest != NULL)
    {
      one = find_program (session->catalog, session->rest[0]);
      if (one == NULL)
        return MSP_CLI_WRONG;
    }

  if (format == 1)
    print_json (programs, one);
  else if (one != NULL)
    print_program (one);
  else
    print_all (programs);

  return MSP_CLI_DONE;
}

int
msp_cli_compare (MspCliSession *session,
                 char         **arguments)
{
  gboolean differences = FALSE;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &session->format,
      N_ ("text, json, csv or markdown"), "FORMAT" },
    { "differences", 0, 0, G_OPTION_ARG_NONE, &differences, N_ ("Only rows that differ"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autofree char *text = NULL;
  int status;
  int format;

  if (!msp_cli_session_parse (session, arguments, entries, "[PROGRAM…]", 0, N_PROGRAMS, &status))
    return status;

  format = msp_cli_session_format (session, "text|json|csv|markdown");
  if (format < 0)
    return MSP_CLI_WRONG;

  for (guint i = 0; session->rest != NULL && session->rest[i] != NULL; i++)
    {
      if (find_program (msp_cli_session_catalog (session), session->rest[i]) == NULL)
        return MSP_CLI_WRONG;
    }

  text = msp_comparison_write (msp_cli_session_catalog (session),
                               (const char *const *) session->rest, differences,
                               (MspComparisonFormat) format);
  g_print ("%s", text);

  return MSP_CLI_DONE;
}
