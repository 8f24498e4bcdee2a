/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MSP_PAPER_A4,
  MSP_PAPER_LETTER,
} MspPaper;

/* What is printed on where the user's locale is used. */
MspPaper    msp_paper_default    (void);
/* By its name ("a4", "letter"); FALSE: there is none of it. */
gboolean    msp_paper_parse      (const char *name,
                                  MspPaper   *paper);
/* (transfer none): as msp_paper_parse() takes it */
const char *msp_paper_get_name   (MspPaper    paper);
/* (transfer none): as a style sheet calls it */
const char *msp_paper_get_css    (MspPaper    paper);
/* In points of 1/72 inch. */
void        msp_paper_get_size   (MspPaper    paper,
                                  double     *width,
                                  double     *height);

G_END_DECLS
