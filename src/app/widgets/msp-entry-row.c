/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-row"

#include "app/widgets/msp-entry-row.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-entry-menu.h"
#include "app/widgets/msp-entry-text.h"
#include "app/widgets/msp-row-painter.h"
#include "base/msp-clock.h"
#include "base/msp-text.h"

/* With less, on a narrow window, the title has it all. */
#define ROOM_FOR_REACH 220
#define PADDING 10
#define SPACING 10
#define LINE_SPACING 2
#define MARK_SIZE 16
#define DIM_ALPHA 0.62f

typedef enum
{
  TEXT_MONTH,
  TEXT_DAY,
  TEXT_TITLE,
  TEXT_DETAIL,
  TEXT_REACH,
  N_TEXTS,
} Text;

/**
 * MspEntryRow:
 *
 * One contribution in the journal's list; all rows have the same height.
 */
struct _MspEntryRow
{
  GtkWidget      parent_instance;

  GtkWidget     *menu_button;    /* (nullable) in it: made when it is first seen */
  GtkWidget     *done_button;    /* (nullable) in it: of planned entries */

  MspJournalRow *row;            /* (owned) (nullable) */
  char          *search;         /* (owned) (nullable) */
  PangoLayout   *texts[N_TEXTS]; /* (owned) (nullable): made when drawn */
  gboolean       shows_mark;
  gboolean       is_selected;
};

G_DEFINE_FINAL_TYPE (MspEntryRow, msp_entry_row, GTK_TYPE_WIDGET)

static const MspEntrySummary *
get_summary (MspEntryRow * self)
{
  return self->row != NULL ? msp_journal_row_get_summary (self->row) : NULL;
}

static void
forget_texts (MspEntryRow *self)
{
  for (int i = 0; i < N_TEXTS; i++)
    g_clear_object (&self->texts[i]);
}

static void
make_texts (MspEntryRow           *self,
            const MspEntrySummary *summary)
{
  const char *month = msp_journal_row_get_heading (self->row);
  g_autofree char *day = msp_day_to_short_text (summary->date, msp_clock_today ());
  g_autofree char *detail = msp_entry_text_describe (summary);
  g_autofree char *reach = msp_text_number (summary->reach);

  if (month != NULL)
    self->texts[TEXT_MONTH] = msp_row_layout_new (GTK_WIDGET (self), month, PANGO_WEIGHT_BOLD, PANGO_SCALE_SMALL);
  self->texts[TEXT_DAY] = msp_row_layout_new (GTK_WIDGET (self), day, PANGO_WEIGHT_NORMAL, 1.0);
  self->texts[TEXT_TITLE] = msp_row_layout_new (GTK_WIDGET (self), summary->title, PANGO_WEIGHT_BOLD, 1.0);
  self->texts[TEXT_DETAIL] = msp_row_layout_new (GTK_WIDGET (self), detail, PANGO_WEIGHT_NORMAL, PANGO_SCALE_SMALL);
  if (summary->reach > 0)
    self->texts[TEXT_REACH] = msp_row_layout_new (GTK_WIDGET (self), reach, PANGO_WEIGHT_NORMAL, PANGO_SCALE_SMALL);
  msp_row_layout_mark (self->texts[TEXT_TITLE], self->search);
  msp_row_layout_mark (self->texts[TEXT_DETAIL], self->search);
}

static void
get_accent (MspEntryRow *self,
            GdkRGBA     *color)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));

  if (!gtk_style_context_lookup_color (context, "accent_color", color))
    gtk_style_context_get_color (context, color);
}

/* Where the buttons begin. */
static int
get_content_end (MspEntryRow *self,
                 int          width)
{
  int taken = 0;
  int natural;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      taken += natural + SPACING / 2;
    }

  return width - PADDING - taken;
}

