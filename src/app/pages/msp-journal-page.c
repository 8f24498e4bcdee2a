/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-page"

#include "app/pages/msp-journal-page.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-entry-actions.h"
#include "app/widgets/msp-entry-editor.h"
#include "app/widgets/msp-entry-row.h"
#include "app/widgets/msp-journal-filters.h"
#include "base/msp-text.h"
#include "journal/msp-journal-model.h"

#define UI_PATH "/com/example/MsPrograms/ui/"

/**
 * MspJournalPage:
 *
 * The contributions, newest first: searched, filtered, added, changed and deleted.
 */
struct _MspJournalPage
{
  AdwBin             parent_instance;

  /* Template widgets */
  AdwToastOverlay   *toast_overlay;
  GtkSearchEntry    *search_entry;
  MspJournalFilters *filters;
  GtkWidget         *add_button;
  GtkLabel          *totals_label;
  GtkButton         *ids_button;
  GtkStack          *stack;
  GtkListView       *list_view;
  AdwStatusPage     *problem_page;

  MspServices       *services; /* (owned) (nullable): NULL only while disposing */
  MspJournalModel   *model;    /* (owned) (nullable): NULL until there is a journal */
  GStrv              ids;      /* (owned) (nullable): only these */
};

G_DEFINE_FINAL_TYPE (MspJournalPage, msp_journal_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_SERVICES = 1,
} MspJournalPageProperty;

static GParamSpec *properties[PROP_SERVICES + 1];

static gboolean
can_write (MspJournalPage *self)
{
  return msp_services_get_can_write (self->services);
}

static void
refreshed (MspJournalPage *self)
{
  MspJournalTotals totals = msp_journal_model_get_totals (self->model);
  g_autofree char *entries = msp_text_number (totals.entries);
  g_autofree char *reach = msp_text_number (totals.reach);
  g_autofree char *count = g_strdup_printf (ngettext ("%s contribution", "%s contributions",
                                                      totals.entries), entries);
  g_autofree char *reached = g_strdup_printf (ngettext ("%s person reached", "%s people reached",
                                                        (gulong) totals.reach), reach);
  g_autofree char *text = g_strdup_printf ("%s · %s%s", count, reached,
                                           can_write (self) ? "" : _ (" · read-only"));
  const char *page = "list";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    page = msp_query_is_filtering (msp_journal_model_get_query (self->model)) ? "no-results"
                                                                              : "empty";
  /* What stands there is better than a figure that is only half known. */
  if (!msp_journal_model_is_loading (self->model))
    gtk_label_set_text (self->totals_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->totals_label), !g_str_equal (page, "empty"));
  gtk_stack_set_visible_child_name (self->stack, page);
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
  gtk_widget_set_visible (GTK_WIDGET (self->ids_button), self->ids != NULL);
  msp_journal_model_set_query (self->model, query);
}

static void
clear_filters (MspJournalPage *self)
{
  g_clear_pointer (&self->ids, g_strfreev);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  msp_journal_filters_clear (self->filters);
  query_changed (self);
}

static void
ids_cleared (MspJournalPage *self)
{
  g_clear_pointer (&self->ids, g_strfreev);
  query_changed (self);
}

static void
row_set_up (GtkListItemFactory *factory,
            GtkListItem        *item)
{
  gtk_list_item_set_child (item, msp_entry_row_new ());
}

static void
row_bound (GtkListItemFactory *factory,
           GtkListItem        *item)
{
  msp_entry_row_set_row (MSP_ENTRY_ROW (gtk_list_item_get_child (item)),
                         gtk_list_item_get_item (item));
}

static void
row_unbound (GtkListItemFactory *factory,
             GtkListItem        *item)
{
  msp_entry_row_set_row (MSP_ENTRY_ROW (gtk_list_item_get_child (item)), NULL);
}

