/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-contribution.h"

G_BEGIN_DECLS

/* Another number whenever the text of entries is kept in another way than before. */
#define MSP_SEARCH_TEXT_VERSION "2"

char *msp_search_text_of_entry (const MspContribution *entry);
char *msp_search_text_to_match (const char            *typed);

/* A stretch of a text, in bytes. */
typedef struct
{
  guint start;
  guint end;
} MspTextSpan;

/* (element-type MspTextSpan): where @text has the words of @typed */
GArray *msp_search_text_find_matches (const char *text,
                                      const char *typed);

G_END_DECLS
