/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-figure-fields"

#include "app/widgets/msp-figure-fields.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-field-problem.h"
#include "app/widgets/msp-limited-text.h"
#include "base/msp-text.h"

#define FIGURE_NAME "msp-figure"

/**
 * MspFigureFields:
 *
 * The figures of a contribution, a row for each.
 */
struct _MspFigureFields
{
  AdwPreferencesGroup  parent_instance;

  GPtrArray           *rows; /* (owned) (element-type AdwEntryRow): in the group */
};

G_DEFINE_FINAL_TYPE (MspFigureFields, msp_figure_fields, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
row_changed (MspFigureFields *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_row (MspFigureFields       *self,
         const MspContribution *entry,
         const char            *name,
         const char            *label)
{
  GtkWidget *row = adw_entry_row_new ();
  gint64 value = msp_contribution_get_figure (entry, name);
  g_autofree char *text = value >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, value)
                                     : g_strdup ("");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  msp_limited_text_set (GTK_EDITABLE (row), MSP_LIMIT_NUMBER);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  gtk_text_set_input_purpose (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (row))),
                              GTK_INPUT_PURPOSE_DIGITS);
  g_object_set_data_full (G_OBJECT (row), FIGURE_NAME, g_strdup (name), g_free);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (row_changed), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
remove_rows (MspFigureFields *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      msp_field_problem_remove (row);
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
    }

  g_ptr_array_set_size (self->rows, 0);
}

static void
msp_figure_fields_finalize (GObject *object)
{
  g_ptr_array_unref (MSP_FIGURE_FIELDS (object)->rows);

  G_OBJECT_CLASS (msp_figure_fields_parent_class)->finalize (object);
}

static void
msp_figure_fields_class_init (MspFigureFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msp_figure_fields_finalize;

  /**
   * MspFigureFields::changed:
   * @self: the fields
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MSP_TYPE_FIGURE_FIELDS, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
msp_figure_fields_init (MspFigureFields *self)
{
  self->rows = g_ptr_array_new ();
}

void
msp_figure_fields_show (MspFigureFields       *self,
                        MspCatalog            *catalog,
                        const MspActivityType *type,
                        const MspContribution *entry)
{
  g_autoptr (GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_if_fail (MSP_IS_FIGURE_FIELDS (self) && entry != NULL);

  remove_rows (self);
  for (guint i = 0; type != NULL && i < type->fields->len; i++)
    {
      const MspFigureField *field = g_ptr_array_index (type->fields, i);

      g_hash_table_add (shown, field->id);
      add_row (self, entry, field->id, field->label);
    }
  for (guint i = 0; i < entry->figures->len; i++)
    {
      const MspFigure *figure = g_ptr_array_index (entry->figures, i);
      const MspFigureField *field = msp_catalog_find_figure_field (catalog, figure->name);

      if (!g_hash_table_contains (shown, figure->name))
        add_row (self, entry, figure->name, field != NULL ? field->label : figure->name);
    }

  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

gboolean
msp_figure_fields_read (MspFigureFields *self,
                        MspContribution *entry)
{
  gboolean is_good = TRUE;

  g_return_val_if_fail (MSP_IS_FIGURE_FIELDS (self) && entry != NULL, FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      const char *name = g_object_get_data (G_OBJECT (row), FIGURE_NAME);
      const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
      gint64 value = 0;
      gboolean is_number = msp_text_parse_number (text, MSP_FIGURE_MAX, &value);

      if (is_number)
        msp_contribution_set_figure (entry, name, value);
      else if (*text == '\0')
        msp_contribution_remove_figure (entry, name);
      else
        is_good = FALSE;
      msp_field_problem_set (row, is_number || *text == '\0' ? NULL
                                  : _ ("This must be a whole number, such as 1200."), TRUE);
    }

  return is_good;
}
