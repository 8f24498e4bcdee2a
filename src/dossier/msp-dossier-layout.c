/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-dossier-layout"

#include "dossier/msp-dossier-layout.h"

#include <glib/gi18n-lib.h>

#include "dossier/msp-dossier-plot.h"
#include "dossier/msp-dossier-sheet.h"
#include "dossier/msp-dossier-table.h"

#define TITLE_TOP 150.0
#define TITLE_RULE 3.0
#define TITLE_RULE_WIDTH 64.0
#define CONTENTS_ROW 21.0
#define CONTENTS_NAME 190.0
#define CONTENTS_PAGE 30.0
#define CONTENTS_LIMIT 14
#define TILE_HEIGHT 64.0
#define TILE_GAP 10.0
#define TILE_PADDING 12.0
#define TILES_ABREAST 3
#define RADIUS 6.0
#define RULE 0.6
#define PART_GAP 26.0
#define SMALL_GAP 4.0
#define FOOT_PLACE 40.0

/* What the contents list, with the place that is known once all is laid out. */
typedef struct
{
  const char *title;   /* (unowned) */
  const char *summary; /* (unowned) (nullable) */
  guint       page;
  double      y;
} Part;

typedef struct
{
  MspDossierSheet *sheet; /* (unowned) */
  GArray          *parts; /* (owned): Part */
  double           contents_y;
} Layout;

static void
begin_part (Layout     *self,
            const char *title,
            const char *summary)
{
  Part part = { title, summary, self->sheet->page, self->sheet->y };

  g_array_append_val (self->parts, part);
  msp_dossier_pages_add_bookmark (self->sheet->pages, title, part.page, part.y);
  msp_dossier_sheet_write (self->sheet, MSP_TYPE_HEADING, "H2", title);
}

static void
put_title_page (Layout *self)
{
  MspDossierSheet *sheet = self->sheet;
  const MspDossier *dossier = sheet->dossier;

  sheet->y = TITLE_TOP;
  msp_dossier_sheet_put_box (sheet, 0, sheet->y - 24, TITLE_RULE_WIDTH, TITLE_RULE, 0, MSP_INK_ACCENT);
  msp_dossier_sheet_write (sheet, MSP_TYPE_TITLE, "H1", dossier->title);
  sheet->y += 14;
  if (*dossier->name != '\0')
    {
      msp_dossier_sheet_write (sheet, MSP_TYPE_NAME, "P", dossier->name);
      sheet->y += 10;
    }
  msp_dossier_sheet_write (sheet, MSP_TYPE_PERIOD, "P", dossier->period);
  sheet->y += 3;
  msp_dossier_sheet_write (sheet, MSP_TYPE_CAPTION, "P", dossier->as_of);
  self->contents_y = sheet->y;
}

static void
put_tile (MspDossierSheet        *sheet,
          const MspDossierFigure *figure,
          guint                   index)
{
  double width = (sheet->width - (TILES_ABREAST - 1) * TILE_GAP) / TILES_ABREAST;
  double x = (index % TILES_ABREAST) * (width + TILE_GAP);
  double y = sheet->y + (double) (index / TILES_ABREAST) * (TILE_HEIGHT + TILE_GAP);
  double inner = width - 2 * TILE_PADDING;
  g_autofree char *caption =
    figure->detail != NULL ? g_strdup_printf ("%s, %s", figure->label, figure->detail)
                           : g_strdup (figure->label);

  msp_dossier_sheet_put_box (sheet, x, y, width, TILE_HEIGHT, RADIUS, MSP_INK_TINT);
  msp_dossier_pages_begin (sheet->pages, sheet->page, "P");
  y += 9;
  y += msp_dossier_sheet_put (sheet, MSP_TYPE_FIGURE, figure->value, x + TILE_PADDING, y, inner);
  msp_dossier_sheet_put (sheet, MSP_TYPE_CAPTION, caption, x + TILE_PADDING, y, inner);
  msp_dossier_pages_end (sheet->pages, sheet->page, "P");
}

