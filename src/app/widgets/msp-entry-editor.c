/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-editor"

#include "app/widgets/msp-entry-editor.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-area-button.h"
#include "app/widgets/msp-text-field.h"
#include "base/msp-clock.h"
#include "base/msp-text.h"

#define UI_PATH "/com/example/MsPrograms/ui/"

/**
 * MspEntryEditor:
 *
 * The form of one contribution, new or to be changed.
 *
 * What is wrong is said as it is typed, and Save waits until it is mended. A save that fails leaves
 * the form as it is.
 */
struct _MspEntryEditor
{
  AdwWindow            parent_instance;

  /* Template widgets */
  GtkButton           *save_button;
  AdwComboRow         *type_row;
  AdwEntryRow         *own_type_row;
  AdwEntryRow         *title_row;
  GtkLabel            *title_counter;
  AdwEntryRow         *date_row;
  GtkMenuButton       *calendar_button;
  GtkCalendar         *calendar;
  AdwEntryRow         *end_date_row;
  AdwEntryRow         *url_row;
  AdwEntryRow         *area_row;
  AdwEntryRow         *additional_areas_row;
  AdwEntryRow         *audience_row;
  AdwEntryRow         *role_row;
  AdwEntryRow         *quantity_row;
  AdwEntryRow         *tags_row;
  AdwEntryRow         *event_row;
  AdwPreferencesGroup *reach_group;
  GtkListBox          *text_list;
  GtkSwitch           *planned_switch;
  GtkSwitch           *portal_switch;
  GtkSwitch           *impact_switch;
  GtkSwitch           *private_switch;
  GtkLabel            *problem_label;
  GtkLabel            *duplicate_label;

  MspTextField        *description; /* in the list */
  MspTextField        *private_description;
  MspTextField        *notes;
  GPtrArray           *figure_rows; /* (owned) (element-type AdwEntryRow): in the group */

  MspServices         *services; /* (owned) */
  MspContribution     *entry;   /* (owned): as it was opened */
  GCancellable        *cancellable; /* (owned) */
};

G_DEFINE_FINAL_TYPE (MspEntryEditor, msp_entry_editor, ADW_TYPE_WINDOW)

