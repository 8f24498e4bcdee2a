/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-dossier-printer"

#include "app/widgets/msp-dossier-printer.h"

/* The pages as they are, smaller on smaller paper. */
static void
draw_page (GtkPrintOperation *operation,
           GtkPrintContext   *context,
           int                page,
           MspDossierDraft   *draft)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double paper_width = gtk_print_context_get_width (context);
  double paper_height = gtk_print_context_get_height (context);
  double width;
  double height;
  double scale;

  msp_paper_get_size (msp_dossier_pages_get_paper (draft->pages), &width, &height);
  scale = MIN (paper_width / width, paper_height / height);
  cairo_translate (cr, (paper_width - width * scale) / 2, (paper_height - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  msp_dossier_pages_draw (draft->pages, (guint) page, cr, FALSE);
}

static GtkPageSetup *
make_page_setup (MspPaper paper)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size =
    gtk_paper_size_new (paper == MSP_PAPER_LETTER ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);

  return setup;
}

GtkPrintOperation *
msp_dossier_printer_new (MspDossierDraft *draft)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_page_setup (msp_dossier_pages_get_paper (draft->pages));

  gtk_print_operation_set_job_name (operation, draft->dossier->document_title);
  gtk_print_operation_set_n_pages (operation, (int) msp_dossier_pages_get_n_pages (draft->pages));
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page), msp_dossier_draft_ref (draft),
                         (GClosureNotify) (GCallback) msp_dossier_draft_unref, G_CONNECT_DEFAULT);

  return operation;
}
