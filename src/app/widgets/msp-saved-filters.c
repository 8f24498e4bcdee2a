/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-saved-filters"

#include "app/widgets/msp-saved-filters.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "base/msp-text.h"

#define SETTINGS_KEY "saved-filters"
#define FILTERS_MAX 50
#define NAME_MAX_CHARS 60
#define NAME_DATA "msp-saved-name"

typedef struct
{
  char *name;
  char *text;
} Saved;

/**
 * MspSavedFilters:
 *
 * Combinations of filters that were saved under a name: used again, renamed, removed; and the entry for
 * the name of a new one.
 */
struct _MspSavedFilters
{
  AdwBin     parent_instance;

  GtkWidget *rows;        /* in it */
  GtkWidget *name_box;    /* in it: shown while a name is typed */
  GtkEntry  *name_entry;  /* in the box */
  GtkButton *save_button; /* in the box */
  GtkLabel  *note;        /* in the box */

  GSettings *settings;    /* (owned) (nullable) */
  GPtrArray *saved;       /* (owned) (element-type Saved) */
  char      *text;        /* (owned): of the filter at work */
  char      *renamed;     /* (owned) (nullable): the name that is being changed; NULL: a new one */
  gboolean   is_warned;   /* it was said that the name is in use */
};

G_DEFINE_FINAL_TYPE (MspSavedFilters, msp_saved_filters, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
saved_free (Saved *self)
{
  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

static Saved *
saved_new (const char *name,
           const char *text)
{
  Saved *self = g_new0 (Saved, 1);

  self->name = g_strdup (name);
  self->text = g_strdup (text);

  return self;
}

static guint
find (MspSavedFilters *self,
      const char      *name)
{
  g_autofree char *folded = msp_text_fold (name);

  for (guint i = 0; i < self->saved->len; i++)
    {
      g_autofree char *other = msp_text_fold (((Saved *) g_ptr_array_index (self->saved, i))->name);

      if (g_str_equal (folded, other))
        return i;
    }

  return G_MAXUINT;
}

static void
write_settings (MspSavedFilters *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < self->saved->len; i++)
    {
      const Saved *saved = g_ptr_array_index (self->saved, i);

      g_variant_builder_add (&builder, "(ss)", saved->name, saved->text);
    }
  g_settings_set_value (self->settings, SETTINGS_KEY, g_variant_builder_end (&builder));
}

/* (nullable): what a row's button is for */
static Saved *
saved_of (MspSavedFilters *self,
          GtkWidget       *button)
{
  guint place = find (self, g_object_get_data (G_OBJECT (button), NAME_DATA));

  return place != G_MAXUINT ? g_ptr_array_index (self->saved, place) : NULL;
}

static void
chosen_clicked (MspSavedFilters *self,
                GtkWidget       *button)
{
  const Saved *saved = saved_of (self, button);
  g_autofree char *text = saved != NULL ? g_strdup (saved->text) : NULL;

  if (text != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, text);
}

/* What is about to go must not take the focus with it, and Escape. */
static void
leave (GtkWidget *widget)
{
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);

  if (popover != NULL && gtk_widget_get_focus_child (gtk_widget_get_parent (widget)) == widget)
    gtk_widget_child_focus (popover, GTK_DIR_TAB_FORWARD);
}

static void
show_name_box (MspSavedFilters *self,
               const char      *name)
{
  gtk_editable_set_text (GTK_EDITABLE (self->name_entry), name);
  gtk_widget_set_visible (self->name_box, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
}

static void
rename_clicked (MspSavedFilters *self,
                GtkWidget       *button)
{
  const char *name = g_object_get_data (G_OBJECT (button), NAME_DATA);

  g_free (self->renamed);
  self->renamed = g_strdup (name);
  show_name_box (self, name);
}

static void
remove_clicked (MspSavedFilters *self,
                GtkWidget       *button)
{
  msp_saved_filters_stop (self);
  leave (self->rows);
  g_ptr_array_remove (self->saved, saved_of (self, button));
  write_settings (self);
}

static GtkWidget *
make_icon_button (MspSavedFilters *self,
                  Saved           *saved,
                  const char      *icon,
                  const char      *format,
                  GCallback        clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autoptr (GString) name = g_string_new (format);

  /* The name is what somebody typed: it is put in, not formatted with. */
  g_string_replace (name, "%s", saved->name, 1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name->str);
  msp_format_accessible_label (button, name->str);
  g_object_set_data_full (G_OBJECT (button), NAME_DATA, g_strdup (saved->name), g_free);
  g_signal_connect_swapped (button, "clicked", clicked, self);

  return button;
}

static GtkWidget *
make_row (MspSavedFilters *self,
          Saved           *saved)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (saved->name);
  g_autofree char *spoken = g_strdup_printf (_ ("Use the saved filter %s"), saved->name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  if (g_strcmp0 (saved->text, self->text) == 0)
    gtk_widget_add_css_class (button, "accent");
  msp_format_accessible_label (button, spoken);
  g_object_set_data_full (G_OBJECT (button), NAME_DATA, g_strdup (saved->name), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (chosen_clicked), self);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (row), make_icon_button (self, saved, "document-edit-symbolic",
                                                   _ ("Rename the saved filter %s"),
                                                   G_CALLBACK (rename_clicked)));
  gtk_box_append (GTK_BOX (row), make_icon_button (self, saved, "user-trash-symbolic",
                                                   _ ("Remove the saved filter %s"),
                                                   G_CALLBACK (remove_clicked)));

  return row;
}

