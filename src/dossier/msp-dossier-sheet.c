/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-dossier-sheet"

#include "dossier/msp-dossier-sheet.h"

#define POINTS_PER_INCH 72
#define BOTTOM 66.0
#define FAMILIES "Cantarell, Adwaita Sans, Noto Sans, DejaVu Sans, sans-serif"

typedef struct
{
  double      size;
  PangoWeight weight;
  PangoStyle  style;
  double      line_height;
  MspInk      ink;
} Look;

static const Look looks[MSP_N_TYPES] = {
  [MSP_TYPE_TITLE] = { 34, PANGO_WEIGHT_ULTRABOLD, PANGO_STYLE_NORMAL, 1.05, MSP_INK_TEXT },
  [MSP_TYPE_NAME] = { 19, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 1.1, MSP_INK_TEXT },
  [MSP_TYPE_PERIOD] = { 13, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 1.1, MSP_INK_TEXT },
  [MSP_TYPE_HEADING] = { 17, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 1.05, MSP_INK_TEXT },
  [MSP_TYPE_SUBHEADING] = { 10.5, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 1.1, MSP_INK_TEXT },
  [MSP_TYPE_QUESTION] = { 9.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, 1.15, MSP_INK_SOFT },
  [MSP_TYPE_SUMMARY] = { 9.5, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 1.15, MSP_INK_TEXT },
  [MSP_TYPE_NOTHING] = { 9.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 1.15, MSP_INK_SOFT },
  [MSP_TYPE_BODY] = { 9.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 1.2, MSP_INK_TEXT },
  [MSP_TYPE_FIGURE] = { 21, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 1, MSP_INK_TEXT },
  [MSP_TYPE_CAPTION] = { 9, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 1.1, MSP_INK_SOFT },
  [MSP_TYPE_COLUMN] = { 8, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 1.05, MSP_INK_SOFT },
  [MSP_TYPE_CELL] = { 8.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 1.12, MSP_INK_TEXT },
  [MSP_TYPE_CELL_TITLE] = { 9, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 1.12, MSP_INK_TEXT },
  [MSP_TYPE_CELL_DETAIL] = { 7.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 1.12, MSP_INK_SOFT },
  [MSP_TYPE_FOOT] = { 7.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 1, MSP_INK_SOFT },
};

/* Type as on paper: lengths do not depend on a screen. The font map is the document's own, so that a
 * thread that draws it meets no other. */
static PangoContext *
make_context (const MspDossier *dossier)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context;
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), POINTS_PER_INCH);
  context = pango_font_map_create_context (map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (dossier->language));
  pango_context_set_base_dir (context,
                              dossier->is_rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);

  return context;
}

MspDossierSheet *
msp_dossier_sheet_new (const MspDossier *dossier,
                       MspPaper          paper)
{
  MspDossierSheet *self = g_new0 (MspDossierSheet, 1);

  self->dossier = dossier;
  self->pages = msp_dossier_pages_new (paper);
  self->context = make_context (dossier);
  msp_paper_get_size (paper, &self->paper_width, &self->paper_height);
  self->width = self->paper_width - 2 * MSP_SHEET_MARGIN;
  self->bottom = self->paper_height - BOTTOM;
  msp_dossier_pages_add_page (self->pages);
  self->y = MSP_SHEET_TOP;

  return self;
}

void
msp_dossier_sheet_free (MspDossierSheet *self)
{
  msp_dossier_pages_unref (self->pages);
  g_object_unref (self->context);
  g_free (self);
}

static PangoFontDescription *
describe_font (const Look *look)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, FAMILIES);
  pango_font_description_set_absolute_size (font, look->size * PANGO_SCALE);
  pango_font_description_set_weight (font, look->weight);
  pango_font_description_set_style (font, look->style);

  return font;
}

/* Figures of one width, no two letters drawn as one, which some readers do not find again, and no
 * hyphen where a word or an address is broken. */
static PangoAttrList *
make_attributes (void)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1, liga=0, clig=0"));
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));

  return attributes;
}