static void
put_figures (Layout *self)
{
  MspDossierSheet *sheet = self->sheet;
  const MspDossier *dossier = sheet->dossier;
  guint n_lines = (dossier->figures->len + TILES_ABREAST - 1) / TILES_ABREAST;

  msp_dossier_sheet_new_page (sheet);
  begin_part (self, msp_dossier_get_text (MSP_DOSSIER_TEXT_SUMMARY), NULL);
  sheet->y += 14;
  for (guint i = 0; i < dossier->figures->len; i++)
    put_tile (sheet, g_ptr_array_index (dossier->figures, i), i);
  sheet->y += n_lines * (TILE_HEIGHT + TILE_GAP) + 16;
  msp_dossier_plot_put (sheet, dossier->by_type);
  sheet->y += PART_GAP;
  msp_dossier_plot_put (sheet, dossier->by_month);
}

static double
measure (MspDossierSheet *sheet,
         MspType          type,
         const char      *text)
{
  g_autoptr (PangoLayout) layout =
    msp_dossier_sheet_make_text (sheet, type, text, sheet->width, G_MAXINT16, FALSE);

  return msp_dossier_sheet_get_height (layout);
}

/* A heading never stands alone at the foot of a page: it comes with the first entry. */
static double
measure_head (MspDossierSheet         *sheet,
              const MspDossierSection *section)
{
  double height = measure (sheet, MSP_TYPE_HEADING, section->title) + 2 * SMALL_GAP + 10 +
                  measure (sheet, MSP_TYPE_SUMMARY, section->summary) +
                  msp_dossier_table_get_least (sheet, section);

  if (section->question != NULL)
    height += measure (sheet, MSP_TYPE_QUESTION, section->question);

  return height;
}

static void
put_section (Layout                  *self,
             const MspDossierSection *section)
{
  MspDossierSheet *sheet = self->sheet;

  sheet->y += PART_GAP;
  if (!msp_dossier_sheet_has_room (sheet, measure_head (sheet, section)))
    msp_dossier_sheet_new_page (sheet);

  begin_part (self, section->title, section->summary);
  sheet->y += SMALL_GAP;
  if (section->question != NULL)
    msp_dossier_sheet_write (sheet, MSP_TYPE_QUESTION, "P", section->question);
  sheet->y += SMALL_GAP;
  msp_dossier_sheet_write (sheet, section->entries->len > 0 ? MSP_TYPE_SUMMARY : MSP_TYPE_NOTHING, "P",
                           section->summary);
  if (section->entries->len > 0)
    sheet->y += 10;
  msp_dossier_table_put (sheet, section);
}

static void
put_notes (Layout *self)
{
  MspDossierSheet *sheet = self->sheet;
  const char *title = msp_dossier_get_text (MSP_DOSSIER_TEXT_NOTE);
  GStrv notes = sheet->dossier->notes;
  double all = measure (sheet, MSP_TYPE_HEADING, title);

  for (guint i = 0; notes[i] != NULL; i++)
    all += measure (sheet, MSP_TYPE_BODY, notes[i]) + 7;

  /* One page or the next: it is short. */
  sheet->y += PART_GAP;
  if (!msp_dossier_sheet_has_room (sheet, all))
    msp_dossier_sheet_new_page (sheet);
  begin_part (self, title, NULL);
  for (guint i = 0; notes[i] != NULL; i++)
    {
      sheet->y += 7;
      msp_dossier_sheet_write (sheet, MSP_TYPE_BODY, "P", notes[i]);
    }
}