static const char *
text_of (gpointer row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
set_row (gpointer    row,
         const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
set_list (gpointer row,
          GStrv    values)
{
  g_autofree char *joined = g_strjoinv ("; ", values);

  set_row (row, joined);
}

static GStrv
list_of (gpointer row)
{
  g_auto (GStrv) parts = g_strsplit_set (text_of (row), ";,", -1);

  return msp_strv_copy_clean ((const char *const *) parts);
}

/* NULL: a type of the user's own. */
static const MspActivityType *
chosen_type (MspEntryEditor *self)
{
  GPtrArray *types = msp_catalog_get_activity_types (msp_services_get_catalog (self->services));
  guint selected = adw_combo_row_get_selected (self->type_row);

  return selected < types->len ? g_ptr_array_index (types, selected) : NULL;
}

static void
replace_text (char **field,
              char  *text)
{
  g_free (*field);
  *field = text;
}

static void
replace_list (GStrv *field,
              GStrv  list)
{
  g_strfreev (*field);
  *field = list;
}

/* A date as it stands in a row; one that is no date is kept in @problem. */
static MspDay
read_date (gpointer   row,
           gboolean   needed,
           char     **problem)
{
  g_autoptr (GError) error = NULL;
  const char *text = text_of (row);
  MspDay day = MSP_DAY_NONE;

  if ((*text != '\0' || needed) &&
      !msp_day_parse_typed (text, msp_clock_today (), &day, &error) && *problem == NULL)
    *problem = g_strdup (error->message);

  if (error != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");

  return day;
}

static gint64
read_number (gpointer   row,
             char     **problem)
{
  g_autofree char *digits = g_strdup (text_of (row));
  g_autofree char *joined = NULL;
  g_auto (GStrv) parts = NULL;
  gint64 number = -1;

  /* Thousands may be marked as the locale does. */
  parts = g_strsplit_set (g_strstrip (digits), " .,'\xc2\xa0", -1);
  joined = g_strjoinv ("", parts);
  if (*joined != '\0' && !g_ascii_string_to_signed (joined, 10, 0, MSP_FIGURE_MAX, &number, NULL))
    {
      gtk_widget_add_css_class (row, "error");
      if (*problem == NULL)
        *problem = g_strdup_printf (_ ("“%s” is not a whole number."), text_of (row));
      return -1;
    }

  gtk_widget_remove_css_class (row, "error");

  return number;
}

static void
read_figures (MspEntryEditor   *self,
              MspContribution  *entry,
              char            **problem)
{
  for (guint i = 0; i < self->figure_rows->len; i++)
    {
      gpointer row = g_ptr_array_index (self->figure_rows, i);
      const char *name = g_object_get_data (row, "figure");
      gint64 value = read_number (row, problem);

      if (value >= 0)
        msp_contribution_set_figure (entry, name, value);
      else if (*text_of (row) == '\0')
        msp_contribution_remove_figure (entry, name);
    }
}

/* What the form says, with the first thing that is wrong in @problem. */
static MspContribution *
read_form (MspEntryEditor  *self,
           char           **problem)
{
  MspContribution *entry = msp_contribution_copy (self->entry);
  const MspActivityType *type = chosen_type (self);
  gint64 quantity = read_number (self->quantity_row, problem);

  replace_text (&entry->type, msp_text_clean (type != NULL ? type->name
                                              : text_of (self->own_type_row), FALSE));
  replace_text (&entry->title, msp_text_clean (text_of (self->title_row), FALSE));
  replace_text (&entry->url, msp_text_clean (text_of (self->url_row), FALSE));
  replace_text (&entry->area, msp_text_clean (text_of (self->area_row), FALSE));
  replace_text (&entry->role, msp_text_clean (text_of (self->role_row), FALSE));
  replace_text (&entry->microsoft_event, msp_text_clean (text_of (self->event_row), FALSE));
  replace_text (&entry->description, msp_text_field_get_text (self->description));
  replace_text (&entry->private_description, msp_text_field_get_text (self->private_description));
  replace_text (&entry->notes, msp_text_field_get_text (self->notes));
  replace_list (&entry->additional_areas, list_of (self->additional_areas_row));
  replace_list (&entry->audience, list_of (self->audience_row));
  replace_list (&entry->tags, list_of (self->tags_row));
  entry->date = read_date (self->date_row, TRUE, problem);
  entry->date_end = read_date (self->end_date_row, FALSE, problem);
  entry->quantity = quantity >= 0 ? quantity : 1;
  entry->status = gtk_switch_get_active (self->planned_switch) ? MSP_STATUS_PLANNED
                                                               : MSP_STATUS_DONE;
  entry->is_high_impact = gtk_switch_get_active (self->impact_switch);
  entry->is_private = gtk_switch_get_active (self->private_switch);
  if (!gtk_switch_get_active (self->portal_switch))
    entry->in_portal = MSP_DAY_NONE;
  else if (entry->in_portal == MSP_DAY_NONE)
    entry->in_portal = msp_clock_today ();
  read_figures (self, entry, problem);

  return entry;
}

static void
mark_field (MspEntryEditor *self,
            const char     *field)
{
  const struct
  {
    const char *field;
    gpointer    row;
  } rows[] = {
    { "title", self->title_row }, { "url", self->url_row }, { "dateEnd", self->end_date_row },
    { "activityTypeName", self->own_type_row },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (field != NULL && g_str_equal (rows[i].field, field) && *text_of (rows[i].row) != '\0')
        gtk_widget_add_css_class (rows[i].row, "error");
      else if (field == NULL)
        gtk_widget_remove_css_class (rows[i].row, "error");
    }
}

static void
form_changed (MspEntryEditor *self)
{
  g_autofree char *problem = NULL;
  g_autofree char *counter =
    g_strdup_printf ("%ld/%d", g_utf8_strlen (text_of (self->title_row), -1), MSP_TITLE_MAX);
  g_autoptr (MspContribution) entry = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  if (self->entry == NULL)
    return;

  mark_field (self, NULL);
  entry = read_form (self, &problem);
  problems = msp_contribution_check (entry);
  for (guint i = 0; i < problems->len; i++)
    {
      const MspFieldProblem *one = g_ptr_array_index (problems, i);

      mark_field (self, one->field);
      if (problem == NULL)
        problem = g_strdup (one->message);
    }

  gtk_label_set_text (self->title_counter, counter);
  gtk_label_set_text (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", problem == NULL);
}

static void
add_figure_row (MspEntryEditor *self,
                const char     *name,
                const char     *label)
{
  GtkWidget *row = adw_entry_row_new ();
  gint64 value = msp_contribution_get_figure (self->entry, name);
  g_autofree char *text = value >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, value)
                                     : g_strdup ("");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  gtk_text_set_input_purpose (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (row))),
                              GTK_INPUT_PURPOSE_DIGITS);
  g_object_set_data_full (G_OBJECT (row), "figure", g_strdup (name), g_free);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (form_changed), self);
  adw_preferences_group_add (self->reach_group, row);
  g_ptr_array_add (self->figure_rows, row);
}

