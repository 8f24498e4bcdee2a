/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/msp-catalog.h"
#include "journal/msp-contribution.h"

G_BEGIN_DECLS

/* An entry in the form of interface.md ("Formats", portal-markdown): a section a field of the portal's
 * form, all of them, empty ones too; "## End Date" only if there is one. Further technology areas stand
 * in a line each, for their names have commas.
 *
 * A line of a text that begins with '#', or with backslashes and then '#', has one more backslash in
 * front, so that only headings look like headings; reading takes exactly that one away. */
void msp_contribution_append_portal_markdown (const MspContribution *entry,
                                              MspCatalog            *catalog,
                                              GString               *markdown);
G_END_DECLS
