/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-page"

#include "app/pages/msp-journal-page.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-bulk-bar.h"
#include "app/widgets/msp-entry-actions.h"
#include "app/widgets/msp-frame-hold.h"
#include "app/widgets/msp-journal-filters.h"
#include "app/widgets/msp-journal-options.h"
#include "app/widgets/msp-journal-view.h"
#include "app/widgets/msp-notice.h"
#include "app/widgets/msp-type-ahead.h"
#include "base/msp-text.h"

#define UI_PATH "/com/example/MsPrograms/ui/"

/**
 * MspJournalPage:
 *
 * The contributions: searched, filtered, sorted, added, changed and deleted; those in the trash too.
 */
struct _MspJournalPage
{
  AdwBin               parent_instance;

  /* Template widgets */
  AdwToastOverlay     *toast_overlay;
  GtkSearchEntry      *search_entry;
  MspJournalFilters   *filters;
  GtkLabel            *totals_label;
  GtkButton           *ids_button;
  MspNotice           *trash_notice;
  GtkStack            *stack;
  MspJournalView      *view;
  AdwStatusPage       *problem_page;
  MspBulkBar          *bulk_bar;

  MspServices         *services;  /* (owned) (nullable): NULL only while disposing */
  MspJournalModel     *model;     /* (owned) (nullable): NULL until there is a journal */
  MspJournalSelection *selection; /* (owned) (nullable): of the model */
  GStrv                ids;       /* (owned) (nullable): only these */
  MspJournalOptions   *options;   /* (owned) */
  MspFrameHold         hold;      /* until there is an answer to the search */
};

G_DEFINE_FINAL_TYPE (MspJournalPage, msp_journal_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_SERVICES = 1,
} MspJournalPageProperty;

static GParamSpec *properties[PROP_SERVICES + 1];

/* "12 contributions · 3,400 people reached" */
static char *
describe_totals (MspJournalPage *self)
{
  MspJournalTotals totals = msp_journal_model_get_totals (self->model);
  g_autofree char *entries = msp_text_number (totals.entries);
  g_autofree char *reach = msp_text_number (totals.reach);
  g_autofree char *count = g_strdup_printf (ngettext ("%s contribution", "%s contributions",
                                                      totals.entries), entries);
  g_autofree char *reached = g_strdup_printf (ngettext ("%s person reached", "%s people reached",
                                                        (gulong) totals.reach), reach);

  return g_strdup_printf ("%s · %s%s", count, reached,
                          msp_services_get_can_write (self->services) ? "" : _ (" · read-only"));
}

static const char *
choose_stack_page (MspJournalPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    return "list";
  if (msp_query_is_filtering (msp_journal_model_get_query (self->model)))
    return "no-results";

  return msp_journal_options_is_trash (self->options) ? "empty-trash" : "empty";
}

/* (nullable): what has the focus, if it may be gone when the list is another one */
static GtkWidget *
get_focus (MspJournalPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack)) ||
                           gtk_widget_is_ancestor (focus, GTK_WIDGET (self->trash_notice)))
         ? focus : NULL;
}

static void
refreshed (MspJournalPage *self)
{
  g_autofree char *text = describe_totals (self);
  const char *page = choose_stack_page (self);
  GtkWidget *focus = get_focus (self);

  /* What stands there is better than a figure that is only half known. */
  if (!msp_journal_model_is_loading (self->model))
    gtk_label_set_text (self->totals_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->totals_label), !g_str_equal (page, "empty"));
  gtk_stack_set_visible_child_name (self->stack, page);
  msp_notice_say (self->trash_notice, msp_journal_options_is_trash (self->options)
                  ? _ ("Contributions leave the trash after 30 days.") : NULL,
                  g_str_equal (page, "empty-trash") ? NULL : _ ("Empty the Trash"));
  /* Not in the search, where GTK would put it: Undo is the journal's. */
  if (focus != NULL && !gtk_widget_get_mapped (focus))
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
query_changed (MspJournalPage *self)
{
  g_autoptr (MspQuery) query = NULL;

  if (self->model == NULL)
    return;

  query = msp_journal_filters_make_query (self->filters);
  query->search = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  query->ids = g_strdupv (self->ids);
  query->sort = msp_journal_options_get_sort (self->options);
  query->reversed = msp_journal_options_is_reversed (self->options);
  query->trash = msp_journal_options_is_trash (self->options);
  msp_journal_view_narrow (self->view, query);
  gtk_widget_set_visible (GTK_WIDGET (self->ids_button), self->ids != NULL);
  msp_journal_view_set_search (self->view, query->search);
  msp_journal_view_set_sort (self->view, query->sort, query->reversed);
  msp_journal_model_set_query (self->model, query);
  if (msp_journal_model_is_loading (self->model))
    msp_frame_hold_begin (&self->hold);
}

