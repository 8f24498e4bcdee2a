/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-about"

#include "app/msp-about.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "msp-config.h"

/**
 * msp_about_present:
 * @parent: the window in front of which it stands
 *
 * Shows the About window, with the disclaimer.
 */
void
msp_about_present (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", _ ("MS Programs"),
                         "application-icon", MSP_APP_ID,
                         "version", MSP_VERSION,
                         "developer-name", _ ("The MS Programs authors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "copyright", "© 2026 The MS Programs authors",
                         "comments",
                         _ ("Learn which of Microsoft’s community programs is for you, and keep the "
                            "journal that an award is earned on.\n\n"
                            "MS Programs is unofficial. It is not made, endorsed or supported by "
                            "Microsoft. Names of programs and products belong to their owners."),
                         NULL);
}
