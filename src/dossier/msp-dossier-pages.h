/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

#include "dossier/msp-dossier-paper.h"

G_BEGIN_DECLS

/* Pages that are laid out and can be drawn, on paper and on a screen alike: what stands where. Filled
 * by one thread; then any thread may draw them, one at a time. Lengths are in points. */
typedef struct _MspDossierPages MspDossierPages;

typedef enum
{
  MSP_INK_TEXT,
  MSP_INK_SOFT,
  MSP_INK_LINK,
  MSP_INK_LINE,
  MSP_INK_TINT,
  MSP_INK_BAR,
  MSP_INK_ACCENT,
} MspInk;

/* A place that a reader of the document can go to. */
typedef struct
{
  char  *title;
  guint  page; /* from 0 */
  double y;
} MspDossierBookmark;

MspDossierPages *msp_dossier_pages_new           (MspPaper             paper);
MspDossierPages *msp_dossier_pages_ref           (MspDossierPages     *self);
void             msp_dossier_pages_unref         (MspDossierPages     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspDossierPages, msp_dossier_pages_unref)

void             msp_dossier_pages_add_page      (MspDossierPages     *self);
/* @layout (transfer full); @uri (nullable): where a click on it leads */
void             msp_dossier_pages_add_text      (MspDossierPages     *self,
                                                  guint                page,
                                                  PangoLayout         *layout,
                                                  double               x,
                                                  double               y,
                                                  MspInk               ink,
                                                  const char          *uri);
/* The same with a click that leads to another page. */
void             msp_dossier_pages_add_reference (MspDossierPages     *self,
                                                  guint                page,
                                                  PangoLayout         *layout,
                                                  double               x,
                                                  double               y,
                                                  MspInk               ink,
                                                  guint                to_page,
                                                  double               to_y);
void             msp_dossier_pages_add_box       (MspDossierPages     *self,
                                                  guint                page,
                                                  double               x,
                                                  double               y,
                                                  double               width,
                                                  double               height,
                                                  double               radius,
                                                  MspInk               ink);
/* What is added from here to msp_dossier_pages_end() is a part of the document's structure: "H1", "P",
 * "Table", "TR", "TH", "TD". Parts hold parts and end on the page on which they began. */
void             msp_dossier_pages_begin         (MspDossierPages     *self,
                                                  guint                page,
                                                  const char          *structure);
void             msp_dossier_pages_end           (MspDossierPages     *self,
                                                  guint                page,
                                                  const char          *structure);
void             msp_dossier_pages_add_bookmark  (MspDossierPages     *self,
                                                  const char          *title,
                                                  guint                page,
                                                  double               y);
/* (transfer none) (element-type MspDossierBookmark) */
GPtrArray       *msp_dossier_pages_get_bookmarks (MspDossierPages     *self);
guint            msp_dossier_pages_get_n_pages   (MspDossierPages     *self);
MspPaper         msp_dossier_pages_get_paper     (MspDossierPages     *self);
/* Draws a page at the place and scale that @cr has. @with_tags: links and structure too, which a PDF
 * surface keeps. */
void             msp_dossier_pages_draw          (MspDossierPages     *self,
                                                  guint                page,
                                                  cairo_t             *cr,
                                                  gboolean             with_tags);

G_END_DECLS
