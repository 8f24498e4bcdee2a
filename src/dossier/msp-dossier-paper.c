/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-dossier-paper"

#include "dossier/msp-dossier-paper.h"

#include <langinfo.h>

#define LETTER_HEIGHT_MM 279

typedef struct
{
  const char *name;
  const char *css;
  double      width;
  double      height;
} Paper;

static const Paper papers[] = {
  [MSP_PAPER_A4] = { "a4", "A4", 595.276, 841.890 },
  [MSP_PAPER_LETTER] = { "letter", "letter", 612, 792 },
};

MspPaper
msp_paper_default (void)
{
#ifdef _NL_PAPER_HEIGHT
  /* The number stands in place of the address. */
  if (GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_HEIGHT)) == LETTER_HEIGHT_MM)
    return MSP_PAPER_LETTER;
#endif

  return MSP_PAPER_A4;
}

gboolean
msp_paper_parse (const char *name,
                 MspPaper   *paper)
{
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      if (g_ascii_strcasecmp (papers[i].name, name) == 0)
        {
          *paper = (MspPaper) i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
msp_paper_get_name (MspPaper paper)
{
  return papers[paper].name;
}

const char *
msp_paper_get_css (MspPaper paper)
{
  return papers[paper].css;
}

void
msp_paper_get_size (MspPaper  paper,
                    double   *width,
                    double   *height)
{
  *width = papers[paper].width;
  *height = papers[paper].height;
}
