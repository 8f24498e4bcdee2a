/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-column-row"

#include "app/widgets/msp-import-column-row.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-import-labels.h"

#define METRIC "metric:"
#define NO_COLUMN G_MAXUINT

/**
 * MspImportColumnRow:
 *
 * A column of a file by its name and what stands in it, and which field it fills.
 */
struct _MspImportColumnRow
{
  GtkBox         parent_instance;

  MspImportJob  *job;       /* (unowned): of the page */
  GtkLabel      *name;      /* in it */
  GtkLabel      *samples;
  GtkDropDown   *field;
  GtkStringList *labels;    /* (unowned): of the drop-down */
  guint          position;  /* NO_COLUMN: shows none */
  gboolean       is_filling;
};

G_DEFINE_FINAL_TYPE (MspImportColumnRow, msp_import_column_row, GTK_TYPE_BOX)

/* In the drop-down: left out, the fields, and a figure of the user's own. */
static guint
count_fields (void)
{
  return g_strv_length ((char **) msp_import_fields ());
}

static guint
find_field (const char *field)
{
  const char *const *fields = msp_import_fields ();

  if (field == NULL)
    return 0;

  for (guint i = 0; fields[i] != NULL; i++)
    {
      if (g_str_equal (fields[i], field))
        return i + 1;
    }

  return count_fields () + 1;
}

static const MspImportColumn *
get_column (MspImportColumnRow *self)
{
  MspImportSource *source = msp_import_job_get_source (self->job);
  GPtrArray *columns = source != NULL ? msp_import_source_get_columns (source) : NULL;

  return columns != NULL && self->position < columns->len
         ? g_ptr_array_index (columns, self->position) : NULL;
}

static void
field_chosen (MspImportColumnRow *self)
{
  const MspImportColumn *column = get_column (self);
  guint chosen = gtk_drop_down_get_selected (self->field);
  g_autofree char *metric = NULL;

  if (self->is_filling || column == NULL || chosen == GTK_INVALID_LIST_POSITION)
    return;

  metric = g_strconcat (METRIC, column->name, NULL);
  if (chosen == 0)
    msp_import_job_map (self->job, column->name, NULL);
  else if (chosen <= count_fields ())
    msp_import_job_map (self->job, column->name, msp_import_fields ()[chosen - 1]);
  else
    msp_import_job_map (self->job, column->name, metric);
}

/* Another column may have taken the field. */
static void
mapped (MspImportColumnRow *self)
{
  const MspImportColumn *column = get_column (self);

  if (column == NULL)
    return;

  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->field, find_field (column->field));
  self->is_filling = FALSE;
}

static void
msp_import_column_row_class_init (MspImportColumnRowClass *klass)
{
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
msp_import_column_row_init (MspImportColumnRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->position = NO_COLUMN;
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "import-row");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  self->name = add_label (texts, NULL);
  self->samples = add_label (texts, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->samples), "dim-label");
  gtk_box_append (GTK_BOX (self), texts);
}

static void
make_field (MspImportColumnRow *self)
{
  MspCatalog *catalog = msp_services_get_catalog (msp_import_job_get_services (self->job));
  const char *const *fields = msp_import_fields ();
  GtkExpression *search =
    gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->labels = gtk_string_list_new (NULL);
  gtk_string_list_append (self->labels, _ ("Leave Out"));
  for (guint i = 0; fields[i] != NULL; i++)
    gtk_string_list_append (self->labels, msp_import_labels_field (catalog, fields[i]));
  gtk_string_list_append (self->labels, _ ("Figure of My Own"));
  self->field = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (self->labels), search));
  gtk_drop_down_set_enable_search (self->field, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->field), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->field));
  g_signal_connect_object (self->field, "notify::selected", G_CALLBACK (field_chosen), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
msp_import_column_row_new (MspImportJob *job)
{
  MspImportColumnRow *self = g_object_new (MSP_TYPE_IMPORT_COLUMN_ROW, NULL);

  self->job = job;
  make_field (self);
  g_signal_connect_object (job, "mapped", G_CALLBACK (mapped), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
msp_import_column_row_show (MspImportColumnRow *self,
                            guint               position)
{
  const MspImportColumn *column;
  g_autofree char *samples = NULL;

  g_return_if_fail (MSP_IS_IMPORT_COLUMN_ROW (self));

  self->position = position;
  column = get_column (self);
  if (column == NULL)
    return;

  samples = g_strjoinv (" · ", column->samples);
  gtk_label_set_text (self->name, column->name);
  gtk_label_set_text (self->samples, *samples != '\0' ? samples : _ ("Nothing in it"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->samples), *samples != '\0' ? samples : NULL);
  msp_format_accessible_label (GTK_WIDGET (self->field), column->name);
  mapped (self);
}

void
msp_import_column_row_clear (MspImportColumnRow *self)
{
  g_return_if_fail (MSP_IS_IMPORT_COLUMN_ROW (self));

  self->position = NO_COLUMN;
}
