/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-dossier-preview"

#include "app/widgets/msp-dossier-preview.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/msp-format.h"

#define MARGIN 12
#define GAP 14
#define WIDTH_LEAST 240
#define WIDTH_MOST 760
#define KEPT_AROUND 4 /* pages beside those that are seen whose pictures are kept */

/**
 * MspDossierPreview:
 *
 * What the dossier will look like on paper: white in the dark theme too.
 */
struct _MspDossierPreview
{
  GtkWidget        parent_instance;

  MspDossierDraft *draft;       /* (owned) (nullable) */
  GHashTable      *pictures;    /* (owned): page to GdkTexture */
  int              picture_width; /* in pixels of the screen, of all of them */
  GCancellable    *cancellable; /* (owned) (nullable): of the page that is being drawn */
  GtkAdjustment   *adjustment;  /* (owned) (nullable): while it is in a scrolled window */
};

G_DEFINE_FINAL_TYPE (MspDossierPreview, msp_dossier_preview, GTK_TYPE_WIDGET)

/* One page for the thread that draws it. */
typedef struct
{
  MspDossierPages *pages; /* (owned) */
  guint            page;
  int              width;
  int              height;
} Picture;

static void
picture_free (Picture *picture)
{
  msp_dossier_pages_unref (picture->pages);
  g_free (picture);
}

static guint
count_pages (MspDossierPreview *self)
{
  return self->draft != NULL ? msp_dossier_pages_get_n_pages (self->draft->pages) : 0;
}

/* Height to width. */
static double
get_ratio (MspDossierPreview *self)
{
  double width;
  double height;

  msp_paper_get_size (msp_dossier_pages_get_paper (self->draft->pages), &width, &height);

  return height / width;
}

static int
get_page_width (int width)
{
  return CLAMP (width - 2 * MARGIN, WIDTH_LEAST, WIDTH_MOST);
}

static int
get_page_height (MspDossierPreview *self,
                 int                width)
{
  return (int) ceil (get_page_width (width) * get_ratio (self));
}

/* Where a page is, in the widget. */
static graphene_rect_t
get_place (MspDossierPreview *self,
           guint              page)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int page_width = get_page_width (width);
  int height = get_page_height (self, width);
  int x = MAX (0, (width - page_width) / 2);
  int y = MARGIN + (int) page * (height + GAP);

  return GRAPHENE_RECT_INIT ((float) x, (float) y, (float) page_width, (float) height);
}

/* The pages that are seen, @last included; FALSE: none. */
static gboolean
find_seen (MspDossierPreview *self,
           guint             *first,
           guint             *last)
{
  guint n_pages = count_pages (self);
  int step;
  double top = 0;
  double bottom;

  if (n_pages == 0)
    return FALSE;

  step = get_page_height (self, gtk_widget_get_width (GTK_WIDGET (self))) + GAP;
  bottom = gtk_widget_get_height (GTK_WIDGET (self));
  if (self->adjustment != NULL)
    {
      top = gtk_adjustment_get_value (self->adjustment);
      bottom = top + gtk_adjustment_get_page_size (self->adjustment);
    }
  *first = MIN ((guint) (MAX (0, top - MARGIN) / step), n_pages - 1);
  *last = MIN ((guint) (MAX (0, bottom - MARGIN) / step), n_pages - 1);

  return TRUE;
}

static void
draw_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Picture *picture = task_data;
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, picture->width, picture->height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  double width;
  double height;

  msp_paper_get_size (msp_dossier_pages_get_paper (picture->pages), &width, &height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, picture->width / width, picture->height / height);
  msp_dossier_pages_draw (picture->pages, picture->page, cr, FALSE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface) *
                                      (gsize) picture->height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  g_task_return_pointer (task,
                         gdk_memory_texture_new (picture->width, picture->height, GDK_MEMORY_DEFAULT, bytes,
                                                 (gsize) cairo_image_surface_get_stride (surface)),
                         g_object_unref);
}

