/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Says in @pdf, a whole file, in which language it is, that its structure is marked and its title to be
 * shown: cairo has no function for these. What is there stays as it is, the rest is added behind it, as the format
 * provides for changes. FALSE: the file is built in a way that is not known here; nothing was added. */
gboolean msp_dossier_pdf_add_language (GByteArray *pdf,
                                       const char *language);

G_END_DECLS
