/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-compare-page"

#include "app/pages/msp-compare-page.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-comparison-table.h"
#include "app/widgets/msp-profile-card.h"
#include "app/widgets/msp-text-saver.h"
#include "exchange/msp-comparison.h"

#define UI_PATH "/com/example/MsPrograms/ui/"

/**
 * MspComparePage:
 *
 * The programs side by side: the table of the chosen ones, or one at a time where the window is
 * narrow, and their profile.
 */
struct _MspComparePage
{
  AdwBin              parent_instance;

  /* Template widgets */
  GtkSearchBar       *search_bar;
  GtkSearchEntry     *search_entry;
  AdwSqueezer        *squeezer;
  GtkBox             *toggle_box;
  GtkBox             *radio_box;
  GtkSwitch          *differences_switch;
  MspComparisonTable *wide_table;
  MspComparisonTable *narrow_table;
  AdwStatusPage      *nothing_page;
  GtkLabel           *source_label;
  GtkLabel           *note_label;
  GtkFlowBox         *profile_box;

  MspServices        *services; /* (owned) (nullable): NULL only while disposing */
  gboolean            filling;  /* the controls are being set, nobody is using them */
};

G_DEFINE_FINAL_TYPE (MspComparePage, msp_compare_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_SERVICES = 1,
} MspComparePageProperty;

static GParamSpec *properties[PROP_SERVICES + 1];

static const char *
get_program_id (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "program-id");
}

/* The ids of the programs whose toggle in @box is on, in the catalogue's order. */
static GStrv
read_toggles (GtkBox *box)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      g_strv_builder_add (builder, get_program_id (child));

  return g_strv_builder_end (builder);
}

static void
write_toggles (MspComparePage     *self,
               const char *const  *ids)
{
  MspCatalog *catalog = msp_services_get_catalog (self->services);
  gboolean any = FALSE;

  self->filling = TRUE;
  for (guint i = 0; ids[i] != NULL; i++)
    any |= msp_catalog_find_program (catalog, ids[i]) != NULL;

  /* An empty choice, or one of programs that are gone, is all of them. */
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->toggle_box));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child),
                                  !any || g_strv_contains (ids, get_program_id (child)));
  self->filling = FALSE;
}

static void
fill_profile (MspComparePage    *self,
              const char *const *ids)
{
  MspCatalog *catalog = msp_services_get_catalog (self->services);
  GPtrArray *profile = msp_catalog_get_profile (catalog);
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->profile_box, 0)) != NULL)
    gtk_flow_box_remove (self->profile_box, GTK_WIDGET (child));

  for (guint i = 0; i < profile->len; i++)
    {
      GtkWidget *holder = gtk_flow_box_child_new ();
      const MspProfileDimension *dimension = g_ptr_array_index (profile, i);

      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (holder),
                                    msp_profile_card_new (catalog, dimension, ids));
      gtk_widget_set_focusable (holder, FALSE);
      msp_format_accessible_label (holder, dimension->name);
      gtk_flow_box_append (self->profile_box, holder);
    }
}

static void
describe_nothing (MspComparePage *self,
                  gboolean        searching)
{
  adw_status_page_set_title (self->nothing_page,
                             searching ? _ ("No Results Found") : _ ("No Differences"));
  adw_status_page_set_description (self->nothing_page,
                                   searching
                                   ? _ ("Nothing in the table fits the words you typed.")
                                   : _ ("The chosen programs say the same in every row."));
}

static void
fill_tables (MspComparePage *self)
{
  MspCatalog *catalog = msp_services_get_catalog (self->services);
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  gboolean searching = *search != '\0';
  g_auto (GStrv) ids = read_toggles (self->toggle_box);
  g_auto (GStrv) shown = read_toggles (self->radio_box);
  g_autoptr (GPtrArray) rows = NULL;

  rows = msp_comparison_rows (catalog, (const char *const *) ids,
                              gtk_switch_get_active (self->differences_switch),
                              searching ? search : NULL);
  msp_comparison_table_fill (self->wide_table, catalog, (const char *const *) ids, rows);
  msp_comparison_table_fill (self->narrow_table, catalog, (const char *const *) shown, rows);

  gtk_widget_set_visible (GTK_WIDGET (self->wide_table), rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->narrow_table), rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->source_label), rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing_page), rows->len == 0);
  describe_nothing (self, searching);
}