/* The figures that the type has, then those that the entry has beside them. */
static void
fill_figures (MspEntryEditor *self)
{
  const MspActivityType *type = chosen_type (self);
  g_autoptr (GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->figure_rows->len; i++)
    adw_preferences_group_remove (self->reach_group, g_ptr_array_index (self->figure_rows, i));
  g_ptr_array_set_size (self->figure_rows, 0);

  for (guint i = 0; type != NULL && i < type->fields->len; i++)
    {
      const MspFigureField *field = g_ptr_array_index (type->fields, i);

      g_hash_table_add (shown, field->id);
      add_figure_row (self, field->id, field->label);
    }
  for (guint i = 0; i < self->entry->figures->len; i++)
    {
      const MspFigure *figure = g_ptr_array_index (self->entry->figures, i);

      if (!g_hash_table_contains (shown, figure->name))
        add_figure_row (self, figure->name, figure->name);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->reach_group), self->figure_rows->len > 0);
}

static void
type_chosen (MspEntryEditor *self)
{
  const MspActivityType *type;

  if (self->entry == NULL)
    return;

  type = chosen_type (self);
  gtk_widget_set_visible (GTK_WIDGET (self->own_type_row), type == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->event_row),
                          type != NULL && type->asks_microsoft_event);
  if (type != NULL && *text_of (self->role_row) == '\0' && type->roles[0] != NULL)
    set_row (self->role_row, type->roles[0]);
  fill_figures (self);
  form_changed (self);
}

static void
calendar_chosen (MspEntryEditor *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *iso = g_date_time_format (date, "%Y-%m-%d");

  set_row (self->date_row, iso);
  gtk_menu_button_popdown (self->calendar_button);
}

static void
remember (MspEntryEditor        *self,
          const MspContribution *entry)
{
  GSettings *settings = msp_services_get_settings (self->services);

  if (settings == NULL)
    return;

  g_settings_set_string (settings, "last-type", entry->type);
  g_settings_set_string (settings, "last-area", entry->area);
}

