/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-filter-chips"

#include "app/widgets/msp-filter-chips.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-filter-names.h"
#include "app/widgets/msp-wrap-layout.h"

#define LABEL_CHARS 28
#define CHIP_DATA "msp-chip"

/**
 * MspFilterChips:
 *
 * The filters that are at work, each with a button that takes it away. Hidden while there are none.
 */
struct _MspFilterChips
{
  GtkWidget  parent_instance;

  GtkWidget *clear_button; /* behind the chips */
  MspFilter *filter;       /* (owned) */
  guint      n_chips;
};

G_DEFINE_FINAL_TYPE (MspFilterChips, msp_filter_chips, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef enum
{
  CHIP_TIME,
  CHIP_VALUE,
  CHIP_MARK,
  CHIP_FIGURES,
} ChipRole;

/* What a chip takes away. */
typedef struct
{
  ChipRole      role;
  MspFilterKind kind;  /* of a value */
  char         *value; /* (owned) (nullable): of a value */
  MspMark       mark;  /* of a mark */
} Chip;

static void
chip_free (Chip *self)
{
  g_free (self->value);
  g_free (self);
}

static void
take_away (MspFilter  *filter,
           const Chip *chip)
{
  switch (chip->role)
    {
    case CHIP_VALUE:
      msp_filter_set_value (filter, chip->kind, chip->value, FALSE);
      break;

    case CHIP_MARK:
      msp_query_set_mark (filter->query, chip->mark, MSP_WHETHER_ANY);
      break;

    case CHIP_FIGURES:
      filter->query->figures_before = MSP_DAY_NONE;
      break;

    case CHIP_TIME:
    default:
      msp_filter_set_days (filter, MSP_DAY_NONE, MSP_DAY_NONE);
      break;
    }
}

/* What is about to go must not take the focus with it. */
static void
leave (MspFilterChips *self)
{
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_BACKWARD);
}

static void
chip_clicked (MspFilterChips *self,
              GtkWidget      *button)
{
  take_away (self->filter, g_object_get_data (G_OBJECT (button), CHIP_DATA));
  if (self->n_chips == 1 && gtk_widget_has_focus (button))
    leave (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
clear_clicked (MspFilterChips *self)
{
  msp_filter_free (self->filter);
  self->filter = msp_filter_new ();
  gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self)));
  leave (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_chip (MspFilterChips *self,
          Chip           *chip,
          const char     *text,
          const char     *spoken)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *name = g_strdup_printf (_ ("Remove filter: %s"), spoken);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LABEL_CHARS);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "filter-chip");
  gtk_widget_set_tooltip_text (button, name);
  msp_format_accessible_label (button, name);
  g_object_set_data_full (G_OBJECT (button), CHIP_DATA, chip, (GDestroyNotify) chip_free);
  gtk_widget_insert_before (button, GTK_WIDGET (self), self->clear_button);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (chip_clicked), self);
  self->n_chips++;
}

static Chip *
chip_new (ChipRole role)
{
  Chip *self = g_new0 (Chip, 1);

  self->role = role;

  return self;
}

static void
add_time (MspFilterChips *self)
{
  const MspQuery *query = self->filter->query;
  g_autofree char *from = query->from != MSP_DAY_NONE ? msp_day_to_text (query->from) : NULL;
  g_autofree char *to = query->to != MSP_DAY_NONE ? msp_day_to_text (query->to) : NULL;
  g_autofree char *text = NULL;

  if (self->filter->cycle != 0)
    text = g_strdup_printf (_ ("Cycle %d"), self->filter->cycle);
  else if (from != NULL && to != NULL)
    text = g_strdup_printf (_ ("%s to %s"), from, to);
  else if (from != NULL)
    text = g_strdup_printf (_ ("From %s"), from);
  else if (to != NULL)
    text = g_strdup_printf (_ ("Until %s"), to);

  if (text != NULL)
    add_chip (self, chip_new (CHIP_TIME), text, text);
}