static gboolean
runs_to_the_left (GUnicodeScript script)
{
  return script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW ||
         script == G_UNICODE_SCRIPT_SYRIAC || script == G_UNICODE_SCRIPT_THAANA ||
         script == G_UNICODE_SCRIPT_NKO || script == G_UNICODE_SCRIPT_ADLAM;
}

/* The first letter decides, as it does for Pango; without one the document's language. */
static gboolean
is_rtl (MspDossierSheet *self,
        const char      *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c))
        return runs_to_the_left (g_unichar_get_script (c));
    }

  return self->dossier->is_rtl;
}

/* Pango turns left and right around in a text that does not run as the document does. */
static PangoAlignment
find_alignment (MspDossierSheet *self,
                const char      *text,
                gboolean         at_end)
{
  gboolean is_right = self->dossier->is_rtl != at_end;
  gboolean is_turned = is_rtl (self, text) != self->dossier->is_rtl;

  return is_right != is_turned ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

PangoLayout *
msp_dossier_sheet_make_text (MspDossierSheet *self,
                             MspType          type,
                             const char      *text,
                             double           width,
                             int              lines,
                             gboolean         at_end)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = describe_font (&looks[type]);
  g_autoptr (PangoAttrList) attributes = make_attributes ();

  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_line_spacing (layout, (float) looks[type].line_height);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, find_alignment (self, text, at_end));
  pango_layout_set_text (layout, text, -1);

  return layout;
}

double
msp_dossier_sheet_get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return height / (double) PANGO_SCALE;
}

double
msp_dossier_sheet_get_left (MspDossierSheet *self,
                            double           x,
                            double           width)
{
  return self->dossier->is_rtl ? self->paper_width - MSP_SHEET_MARGIN - x - width
                               : MSP_SHEET_MARGIN + x;
}

MspInk
msp_dossier_sheet_get_ink (MspType type)
{
  return looks[type].ink;
}

void
msp_dossier_sheet_put_layout (MspDossierSheet *self,
                              PangoLayout     *layout,
                              MspType          type,
                              double           x,
                              double           y,
                              double           width,
                              const char      *uri)
{
  msp_dossier_pages_add_text (self->pages, self->page, layout,
                              msp_dossier_sheet_get_left (self, x, width), y,
                              uri != NULL ? MSP_INK_LINK : looks[type].ink, uri);
}

/* As many as there are. */
#define ANY_LINES 100

double
msp_dossier_sheet_put (MspDossierSheet *self,
                       MspType          type,
                       const char      *text,
                       double           x,
                       double           y,
                       double           width)
{
  PangoLayout *layout = msp_dossier_sheet_make_text (self, type, text, width, ANY_LINES, FALSE);
  double height = msp_dossier_sheet_get_height (layout);

  msp_dossier_sheet_put_layout (self, layout, type, x, y, width, NULL);

  return height;
}

void
msp_dossier_sheet_write (MspDossierSheet *self,
                         MspType          type,
                         const char      *structure,
                         const char      *text)
{
  msp_dossier_pages_begin (self->pages, self->page, structure);
  self->y += msp_dossier_sheet_put (self, type, text, 0, self->y, self->width);
  msp_dossier_pages_end (self->pages, self->page, structure);
}

void
msp_dossier_sheet_put_box (MspDossierSheet *self,
                           double           x,
                           double           y,
                           double           width,
                           double           height,
                           double           radius,
                           MspInk           ink)
{
  msp_dossier_pages_add_box (self->pages, self->page, msp_dossier_sheet_get_left (self, x, width), y,
                             width, height, radius, ink);
}

void
msp_dossier_sheet_new_page (MspDossierSheet *self)
{
  msp_dossier_pages_add_page (self->pages);
  self->page++;
  self->y = MSP_SHEET_TOP;
}

gboolean
msp_dossier_sheet_has_room (MspDossierSheet *self,
                            double           height)
{
  return self->y + height <= self->bottom;
}
