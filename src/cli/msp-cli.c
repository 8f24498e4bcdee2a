/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-cli"

#include "cli/msp-cli.h"

#include <glib/gi18n-lib.h>

#include "cli/msp-cli-attachments.h"
#include "cli/msp-cli-backup.h"
#include "cli/msp-cli-cycle.h"
#include "cli/msp-cli-edit.h"
#include "cli/msp-cli-eligibility.h"
#include "cli/msp-cli-entries.h"
#include "cli/msp-cli-export.h"
#include "cli/msp-cli-import.h"
#include "cli/msp-cli-life.h"
#include "cli/msp-cli-list.h"
#include "cli/msp-cli-output.h"
#include "cli/msp-cli-programs.h"
#include "cli/msp-cli-repeat.h"
#include "cli/msp-cli-session.h"
#include "cli/msp-cli-templates.h"

typedef struct
{
  const char *name;
  int (*run)(MspCliSession *session,
             char         **arguments);
} Verb;

static const Verb verbs[] = {
  { "overview", msp_cli_overview },
  { "compare", msp_cli_compare },
  { "eligibility", msp_cli_eligibility },
  { "add", msp_cli_add },
  { "list", msp_cli_list },
  { "show", msp_cli_show },
  { "edit", msp_cli_edit },
  { "attachment", msp_cli_attachment },
  { "duplicate", msp_cli_duplicate },
  { "repeat", msp_cli_repeat },
  { "templates", msp_cli_templates },
  { "delete", msp_cli_delete },
  { "restore", msp_cli_restore },
  { "trash", msp_cli_trash },
  { "import", msp_cli_import },
  { "export", msp_cli_export },
  { "stats", msp_cli_stats },
  { "deadlines", msp_cli_deadlines },
  { "remind", msp_cli_remind },
  { "backup", msp_cli_backup },
  { "backups", msp_cli_backups },
  { "restore-backup", msp_cli_restore_backup },
  { "check", msp_cli_check },
};

static const Verb *
find_verb (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (g_str_equal (verbs[i].name, name))
        return &verbs[i];
    }

  return NULL;
}

gboolean
msp_cli_is_verb (const char *argument)
{
  return find_verb (argument) != NULL;
}

/* The verb is the first word that is not an option or an option's value. */
static int
find_verb_index (int   argc,
                 char *argv[])
{
  for (int i = 1; i < argc; i++)
    {
      if (g_str_equal (argv[i], "--journal") || g_str_equal (argv[i], "--today"))
        i++;
      else if (argv[i][0] != '-')
        return i;
    }

  return -1;
}

/**
 * msp_cli_run:
 * @argc: number of arguments
 * @argv: the command line, with a verb in it
 *
 * Runs a verb without a display.
 *
 * Returns: the exit status
 */
int
msp_cli_run (int   argc,
             char *argv[])
{
  g_auto (GStrv) arguments = g_new0 (char *, argc + 1);
  g_autoptr (MspCliSession) session = msp_cli_session_new ();
  int index = find_verb_index (argc, argv);
  const Verb *verb = index > 0 ? find_verb (argv[index]) : NULL;
  int n = 0;
  int status;

  if (verb == NULL)
    {
      const char *name = index > 0 ? argv[index] : "";

      return msp_cli_wrong (_ ("unknown command \"%s\"; see ms-programs --help"), name);
    }

  /* The verb takes the program's place: options before and behind it are parsed alike. */
  arguments[n++] = g_strdup (verb->name);
  for (int i = 1; i < argc; i++)
    {
      if (i != index)
        arguments[n++] = g_strdup (argv[i]);
    }

  msp_cli_output_begin ();
  status = verb->run (session, arguments);

  return msp_cli_output_end (status);
}

const char *
msp_cli_get_help (void)
{
  return _ ("Usage:\n"
            "  ms-programs [--page NAME] [--new-entry]   open the window\n"
            "  ms-programs COMMAND [OPTIONS]             work without a window\n"
            "\n"
            "Options:\n"
            "  --page NAME       overview, compare, eligibility, journal or progress\n"
            "  --new-entry       open the form for a new contribution\n"
            "  --journal FILE    another journal than your own\n"
            "  --today DATE      another day than today\n"
            "  --version         say which release this is\n"
            "  --help            say this; also after every command\n"
            "\n"
            "Commands:\n"
            "  overview [PROGRAM]     the programs, or one in full: mlsa, mvp or rd\n"
            "  compare [PROGRAM...]   the comparison of the programs\n"
            "  eligibility            which program is for you, and what is missing\n"
            "  add TITLE --type TYPE  add a contribution\n"
            "  list                   contributions, newest first\n"
            "  show ID                one contribution\n"
            "  edit ID...             change contributions\n"
            "  attachment ID NAME     where a file of a contribution lies, or a copy of it\n"
            "  duplicate ID           copy a contribution\n"
            "  repeat ID              plan it again every so many weeks or months\n"
            "  templates              what new contributions can begin with\n"
            "  delete ID...           move contributions to the trash\n"
            "  restore ID...          take contributions out of the trash\n"
            "  trash [--empty]        what is in the trash\n"
            "  import FILE            take contributions from a file\n"
            "  export                 write contributions to a file for other programs\n"
            "  stats                  the figures of a cycle\n"
            "  deadlines              the next dates and the days left\n"
            "  remind                 send the notifications that are due\n"
            "  backup [FILE]          copy the journal\n"
            "  backups                which copies there are\n"
            "  restore-backup FILE    make the journal what a copy is\n"
            "  check                  verify the journal\n"
            "\n"
            "MS Programs is unofficial: it is not made or endorsed by Microsoft.\n");
}