static void
add_values (MspFilterChips *self,
            MspCatalog     *catalog,
            MspFilterKind   kind)
{
  const char *const *values = msp_filter_get_values (self->filter, kind);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      const char *value = msp_filter_value_text (catalog, kind, values[i]);
      /* Translators: a filter and what is chosen of it, "Type: Blog" */
      g_autofree char *text = g_strdup_printf (_ ("%s: %s"), msp_filter_kind_name (kind), value);
      g_autofree char *spoken = g_strdup_printf ("%s %s", msp_filter_kind_name (kind), value);
      Chip *chip = chip_new (CHIP_VALUE);

      chip->kind = kind;
      chip->value = g_strdup (values[i]);
      add_chip (self, chip, text, spoken);
    }
}

static void
add_marks (MspFilterChips *self)
{
  for (int mark = 0; mark < MSP_N_MARKS; mark++)
    {
      MspWhether whether = msp_query_get_mark (self->filter->query, (MspMark) mark);
      const char *text;
      Chip *chip;

      if (whether == MSP_WHETHER_ANY)
        continue;

      text = msp_filter_mark_text ((MspMark) mark, whether);
      chip = chip_new (CHIP_MARK);
      chip->mark = (MspMark) mark;
      add_chip (self, chip, text, text);
    }
}

static void
add_figures (MspFilterChips *self)
{
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (self->filter->query->figures_before == MSP_DAY_NONE)
    return;

  day = msp_day_to_text (self->filter->query->figures_before);
  text = g_strdup_printf (_ ("Figures older than %s"), day);
  add_chip (self, chip_new (CHIP_FIGURES), text, text);
}

static void
remove_chips (MspFilterChips *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child != self->clear_button)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      gtk_widget_unparent (child);
      child = next;
    }
  self->n_chips = 0;
}

static guint
focused_chip (MspFilterChips *self)
{
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != self->clear_button;
       child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_has_focus (child))
        return i;

      i++;
    }

  return G_MAXUINT;
}

static void
focus_chip (MspFilterChips *self,
            guint           i)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (i == G_MAXUINT || self->n_chips == 0)
    return;

  for (i = MIN (i, self->n_chips - 1); i > 0; i--)
    child = gtk_widget_get_next_sibling (child);
  gtk_widget_grab_focus (child);
}

static void
msp_filter_chips_dispose (GObject *object)
{
  MspFilterChips *self = MSP_FILTER_CHIPS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->filter, msp_filter_free);

  G_OBJECT_CLASS (msp_filter_chips_parent_class)->dispose (object);
}

static void
msp_filter_chips_class_init (MspFilterChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msp_filter_chips_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), MSP_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * MspFilterChips::changed:
   * @self: the chips
   *
   * Emitted when somebody has taken a filter away.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MSP_TYPE_FILTER_CHIPS, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
msp_filter_chips_init (MspFilterChips *self)
{
  self->filter = msp_filter_new ();
  self->clear_button = gtk_button_new_with_label (_ ("Clear All"));
  gtk_widget_add_css_class (self->clear_button, "flat");
  gtk_widget_add_css_class (self->clear_button, "filter-chip");
  gtk_widget_set_parent (self->clear_button, GTK_WIDGET (self));
  g_signal_connect_swapped (self->clear_button, "clicked", G_CALLBACK (clear_clicked), self);
  msp_format_accessible_label (GTK_WIDGET (self), _ ("Filters in use"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
msp_filter_chips_new (void)
{
  return g_object_new (MSP_TYPE_FILTER_CHIPS, NULL);
}

void
msp_filter_chips_set_filter (MspFilterChips  *self,
                             MspCatalog      *catalog,
                             const MspFilter *filter)
{
  MspFilter *copy;
  guint focused;

  g_return_if_fail (MSP_IS_FILTER_CHIPS (self) && filter != NULL);

  copy = msp_filter_copy (filter);
  msp_filter_free (self->filter);
  self->filter = copy;
  focused = focused_chip (self);
  remove_chips (self);
  add_time (self);
  for (int kind = 0; kind < MSP_N_FILTER_KINDS; kind++)
    add_values (self, catalog, (MspFilterKind) kind);
  add_marks (self);
  add_figures (self);
  focus_chip (self, focused);
  gtk_widget_set_visible (self->clear_button, self->n_chips > 1);
  gtk_widget_set_visible (GTK_WIDGET (self), self->n_chips > 0);
}

const MspFilter *
msp_filter_chips_get_filter (MspFilterChips *self)
{
  g_return_val_if_fail (MSP_IS_FILTER_CHIPS (self), NULL);

  return self->filter;
}
