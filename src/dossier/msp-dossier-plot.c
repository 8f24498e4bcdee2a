/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-dossier-plot"

#include "dossier/msp-dossier-plot.h"

#define TITLE_HEIGHT 22.0
#define ROW 17.0
#define BAR 9.0
#define LABEL_WIDTH 186.0
#define NUMBER_WIDTH 34.0
#define GAP 10.0
#define COLUMN_HEIGHT 96.0
#define COLUMN_LABEL 15.0
#define COLUMN_FILL 0.62
#define RADIUS 1.5
#define RULE 0.6
#define MONTHS_NAMED 18 /* more would not stand beside one another */

static double
put_line (MspDossierSheet *sheet,
          MspType          type,
          const char      *text,
          double           x,
          double           y,
          double           width,
          gboolean         at_end)
{
  PangoLayout *layout = msp_dossier_sheet_make_text (sheet, type, text, width, 1, at_end);
  double height = msp_dossier_sheet_get_height (layout);

  msp_dossier_sheet_put_layout (sheet, layout, type, x, y, width, NULL);

  return height;
}

/* In the middle of @width, whatever the direction. */
static void
put_centered (MspDossierSheet *sheet,
              MspType          type,
              const char      *text,
              double           x,
              double           y,
              double           width)
{
  PangoLayout *layout = msp_dossier_sheet_make_text (sheet, type, text, width, 1, FALSE);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  msp_dossier_sheet_put_layout (sheet, layout, type, x, y, width, NULL);
}

static void
put_row (MspDossierSheet       *sheet,
         const MspDossierChart *chart,
         const MspDossierBar   *bar)
{
  double x = LABEL_WIDTH + GAP;
  double most = sheet->width - x - NUMBER_WIDTH - GAP;
  double length = MAX (RADIUS, most * bar->entries / chart->most);

  msp_dossier_pages_begin (sheet->pages, sheet->page, "P");
  put_line (sheet, MSP_TYPE_CELL, bar->label, 0, sheet->y + 2, LABEL_WIDTH, FALSE);
  msp_dossier_sheet_put_box (sheet, x, sheet->y + (ROW - BAR) / 2, length, BAR, RADIUS, MSP_INK_BAR);
  /* Beside its bar, where the eye is. */
  put_line (sheet, MSP_TYPE_CELL, bar->entries_text, x + length + 5, sheet->y + 2, NUMBER_WIDTH, FALSE);
  msp_dossier_pages_end (sheet->pages, sheet->page, "P");
  sheet->y += ROW;
}

static void
put_rows (MspDossierSheet       *sheet,
          const MspDossierChart *chart)
{
  for (guint i = 0; i < chart->bars->len; i++)
    put_row (sheet, chart, g_ptr_array_index (chart->bars, i));
}

static void
put_column (MspDossierSheet       *sheet,
            const MspDossierChart *chart,
            guint                  index)
{
  const MspDossierBar *bar = g_ptr_array_index (chart->bars, index);
  double width = sheet->width / chart->bars->len;
  double x = index * width;
  double height = COLUMN_HEIGHT * bar->entries / chart->most;
  double foot = sheet->y + COLUMN_LABEL + COLUMN_HEIGHT;
  guint every = chart->bars->len / MONTHS_NAMED + 1;

  msp_dossier_pages_begin (sheet->pages, sheet->page, "P");
  if (index % every == 0)
    put_centered (sheet, MSP_TYPE_CAPTION, bar->short_label, x, foot + 4, width * every);
  if (bar->entries > 0)
    {
      put_centered (sheet, MSP_TYPE_CELL, bar->entries_text, x, foot - height - COLUMN_LABEL + 1, width);
      msp_dossier_sheet_put_box (sheet, x + width * (1 - COLUMN_FILL) / 2, foot - height,
                                 width * COLUMN_FILL, height, RADIUS, MSP_INK_BAR);
    }
  msp_dossier_pages_end (sheet->pages, sheet->page, "P");
}

static void
put_columns (MspDossierSheet       *sheet,
             const MspDossierChart *chart)
{
  for (guint i = 0; i < chart->bars->len; i++)
    put_column (sheet, chart, i);
  sheet->y += COLUMN_LABEL + COLUMN_HEIGHT;
  msp_dossier_sheet_put_box (sheet, 0, sheet->y, sheet->width, RULE, 0, MSP_INK_SOFT);
  sheet->y += COLUMN_LABEL + GAP;
}

void
msp_dossier_plot_put (MspDossierSheet       *sheet,
                      const MspDossierChart *chart)
{
  double height = TITLE_HEIGHT + (chart->is_timeline ? COLUMN_HEIGHT + 2 * COLUMN_LABEL + GAP
                                                     : ROW * chart->bars->len);

  if (chart->bars->len == 0)
    return;

  if (!msp_dossier_sheet_has_room (sheet, height))
    msp_dossier_sheet_new_page (sheet);

  msp_dossier_pages_begin (sheet->pages, sheet->page, "H3");
  put_line (sheet, MSP_TYPE_SUBHEADING, chart->title, 0, sheet->y, sheet->width, FALSE);
  msp_dossier_pages_end (sheet->pages, sheet->page, "H3");
  sheet->y += TITLE_HEIGHT;
  if (chart->is_timeline)
    put_columns (sheet, chart);
  else
    put_rows (sheet, chart);
}
