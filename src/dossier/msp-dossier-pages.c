/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-dossier-pages"

#include "dossier/msp-dossier-pages.h"

#include <string.h>

typedef enum
{
  ITEM_TEXT,
  ITEM_BOX,
  ITEM_BEGIN,
  ITEM_END,
} ItemKind;

typedef struct
{
  ItemKind     kind;
  double       x;
  double       y;
  double       width;     /* of a box */
  double       height;    /* of a box */
  double       radius;    /* of a box */
  MspInk       ink;
  PangoLayout *layout;    /* (owned) (nullable): of a text */
  char        *link;      /* (owned) (nullable): of a text, as cairo takes it */
  const char  *structure; /* (static) (nullable): of a beginning or an end */
} Item;

struct _MspDossierPages
{
  GMutex     mutex;     /* held while a page is drawn: Pango's objects are for one thread at a time */
  MspPaper   paper;
  GPtrArray *pages;     /* (owned) (element-type GArray): of Item */
  GPtrArray *bookmarks; /* (owned) (element-type MspDossierBookmark) */
};

/* Dark enough for white paper and a printer without colours. */
static const double inks[][3] = {
  [MSP_INK_TEXT] = { 0.12, 0.12, 0.13 },
  [MSP_INK_SOFT] = { 0.36, 0.36, 0.40 },
  [MSP_INK_LINK] = { 0.10, 0.34, 0.64 },
  [MSP_INK_LINE] = { 0.82, 0.82, 0.85 },
  [MSP_INK_TINT] = { 0.95, 0.96, 0.98 },
  [MSP_INK_BAR] = { 0.21, 0.52, 0.89 },
  [MSP_INK_ACCENT] = { 0.10, 0.37, 0.71 },
};

static void
item_clear (Item *item)
{
  g_clear_object (&item->layout);
  g_free (item->link);
}

static void
bookmark_free (MspDossierBookmark *bookmark)
{
  g_free (bookmark->title);
  g_free (bookmark);
}

MspDossierPages *
msp_dossier_pages_new (MspPaper paper)
{
  MspDossierPages *self = g_atomic_rc_box_new0 (MspDossierPages);

  g_mutex_init (&self->mutex);
  self->paper = paper;
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->bookmarks = g_ptr_array_new_with_free_func ((GDestroyNotify) bookmark_free);

  return self;
}

static void
pages_clear (MspDossierPages *self)
{
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->bookmarks);
  g_mutex_clear (&self->mutex);
}

MspDossierPages *
msp_dossier_pages_ref (MspDossierPages *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
msp_dossier_pages_unref (MspDossierPages *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) pages_clear);
}

void
msp_dossier_pages_add_page (MspDossierPages *self)
{
  GArray *page = g_array_new (FALSE, TRUE, sizeof (Item));

  g_array_set_clear_func (page, (GDestroyNotify) item_clear);
  g_ptr_array_add (self->pages, page);
}

static void
add_item (MspDossierPages *self,
          guint            page,
          const Item      *item)
{
  g_return_if_fail (page < self->pages->len);

  g_array_append_vals (g_ptr_array_index (self->pages, page), item, 1);
}

static void
add_text (MspDossierPages *self,
          guint            page,
          PangoLayout     *layout,
          double           x,
          double           y,
          MspInk           ink,
          char            *link)
{
  Item item = { .kind = ITEM_TEXT, .x = x, .y = y, .ink = ink, .layout = layout, .link = link };

  add_item (self, page, &item);
}

/* The address within a string of a PDF file, into which cairo 1.16 writes it as it is: no bracket, no
 * quote, no backslash, nothing but ASCII. Written by their numbers they mean the same. */
static char *
quote_uri (const char *uri)
{
  g_autoptr (GString) quoted = g_string_new (NULL);

  for (const guchar *c = (const guchar *) uri; *c != '\0'; c++)
    {
      if (*c <= ' ' || *c >= 0x7f || strchr ("()'\\<>\"", *c) != NULL)
        g_string_append_printf (quoted, "%%%02X", *c);
      else
        g_string_append_c (quoted, (char) *c);
    }

  return g_string_free (g_steal_pointer (&quoted), FALSE);
}

static void
append_number (GString *link,
               double   number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  /* With a point in any locale. */
  g_string_append (link, g_ascii_formatd (text, sizeof text, "%.2f ", number));
}

/* What part of the page is clicked. */
static void
append_rectangle (GString     *link,
                  PangoLayout *layout,
                  double       x,
                  double       y)
{
  PangoRectangle logical;

  pango_layout_get_pixel_extents (layout, NULL, &logical);
  g_string_append (link, "rect=[");
  append_number (link, x + logical.x);
  append_number (link, y + logical.y);
  append_number (link, logical.width);
  append_number (link, logical.height);
  g_string_append (link, "] ");
}

