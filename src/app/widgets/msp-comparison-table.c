/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-comparison-table"

#include "app/widgets/msp-comparison-table.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-comparison-cell.h"

/**
 * MspComparisonTable:
 *
 * Rows of the comparison by programs: a table for the eye, the keyboard and the screen reader.
 *
 * It is one stop of the Tab key; the arrow keys move inside. "stacked" puts a row's cells below its
 * name, for one program in a narrow window.
 */
struct _MspComparisonTable
{
  GtkWidget     parent_instance;

  GPtrArray    *lines;    /* (owned): a GPtrArray a line, of what takes the focus in each column,
                           * NULL for the empty corner; the widgets are unowned children */
  GHashTable   *open;     /* (owned): ids of the rows whose explanation is shown */
  guint         line;     /* where the focus is, or comes back to */
  guint         column;
  gboolean      stacked;
};

G_DEFINE_FINAL_TYPE (MspComparisonTable, msp_comparison_table, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_STACKED = 1,
} MspComparisonTableProperty;

static GParamSpec *properties[PROP_STACKED + 1];

static GtkWidget *
get_target (MspComparisonTable *self,
            guint               line,
            guint               column)
{
  GPtrArray *targets;

  if (line >= self->lines->len)
    return NULL;

  targets = g_ptr_array_index (self->lines, line);

  return column < targets->len ? g_ptr_array_index (targets, column) : NULL;
}

/* Only one widget of the table can take the focus, so that Tab leaves it. */
static void
set_current (MspComparisonTable *self,
             guint               line,
             guint               column,
             gboolean            grab)
{
  GtkWidget *before = get_target (self, self->line, self->column);
  GtkWidget *target = get_target (self, line, column);

  if (target == NULL)
    return;

  self->line = line;
  self->column = column;
  gtk_widget_set_focusable (target, TRUE);
  if (grab)
    gtk_widget_grab_focus (target);
  if (before != NULL && before != target)
    gtk_widget_set_focusable (before, FALSE);
}

static void
toggle_explanation (MspComparisonTable *self)
{
  GtkWidget *button = get_target (self, self->line, 0);

  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                  !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
}

static gboolean
move_by_key (MspComparisonTable *self,
             guint               keyval)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint last_line = self->lines->len - 1;
  guint last_column = ((GPtrArray *) g_ptr_array_index (self->lines, 0))->len - 1;
  guint line = self->line;
  guint column = self->column;

  if (keyval == (rtl ? GDK_KEY_Right : GDK_KEY_Left))
    column -= column > 0 ? 1 : 0;
  else if (keyval == (rtl ? GDK_KEY_Left : GDK_KEY_Right))
    column = MIN (column + 1, last_column);
  else if (keyval == GDK_KEY_Up)
    line -= line > 0 ? 1 : 0;
  else if (keyval == GDK_KEY_Down)
    line = MIN (line + 1, last_line);
  else if (keyval == GDK_KEY_Home)
    line = 0;
  else if (keyval == GDK_KEY_End)
    line = last_line;
  else
    return FALSE;

  set_current (self, line, column, TRUE);

  return TRUE;
}

static gboolean
key_pressed (MspComparisonTable *self,
             guint               keyval,
             guint               keycode,
             GdkModifierType     state)
{
  if (self->lines->len == 0 ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;

  if (move_by_key (self, keyval))
    return TRUE;

  /* The buttons see to their own keys. */
  if (self->line == 0 || self->column == 0 ||
      (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_space))
    return FALSE;

  toggle_explanation (self);

  return TRUE;
}

static void
append_head (MspComparisonTable *self,
             GPtrArray          *programs)
{
  GtkWidget *line = msp_comparison_box_new (GTK_ACCESSIBLE_ROLE_ROW, GTK_ORIENTATION_HORIZONTAL,
                                            "comparison-heads");
  GPtrArray *targets = g_ptr_array_new ();

  g_ptr_array_add (targets, NULL);
  if (!self->stacked)
    {
      GtkWidget *corner = msp_comparison_box_new (GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, GTK_ORIENTATION_VERTICAL,
                                                  "comparison-corner");

      msp_format_accessible_label (corner, _ ("Aspect"));
      gtk_box_append (GTK_BOX (line), corner);
    }

  if (!self->stacked)
    msp_comparison_box_use_columns (line);
  for (guint i = 0; i < programs->len; i++)
    {
      GtkWidget *head = msp_comparison_head_new (g_ptr_array_index (programs, i));

      gtk_box_append (GTK_BOX (line), head);
      g_ptr_array_add (targets, gtk_widget_get_first_child (head));
    }

  gtk_widget_set_parent (line, GTK_WIDGET (self));
  g_ptr_array_add (self->lines, targets);
}

static void
explanation_toggled (GtkToggleButton    *button,
                     MspComparisonTable *self)
{
  GtkWidget *explanation = g_object_get_data (G_OBJECT (button), "explanation");
  const char *id = g_object_get_data (G_OBJECT (button), "row-id");
  gboolean active = gtk_toggle_button_get_active (button);

  if (active)
    g_hash_table_add (self->open, g_strdup (id));
  else
    g_hash_table_remove (self->open, id);

  gtk_widget_set_visible (explanation, active);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, active, -1);
}

static GtkWidget *
make_explain_button (MspComparisonTable     *self,
                     const MspComparisonRow *row,
                     GtkWidget              *explanation)
{
  GtkWidget *button = gtk_toggle_button_new ();
  gboolean open = g_hash_table_contains (self->open, row->id);
  g_autofree char *name = g_strdup_printf (_ ("%s: explanation"), row->name);

  gtk_button_set_icon_name (GTK_BUTTON (button), "help-about-symbolic");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), open);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_focusable (button, FALSE);
  msp_format_accessible_label (button, name);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
  gtk_widget_set_visible (explanation, open);
  g_object_set_data (G_OBJECT (button), "explanation", explanation);
  g_object_set_data_full (G_OBJECT (button), "row-id", g_strdup (row->id), g_free);
  g_signal_connect (button, "toggled", G_CALLBACK (explanation_toggled), self);

  return button;
}