static void
show_rows (MspSavedFilters *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
  for (guint i = 0; i < self->saved->len; i++)
    gtk_box_append (GTK_BOX (self->rows), make_row (self, g_ptr_array_index (self->saved, i)));
  gtk_widget_set_visible (self->rows, self->saved->len > 0);
}

static void
read_settings (MspSavedFilters *self)
{
  g_autoptr (GVariant) value = g_settings_get_value (self->settings, SETTINGS_KEY);
  GVariantIter iter;
  const char *name;
  const char *text;
  GPtrArray *saved = g_ptr_array_new_with_free_func ((GDestroyNotify) saved_free);

  g_variant_iter_init (&iter, value);
  while (saved->len < FILTERS_MAX && g_variant_iter_next (&iter, "(&s&s)", &name, &text))
    g_ptr_array_add (saved, saved_new (name, text));

  g_ptr_array_unref (self->saved);
  self->saved = saved;
  show_rows (self);
}

/* (transfer full) (nullable): as it can be saved; NULL with what is wrong said */
static char *
read_name (MspSavedFilters *self)
{
  g_autofree char *name =
    msp_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->name_entry)), FALSE);
  guint other = find (self, name);
  gboolean is_other = other != G_MAXUINT &&
                      (self->renamed == NULL || other != find (self, self->renamed));
  g_autofree char *in_use = g_strdup_printf (_ ("“%s” is saved already. Replace it?"), name);

  if (*name == '\0')
    return NULL;

  if (!is_other && self->renamed == NULL && self->saved->len >= FILTERS_MAX)
    {
      gtk_label_set_text (self->note, _ ("There are 50 saved filters, and no more fit. Remove one first."));
      return NULL;
    }

  if (is_other && !self->is_warned)
    {
      self->is_warned = TRUE;
      gtk_label_set_text (self->note, in_use);
      gtk_button_set_label (self->save_button, _ ("Replace"));
      return NULL;
    }

  return g_steal_pointer (&name);
}

static void
save_clicked (MspSavedFilters *self)
{
  g_autofree char *name = read_name (self);
  g_autofree char *text = NULL;
  guint before;
  guint place;

  gtk_widget_set_visible (GTK_WIDGET (self->note), *gtk_label_get_text (self->note) != '\0');
  if (name == NULL)
    return;

  before = self->renamed != NULL ? find (self, self->renamed) : G_MAXUINT;
  text = g_strdup (before != G_MAXUINT ? ((Saved *) g_ptr_array_index (self->saved, before))->text
                                       : self->text);
  if (before != G_MAXUINT)
    g_ptr_array_remove_index (self->saved, before);
  place = find (self, name);
  if (place != G_MAXUINT)
    g_ptr_array_remove_index (self->saved, place);
  place = MIN (place != G_MAXUINT ? place : before, self->saved->len);
  g_ptr_array_insert (self->saved, (int) place, saved_new (name, text));
  msp_saved_filters_stop (self);
  write_settings (self);
}

/* Another name is another question. */
static void
name_changed (MspSavedFilters *self)
{
  g_autofree char *name =
    msp_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->name_entry)), FALSE);

  self->is_warned = FALSE;
  gtk_label_set_text (self->note, "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  gtk_button_set_label (self->save_button, _ ("Save"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), *name != '\0');
}

