/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/msp-catalog.h"
#include "journal/msp-contribution.h"
#include "progress/msp-cycle.h"

G_BEGIN_DECLS

/* What the evidence document of one cycle says, in the order in which it says it and in the user's
 * language: one outline, written as Markdown, HTML and PDF. Fixed once made, so that any thread may
 * read it. Strings are never NULL unless marked (nullable); arrays are of the struct named behind
 * them. Text of the journal is plain: who writes it escapes it. */

typedef struct
{
  const char        *name;         /* (nullable): the person's */
  gboolean           with_private; /* whether private entries are in it */
  const char *const *shortlist;    /* (nullable): ids of the entries that come first, in their order */
  gboolean           is_selection; /* whether a filter left entries of the cycle out */
} MspDossierOptions;

typedef struct
{
  char *label;  /* People reached */
  char *value;  /* 12,345 */
  char *detail; /* (nullable): of 8 so far */
} MspDossierFigure;

typedef struct
{
  char *label;       /* November 2026 */
  char *short_label; /* Nov */
  guint entries;
  char *entries_text;
  char *reach_text;
} MspDossierBar;

typedef struct
{
  char      *title;
  char      *bar_title;   /* what the bars are: Month */
  char      *description; /* every bar in words, for whom the picture says nothing */
  gboolean   is_timeline;
  guint      most;        /* entries of the longest bar; at least 1 */
  GPtrArray *bars;        /* MspDossierBar */
} MspDossierChart;

typedef struct
{
  char    *date; /* 21 Nov 2026 */
  char    *title;
  char    *url;  /* as it is in the journal; empty: none */
  gboolean is_link; /* whether @url may be opened */
  char    *type;
  char    *role;
  char    *audience;
  char    *reach; /* empty: nobody was counted */
  gboolean is_high_impact;
  gboolean is_private;
} MspDossierEntry;

typedef struct
{
  char      *id;       /* of the gate; "shortlist" and "other" for the rest */
  char      *title;
  char      *question; /* (nullable): what the portal asks about this gate */
  char      *summary;  /* 12 contributions, 3,400 people reached */
  GPtrArray *entries;  /* MspDossierEntry, borrowed from @entries of the dossier; oldest first */
} MspDossierSection;

/* What the document says whatever is in it. The first five stand above the columns of the entries. */
typedef enum
{
  MSP_DOSSIER_TEXT_DATE,
  MSP_DOSSIER_TEXT_CONTRIBUTION,
  MSP_DOSSIER_TEXT_ROLE,
  MSP_DOSSIER_TEXT_AUDIENCE,
  MSP_DOSSIER_TEXT_REACH,
  MSP_DOSSIER_N_COLUMNS,
  MSP_DOSSIER_TEXT_CONTRIBUTIONS = MSP_DOSSIER_N_COLUMNS,
  MSP_DOSSIER_TEXT_PEOPLE_REACHED,
  MSP_DOSSIER_TEXT_SUMMARY,
  MSP_DOSSIER_TEXT_CONTENTS,
  MSP_DOSSIER_TEXT_NOTE,
  MSP_DOSSIER_TEXT_CONTINUED,
  MSP_DOSSIER_TEXT_HIGH_IMPACT,
  MSP_DOSSIER_TEXT_PRIVATE,
  MSP_DOSSIER_TEXT_NOTHING,
} MspDossierText;

typedef struct
{
  char            *language;       /* of what it says, as in HTML: "en", "pt-BR" */
  gboolean         is_rtl;
  char            *title;
  char            *name;           /* empty: not given */
  char            *period;         /* 1 April 2026 – 31 March 2027 */
  char            *as_of;          /* As of 23 November 2026 */
  char            *document_title; /* for the list of windows or a bookmark */
  MspDay           made_on;
  guint            n_entries;
  GPtrArray       *figures;        /* MspDossierFigure */
  MspDossierChart *by_type;
  MspDossierChart *by_month;
  GPtrArray       *sections;       /* MspDossierSection */
  GPtrArray       *entries;        /* MspDossierEntry: what the sections share */
  GStrv            notes;          /* the method, a paragraph each */
} MspDossier;

/* @entries (element-type MspContribution): of the journal; those that are not done, in the trash,
 * outside @cycle's window, or private where that was not asked for are left out here. */
MspDossier *msp_dossier_new              (MspCatalog              *catalog,
                                          const MspCycle          *cycle,
                                          GPtrArray               *entries,
                                          const MspDossierOptions *options,
                                          MspDay                   today);
void        msp_dossier_free             (MspDossier              *self);
/* (transfer none): in the user's language */
const char *msp_dossier_get_text         (MspDossierText           text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspDossier, msp_dossier_free)

G_END_DECLS