static GtkWidget *
make_row_header (MspComparisonTable     *self,
                 const MspComparisonRow *row,
                 GtkWidget              *button)
{
  GtkWidget *header = msp_comparison_box_new (GTK_ACCESSIBLE_ROLE_ROW_HEADER, GTK_ORIENTATION_HORIZONTAL,
                                              "comparison-name");
  GtkWidget *label = msp_comparison_label_new (row->name, "heading");

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_hexpand_set (header, TRUE);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_box_set_spacing (GTK_BOX (header), 6);
  gtk_box_append (GTK_BOX (header), label);
  gtk_box_append (GTK_BOX (header), button);
  msp_format_accessible_label (header, row->name);

  return header;
}

static const MspFact *
find_cell (MspCatalog             *catalog,
           const MspComparisonRow *row,
           const MspProgram       *program)
{
  guint index = 0;

  if (!g_ptr_array_find (msp_catalog_get_programs (catalog), program, &index) ||
      index >= row->cells->len)
    return NULL;

  return g_ptr_array_index (row->cells, index);
}

static void
append_row (MspComparisonTable     *self,
            MspCatalog             *catalog,
            GPtrArray              *programs,
            const MspComparisonRow *row)
{
  GtkWidget *line = msp_comparison_box_new (GTK_ACCESSIBLE_ROLE_ROW,
                                            self->stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                                            "comparison-row");
  GtkWidget *explanation = msp_comparison_explanation_new (row);
  GtkWidget *button = make_explain_button (self, row, explanation);
  GPtrArray *targets = g_ptr_array_new ();

  if (!self->stacked)
    msp_comparison_box_use_columns (line);
  g_ptr_array_add (targets, button);
  gtk_box_append (GTK_BOX (line), make_row_header (self, row, button));
  for (guint i = 0; i < programs->len; i++)
    {
      const MspProgram *program = g_ptr_array_index (programs, i);
      const MspFact *fact = find_cell (catalog, row, program);
      GtkWidget *cell;

      if (fact == NULL)
        continue;
      cell = msp_comparison_cell_new (row, program, fact);
      gtk_box_append (GTK_BOX (line), cell);
      g_ptr_array_add (targets, cell);
    }

  gtk_widget_set_parent (line, GTK_WIDGET (self));
  gtk_widget_set_parent (explanation, GTK_WIDGET (self));
  g_ptr_array_add (self->lines, targets);
}

static void
remove_lines (MspComparisonTable *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->lines, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
msp_comparison_table_dispose (GObject *object)
{
  MspComparisonTable *self = MSP_COMPARISON_TABLE (object);

  remove_lines (self);

  G_OBJECT_CLASS (msp_comparison_table_parent_class)->dispose (object);
}

static void
msp_comparison_table_finalize (GObject *object)
{
  MspComparisonTable *self = MSP_COMPARISON_TABLE (object);

  g_ptr_array_unref (self->lines);
  g_hash_table_unref (self->open);

  G_OBJECT_CLASS (msp_comparison_table_parent_class)->finalize (object);
}

static void
msp_comparison_table_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  MspComparisonTable *self = MSP_COMPARISON_TABLE (object);

  switch ((MspComparisonTableProperty) prop_id)
    {
    case PROP_STACKED:
      self->stacked = g_value_get_boolean (value);
      if (self->stacked)
        gtk_widget_add_css_class (GTK_WIDGET (self), "stacked");
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
msp_comparison_table_class_init (MspComparisonTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = msp_comparison_table_dispose;
  object_class->finalize = msp_comparison_table_finalize;
  object_class->set_property = msp_comparison_table_set_property;

  properties[PROP_STACKED] =
    g_param_spec_boolean ("stacked", NULL, NULL, FALSE,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
  gtk_widget_class_set_css_name (widget_class, "comparisontable");
}

static void
msp_comparison_table_init (MspComparisonTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  msp_format_accessible_label (GTK_WIDGET (self), _ ("Comparison of the programs"));
}

/**
 * msp_comparison_table_fill:
 * @self: a table
 * @catalog: where the programs and rows are from
 * @program_ids: the columns
 * @rows: (element-type MspComparisonRow): the rows
 *
 * Shows these rows instead of those before; explanations that were open stay open.
 */
void
msp_comparison_table_fill (MspComparisonTable *self,
                           MspCatalog         *catalog,
                           const char *const  *program_ids,
                           GPtrArray          *rows)
{
  g_autoptr (GPtrArray) programs = g_ptr_array_new ();

  g_return_if_fail (MSP_IS_COMPARISON_TABLE (self));
  g_return_if_fail (MSP_IS_CATALOG (catalog));
  g_return_if_fail (program_ids != NULL);
  g_return_if_fail (rows != NULL);

  for (guint i = 0; program_ids[i] != NULL; i++)
    {
      const MspProgram *program = msp_catalog_find_program (catalog, program_ids[i]);

      if (program != NULL)
        g_ptr_array_add (programs, (gpointer) program);
    }

  remove_lines (self);
  append_head (self, programs);
  for (guint i = 0; i < rows->len; i++)
    append_row (self, catalog, programs, g_ptr_array_index (rows, i));

  self->line = 0;
  self->column = 0;
  set_current (self, rows->len > 0 ? 1 : 0, 1, FALSE);
}