static void
ids_cleared (MspJournalPage *self)
{
  g_clear_pointer (&self->ids, g_strfreev);
  query_changed (self);
}

static void
clear_filters (MspJournalPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  msp_journal_filters_clear (self->filters);
  msp_journal_view_clear (self->view);
  ids_cleared (self);
}

static void
trash_emptied (MspJournalPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "entry.empty-trash", NULL);
}

static void
search_stopped (MspJournalPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  msp_journal_view_focus (self->view);
}

static void
focus_view_activated (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  msp_journal_view_focus (MSP_JOURNAL_PAGE (widget)->view);
}

static void
select_all_activated (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  MspJournalPage *self = MSP_JOURNAL_PAGE (widget);

  if (self->selection == NULL)
    return;

  g_object_set (self->selection, "selecting", TRUE, NULL);
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
}

static void
leave_activated (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  MspJournalPage *self = MSP_JOURNAL_PAGE (widget);

  if (self->selection == NULL)
    return;

  if (msp_journal_selection_is_selecting (self->selection))
    g_object_set (self->selection, "selecting", FALSE, NULL);
  else if (msp_journal_selection_get_size (self->selection) > 1)
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  else
    msp_journal_options_set_trash (self->options, FALSE);
}

static void
export_activated (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (MSP_JOURNAL_PAGE (widget)->bulk_bar), "bulk.export", NULL);
}

/* @arguments: (s): one of the bar's actions */
static gboolean
bulk_key_pressed (GtkWidget *widget,
                  GVariant  *arguments,
                  gpointer   user_data)
{
  const char *action;

  g_variant_get (arguments, "(&s)", &action);

  return gtk_widget_activate_action (GTK_WIDGET (MSP_JOURNAL_PAGE (widget)->bulk_bar), action, NULL);
}

static void
edit_activated (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  MspJournalPage *self = MSP_JOURNAL_PAGE (widget);

  /* What is in the trash is restored first, then changed. */
  if (!msp_journal_options_is_trash (self->options))
    msp_journal_page_edit_entry (self, g_variant_get_string (parameter, NULL));
}

static void
show_problem (MspJournalPage *self)
{
  const char *problem = msp_services_get_problem (self->services);
  g_autofree char *escaped = problem != NULL ? g_markup_escape_text (problem, -1) : NULL;

  if (escaped == NULL || msp_services_get_store (self->services) != NULL)
    return;

  adw_status_page_set_description (self->problem_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
view_chosen (MspJournalPage *self)
{
  if (self->selection != NULL)
    msp_journal_view_set_shown (self->view, msp_journal_options_get_view (self->options));
}

static void
trash_chosen (MspJournalPage *self)
{
  if (self->selection != NULL)
    g_object_set (self->selection, "selecting", FALSE, NULL);
  msp_bulk_bar_set_in_trash (self->bulk_bar, msp_journal_options_is_trash (self->options));
  query_changed (self);
}

/* "journal.selecting" and one for each option */
static void
add_state_actions (MspJournalPage *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GPropertyAction) selecting =
    g_property_action_new ("selecting", self->selection, "selecting");

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (selecting));
  msp_journal_options_add_actions (self->options, G_ACTION_MAP (group));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "journal", G_ACTION_GROUP (group));
}

static void
store_changed (MspJournalPage *self)
{
  MspJournalStore *store = msp_services_get_store (self->services);

  if (store == NULL || self->model != NULL)
    {
      show_problem (self);
      return;
    }

  self->model = msp_journal_model_new (store);
  self->selection = msp_journal_selection_new (self->model);
  add_state_actions (self);
  msp_journal_filters_set_store (self->filters, store,
                                 msp_services_get_catalog (self->services),
                                 msp_services_get_settings (self->services));
  g_signal_connect_object (self->model, "refreshed", G_CALLBACK (refreshed), self,
                           G_CONNECT_SWAPPED);
  query_changed (self);
  msp_journal_view_set_journal (self->view, self->services, self->selection);
  view_chosen (self);
  msp_bulk_bar_set_selection (self->bulk_bar, self->selection);
}