/* The text stays where it is, so that the same Save works once it is mended. */
static void
show_failure (MspEntryEditor *self,
              const GError   *error)
{
  g_autofree char *text =
    msp_database_error_to_text (error, msp_services_get_journal_path (self->services));

  gtk_label_set_text (self->problem_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", TRUE);
}

static void
entry_saved (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MspEntryEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  MspJournalStore *store = MSP_JOURNAL_STORE (source);
  gboolean saved;

  if (self->entry->id != NULL)
    {
      saved = msp_journal_store_update_finish (store, result, &error);
    }
  else
    {
      g_autofree char *id = msp_journal_store_add_finish (store, result, &error);

      saved = id != NULL;
    }

  if (saved)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_failure (self, error);
}

static void
save (MspEntryEditor *self)
{
  g_autofree char *problem = NULL;
  g_autoptr (MspContribution) entry = read_form (self, &problem);
  MspJournalStore *store = msp_services_get_store (self->services);

  if (store == NULL || problem != NULL)
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", FALSE);
  remember (self, entry);
  if (entry->id != NULL)
    msp_journal_store_update_async (store, entry, NULL, entry_saved, g_object_ref (self));
  else
    msp_journal_store_add_async (store, entry, NULL, entry_saved, g_object_ref (self));
}

static void
save_activated (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  save (MSP_ENTRY_EDITOR (widget));
}

static void
duplicates_found (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (MspEntryEditor) self = user_data;
  g_autoptr (GPtrArray) list =
    msp_journal_store_duplicates_finish (MSP_JOURNAL_STORE (source), result, NULL);
  g_autofree char *text = NULL;

  if (list == NULL)
    return;

  if (list->len > 0)
    {
      const MspContribution *other = g_ptr_array_index (list, 0);
      g_autofree char *date = msp_day_to_text (other->date);

      text = g_strdup_printf (_ ("The journal has this already: “%s” of %s."), other->title, date);
    }
  gtk_label_set_text (self->duplicate_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->duplicate_label), text != NULL);
}

/* Asked when a field that decides is left, not at every key. */
static void
look_for_duplicates (MspEntryEditor *self)
{
  g_autofree char *problem = NULL;
  g_autoptr (MspContribution) entry = NULL;
  MspJournalStore *store =
    self->services != NULL ? msp_services_get_store (self->services) : NULL;

  if (store == NULL || self->entry == NULL)
    return;

  entry = read_form (self, &problem);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  msp_journal_store_duplicates_async (store, entry, self->cancellable, duplicates_found,
                                      g_object_ref (self));
}

static void
msp_entry_editor_dispose (GObject *object)
{
  MspEntryEditor *self = MSP_ENTRY_EDITOR (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_ENTRY_EDITOR);
  g_clear_object (&self->services);
  g_clear_pointer (&self->entry, msp_contribution_free);
  g_clear_pointer (&self->figure_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (msp_entry_editor_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, save_button);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, type_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, own_type_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, title_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, title_counter);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, date_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, calendar);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, end_date_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, url_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, area_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, additional_areas_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, audience_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, role_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, quantity_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, tags_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, event_row);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, reach_group);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, text_list);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, planned_switch);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, portal_switch);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, impact_switch);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, private_switch);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, problem_label);
  gtk_widget_class_bind_template_child (widget_class, MspEntryEditor, duplicate_label);
}

