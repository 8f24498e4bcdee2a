/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-row-painter"

#include "app/widgets/msp-row-painter.h"

#include "journal/msp-search-text.h"

#define PILL_PADDING 10
#define PILL_MARGIN 3
#define PILL_ALPHA 0.08f
#define DATE_CHARS 11

static MspRowSizes sizes;

const MspRowSizes *
msp_row_get_sizes (GtkWidget *widget)
{
  g_autoptr (PangoLayout) line = NULL;
  g_autoptr (PangoLayout) small = NULL;

  if (sizes.line_height > 0)
    return &sizes;

  line = msp_row_layout_new (widget, "Ág漢", PANGO_WEIGHT_BOLD, 1.0);
  small = msp_row_layout_new (widget, "Ág漢", PANGO_WEIGHT_NORMAL, PANGO_SCALE_SMALL);
  pango_layout_get_pixel_size (line, NULL, &sizes.line_height);
  pango_layout_get_pixel_size (small, NULL, &sizes.small_height);
  pango_layout_set_text (line, "0", 1);
  pango_layout_get_pixel_size (line, &sizes.date_width, NULL);
  sizes.date_width *= DATE_CHARS;

  return &sizes;
}

void
msp_row_forget_sizes (void)
{
  sizes.line_height = 0;
}

PangoLayout *
msp_row_layout_new (GtkWidget   *widget,
                    const char  *text,
                    PangoWeight  weight,
                    double       scale)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_attr_list_unref (attributes);

  return layout;
}

void
msp_row_layout_mark (PangoLayout *layout,
                     const char  *search)
{
  PangoAttrList *attributes = pango_layout_get_attributes (layout);
  g_autoptr (GArray) spans = NULL;

  if (search == NULL || *search == '\0')
    return;

  spans = msp_search_text_find_matches (pango_layout_get_text (layout), search);
  for (guint i = 0; i < spans->len; i++)
    {
      const MspTextSpan *span = &g_array_index (spans, MspTextSpan, i);
      PangoAttribute *back = pango_attr_background_new (0xf9f9, 0xf0f0, 0x6b6b);
      PangoAttribute *front = pango_attr_foreground_new (0, 0, 0);

      back->start_index = front->start_index = span->start;
      back->end_index = front->end_index = span->end;
      pango_attr_list_insert (attributes, back);
      pango_attr_list_insert (attributes, front);
    }
  pango_layout_set_attributes (layout, attributes);
}

/* Moves what is drawn next to its place. */
static void
go_to (const MspRowPainter *self,
       int                  x,
       int                  y,
       int                  width)
{
  if (gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (self->widget) - x - width;
  gtk_snapshot_translate (self->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

void
msp_row_painter_draw_text (const MspRowPainter *self,
                           PangoLayout         *layout,
                           int                  x,
                           int                  y,
                           int                  width,
                           const GdkRGBA       *color)
{
  if (layout == NULL || width <= 0)
    return;

  pango_layout_set_width (layout, width * PANGO_SCALE);
  gtk_snapshot_save (self->snapshot);
  go_to (self, x, y, width);
  gtk_snapshot_append_layout (self->snapshot, layout, color);
  gtk_snapshot_restore (self->snapshot);
}

int
msp_row_painter_draw_pill (const MspRowPainter *self,
                           PangoLayout         *layout,
                           int                  end,
                           int                  height,
                           const GdkRGBA       *color)
{
  GdkRGBA back = *color;
  GskRoundedRect shape;
  int text_width;
  int text_height;
  int width;
  int top;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  width = text_width + 2 * PILL_PADDING;
  top = (height - text_height) / 2;
  back.alpha *= PILL_ALPHA;

  gtk_snapshot_save (self->snapshot);
  go_to (self, end - width, top - PILL_MARGIN, width);
  gsk_rounded_rect_init_from_rect (&shape,
                                   &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                        (float) text_height + 2 * PILL_MARGIN),
                                   (float) text_height);
  gtk_snapshot_push_rounded_clip (self->snapshot, &shape);
  gtk_snapshot_append_color (self->snapshot, &back, &shape.bounds);
  gtk_snapshot_pop (self->snapshot);
  gtk_snapshot_restore (self->snapshot);
  msp_row_painter_draw_text (self, layout, end - width + PILL_PADDING, top, text_width, color);

  return end - width;
}

void
msp_row_painter_draw_icon (const MspRowPainter *self,
                           const char          *name,
                           int                  x,
                           int                  y,
                           int                  size,
                           const GdkRGBA       *color)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (self->widget));
  GdkRGBA colors[] = { *color, *color, *color, *color };
  g_autoptr (GtkIconPaintable) icon =
    gtk_icon_theme_lookup_icon (theme, name, NULL, size, gtk_widget_get_scale_factor (self->widget),
                                gtk_widget_get_direction (self->widget), 0);

  gtk_snapshot_save (self->snapshot);
  go_to (self, x, y, size);
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), self->snapshot, size,
                                            size, colors, G_N_ELEMENTS (colors));
  gtk_snapshot_restore (self->snapshot);
}