static void
msp_saved_filters_dispose (GObject *object)
{
  MspSavedFilters *self = MSP_SAVED_FILTERS (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (msp_saved_filters_parent_class)->dispose (object);
}

static void
msp_saved_filters_finalize (GObject *object)
{
  MspSavedFilters *self = MSP_SAVED_FILTERS (object);

  g_ptr_array_unref (self->saved);
  g_free (self->text);
  g_free (self->renamed);

  G_OBJECT_CLASS (msp_saved_filters_parent_class)->finalize (object);
}

static void
msp_saved_filters_class_init (MspSavedFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msp_saved_filters_dispose;
  G_OBJECT_CLASS (klass)->finalize = msp_saved_filters_finalize;

  /**
   * MspSavedFilters::chosen:
   * @self: the saved filters
   * @text: of msp_filter_to_text()
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", MSP_TYPE_SAVED_FILTERS, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
make_name_box (MspSavedFilters *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->name_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->name_entry = GTK_ENTRY (gtk_entry_new ());
  self->save_button = GTK_BUTTON (gtk_button_new_with_label (_ ("Save")));
  self->note = GTK_LABEL (gtk_label_new (NULL));
  gtk_entry_set_max_length (self->name_entry, NAME_MAX_CHARS);
  gtk_entry_set_placeholder_text (self->name_entry, _ ("Name"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->name_entry), TRUE);
  msp_format_accessible_label (GTK_WIDGET (self->name_entry), _ ("Name of the saved filter"));
  gtk_label_set_wrap (self->note, TRUE);
  gtk_label_set_wrap_mode (self->note, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->note, 0);
  gtk_label_set_max_width_chars (self->note, 30);
  gtk_widget_add_css_class (GTK_WIDGET (self->save_button), "suggested-action");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->name_entry));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->save_button));
  gtk_box_append (GTK_BOX (self->name_box), line);
  gtk_box_append (GTK_BOX (self->name_box), GTK_WIDGET (self->note));
  gtk_widget_set_visible (self->name_box, FALSE);
  g_signal_connect_swapped (self->name_entry, "changed", G_CALLBACK (name_changed), self);
  g_signal_connect_swapped (self->name_entry, "activate", G_CALLBACK (save_clicked), self);
  g_signal_connect_swapped (self->save_button, "clicked", G_CALLBACK (save_clicked), self);
  name_changed (self);
}

static void
msp_saved_filters_init (MspSavedFilters *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->saved = g_ptr_array_new_with_free_func ((GDestroyNotify) saved_free);
  self->text = g_strdup ("");
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  make_name_box (self);
  gtk_box_append (GTK_BOX (box), self->rows);
  gtk_box_append (GTK_BOX (box), self->name_box);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
msp_saved_filters_new (void)
{
  return g_object_new (MSP_TYPE_SAVED_FILTERS, NULL);
}

void
msp_saved_filters_set_settings (MspSavedFilters *self,
                                GSettings       *settings)
{
  g_return_if_fail (MSP_IS_SAVED_FILTERS (self) && self->settings == NULL);

  g_set_object (&self->settings, settings);
  if (settings == NULL)
    return;

  g_signal_connect_object (settings, "changed::" SETTINGS_KEY, G_CALLBACK (read_settings), self,
                           G_CONNECT_SWAPPED);
  read_settings (self);
}

void
msp_saved_filters_set_filter (MspSavedFilters *self,
                              const MspFilter *filter)
{
  g_return_if_fail (MSP_IS_SAVED_FILTERS (self) && filter != NULL);

  g_free (self->text);
  self->text = msp_filter_to_text (filter);
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *button = gtk_widget_get_first_child (row);
      const Saved *saved = saved_of (self, button);

      if (saved != NULL && g_str_equal (saved->text, self->text))
        gtk_widget_add_css_class (button, "accent");
      else
        gtk_widget_remove_css_class (button, "accent");
    }
}

void
msp_saved_filters_begin_saving (MspSavedFilters *self)
{
  g_return_if_fail (MSP_IS_SAVED_FILTERS (self));

  g_clear_pointer (&self->renamed, g_free);
  show_name_box (self, "");
}

void
msp_saved_filters_stop (MspSavedFilters *self)
{
  g_return_if_fail (MSP_IS_SAVED_FILTERS (self));

  g_clear_pointer (&self->renamed, g_free);
  gtk_editable_set_text (GTK_EDITABLE (self->name_entry), "");
  leave (self->name_box);
  gtk_widget_set_visible (self->name_box, FALSE);
}
