/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-overview-page"

#include "app/pages/msp-overview-page.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-fact-label.h"
#include "app/widgets/msp-program-card.h"
#include "base/msp-clock.h"

#define UI_PATH "/com/example/MsPrograms/ui/"

/**
 * MspOverviewPage:
 *
 * The three programs abreast, what they are for, and the way to an MVP award.
 */
struct _MspOverviewPage
{
  AdwBin       parent_instance;

  /* Template widgets */
  GtkButton   *days_button;
  GtkBox      *introduction_box;
  GtkFlowBox  *card_box;
  GtkListBox  *journey_list;
  GtkLabel    *motto_label;

  MspServices *services; /* (owned) (nullable): NULL only while disposing */
};

G_DEFINE_FINAL_TYPE (MspOverviewPage, msp_overview_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_SERVICES = 1,
} MspOverviewPageProperty;

static GParamSpec *properties[PROP_SERVICES + 1];

/* The nearest date of the cycle, for whoever has an award status. */
static void
update_days (MspOverviewPage *self)
{
  g_autoptr (MspAward) award = msp_services_read_award (self->services);
  g_autoptr (GPtrArray) own = msp_services_get_cycle_dates (self->services);
  MspDeadline deadlines[3];
  g_autofree char *text = NULL;
  g_autofree char *date = NULL;
  gboolean shown = msp_award_has_status (award);

  gtk_widget_set_visible (GTK_WIDGET (self->days_button), shown);
  if (!shown)
    return;

  msp_cycle_next_deadlines (&award->rule, own, msp_clock_today (), deadlines);
  text = deadlines[0].days_left == 0
         ? g_strdup (_ ("Last day of the cycle’s date"))
         : g_strdup_printf (ngettext ("%d day left", "%d days left", deadlines[0].days_left),
                            deadlines[0].days_left);
  date = msp_day_to_text (deadlines[0].date);

  gtk_button_set_label (self->days_button, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->days_button), date);
  msp_format_accessible_description (GTK_WIDGET (self->days_button), date);
}

static GtkWidget *
make_step (const MspJourneyStep *step,
           guint                 number)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *digits = g_strdup_printf ("%u", number);
  GtkWidget *badge = gtk_label_new (digits);
  GtkWidget *details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (badge, "step-badge");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), step->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), step->summary->text);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), badge);

  gtk_widget_add_css_class (details, "row-details");
  gtk_box_append (GTK_BOX (details), msp_fact_label_new (step->detail != NULL ? step->detail
                                                                              : step->summary));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), details);

  return row;
}

static void
fill (MspOverviewPage *self)
{
  MspCatalog *catalog = msp_services_get_catalog (self->services);
  GPtrArray *introduction = msp_catalog_get_introduction (catalog);
  GPtrArray *programs = msp_catalog_get_programs (catalog);
  GPtrArray *journey = msp_catalog_get_journey (catalog);

  for (guint i = 0; i < introduction->len; i++)
    gtk_box_append (self->introduction_box,
                    msp_fact_label_new (g_ptr_array_index (introduction, i)));

  for (guint i = 0; i < programs->len; i++)
    {
      gtk_flow_box_append (self->card_box,
                           msp_program_card_new (g_ptr_array_index (programs, i)));
      gtk_widget_set_focusable (
        GTK_WIDGET (gtk_flow_box_get_child_at_index (self->card_box, (int) i)), FALSE);
    }

  for (guint i = 0; i < journey->len; i++)
    gtk_list_box_append (self->journey_list, make_step (g_ptr_array_index (journey, i), i + 1));

  gtk_label_set_label (self->motto_label, msp_catalog_get_journey_motto (catalog)->text);
}

static void
msp_overview_page_constructed (GObject *object)
{
  MspOverviewPage *self = MSP_OVERVIEW_PAGE (object);

  G_OBJECT_CLASS (msp_overview_page_parent_class)->constructed (object);

  g_signal_connect_object (self->services, "award-changed",
                           G_CALLBACK (update_days), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->services, "notify::store",
                           G_CALLBACK (update_days), self, G_CONNECT_SWAPPED);
  fill (self);
  update_days (self);
}

static void
msp_overview_page_dispose (GObject *object)
{
  MspOverviewPage *self = MSP_OVERVIEW_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_OVERVIEW_PAGE);
  g_clear_object (&self->services);

  G_OBJECT_CLASS (msp_overview_page_parent_class)->dispose (object);
}

static void
msp_overview_page_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  MspOverviewPage *self = MSP_OVERVIEW_PAGE (object);

  switch ((MspOverviewPageProperty) prop_id)
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
msp_overview_page_class_init (MspOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = msp_overview_page_constructed;
  object_class->dispose = msp_overview_page_dispose;
  object_class->set_property = msp_overview_page_set_property;

  properties[PROP_SERVICES] =
    g_param_spec_object ("services", NULL, NULL, MSP_TYPE_SERVICES,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "pages/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MspOverviewPage, days_button);
  gtk_widget_class_bind_template_child (widget_class, MspOverviewPage, introduction_box);
  gtk_widget_class_bind_template_child (widget_class, MspOverviewPage, card_box);
  gtk_widget_class_bind_template_child (widget_class, MspOverviewPage, journey_list);
  gtk_widget_class_bind_template_child (widget_class, MspOverviewPage, motto_label);
}

static void
msp_overview_page_init (MspOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