static void
msp_entry_editor_class_init (MspEntryEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msp_entry_editor_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "widgets/entry-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, form_changed);
  gtk_widget_class_bind_template_callback (widget_class, type_chosen);
  gtk_widget_class_bind_template_callback (widget_class, calendar_chosen);
  gtk_widget_class_bind_template_callback (widget_class, look_for_duplicates);
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "editor.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK,
                                       "editor.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
msp_entry_editor_init (MspEntryEditor *self)
{
  self->cancellable = g_cancellable_new ();
  self->figure_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->description = MSP_TEXT_FIELD (msp_text_field_new (_ ("Description"), MSP_DESCRIPTION_MAX));
  self->private_description =
    MSP_TEXT_FIELD (msp_text_field_new (_ ("Private description"), MSP_DESCRIPTION_MAX));
  self->notes = MSP_TEXT_FIELD (msp_text_field_new (_ ("Notes"), MSP_NOTES_MAX));
  gtk_list_box_append (self->text_list, GTK_WIDGET (self->description));
  gtk_list_box_append (self->text_list, GTK_WIDGET (self->private_description));
  gtk_list_box_append (self->text_list, GTK_WIDGET (self->notes));
  g_signal_connect_object (self->description, "changed", G_CALLBACK (form_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->private_description, "changed", G_CALLBACK (form_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notes, "changed", G_CALLBACK (form_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
fill_types (MspEntryEditor *self,
            const char     *chosen)
{
  GPtrArray *types = msp_catalog_get_activity_types (msp_services_get_catalog (self->services));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = *chosen == '\0' ? 0 : types->len;

  for (guint i = 0; i < types->len; i++)
    {
      const MspActivityType *type = g_ptr_array_index (types, i);

      gtk_string_list_append (names, type->name);
      if (g_ascii_strcasecmp (type->name, chosen) == 0)
        selected = i;
    }
  gtk_string_list_append (names, _ ("A type of your own"));

  adw_combo_row_set_model (self->type_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->type_row, selected);
  if (selected == types->len)
    set_row (self->own_type_row, chosen);
}

static void
fill_form (MspEntryEditor        *self,
           const MspContribution *entry)
{
  g_autofree char *date = msp_day_to_iso (entry->date);
  g_autofree char *end = entry->date_end != MSP_DAY_NONE ? msp_day_to_iso (entry->date_end)
                                                         : g_strdup ("");
  g_autofree char *quantity = g_strdup_printf ("%" G_GINT64_FORMAT, entry->quantity);

  fill_types (self, entry->type);
  set_row (self->title_row, entry->title);
  set_row (self->date_row, date);
  set_row (self->end_date_row, end);
  set_row (self->url_row, entry->url);
  set_row (self->area_row, entry->area);
  set_row (self->role_row, entry->role);
  set_row (self->quantity_row, quantity);
  set_row (self->event_row, entry->microsoft_event);
  set_list (self->additional_areas_row, entry->additional_areas);
  set_list (self->audience_row, entry->audience);
  set_list (self->tags_row, entry->tags);
  msp_text_field_set_text (self->description, entry->description);
  msp_text_field_set_text (self->private_description, entry->private_description);
  msp_text_field_set_text (self->notes, entry->notes);
  gtk_switch_set_active (self->planned_switch, entry->status == MSP_STATUS_PLANNED);
  gtk_switch_set_active (self->portal_switch, entry->in_portal != MSP_DAY_NONE);
  gtk_switch_set_active (self->impact_switch, entry->is_high_impact);
  gtk_switch_set_active (self->private_switch, entry->is_private);
}

/* A new entry begins with today and what was chosen last. */
static MspContribution *
make_new_entry (MspServices *services)
{
  MspContribution *entry = msp_contribution_new ();
  GSettings *settings = msp_services_get_settings (services);

  entry->date = msp_clock_today ();
  if (settings != NULL)
    {
      replace_text (&entry->type, g_settings_get_string (settings, "last-type"));
      replace_text (&entry->area, g_settings_get_string (settings, "last-area"));
    }

  return entry;
}

/**
 * msp_entry_editor_new:
 * @parent: the window in front of which it stands
 * @services: the services, with a journal
 * @entry: (nullable): what is to be changed, or `NULL` for a new contribution
 *
 * Returns: (transfer none): the form, not shown yet
 */
MspEntryEditor *
msp_entry_editor_new (GtkWindow             *parent,
                      MspServices           *services,
                      const MspContribution *entry)
{
  MspEntryEditor *self = g_object_new (MSP_TYPE_ENTRY_EDITOR, "transient-for", parent, NULL);
  g_autoptr (MspContribution) opened = entry != NULL ? msp_contribution_copy (entry)
                                                     : make_new_entry (services);

  self->services = g_object_ref (services);
  gtk_window_set_title (GTK_WINDOW (self),
                        entry != NULL ? _ ("Edit contribution") : _ ("Add contribution"));
  adw_entry_row_add_suffix (self->area_row,
                            msp_area_button_new (msp_services_get_catalog (services),
                                                 GTK_EDITABLE (self->area_row)));
  fill_form (self, opened);
  self->entry = g_steal_pointer (&opened);
  type_chosen (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));

  return self;
}
