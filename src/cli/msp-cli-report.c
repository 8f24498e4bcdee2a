/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cli-report"

#include "cli/msp-cli-report.h"

#include <glib/gi18n-lib.h>

#include "base/msp-json.h"
#include "cli/msp-cli-output.h"
#include "cli/msp-cli-session.h"

#define REJECTS_SHOWN 20
#define VALUE_SHOWN 60

static void
print_done (const MspImportReport *report)
{
  g_print (ngettext ("%u contribution was added.\n", "%u contributions were added.\n",
                     report->added), report->added);
  if (report->updated > 0)
    g_print (ngettext ("%u contribution was changed.\n", "%u contributions were changed.\n",
                       report->updated), report->updated);
}

static void
print_wanted (const MspImportReport *report)
{
  g_print (_ ("This is a try: nothing was written.\n"));
  g_print (ngettext ("%u contribution would be added.\n", "%u contributions would be added.\n",
                     report->added), report->added);
  if (report->updated > 0)
    g_print (ngettext ("%u contribution would be changed.\n",
                       "%u contributions would be changed.\n", report->updated), report->updated);
}

static void
print_duplicates (const MspImportReport *report,
                  MspOnDuplicate         on_duplicate)
{
  if (report->duplicates > 0)
    g_print (ngettext ("%u row is in the journal already.\n", "%u rows are in the journal already.\n",
                       report->duplicates), report->duplicates);
  if (report->changed > 0 && on_duplicate == MSP_ON_DUPLICATE_SKIP)
    g_print (ngettext ("%u of them says something else than the journal; --on-duplicate update takes "
                       "it.\n",
                       "%u of them say something else than the journal; --on-duplicate update takes "
                       "it.\n", report->changed), report->changed);
  if (report->in_trash > 0)
    g_print (ngettext ("%u of them is in the trash and stays there.\n",
                       "%u of them are in the trash and stay there.\n", report->in_trash),
             report->in_trash);
  if (report->files_missing > 0)
    g_print (ngettext ("%u attached file was left out: it is not in the journal's folder.\n",
                       "%u attached files were left out: they are not in the journal's folder.\n",
                       report->files_missing), report->files_missing);
}

static void
print_reject (const MspImportReject *row)
{
  g_autofree char *reason = msp_cli_shown (row->reason != NULL ? row->reason : "", FALSE);
  g_autofree char *value = NULL;
  g_autofree char *shown = NULL;

  if (row->value == NULL || row->field == NULL)
    {
      g_print (_ ("  line %u: %s\n"), row->line, reason);
      return;
    }

  value = msp_cli_shorten (row->value, VALUE_SHOWN);
  shown = msp_cli_shown (value, FALSE);
  g_print (_ ("  line %u, %s “%s”: %s\n"), row->line, row->field, shown, reason);
}

void
msp_cli_report_print_text (const MspImportReport *report,
                           MspOnDuplicate         on_duplicate,
                           gboolean               is_try)
{
  g_print (ngettext ("%u row was read.\n", "%u rows were read.\n", report->read), report->read);
  if (is_try)
    print_wanted (report);
  else
    print_done (report);
  print_duplicates (report, on_duplicate);

  if (report->rejected == 0)
    return;

  g_print (ngettext ("%u row was rejected:\n", "%u rows were rejected:\n", report->rejected),
           report->rejected);
  for (guint i = 0; i < MIN (report->rejects->len, REJECTS_SHOWN); i++)
    print_reject (g_ptr_array_index (report->rejects, i));
  if (report->rejected > REJECTS_SHOWN)
    g_print (_ ("  and so on; --report json tells of each\n"));
}

static void
append_member (GString    *json,
               const char *name,
               const char *text)
{
  g_string_append_printf (json, ", \"%s\": ", name);
  if (text != NULL)
    msp_json_append_string (json, text);
  else
    g_string_append (json, "null");
}

void
msp_cli_report_print_json (const MspImportReport *report)
{
  g_autoptr (GString) json = g_string_new (NULL);

  g_string_append_printf (json, "{\"read\": %u, \"added\": %u, \"updated\": %u, "
                                "\"duplicates\": %u, \"rejected\": %u, \"rejects\": [",
                          report->read, report->added, report->updated, report->duplicates,
                          report->rejected);
  for (guint i = 0; i < report->rejects->len; i++)
    {
      const MspImportReject *row = g_ptr_array_index (report->rejects, i);

      g_string_append_printf (json, "%s\n  {\"line\": %u", i > 0 ? "," : "", row->line);
      append_member (json, "field", row->field);
      append_member (json, "value", row->value);
      append_member (json, "reason", row->reason);
      g_string_append_c (json, '}');
    }
  g_string_append (json, report->rejects->len > 0 ? "\n]}\n" : "]}\n");
  msp_cli_output_put (json, FALSE);
}