static void
put_contents_row (MspDossierSheet *sheet,
                  const Part      *part)
{
  g_autofree char *number = g_strdup_printf ("%u", part->page + 1);
  double rest = sheet->width - CONTENTS_NAME - CONTENTS_PAGE;
  PangoLayout *name =
    msp_dossier_sheet_make_text (sheet, MSP_TYPE_BODY, part->title, CONTENTS_NAME, 1, FALSE);
  PangoLayout *page =
    msp_dossier_sheet_make_text (sheet, MSP_TYPE_BODY, number, CONTENTS_PAGE, 1, TRUE);

  msp_dossier_pages_begin (sheet->pages, 0, "P");
  msp_dossier_pages_add_reference (sheet->pages, 0, name,
                                   msp_dossier_sheet_get_left (sheet, 0, CONTENTS_NAME), sheet->y,
                                   MSP_INK_LINK, part->page, part->y);
  if (part->summary != NULL)
    msp_dossier_pages_add_text (sheet->pages, 0,
                                msp_dossier_sheet_make_text (sheet, MSP_TYPE_CAPTION, part->summary, rest,
                                                             1, FALSE),
                                msp_dossier_sheet_get_left (sheet, CONTENTS_NAME, rest), sheet->y + 0.5,
                                MSP_INK_SOFT, NULL);
  msp_dossier_pages_add_text (sheet->pages, 0, page,
                              msp_dossier_sheet_get_left (sheet, CONTENTS_NAME + rest, CONTENTS_PAGE),
                              sheet->y, MSP_INK_TEXT, NULL);
  msp_dossier_pages_end (sheet->pages, 0, "P");
  msp_dossier_pages_add_box (sheet->pages, 0, MSP_SHEET_MARGIN, sheet->y + CONTENTS_ROW - 5.5,
                             sheet->width, RULE, 0, MSP_INK_LINE);
  sheet->y += CONTENTS_ROW;
}

/* At the foot of the first page, where there is room for as many parts as there can be. */
static void
put_contents (Layout *self)
{
  MspDossierSheet *sheet = self->sheet;
  guint n_parts = MIN (self->parts->len, CONTENTS_LIMIT);
  const char *title = msp_dossier_get_text (MSP_DOSSIER_TEXT_CONTENTS);

  sheet->y = MAX (self->contents_y + PART_GAP, sheet->bottom - n_parts * CONTENTS_ROW - 26);
  msp_dossier_pages_begin (sheet->pages, 0, "H2");
  msp_dossier_pages_add_text (sheet->pages, 0,
                              msp_dossier_sheet_make_text (sheet, MSP_TYPE_SUBHEADING, title, sheet->width,
                                                           1, FALSE),
                              MSP_SHEET_MARGIN, sheet->y, MSP_INK_TEXT, NULL);
  msp_dossier_pages_end (sheet->pages, 0, "H2");
  sheet->y += 26;
  for (guint i = 0; i < n_parts; i++)
    put_contents_row (sheet, &g_array_index (self->parts, Part, i));
}

static void
put_foot (MspDossierSheet *sheet,
          guint            page,
          guint            n_pages)
{
  double half = sheet->width / 2;
  double y = sheet->paper_height - FOOT_PLACE;
  /* Translators: at the foot of a page: its number, how many there are. */
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), page + 1, n_pages);
  const MspDossier *dossier = sheet->dossier;

  msp_dossier_pages_add_text (sheet->pages, page,
                              msp_dossier_sheet_make_text (sheet, MSP_TYPE_FOOT, dossier->document_title,
                                                           half * 1.5, 1, FALSE),
                              msp_dossier_sheet_get_left (sheet, 0, half * 1.5), y, MSP_INK_SOFT, NULL);
  msp_dossier_pages_add_text (sheet->pages, page,
                              msp_dossier_sheet_make_text (sheet, MSP_TYPE_FOOT, number, half / 2, 1, TRUE),
                              msp_dossier_sheet_get_left (sheet, half * 1.5, half / 2), y, MSP_INK_SOFT,
                              NULL);
}

MspDossierPages *
msp_dossier_layout_new (const MspDossier *dossier,
                        MspPaper          paper)
{
  g_autoptr (MspDossierSheet) sheet = NULL;
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  Layout self = { .parts = parts };
  guint n_pages;

  g_return_val_if_fail (dossier != NULL, NULL);

  self.sheet = sheet = msp_dossier_sheet_new (dossier, paper);
  put_title_page (&self);
  put_figures (&self);
  /* The first part of the entries opens a page. */
  sheet->y = sheet->paper_height;
  for (guint i = 0; i < dossier->sections->len; i++)
    put_section (&self, g_ptr_array_index (dossier->sections, i));
  put_notes (&self);
  put_contents (&self);

  n_pages = msp_dossier_pages_get_n_pages (sheet->pages);
  for (guint page = 1; page < n_pages; page++)
    put_foot (sheet, page, n_pages);

  return msp_dossier_pages_ref (sheet->pages);
}