static void
picture_drawn (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (MspDossierPreview) self = MSP_DOSSIER_PREVIEW (g_object_ref (source));
  const Picture *picture = g_task_get_task_data (G_TASK (result));
  GdkTexture *texture = g_task_propagate_pointer (G_TASK (result), NULL);

  if (texture == NULL)
    return; /* another draft has come */

  g_clear_object (&self->cancellable);
  if (picture->width == self->picture_width)
    g_hash_table_insert (self->pictures, GUINT_TO_POINTER (picture->page), texture);
  else
    g_object_unref (texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Whether the picture of @page is worth its memory. */
static gboolean
is_far (guint page,
        guint first,
        guint last)
{
  return page + KEPT_AROUND < first || page > last + KEPT_AROUND;
}

static void
forget_far (MspDossierPreview *self,
            guint              first,
            guint              last)
{
  GHashTableIter iter;
  gpointer page;

  g_hash_table_iter_init (&iter, self->pictures);
  while (g_hash_table_iter_next (&iter, &page, NULL))
    {
      if (is_far (GPOINTER_TO_UINT (page), first, last))
        g_hash_table_iter_remove (&iter);
    }
}

static void
draw_page (MspDossierPreview *self,
           guint              page)
{
  g_autoptr (GTask) task = NULL;
  Picture *picture = g_new0 (Picture, 1);

  picture->pages = msp_dossier_pages_ref (self->draft->pages);
  picture->page = page;
  picture->width = self->picture_width;
  picture->height = (int) ceil (self->picture_width * get_ratio (self));
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, picture_drawn, NULL);
  g_task_set_source_tag (task, draw_page);
  g_task_set_task_data (task, picture, (GDestroyNotify) picture_free);
  g_task_run_in_thread (task, draw_in_thread);
}

/* One page at a time, the one that is seen first; when it is drawn, the next frame asks for more. */
static void
draw_next (MspDossierPreview *self)
{
  guint first;
  guint last;

  if (self->cancellable != NULL || !find_seen (self, &first, &last))
    return;

  forget_far (self, first, last);
  for (guint page = first; page <= last; page++)
    {
      if (!g_hash_table_contains (self->pictures, GUINT_TO_POINTER (page)))
        {
          draw_page (self, page);
          return;
        }
    }
}

static void
msp_dossier_preview_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  MspDossierPreview *self = MSP_DOSSIER_PREVIEW (widget);
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA edge = { 0, 0, 0, 0.25f };
  const float widths[4] = { 1, 1, 1, 1 };
  guint first;
  guint last;

  if (!find_seen (self, &first, &last))
    return;

  for (guint page = first; page <= last; page++)
    {
      graphene_rect_t place = get_place (self, page);
      GdkTexture *texture = g_hash_table_lookup (self->pictures, GUINT_TO_POINTER (page));
      const GdkRGBA edges[4] = { edge, edge, edge, edge };
      GskRoundedRect outline;

      if (texture != NULL)
        gtk_snapshot_append_texture (snapshot, texture, &place);
      else
        gtk_snapshot_append_color (snapshot, &white, &place);
      gsk_rounded_rect_init_from_rect (&outline, &place, 0);
      gtk_snapshot_append_border (snapshot, &outline, widths, edges);
    }
  draw_next (self);
}

static GtkSizeRequestMode
msp_dossier_preview_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
msp_dossier_preview_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  MspDossierPreview *self = MSP_DOSSIER_PREVIEW (widget);
  int n_pages = (int) count_pages (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = WIDTH_LEAST + 2 * MARGIN;
      *natural = WIDTH_MOST;
    }
  else
    {
      int width = for_size >= 0 ? for_size : WIDTH_MOST;

      *minimum = n_pages == 0 ? 0
        : 2 * MARGIN + n_pages * (get_page_height (self, width) + GAP) - GAP;
      *natural = *minimum;
    }
}

static void
forget_pictures (MspDossierPreview *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_hash_table_remove_all (self->pictures);
}

static void
msp_dossier_preview_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  MspDossierPreview *self = MSP_DOSSIER_PREVIEW (widget);
  int pixels = get_page_width (width) * gtk_widget_get_scale_factor (widget);

  if (pixels != self->picture_width)
    {
      self->picture_width = pixels;
      forget_pictures (self);
    }
}

static void
msp_dossier_preview_root (GtkWidget *widget)
{
  MspDossierPreview *self = MSP_DOSSIER_PREVIEW (widget);
  GtkWidget *scroller;

  GTK_WIDGET_CLASS (msp_dossier_preview_parent_class)->root (widget);

  scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  if (scroller == NULL || self->adjustment != NULL)
    return;

  self->adjustment =
    g_object_ref (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

static void
msp_dossier_preview_dispose (GObject *object)
{
  MspDossierPreview *self = MSP_DOSSIER_PREVIEW (object);

  if (self->pictures != NULL)
    forget_pictures (self);
  g_clear_pointer (&self->pictures, g_hash_table_unref);
  g_clear_pointer (&self->draft, msp_dossier_draft_unref);
  g_clear_object (&self->adjustment);

  G_OBJECT_CLASS (msp_dossier_preview_parent_class)->dispose (object);
}

static void
msp_dossier_preview_class_init (MspDossierPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msp_dossier_preview_dispose;
  widget_class->snapshot = msp_dossier_preview_snapshot;
  widget_class->measure = msp_dossier_preview_measure;
  widget_class->size_allocate = msp_dossier_preview_size_allocate;
  widget_class->get_request_mode = msp_dossier_preview_get_request_mode;
  widget_class->root = msp_dossier_preview_root;

  gtk_widget_class_set_css_name (widget_class, "dossierpreview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
msp_dossier_preview_init (MspDossierPreview *self)
{
  self->pictures = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  /* For the keys that scroll. */
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  msp_format_accessible_label (GTK_WIDGET (self), _ ("Preview"));
}

void
msp_dossier_preview_set_draft (MspDossierPreview *self,
                               MspDossierDraft   *draft)
{
  g_return_if_fail (MSP_IS_DOSSIER_PREVIEW (self));

  g_clear_pointer (&self->draft, msp_dossier_draft_unref);
  if (draft != NULL)
    self->draft = msp_dossier_draft_ref (draft);
  forget_pictures (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
