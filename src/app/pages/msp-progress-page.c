/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-progress-page"

#include "app/pages/msp-progress-page.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-bar-chart.h"
#include "app/widgets/msp-fact-label.h"
#include "app/widgets/msp-figure-tile.h"
#include "base/msp-clock.h"
#include "base/msp-text.h"
#include "progress/msp-renewal.h"
#include "progress/msp-stats.h"

#define UI_PATH "/com/example/MsPrograms/ui/"

/**
 * MspProgressPage:
 *
 * The days left and the figures of the running cycle.
 */
struct _MspProgressPage
{
  AdwBin        parent_instance;

  /* Template widgets */
  GtkLabel     *title_label;
  GtkLabel     *status_label;
  GtkFlowBox   *deadline_box;
  GtkLabel     *renewal_label;
  GtkWidget    *empty_page;
  GtkWidget    *figures;
  GtkFlowBox   *figure_box;
  MspBarChart  *type_chart;
  MspBarChart  *month_chart;
  GtkLabel     *priority_label;
  GtkListBox   *plan_list;

  MspServices  *services;    /* (owned) (nullable): NULL only while disposing */
  GCancellable *cancellable; /* (owned) (nullable): of the running query */
  MspCycle      cycle;       /* what the running query is about */
};

G_DEFINE_FINAL_TYPE (MspProgressPage, msp_progress_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_SERVICES = 1,
} MspProgressPageProperty;

static GParamSpec *properties[PROP_SERVICES + 1];

static void
clear_flow_box (GtkFlowBox *box)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (box, 0)) != NULL)
    gtk_flow_box_remove (box, GTK_WIDGET (child));
}

static void
append_tile (GtkFlowBox *box,
             const char *figure,
             const char *caption,
             const char *detail)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child),
                                msp_figure_tile_new (figure, caption, detail));
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (box, child);
}

static void
show_deadlines (MspProgressPage   *self,
                const MspDeadline  deadlines[3])
{
  MspCatalog *catalog = msp_services_get_catalog (self->services);

  clear_flow_box (self->deadline_box);

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *figure = msp_text_number (deadlines[i].days_left);
      g_autofree char *date = msp_day_to_text (deadlines[i].date);
      g_autofree char *caption =
        deadlines[i].days_left == 0
        ? g_strdup_printf (_ ("days left: it is today, %s"), date)
        : g_strdup_printf (ngettext ("day until %s", "days until %s", deadlines[i].days_left), date);

      append_tile (self->deadline_box, figure, caption,
                   msp_catalog_get_deadline_title (catalog, deadlines[i].id));
    }
}

/* Says when a first renewal may be due: the product's suggestion, named so. */
static void
show_renewal (MspProgressPage *self,
              const MspAward  *award)
{
  MspDay suggested = award->mvp ? msp_renewal_suggest_first (award->mvp_since, &award->rule)
                                : MSP_DAY_NONE;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->renewal_label), suggested >= msp_clock_today ());
  if (suggested < msp_clock_today ())
    return;

  date = msp_day_to_text (suggested);
  text = g_strdup_printf (_ ("Your first renewal: probably %s. This is a suggestion from one member’s "
                             "account, not a rule that Microsoft has published; what counts for it "
                             "runs from the day of your award."), date);
  gtk_label_set_label (self->renewal_label, text);
}

static void
show_status (MspProgressPage *self,
             const MspAward  *award)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (award->mvp)
    g_string_append (text, _ ("You are a Most Valuable Professional. "));
  if (award->rd)
    g_string_append (text, _ ("You are a Regional Director. "));
  if (award->student_ambassador)
    g_string_append (text, _ ("You are a Student Ambassador. "));
  if (award->nominated && !award->mvp)
    g_string_append (text, _ ("You are nominated. "));
  if (text->len == 0)
    g_string_append (text, _ ("Set your award status in Preferences to be reminded of these dates."));

  gtk_label_set_label (self->status_label, g_strchomp (text->str));
}

static void
fill_chart (MspBarChart *chart,
            GPtrArray   *lines,
            const char  *title)
{
  guint most = 1;

  msp_bar_chart_clear (chart);
  msp_bar_chart_set_title (chart, title);

  for (guint i = 0; i < lines->len; i++)
    most = MAX (most, ((const MspStatsLine *) g_ptr_array_index (lines, i))->entries);

  for (guint i = 0; i < lines->len; i++)
    {
      const MspStatsLine *line = g_ptr_array_index (lines, i);
      g_autofree char *value = msp_text_number (line->entries);

      msp_bar_chart_add (chart, line->name, line->entries, most, value, NULL);
    }
}

static void
show_figures (MspProgressPage *self,
              const MspStats  *stats)
{
  g_autofree char *entries = msp_text_number (stats->entries);
  g_autofree char *months = msp_text_number (stats->active_months);
  g_autofree char *reach = msp_text_number (stats->reach);
  g_autofree char *of_months =
    g_strdup_printf (ngettext ("active month of %d gone", "active months of %d gone",
                               stats->months_gone),
                     stats->months_gone);

  clear_flow_box (self->figure_box);
  append_tile (self->figure_box, entries,
               ngettext ("contribution", "contributions", stats->entries), NULL);
  append_tile (self->figure_box, months, of_months, NULL);
  append_tile (self->figure_box, reach, _ ("people reached"), NULL);

  fill_chart (self->type_chart, stats->by_type, _ ("What your contributions are made of"));
  fill_chart (self->month_chart, stats->by_month, _ ("Month by month"));

  gtk_widget_set_visible (self->figures, stats->entries > 0);
  gtk_widget_set_visible (self->empty_page, stats->entries == 0);
}

