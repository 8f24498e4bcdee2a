/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-filter-group"

#include "app/widgets/msp-filter-group.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "base/msp-text.h"

#define ROWS_FEW 8
#define ROWS_MANY 200
#define ROW_ID "msp-choice-id"
#define ROW_COUNT "msp-choice-count"

/**
 * MspFilterGroup:
 *
 * The choices of one filter, of which several may be checked, with the number of entries beside each;
 * folded away below its title.
 */
struct _MspFilterGroup
{
  AdwBin          parent_instance;

  GtkExpander    *expander;    /* in it */
  GtkLabel       *summary;     /* beside the title */
  GtkWidget      *box;         /* in the expander */
  GtkSearchEntry *find_entry;  /* in the box */
  GtkWidget      *rows;        /* in the box */
  GtkWidget      *none_label;  /* in the box */
  GtkButton      *more_button; /* in the box */

  GPtrArray      *choices;     /* (owned) (element-type MspFilterChoice) */
  GStrv           chosen;      /* (owned) (nullable): ids */
  gboolean        shows_all;
  gboolean        filling;     /* not a person's choice */
};

G_DEFINE_FINAL_TYPE (MspFilterGroup, msp_filter_group, ADW_TYPE_BIN)

enum
{
  SIGNAL_TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

MspFilterChoice *
msp_filter_choice_new (const char *id,
                       const char *text,
                       gboolean    is_counted,
                       guint       count)
{
  MspFilterChoice *self = g_new0 (MspFilterChoice, 1);

  self->id = g_strdup (id);
  self->text = g_strdup (text);
  self->is_counted = is_counted;
  self->count = count;

  return self;
}

void
msp_filter_choice_free (MspFilterChoice *self)
{
  g_free (self->id);
  g_free (self->text);
  g_free (self);
}

static gboolean
is_chosen (MspFilterGroup        *self,
           const MspFilterChoice *choice)
{
  g_autofree char *folded = msp_text_fold (choice->id);

  for (guint i = 0; self->chosen != NULL && self->chosen[i] != NULL; i++)
    {
      g_autofree char *other = msp_text_fold (self->chosen[i]);

      if (g_str_equal (folded, other))
        return TRUE;
    }

  return FALSE;
}

static void
row_toggled (MspFilterGroup *self,
             GtkCheckButton *row)
{
  g_autofree char *id = NULL;

  if (self->filling)
    return;

  /* The row may be gone before everybody has heard. */
  id = g_strdup (g_object_get_data (G_OBJECT (row), ROW_ID));
  g_signal_emit (self, signals[SIGNAL_TOGGLED], 0, id, gtk_check_button_get_active (row));
}

static GtkWidget *
make_row (MspFilterGroup        *self,
          const MspFilterChoice *choice)
{
  GtkWidget *row = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (choice->text);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, choice->text);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (row), box);
  g_object_set_data_full (G_OBJECT (row), ROW_ID, g_strdup (choice->id), g_free);
  g_object_set_data (G_OBJECT (row), ROW_COUNT, count);
  g_signal_connect_swapped (row, "toggled", G_CALLBACK (row_toggled), self);

  return row;
}

static void
update_row (MspFilterGroup        *self,
            GtkWidget             *row,
            const MspFilterChoice *choice)
{
  g_autofree char *number = choice->is_counted ? msp_text_number (choice->count) : g_strdup ("");
  g_autofree char *spoken =
    g_strdup_printf (ngettext ("%s, %s contribution", "%s, %s contributions", choice->count),
                     choice->text, number);

  gtk_label_set_text (g_object_get_data (G_OBJECT (row), ROW_COUNT), number);
  msp_format_accessible_label (row, choice->is_counted ? spoken : choice->text);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row), is_chosen (self, choice));
}

/* (element-type MspFilterChoice): those that are to be seen */
static GPtrArray *
choose_shown (MspFilterGroup *self)
{
  GPtrArray *shown = g_ptr_array_new ();
  g_autofree char *find = msp_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->find_entry)));

  for (guint i = 0; i < self->choices->len && shown->len < ROWS_MANY; i++)
    {
      MspFilterChoice *choice = g_ptr_array_index (self->choices, i);
      g_autofree char *folded = *find != '\0' ? msp_text_fold (choice->text) : NULL;

      if (folded != NULL ? strstr (folded, find) != NULL
                         : self->shows_all || i < ROWS_FEW || is_chosen (self, choice))
        g_ptr_array_add (shown, choice);
    }

  return shown;
}

static gboolean
has_rows_of (MspFilterGroup  *self,
             const GPtrArray *shown)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  for (guint i = 0; i < shown->len; i++)
    {
      const MspFilterChoice *choice = g_ptr_array_index (shown, i);

      if (row == NULL || !g_str_equal (g_object_get_data (G_OBJECT (row), ROW_ID), choice->id))
        return FALSE;

      row = gtk_widget_get_next_sibling (row);
    }

  return row == NULL;
}

/* Others than before; who stood on one that stays stands there still. */
static void
rebuild_rows (MspFilterGroup  *self,
              const GPtrArray *shown)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->rows);
  g_autofree char *focused = row != NULL ? g_strdup (g_object_get_data (G_OBJECT (row), ROW_ID)) : NULL;

  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);

  for (guint i = 0; i < shown->len; i++)
    {
      const MspFilterChoice *choice = g_ptr_array_index (shown, i);

      row = make_row (self, choice);
      gtk_box_append (GTK_BOX (self->rows), row);
      if (g_strcmp0 (focused, choice->id) == 0)
        gtk_widget_grab_focus (row);
    }
}

