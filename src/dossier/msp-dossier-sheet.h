/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/msp-dossier-pages.h"
#include "dossier/msp-dossier.h"

G_BEGIN_DECLS

/* How a text looks. */
typedef enum
{
  MSP_TYPE_TITLE,
  MSP_TYPE_NAME,
  MSP_TYPE_PERIOD,
  MSP_TYPE_HEADING,
  MSP_TYPE_SUBHEADING,
  MSP_TYPE_QUESTION,
  MSP_TYPE_SUMMARY,
  MSP_TYPE_NOTHING,
  MSP_TYPE_BODY,
  MSP_TYPE_FIGURE,
  MSP_TYPE_CAPTION,
  MSP_TYPE_COLUMN,
  MSP_TYPE_CELL,
  MSP_TYPE_CELL_TITLE,
  MSP_TYPE_CELL_DETAIL,
  MSP_TYPE_FOOT,
  MSP_N_TYPES,
} MspType;

/* Where the next thing goes: a pen over pages that grow downwards. Places are counted from the side
 * on which the document's language begins; @x is 0 at the margin. */
typedef struct
{
  const MspDossier *dossier; /* (unowned) */
  MspDossierPages  *pages;   /* (owned) */
  PangoContext     *context; /* (owned) */
  double            paper_width;
  double            paper_height;
  double            width;   /* between the margins */
  double            bottom;  /* where the last thing of a page has to end */
  guint             page;    /* the last, from 0 */
  double            y;
} MspDossierSheet;

#define MSP_SHEET_MARGIN 52.0
#define MSP_SHEET_TOP 60.0

MspDossierSheet *msp_dossier_sheet_new         (const MspDossier *dossier,
                                                MspPaper          paper);
void             msp_dossier_sheet_free        (MspDossierSheet  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspDossierSheet, msp_dossier_sheet_free)

/* (transfer full): @text in lines of at most @width, or one line that ends in "…" if @lines is 1; more
 * than @lines lines end so too. @at_end: against the side on which a line of the language ends. */
PangoLayout     *msp_dossier_sheet_make_text   (MspDossierSheet  *self,
                                                MspType           type,
                                                const char       *text,
                                                double            width,
                                                int               lines,
                                                gboolean          at_end);
double           msp_dossier_sheet_get_height  (PangoLayout      *layout);
/* Puts @layout (transfer full), @width wide, in the ink of its kind. */
void             msp_dossier_sheet_put_layout  (MspDossierSheet  *self,
                                                PangoLayout      *layout,
                                                MspType           type,
                                                double            x,
                                                double            y,
                                                double            width,
                                                const char       *uri);
/* Makes and puts a text; returns its height. */
double           msp_dossier_sheet_put         (MspDossierSheet  *self,
                                                MspType           type,
                                                const char       *text,
                                                double            x,
                                                double            y,
                                                double            width);
/* The same as a part of the structure, at the pen, which it moves below it. */
void             msp_dossier_sheet_write       (MspDossierSheet  *self,
                                                MspType           type,
                                                const char       *structure,
                                                const char       *text);
void             msp_dossier_sheet_put_box     (MspDossierSheet  *self,
                                                double            x,
                                                double            y,
                                                double            width,
                                                double            height,
                                                double            radius,
                                                MspInk            ink);
/* The place on paper of what is @width wide at @x. */
double           msp_dossier_sheet_get_left    (MspDossierSheet  *self,
                                                double            x,
                                                double            width);
MspInk           msp_dossier_sheet_get_ink     (MspType           type);
void             msp_dossier_sheet_new_page    (MspDossierSheet  *self);
/* Whether so much fits below the pen. */
gboolean         msp_dossier_sheet_has_room    (MspDossierSheet  *self,
                                                double            height);

G_END_DECLS
