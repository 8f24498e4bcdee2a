/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* dossier-make FORMAT FILE [OPTIONS]: writes the dossier as the export verb does, with its options. */

#include <locale.h>
#include <stdio.h>

#include "cli/msp-cli-dossier.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (MspCliSession) session = msp_cli_session_new ();
  g_autoptr (MspCliFilters) filters = msp_cli_filters_new ();
  g_auto (MspCliDossier) dossier = { 0 };
  g_autofree GOptionEntry *common = msp_cli_filters_entries (filters);
  g_autofree GOptionEntry *own = msp_cli_dossier_entries (&dossier);
  g_autofree GOptionEntry *entries = msp_cli_join_entries (common, own);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  setlocale (LC_ALL, "");
  if (argc < 3)
    {
      fprintf (stderr, "usage: dossier-make FORMAT FILE [OPTIONS]\n");
      return MSP_CLI_WRONG;
    }

  /* The file's place is that of the verb. */
  if (!msp_cli_session_parse (session, argv + 2, entries, NULL, 0, 0, &status))
    return status;

  bytes = msp_cli_dossier_make (&dossier, session, filters, argv[1], &error);
  if (bytes == NULL)
    return msp_cli_error (session, error);

  if (!g_file_set_contents (argv[2], g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                            &error))
    return msp_cli_failed ("%s", error->message);

  return MSP_CLI_DONE;
}