void
msp_dossier_pages_add_text (MspDossierPages *self,
                            guint            page,
                            PangoLayout     *layout,
                            double           x,
                            double           y,
                            MspInk           ink,
                            const char      *uri)
{
  g_autoptr (GString) link = NULL;
  g_autofree char *quoted = NULL;

  if (uri == NULL)
    {
      add_text (self, page, layout, x, y, ink, NULL);
      return;
    }

  quoted = quote_uri (uri);
  link = g_string_new (NULL);
  append_rectangle (link, layout, x, y);
  g_string_append_printf (link, "uri='%s'", quoted);
  add_text (self, page, layout, x, y, ink, g_string_free (g_steal_pointer (&link), FALSE));
}

void
msp_dossier_pages_add_reference (MspDossierPages *self,
                                 guint            page,
                                 PangoLayout     *layout,
                                 double           x,
                                 double           y,
                                 MspInk           ink,
                                 guint            to_page,
                                 double           to_y)
{
  g_autoptr (GString) link = g_string_new (NULL);

  append_rectangle (link, layout, x, y);
  g_string_append_printf (link, "page=%u pos=[0 %d]", to_page + 1, (int) to_y);
  add_text (self, page, layout, x, y, ink, g_string_free (g_steal_pointer (&link), FALSE));
}

void
msp_dossier_pages_add_box (MspDossierPages *self,
                           guint            page,
                           double           x,
                           double           y,
                           double           width,
                           double           height,
                           double           radius,
                           MspInk           ink)
{
  Item item = {
    .kind = ITEM_BOX, .x = x, .y = y, .width = width, .height = height, .radius = radius, .ink = ink,
  };

  add_item (self, page, &item);
}

void
msp_dossier_pages_begin (MspDossierPages *self,
                         guint            page,
                         const char      *structure)
{
  Item item = { .kind = ITEM_BEGIN, .structure = structure };

  add_item (self, page, &item);
}

void
msp_dossier_pages_end (MspDossierPages *self,
                       guint            page,
                       const char      *structure)
{
  Item item = { .kind = ITEM_END, .structure = structure };

  add_item (self, page, &item);
}

void
msp_dossier_pages_add_bookmark (MspDossierPages *self,
                                const char      *title,
                                guint            page,
                                double           y)
{
  MspDossierBookmark *bookmark = g_new0 (MspDossierBookmark, 1);

  bookmark->title = g_strdup (title);
  bookmark->page = page;
  bookmark->y = y;
  g_ptr_array_add (self->bookmarks, bookmark);
}

GPtrArray *
msp_dossier_pages_get_bookmarks (MspDossierPages *self)
{
  return self->bookmarks;
}

guint
msp_dossier_pages_get_n_pages (MspDossierPages *self)
{
  return self->pages->len;
}

MspPaper
msp_dossier_pages_get_paper (MspDossierPages *self)
{
  return self->paper;
}

static void
set_ink (cairo_t *cr,
         MspInk   ink)
{
  cairo_set_source_rgb (cr, inks[ink][0], inks[ink][1], inks[ink][2]);
}

static void
draw_box (const Item *item,
          cairo_t    *cr)
{
  double radius = MIN (item->radius, MIN (item->width, item->height) / 2);

  if (radius <= 0)
    {
      cairo_rectangle (cr, item->x, item->y, item->width, item->height);
      cairo_fill (cr);
      return;
    }

  cairo_new_sub_path (cr);
  cairo_arc (cr, item->x + item->width - radius, item->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, item->x + item->width - radius, item->y + item->height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, item->x + radius, item->y + item->height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, item->x + radius, item->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_item (const Item *item,
           cairo_t    *cr,
           gboolean    with_tags)
{
  set_ink (cr, item->ink);
  switch (item->kind)
    {
    case ITEM_TEXT:
      if (with_tags && item->link != NULL)
        cairo_tag_begin (cr, CAIRO_TAG_LINK, item->link);
      cairo_move_to (cr, item->x, item->y);
      pango_cairo_show_layout (cr, item->layout);
      if (with_tags && item->link != NULL)
        cairo_tag_end (cr, CAIRO_TAG_LINK);
      break;

    case ITEM_BEGIN:
      if (with_tags)
        cairo_tag_begin (cr, item->structure, NULL);
      break;

    case ITEM_END:
      if (with_tags)
        cairo_tag_end (cr, item->structure);
      break;

    case ITEM_BOX:
    default:
      draw_box (item, cr);
      break;
    }
}

void
msp_dossier_pages_draw (MspDossierPages *self,
                        guint            page,
                        cairo_t         *cr,
                        gboolean         with_tags)
{
  GArray *items;

  g_return_if_fail (self != NULL && page < self->pages->len && cr != NULL);

  g_mutex_lock (&self->mutex);
  items = g_ptr_array_index (self->pages, page);
  for (guint i = 0; i < items->len; i++)
    draw_item (&g_array_index (items, Item, i), cr, with_tags);
  g_mutex_unlock (&self->mutex);
}