/* As the page was left, and as it is changed. */
static void
follow_options (MspJournalPage *self)
{
  static const char *const orders[] = { "notify::sort", "notify::reversed" };

  self->options = msp_journal_options_new (msp_services_get_settings (self->services));
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    g_signal_connect_object (self->options, orders[i], G_CALLBACK (query_changed), self,
                             G_CONNECT_SWAPPED);
  g_object_bind_property (self->options, "trash", self->filters, "in-trash", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->options, "notify::view", G_CALLBACK (view_chosen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->options, "notify::trash", G_CALLBACK (trash_chosen), self,
                           G_CONNECT_SWAPPED);
}

static void
msp_journal_page_constructed (GObject *object)
{
  MspJournalPage *self = MSP_JOURNAL_PAGE (object);

  G_OBJECT_CLASS (msp_journal_page_parent_class)->constructed (object);

  msp_type_ahead_add (GTK_WIDGET (self->stack), GTK_WIDGET (self->search_entry));
  g_signal_connect_object (self->services, "notify::store",
                           G_CALLBACK (store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->services, "notify::problem",
                           G_CALLBACK (show_problem), self, G_CONNECT_SWAPPED);
  msp_entry_actions_add (GTK_WIDGET (self), self->services, self->toast_overlay);
  msp_bulk_bar_set_services (self->bulk_bar, self->services);
  follow_options (self);
  store_changed (self);
}

static void
msp_journal_page_dispose (GObject *object)
{
  MspJournalPage *self = MSP_JOURNAL_PAGE (object);

  msp_frame_hold_end (&self->hold);
  /* Before the template goes: AdwBin would let go of it a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_JOURNAL_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->services);
  g_clear_pointer (&self->ids, g_strfreev);
  g_clear_object (&self->options);

  G_OBJECT_CLASS (msp_journal_page_parent_class)->dispose (object);
}

static void
msp_journal_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  MspJournalPage *self = MSP_JOURNAL_PAGE (object);

  switch ((MspJournalPageProperty) prop_id)
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
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "journal.edit", "s", edit_activated);
  gtk_widget_class_install_action (widget_class, "journal.select-all", NULL, select_all_activated);
  gtk_widget_class_install_action (widget_class, "journal.export", NULL, export_activated);
  gtk_widget_class_install_action (widget_class, "journal.leave", NULL, leave_activated);
  gtk_widget_class_install_action (widget_class, "journal.focus-view", NULL, focus_view_activated);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "entry.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "entry.redo", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, bulk_key_pressed, "(s)",
                                "bulk.delete");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, bulk_key_pressed, "(s)",
                                "bulk.copy");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                bulk_key_pressed, "(s)", "bulk.copy-for-portal");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK,
                                       "journal.select-all", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "journal.leave", NULL);
}

static void
msp_journal_page_class_init (MspJournalPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = msp_journal_page_constructed;
  object_class->dispose = msp_journal_page_dispose;
  object_class->set_property = msp_journal_page_set_property;

  properties[PROP_SERVICES] =
    g_param_spec_object ("services", NULL, NULL, MSP_TYPE_SERVICES,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MSP_TYPE_BULK_BAR);
  g_type_ensure (MSP_TYPE_JOURNAL_FILTERS);
  g_type_ensure (MSP_TYPE_JOURNAL_VIEW);
  g_type_ensure (MSP_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "pages/journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MspJournalPage, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, MspJournalPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MspJournalPage, filters);
  gtk_widget_class_bind_template_child (widget_class, MspJournalPage, totals_label);
  gtk_widget_class_bind_template_child (widget_class, MspJournalPage, ids_button);
  gtk_widget_class_bind_template_child (widget_class, MspJournalPage, trash_notice);
  gtk_widget_class_bind_template_child (widget_class, MspJournalPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MspJournalPage, view);
  gtk_widget_class_bind_template_child (widget_class, MspJournalPage, problem_page);
  gtk_widget_class_bind_template_child (widget_class, MspJournalPage, bulk_bar);
  gtk_widget_class_bind_template_callback (widget_class, query_changed);
  gtk_widget_class_bind_template_callback (widget_class, clear_filters);
  gtk_widget_class_bind_template_callback (widget_class, ids_cleared);
  gtk_widget_class_bind_template_callback (widget_class, trash_emptied);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped);
  install_actions (widget_class);
}

static void
msp_journal_page_init (MspJournalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
msp_journal_page_new_entry (MspJournalPage *self)
{
  g_return_if_fail (MSP_IS_JOURNAL_PAGE (self));

  msp_entry_actions_open (GTK_WIDGET (self), self->services, NULL);
}

void
msp_journal_page_edit_entry (MspJournalPage *self,
                             const char     *id)
{
  g_return_if_fail (MSP_IS_JOURNAL_PAGE (self) && id != NULL);

  msp_entry_actions_edit (GTK_WIDGET (self), self->services, id);
}

/**
 * msp_journal_page_set_filter_text:
 * @self: the page
 * @text: lines of key=value: ids, type, tag or cycle
 *
 * Shows what another page points to, and nothing else.
 */
void
msp_journal_page_set_filter_text (MspJournalPage *self,
                                  const char     *text)
{
  g_return_if_fail (MSP_IS_JOURNAL_PAGE (self) && text != NULL);

  msp_journal_options_set_trash (self->options, FALSE);
  clear_filters (self);
  if (g_str_has_prefix (text, "ids="))
    self->ids = g_strsplit (text + strlen ("ids="), ",", -1);
  else
    msp_journal_filters_set_text (self->filters, text);
  query_changed (self);
}

void
msp_journal_page_focus_search (MspJournalPage *self)
{
  g_return_if_fail (MSP_IS_JOURNAL_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