static void
update_summary (MspFilterGroup *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->choices->len; i++)
    {
      const MspFilterChoice *choice = g_ptr_array_index (self->choices, i);

      if (is_chosen (self, choice))
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", choice->text);
    }
  gtk_label_set_text (self->summary, text->str);
}

static void
update (MspFilterGroup *self)
{
  g_autoptr (GPtrArray) shown = choose_shown (self);
  gboolean finds = *gtk_editable_get_text (GTK_EDITABLE (self->find_entry)) != '\0';
  g_autofree char *all = msp_text_number (self->choices->len);
  g_autofree char *more = g_strdup_printf (_ ("Show All %s"), all);
  GtkWidget *row;

  self->filling = TRUE;
  if (!has_rows_of (self, shown))
    rebuild_rows (self, shown);
  row = gtk_widget_get_first_child (self->rows);
  for (guint i = 0; i < shown->len; i++)
    {
      update_row (self, row, g_ptr_array_index (shown, i));
      row = gtk_widget_get_next_sibling (row);
    }
  self->filling = FALSE;

  update_summary (self);
  gtk_button_set_label (self->more_button, self->shows_all ? _ ("Show Fewer") : more);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button),
                          !finds && (self->shows_all || shown->len < self->choices->len));
  gtk_widget_set_visible (GTK_WIDGET (self->find_entry), self->choices->len > ROWS_FEW);
  gtk_widget_set_visible (self->none_label, shown->len == 0);
}

static void
more_clicked (MspFilterGroup *self)
{
  self->shows_all = !self->shows_all;
  update (self);
}

/* Enter takes the first one that was found. */
static void
find_activated (MspFilterGroup *self)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  if (row != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->find_entry)) != '\0')
    gtk_check_button_set_active (GTK_CHECK_BUTTON (row),
                                 !gtk_check_button_get_active (GTK_CHECK_BUTTON (row)));
}

static void
find_stopped (MspFilterGroup *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->find_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->find_entry), "");
  else
    gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER)));
}

static void
msp_filter_group_finalize (GObject *object)
{
  MspFilterGroup *self = MSP_FILTER_GROUP (object);

  g_ptr_array_unref (self->choices);
  g_strfreev (self->chosen);

  G_OBJECT_CLASS (msp_filter_group_parent_class)->finalize (object);
}

static void
msp_filter_group_class_init (MspFilterGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msp_filter_group_finalize;

  /**
   * MspFilterGroup::toggled:
   * @self: the group
   * @id: of the choice
   * @is_chosen: whether it is checked now
   */
  signals[SIGNAL_TOGGLED] = g_signal_new ("toggled", MSP_TYPE_FILTER_GROUP, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                          G_TYPE_BOOLEAN);
}

static void
fill_box (MspFilterGroup *self)
{
  self->find_entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->none_label = gtk_label_new (_ ("There are none."));
  self->more_button = GTK_BUTTON (gtk_button_new_with_label (""));
  gtk_label_set_xalign (GTK_LABEL (self->none_label), 0);
  gtk_widget_add_css_class (self->none_label, "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->more_button), "flat");
  gtk_widget_add_css_class (self->rows, "filter-rows");
  gtk_widget_set_halign (GTK_WIDGET (self->more_button), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->find_entry));
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_box_append (GTK_BOX (self->box), self->none_label);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->more_button));
  g_signal_connect_swapped (self->find_entry, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->find_entry, "activate", G_CALLBACK (find_activated), self);
  g_signal_connect_swapped (self->find_entry, "stop-search", G_CALLBACK (find_stopped), self);
  g_signal_connect_swapped (self->more_button, "clicked", G_CALLBACK (more_clicked), self);
}

static void
msp_filter_group_init (MspFilterGroup *self)
{
  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) msp_filter_choice_free);
  self->expander = GTK_EXPANDER (gtk_expander_new (NULL));
  self->summary = GTK_LABEL (gtk_label_new (NULL));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_label_set_ellipsize (self->summary, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->summary, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->summary), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->expander), "filter-group");
  gtk_widget_add_css_class (self->box, "filter-box");
  fill_box (self);
  gtk_expander_set_child (self->expander, self->box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->expander));
}

/**
 * msp_filter_group_new:
 * @title: what is chosen
 * @find_text: what the entry is called that finds one of many choices
 *
 * Returns: (transfer floating): the group, folded
 */
GtkWidget *
msp_filter_group_new (const char *title,
                      const char *find_text)
{
  MspFilterGroup *self = g_object_new (MSP_TYPE_FILTER_GROUP, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_expander_set_label_widget (self->expander, box);
  msp_format_accessible_label (GTK_WIDGET (self->expander), title);
  g_object_set (self->find_entry, "placeholder-text", find_text, NULL);
  msp_format_accessible_label (GTK_WIDGET (self->find_entry), find_text);

  return GTK_WIDGET (self);
}

/**
 * msp_filter_group_append:
 * @self: the group
 * @child: stands below the choices
 */
void
msp_filter_group_append (MspFilterGroup *self,
                         GtkWidget      *child)
{
  g_return_if_fail (MSP_IS_FILTER_GROUP (self));

  gtk_box_append (GTK_BOX (self->box), child);
}

void
msp_filter_group_unfold (MspFilterGroup *self)
{
  g_return_if_fail (MSP_IS_FILTER_GROUP (self));

  gtk_expander_set_expanded (self->expander, TRUE);
}

void
msp_filter_group_set_choices (MspFilterGroup    *self,
                              GPtrArray         *choices,
                              const char *const *chosen)
{
  g_return_if_fail (MSP_IS_FILTER_GROUP (self) && choices != NULL);

  g_ptr_array_unref (self->choices);
  self->choices = g_ptr_array_ref (choices);
  g_strfreev (self->chosen);
  self->chosen = g_strdupv ((GStrv) chosen);
  update (self);
}