static void
msp_entry_row_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  MspEntryRow *self = MSP_ENTRY_ROW (widget);
  const MspEntrySummary *summary = get_summary (self);
  int height = gtk_widget_get_height (widget);
  MspRowPainter painter = { widget, snapshot };
  const MspRowSizes *sizes = msp_row_get_sizes (widget);
  GdkRGBA color;
  GdkRGBA dim;
  GdkRGBA accent;
  int start = PADDING;
  int end = get_content_end (self, gtk_widget_get_width (widget));
  int top;

  GTK_WIDGET_CLASS (msp_entry_row_parent_class)->snapshot (widget, snapshot);
  if (summary == NULL)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  dim = color;
  dim.alpha *= DIM_ALPHA;
  get_accent (self, &accent);
  if (self->texts[TEXT_TITLE] == NULL)
    make_texts (self, summary);

  if (self->shows_mark)
    {
      msp_row_painter_draw_icon (&painter, self->is_selected ? "checkbox-checked-symbolic"
                                                             : "checkbox-symbolic",
                                 start, (height - MARK_SIZE) / 2, MARK_SIZE, &color);
      start += MARK_SIZE + SPACING;
    }
  top = self->texts[TEXT_MONTH] != NULL ? PADDING : (height - sizes->line_height) / 2;
  msp_row_painter_draw_text (&painter, self->texts[TEXT_MONTH], start, top, sizes->date_width, &accent);
  if (self->texts[TEXT_MONTH] != NULL)
    top += sizes->small_height + LINE_SPACING;
  msp_row_painter_draw_text (&painter, self->texts[TEXT_DAY], start, top, sizes->date_width, &dim);
  start += sizes->date_width + SPACING;
  if (self->texts[TEXT_REACH] != NULL && end - start >= ROOM_FOR_REACH)
    end = msp_row_painter_draw_pill (&painter, self->texts[TEXT_REACH], end, height, &color) - SPACING;
  msp_row_painter_draw_text (&painter, self->texts[TEXT_TITLE], start, PADDING, end - start, &color);
  msp_row_painter_draw_text (&painter, self->texts[TEXT_DETAIL], start,
                             PADDING + sizes->line_height + LINE_SPACING, end - start, &dim);
}

static void
msp_entry_row_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  const MspRowSizes *sizes = msp_row_get_sizes (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 240;
      *natural = 600;
    }
  else
    {
      *minimum = *natural = sizes->line_height + sizes->small_height + LINE_SPACING + 2 * PADDING;
    }
}

static void
msp_entry_row_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int end = width - PADDING / 2;

  /* The last child stands at the end. */
  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL;
       child = gtk_widget_get_prev_sibling (child))
    {
      GtkAllocation place;
      int child_height;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place.width, NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &child_height, NULL, NULL);
      end -= place.width;
      place.x = is_mirrored ? width - end - place.width : end;
      place.height = MIN (height, child_height);
      place.y = (height - place.height) / 2;
      gtk_widget_size_allocate (child, &place, -1);
      end -= SPACING / 2;
    }
}

/* Hidden until it has its tooltip: one that is to be seen asks the display where the pointer is. */
static GtkWidget *
make_button (const char *icon,
             const char *label,
             const char *tooltip)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "visible", FALSE, "icon-name", icon,
                                    "tooltip-text", tooltip, NULL);

  msp_format_accessible_label (button, label);
  gtk_widget_set_visible (button, TRUE);

  return button;
}

static void
show_done_button (MspEntryRow           *self,
                  const MspEntrySummary *summary)
{
  gboolean is_planned = summary->status == MSP_STATUS_PLANNED;

  if (is_planned && self->done_button == NULL)
    {
      self->done_button = make_button ("object-select-symbolic", _ ("Done"),
                                       _ ("Mark this planned contribution as done"));
      gtk_widget_insert_after (self->done_button, GTK_WIDGET (self), NULL);
    }
  if (self->done_button == NULL)
    return;

  gtk_widget_set_visible (self->done_button, is_planned);
  if (!is_planned)
    return;

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->done_button), "s", summary->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->done_button), "entry.mark-done");
}

static void
say_summary (MspEntryRow           *self,
             const MspEntrySummary *summary)
{
  g_autofree char *spoken = msp_entry_text_speak (summary);
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));

  if (item != NULL)
    msp_format_accessible_label (item, spoken);
}

static void
menu_clicked (MspEntryRow *self)
{
  const MspEntrySummary *summary = get_summary (self);

  if (summary != NULL)
    msp_entry_menu_pop_up (self->menu_button, summary);
}