static const MspEntrySummary *
summary_at (MspJournalPage *self,
            guint           position)
{
  g_autoptr (MspJournalRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  return row != NULL ? msp_journal_row_get_summary (row) : NULL;
}

static void
row_activated (MspJournalPage *self,
               guint           position)
{
  const MspEntrySummary *summary = summary_at (self, position);

  if (summary != NULL)
    msp_journal_page_edit_entry (self, summary->id);
}

static void
delete_selected_activated (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *parameter)
{
  MspJournalPage *self = MSP_JOURNAL_PAGE (widget);
  GtkSelectionModel *selection = gtk_list_view_get_model (self->list_view);
  const MspEntrySummary *summary = NULL;

  if (selection != NULL)
    summary = summary_at (self, gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (selection)));
  if (summary != NULL)
    gtk_widget_activate_action (widget, "entry.delete", "s", summary->id);
}

static void
edit_activated (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  msp_journal_page_edit_entry (MSP_JOURNAL_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
open_editor (MspJournalPage        *self,
             const MspContribution *entry)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_window_present (GTK_WINDOW (msp_entry_editor_new (window, self->services, entry)));
}

static void
entry_read (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MspJournalPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MspContribution) entry =
    msp_journal_store_get_finish (MSP_JOURNAL_STORE (source), result, &error);

  if (entry != NULL)
    open_editor (self, entry);
  else
    msp_entry_actions_say_error (GTK_WIDGET (self), self->services, error);
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
store_changed (MspJournalPage *self)
{
  MspJournalStore *store = msp_services_get_store (self->services);
  GtkSingleSelection *selection;

  gtk_widget_set_sensitive (self->add_button, can_write (self));
  if (store == NULL || self->model != NULL)
    {
      show_problem (self);
      return;
    }

  self->model = msp_journal_model_new (store);
  msp_journal_filters_set_store (self->filters, store,
                                 msp_services_get_catalog (self->services),
                                 msp_services_get_settings (self->services));
  g_signal_connect_object (self->model, "refreshed", G_CALLBACK (refreshed), self,
                           G_CONNECT_SWAPPED);
  query_changed (self);

  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

static void
msp_journal_page_constructed (GObject *object)
{
  MspJournalPage *self = MSP_JOURNAL_PAGE (object);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  G_OBJECT_CLASS (msp_journal_page_parent_class)->constructed (object);

  g_signal_connect (factory, "setup", G_CALLBACK (row_set_up), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bound), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (row_unbound), NULL);
  gtk_list_view_set_factory (self->list_view, factory);

  g_signal_connect_object (self->services, "notify::store",
                           G_CALLBACK (store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->services, "notify::problem",
                           G_CALLBACK (show_problem), self, G_CONNECT_SWAPPED);
  msp_entry_actions_add (GTK_WIDGET (self), self->services, self->toast_overlay);
  store_changed (self);
}

static void
msp_journal_page_dispose (GObject *object)
{
  MspJournalPage *self = MSP_JOURNAL_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_JOURNAL_PAGE);
  g_clear_object (&self->model);
  g_clear_object (&self->services);
  g_clear_pointer (&self->ids, g_strfreev);

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

  g_type_ensure (MSP_TYPE_JOURNAL_FILTERS);
  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "pages/journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MspJournalPage, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, MspJournalPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MspJournalPage, filters);
  gtk_widget_class_bind_template_child (widget_class, MspJournalPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, MspJournalPage, totals_label);
  gtk_widget_class_bind_template_child (widget_class, MspJournalPage, ids_button);
  gtk_widget_class_bind_template_child (widget_class, MspJournalPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MspJournalPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, MspJournalPage, problem_page);
  gtk_widget_class_bind_template_callback (widget_class, query_changed);
  gtk_widget_class_bind_template_callback (widget_class, clear_filters);
  gtk_widget_class_bind_template_callback (widget_class, ids_cleared);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_install_action (widget_class, "journal.delete-selected", NULL,
                                   delete_selected_activated);
  gtk_widget_class_install_action (widget_class, "journal.edit", "s", edit_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "entry.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0,
                                       "journal.delete-selected", NULL);
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

  open_editor (self, NULL);
}

void
msp_journal_page_edit_entry (MspJournalPage *self,
                             const char     *id)
{
  MspJournalStore *store = msp_services_get_store (self->services);

  g_return_if_fail (MSP_IS_JOURNAL_PAGE (self) && id != NULL);

  if (store != NULL)
    msp_journal_store_get_async (store, id, NULL, entry_read, g_object_ref (self));
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