static void
facts_read (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MspProgressPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts =
    msp_journal_store_facts_finish (MSP_JOURNAL_STORE (source), result, &error);
  g_autoptr (MspStats) stats = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->services == NULL)
    return;

  if (facts == NULL)
    {
      g_message ("Cannot read the cycle's entries: %s", error->message);
      return;
    }

  stats = msp_stats_new (msp_services_get_catalog (self->services), &self->cycle, facts,
                         msp_clock_today ());
  show_figures (self, stats);
}

static void
read_facts (MspProgressPage *self)
{
  MspJournalStore *store = msp_services_get_store (self->services);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  gtk_widget_set_visible (self->figures, FALSE);
  gtk_widget_set_visible (self->empty_page, store == NULL);
  if (store == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  msp_journal_store_facts_async (store, self->cycle.window_start, self->cycle.window_end,
                                 self->cancellable, facts_read, g_object_ref (self));
}

static void
refresh (MspProgressPage *self)
{
  g_autoptr (MspAward) award = msp_services_read_award (self->services);
  g_autoptr (GPtrArray) own = msp_services_get_cycle_dates (self->services);
  MspDay today = msp_clock_today ();
  MspDeadline deadlines[3];
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *title = NULL;

  self->cycle = msp_cycle_of_day (&award->rule, own, today);
  start = msp_day_to_month_text (self->cycle.window_start);
  end = msp_day_to_month_text (self->cycle.window_end);
  title = g_strdup_printf (_ ("%s – %s"), start, end);
  gtk_label_set_label (self->title_label, title);

  msp_cycle_next_deadlines (&award->rule, own, today, deadlines);
  show_deadlines (self, deadlines);
  show_renewal (self, award);
  show_status (self, award);
  read_facts (self);
}

static void
store_changed (MspProgressPage *self)
{
  MspJournalStore *store = msp_services_get_store (self->services);

  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  refresh (self);
}

static GtkWidget *
make_plan_row (const MspJourneyStep *item)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), item->summary->text);

  gtk_widget_add_css_class (details, "row-details");
  for (guint i = 0; item->actions != NULL && item->actions[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (item->actions[i]);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (details), label);
    }
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), details);

  return row;
}

static void
fill_plan (MspProgressPage *self)
{
  MspCatalog *catalog = msp_services_get_catalog (self->services);
  GPtrArray *plan = msp_catalog_get_action_plan (catalog);

  gtk_label_set_label (self->priority_label, msp_catalog_get_plan_priority (catalog)->text);
  for (guint i = 0; i < plan->len; i++)
    gtk_list_box_append (self->plan_list, make_plan_row (g_ptr_array_index (plan, i)));
}

static void
msp_progress_page_constructed (GObject *object)
{
  MspProgressPage *self = MSP_PROGRESS_PAGE (object);

  G_OBJECT_CLASS (msp_progress_page_parent_class)->constructed (object);

  g_signal_connect_object (self->services, "award-changed",
                           G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->services, "notify::store",
                           G_CALLBACK (store_changed), self, G_CONNECT_SWAPPED);
  fill_plan (self);
  store_changed (self);
}

static void
msp_progress_page_dispose (GObject *object)
{
  MspProgressPage *self = MSP_PROGRESS_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_PROGRESS_PAGE);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (msp_progress_page_parent_class)->dispose (object);
}

static void
msp_progress_page_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  MspProgressPage *self = MSP_PROGRESS_PAGE (object);

  switch ((MspProgressPageProperty) prop_id)
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
msp_progress_page_class_init (MspProgressPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = msp_progress_page_constructed;
  object_class->dispose = msp_progress_page_dispose;
  object_class->set_property = msp_progress_page_set_property;

  properties[PROP_SERVICES] =
    g_param_spec_object ("services", NULL, NULL, MSP_TYPE_SERVICES,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MSP_TYPE_BAR_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "pages/progress-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MspProgressPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, MspProgressPage, status_label);
  gtk_widget_class_bind_template_child (widget_class, MspProgressPage, deadline_box);
  gtk_widget_class_bind_template_child (widget_class, MspProgressPage, renewal_label);
  gtk_widget_class_bind_template_child (widget_class, MspProgressPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, MspProgressPage, figures);
  gtk_widget_class_bind_template_child (widget_class, MspProgressPage, figure_box);
  gtk_widget_class_bind_template_child (widget_class, MspProgressPage, type_chart);
  gtk_widget_class_bind_template_child (widget_class, MspProgressPage, month_chart);
  gtk_widget_class_bind_template_child (widget_class, MspProgressPage, priority_label);
  gtk_widget_class_bind_template_child (widget_class, MspProgressPage, plan_list);
}

static void
msp_progress_page_init (MspProgressPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