/* At least one program stays: the toggle of the last one cannot be switched off. */
static void
guard_last_toggle (MspComparePage *self)
{
  g_auto (GStrv) ids = read_toggles (self->toggle_box);
  gboolean last = g_strv_length (ids) == 1;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->toggle_box));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child));

      gtk_widget_set_can_target (child, !(last && active));
      gtk_widget_set_tooltip_text (child, last && active ? _ ("At least one program is shown") : NULL);
    }
}

static void
program_toggled (MspComparePage  *self,
                 GtkToggleButton *button)
{
  GSettings *settings = msp_services_get_settings (self->services);
  g_auto (GStrv) ids = NULL;

  if (self->filling)
    return;

  ids = read_toggles (self->toggle_box);
  if (ids[0] == NULL)
    {
      gtk_toggle_button_set_active (button, TRUE);
      return;
    }

  guard_last_toggle (self);
  if (settings != NULL)
    g_settings_set_strv (settings, "compare-programs", (const char *const *) ids);
  fill_tables (self);
  fill_profile (self, (const char *const *) ids);
}

static void
shown_program_toggled (MspComparePage  *self,
                       GtkToggleButton *button)
{
  if (!self->filling && gtk_toggle_button_get_active (button))
    fill_tables (self);
}

static void
differences_toggled (MspComparePage *self)
{
  GSettings *settings = NULL;

  if (self->services == NULL || self->filling)
    return;

  settings = msp_services_get_settings (self->services);
  if (settings != NULL)
    g_settings_set_boolean (settings, "compare-differences-only",
                            gtk_switch_get_active (self->differences_switch));
  fill_tables (self);
}

static void
search_changed (MspComparePage *self)
{
  if (self->services != NULL)
    fill_tables (self);
}

static void
show_all_activated (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  MspComparePage *self = MSP_COMPARE_PAGE (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_switch_set_active (self->differences_switch, FALSE);
  fill_tables (self);
}

static char *
write_table (MspComparePage *self,
             const char     *format)
{
  g_auto (GStrv) ids = read_toggles (self->toggle_box);

  return msp_comparison_write (msp_services_get_catalog (self->services), (const char *const *) ids,
                               gtk_switch_get_active (self->differences_switch),
                               g_str_equal (format, "csv") ? MSP_COMPARISON_CSV
                                                           : MSP_COMPARISON_MARKDOWN);
}

static void
copy_activated (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  const char *format = g_variant_get_string (parameter, NULL);
  g_autofree char *text = write_table (MSP_COMPARE_PAGE (widget), format);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_widget_activate_action (widget, "win.toast", "s",
                              g_str_equal (format, "csv") ? _ ("Copied the table as CSV")
                                                          : _ ("Copied the table as Markdown"));
}

static void
save_activated (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  const char *format = g_variant_get_string (parameter, NULL);
  g_autofree char *text = write_table (MSP_COMPARE_PAGE (widget), format);

  msp_text_saver_ask (widget, _ ("Save the Table"),
                      g_str_equal (format, "csv") ? _ ("comparison.csv") : _ ("comparison.md"), text);
}

static GtkWidget *
make_toggle (const MspProgram *program,
             const char       *name,
             const char       *style)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, style);
  msp_format_add_color_class (button, program->color);
  msp_format_accessible_label (button, program->name);
  g_object_set_data_full (G_OBJECT (button), "program-id", g_strdup (program->id), g_free);

  return button;
}

static void
make_toggles (MspComparePage *self)
{
  GPtrArray *programs = msp_catalog_get_programs (msp_services_get_catalog (self->services));
  GtkToggleButton *group = NULL;

  for (guint i = 0; i < programs->len; i++)
    {
      const MspProgram *program = g_ptr_array_index (programs, i);
      GtkWidget *toggle = make_toggle (program, program->name, "program-toggle");
      GtkWidget *radio = make_toggle (program, program->short_name, "program-radio");

      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (radio), group);
      group = GTK_TOGGLE_BUTTON (radio);
      g_signal_connect_object (toggle, "toggled", G_CALLBACK (program_toggled), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (radio, "toggled", G_CALLBACK (shown_program_toggled), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->toggle_box, toggle);
      gtk_box_append (self->radio_box, radio);
    }
}

/* The narrow view begins with the first of the chosen programs. */
static void
choose_shown_program (MspComparePage *self)
{
  g_auto (GStrv) ids = read_toggles (self->toggle_box);

  self->filling = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->radio_box));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child),
                                  g_str_equal (get_program_id (child), ids[0]));
  self->filling = FALSE;
}

