/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include <glib/gi18n-lib.h>

#include "app/msp-launch.h"
#include "cli/msp-cli.h"
#include "msp-config.h"

/* Verbs never touch GTK, so that they run without a display. */
int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, MSP_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("ms-programs");
  g_set_application_name (_ ("MS Programs"));

  if (msp_launch_wants_window (argc, argv))
    return msp_launch_run (argc, argv, msp_cli_get_help ());

  return msp_cli_run (argc, argv);
}