static void
make_menu_button (MspEntryRow *self)
{
  self->menu_button = make_button ("view-more-symbolic", _ ("More"), _ ("More"));
  gtk_widget_add_css_class (self->menu_button, "flat");
  gtk_widget_set_parent (self->menu_button, GTK_WIDGET (self));
  g_signal_connect_swapped (self->menu_button, "clicked", G_CALLBACK (menu_clicked), self);
}

/* The list keeps two hundred rows, of which a dozen are seen: only those have buttons. */
static void
update_buttons (MspEntryRow *self)
{
  const MspEntrySummary *summary = get_summary (self);

  /* It stays as it is: its other look would cost more than all the rest of the row. */
  if (self->menu_button == NULL)
    make_menu_button (self);
  if (summary != NULL)
    show_done_button (self, summary);
}

static void
update (MspEntryRow *self)
{
  const MspEntrySummary *summary = get_summary (self);

  forget_texts (self);
  if (summary != NULL)
    say_summary (self, summary);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_buttons (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
msp_entry_row_map (GtkWidget *widget)
{
  update_buttons (MSP_ENTRY_ROW (widget));

  GTK_WIDGET_CLASS (msp_entry_row_parent_class)->map (widget);
}

static void
fonts_changed (MspEntryRow *self)
{
  msp_row_forget_sizes ();
  forget_texts (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
msp_entry_row_system_setting_changed (GtkWidget        *widget,
                                      GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (msp_entry_row_parent_class)->system_setting_changed (widget, setting);
  fonts_changed (MSP_ENTRY_ROW (widget));
}

static void
msp_entry_row_direction_changed (GtkWidget        *widget,
                                 GtkTextDirection  before)
{
  GTK_WIDGET_CLASS (msp_entry_row_parent_class)->direction_changed (widget, before);
  fonts_changed (MSP_ENTRY_ROW (widget));
}

static void
msp_entry_row_dispose (GObject *object)
{
  MspEntryRow *self = MSP_ENTRY_ROW (object);

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, update, self);
  g_clear_object (&self->row);
  g_clear_pointer (&self->search, g_free);
  forget_texts (self);
  g_clear_pointer (&self->menu_button, gtk_widget_unparent);
  g_clear_pointer (&self->done_button, gtk_widget_unparent);

  G_OBJECT_CLASS (msp_entry_row_parent_class)->dispose (object);
}

static void
msp_entry_row_class_init (MspEntryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msp_entry_row_dispose;
  widget_class->map = msp_entry_row_map;
  widget_class->snapshot = msp_entry_row_snapshot;
  widget_class->measure = msp_entry_row_measure;
  widget_class->size_allocate = msp_entry_row_size_allocate;
  widget_class->system_setting_changed = msp_entry_row_system_setting_changed;
  widget_class->direction_changed = msp_entry_row_direction_changed;
}

static void
msp_entry_row_init (MspEntryRow *self)
{
}

GtkWidget *
msp_entry_row_new (void)
{
  return g_object_new (MSP_TYPE_ENTRY_ROW, NULL);
}

/**
 * msp_entry_row_set_row:
 * @self: the widget
 * @row: (nullable): what it shows, filled in when it has been read
 */
void
msp_entry_row_set_row (MspEntryRow   *self,
                       MspJournalRow *row)
{
  g_return_if_fail (MSP_IS_ENTRY_ROW (self));

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, update, self);
  g_set_object (&self->row, row);
  if (row != NULL)
    {
      g_signal_connect_swapped (row, "notify", G_CALLBACK (update), self);
      update (self);
    }
}

MspJournalRow *
msp_entry_row_get_row (MspEntryRow *self)
{
  g_return_val_if_fail (MSP_IS_ENTRY_ROW (self), NULL);

  return self->row;
}

void
msp_entry_row_set_search (MspEntryRow *self,
                          const char  *search)
{
  g_return_if_fail (MSP_IS_ENTRY_ROW (self));

  if (g_strcmp0 (self->search, search) == 0)
    return;

  g_free (self->search);
  self->search = g_strdup (search);
  forget_texts (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
msp_entry_row_set_marked (MspEntryRow *self,
                          gboolean     shows_mark,
                          gboolean     is_selected)
{
  g_return_if_fail (MSP_IS_ENTRY_ROW (self));

  if (self->shows_mark == shows_mark && self->is_selected == is_selected)
    return;

  self->shows_mark = shows_mark;
  self->is_selected = is_selected;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