static void
show_programs (MspComparePage    *self,
               const char *const *ids)
{
  g_auto (GStrv) chosen = NULL;

  write_toggles (self, ids);
  choose_shown_program (self);
  guard_last_toggle (self);
  fill_tables (self);

  chosen = read_toggles (self->toggle_box);
  fill_profile (self, (const char *const *) chosen);
}

static void
describe_source (MspComparePage *self)
{
  const char *as_of = msp_catalog_get_as_of (msp_services_get_catalog (self->services));
  MspDay day = MSP_DAY_NONE;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  date = msp_day_parse (as_of, &day, NULL) ? msp_day_to_text (day) : g_strdup (as_of);
  text = g_strdup_printf (_ ("From the strategic guide, as of %s; a cell with another source says so. "
                             "The button beside a row’s name explains the row."), date);
  gtk_label_set_label (self->source_label, text);
}

static void
msp_compare_page_constructed (GObject *object)
{
  MspComparePage *self = MSP_COMPARE_PAGE (object);
  MspCatalog *catalog = msp_services_get_catalog (self->services);
  GSettings *settings = msp_services_get_settings (self->services);
  static const char *const none[] = { NULL };
  g_auto (GStrv) ids = NULL;

  G_OBJECT_CLASS (msp_compare_page_parent_class)->constructed (object);

  make_toggles (self);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  gtk_label_set_label (self->note_label, msp_catalog_get_profile_note (catalog));
  describe_source (self);

  if (settings != NULL)
    {
      ids = g_settings_get_strv (settings, "compare-programs");
      self->filling = TRUE;
      gtk_switch_set_active (self->differences_switch,
                             g_settings_get_boolean (settings, "compare-differences-only"));
      self->filling = FALSE;
    }

  show_programs (self, ids != NULL ? (const char *const *) ids : none);
}

static void
msp_compare_page_dispose (GObject *object)
{
  MspComparePage *self = MSP_COMPARE_PAGE (object);

  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_COMPARE_PAGE);

  G_OBJECT_CLASS (msp_compare_page_parent_class)->dispose (object);
}

static void
msp_compare_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  MspComparePage *self = MSP_COMPARE_PAGE (object);

  switch ((MspComparePageProperty) prop_id)
    {
    case PROP_SERVICES:
      self->services = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
msp_compare_page_class_init (MspComparePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = msp_compare_page_constructed;
  object_class->dispose = msp_compare_page_dispose;
  object_class->set_property = msp_compare_page_set_property;

  properties[PROP_SERVICES] =
    g_param_spec_object ("services", NULL, NULL, MSP_TYPE_SERVICES,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MSP_TYPE_COMPARISON_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "pages/compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MspComparePage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, MspComparePage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MspComparePage, squeezer);
  gtk_widget_class_bind_template_child (widget_class, MspComparePage, toggle_box);
  gtk_widget_class_bind_template_child (widget_class, MspComparePage, radio_box);
  gtk_widget_class_bind_template_child (widget_class, MspComparePage, differences_switch);
  gtk_widget_class_bind_template_child (widget_class, MspComparePage, wide_table);
  gtk_widget_class_bind_template_child (widget_class, MspComparePage, narrow_table);
  gtk_widget_class_bind_template_child (widget_class, MspComparePage, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, MspComparePage, source_label);
  gtk_widget_class_bind_template_child (widget_class, MspComparePage, note_label);
  gtk_widget_class_bind_template_child (widget_class, MspComparePage, profile_box);
  gtk_widget_class_bind_template_callback (widget_class, search_changed);
  gtk_widget_class_bind_template_callback (widget_class, differences_toggled);
  gtk_widget_class_install_action (widget_class, "compare.copy", "s", copy_activated);
  gtk_widget_class_install_action (widget_class, "compare.save", "s", save_activated);
  gtk_widget_class_install_action (widget_class, "compare.show-all", NULL, show_all_activated);
}

static void
msp_compare_page_init (MspComparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->squeezer));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    msp_format_hide_when_unmapped (child);
}

/**
 * msp_compare_page_set_programs:
 * @self: the page
 * @ids: ids of programs, joined by commas
 *
 * Compares these programs; unknown ones are left out, none of them is all.
 */
void
msp_compare_page_set_programs (MspComparePage *self,
                               const char     *ids)
{
  g_auto (GStrv) list = NULL;

  g_return_if_fail (MSP_IS_COMPARE_PAGE (self));
  g_return_if_fail (ids != NULL);

  list = g_strsplit (ids, ",", -1);
  show_programs (self, (const char *const *) list);
}

void
msp_compare_page_focus_search (MspComparePage *self)
{
  g_return_if_fail (MSP_IS_COMPARE_PAGE (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
