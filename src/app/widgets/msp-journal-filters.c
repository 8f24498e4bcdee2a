/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-filters"

#include "app/widgets/msp-journal-filters.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-filter-chips.h"
#include "app/widgets/msp-filter-popover.h"
#include "progress/msp-award.h"
#include "progress/msp-filter-query.h"

#define SETTINGS_KEY "journal-filters"
#define ICON_NAME "msp-filter-symbolic"
/* Long enough for several choices or changes in a row, too short to be waited for. */
#define COUNT_DELAY_MS 60

/**
 * MspJournalFilters:
 *
 * A button with the journal's filters behind it. "changed" is emitted when one is.
 */
struct _MspJournalFilters
{
  AdwBin            parent_instance;

  GtkMenuButton    *button;      /* in it */
  MspFilterPopover *popover;     /* (nullable) in the button, once it was opened */
  MspFilterChips   *chips;       /* (owned) (nullable) */

  MspFilter        *filter;      /* (owned) */
  char             *search;      /* (owned): the words that are looked for */
  MspJournalStore  *store;       /* (owned) (nullable) */
  MspCatalog       *catalog;     /* (owned) (nullable) */
  GSettings        *settings;    /* (owned) (nullable) */
  GCancellable     *cancellable; /* (owned) (nullable): of the count that runs */
  guint             count_source; /* a count is due */
  gboolean          in_trash;
};

G_DEFINE_FINAL_TYPE (MspJournalFilters, msp_journal_filters, ADW_TYPE_BIN)

typedef enum
{
  PROP_SEARCH = 1,
  PROP_CHIPS,
  PROP_IN_TRASH,
} MspJournalFiltersProperty;

static GParamSpec *properties[PROP_IN_TRASH + 1];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
facets_read (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (MspJournalFilters) self = user_data;
  g_autoptr (GError) error = NULL;
  MspFacets *facets =
    msp_journal_store_facets_finish (MSP_JOURNAL_STORE (source), result, &error);

  if (facets != NULL && self->popover != NULL)
    msp_filter_popover_take_facets (self->popover, facets);
  else if (facets != NULL)
    msp_facets_free (facets);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("Cannot count for the filters: %s", error->message);
}

static MspQuery *
make_query (MspJournalFilters *self)
{
  g_autoptr (MspAward) award = msp_award_read (self->settings);

  return self->catalog != NULL ? msp_filter_to_query (self->filter, self->catalog, &award->rule, NULL)
                               : msp_query_copy (self->filter->query);
}

static gboolean
count (gpointer user_data)
{
  MspJournalFilters *self = user_data;
  g_autoptr (MspQuery) query = make_query (self);

  self->count_source = 0;
  g_free (query->search);
  query->search = g_strdup (self->search);
  query->trash = self->in_trash;
  self->cancellable = g_cancellable_new ();
  msp_journal_store_facets_async (self->store, query, self->cancellable, facets_read,
                                  g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
stop_counting (MspJournalFilters *self)
{
  g_clear_handle_id (&self->count_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Nobody looks at counts behind a closed button. */
static void
count_soon (MspJournalFilters *self)
{
  if (self->store == NULL || self->popover == NULL ||
      !gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    return;

  stop_counting (self);
  self->count_source = g_timeout_add (COUNT_DELAY_MS, count, self);
}

static void
keep (MspJournalFilters *self)
{
  g_autoptr (MspFilter) choices = msp_filter_copy (self->filter);
  g_autofree char *text = NULL;

  g_clear_pointer (&choices->query->search, g_free);
  text = msp_filter_to_text (choices);
  if (self->settings != NULL)
    g_settings_set_string (self->settings, SETTINGS_KEY, text);
}

/* Shows what is chosen everywhere. */
static void
update (MspJournalFilters *self)
{
  g_free (self->filter->query->search);
  self->filter->query->search = g_strdup (self->search);

  if (msp_filter_is_empty (self->filter))
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "accent");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "accent");
  if (self->chips != NULL)
    msp_filter_chips_set_filter (self->chips, self->catalog, self->filter);
  if (self->popover != NULL)
    msp_filter_popover_set_filter (self->popover, self->filter);
  count_soon (self);
}

static void
set_search (MspJournalFilters *self,
            const char        *search)
{
  if (g_strcmp0 (self->search, search) == 0)
    return;

  g_free (self->search);
  self->search = g_strdup (search != NULL ? search : "");
  g_free (self->filter->query->search);
  self->filter->query->search = g_strdup (self->search);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
  if (self->popover != NULL && gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    update (self);
}

static void
take_filter (MspJournalFilters *self,
             const MspFilter   *filter)
{
  MspFilter *copy = msp_filter_copy (filter);

  msp_filter_free (self->filter);
  self->filter = copy;
  update (self);
  keep (self);
}

static void
popover_changed (MspJournalFilters *self)
{
  const MspFilter *filter = msp_filter_popover_get_filter (self->popover);
  g_autofree char *search = g_strdup (filter->query->search);

  take_filter (self, filter);
  set_search (self, search != NULL ? search : "");
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
chips_changed (MspJournalFilters *self)
{
  take_filter (self, msp_filter_chips_get_filter (self->chips));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
popover_closed (MspJournalFilters *self)
{
  stop_counting (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
}

/* Made when it is first opened: that costs as much as the rest of the page. */
static void
make_popover (GtkMenuButton *button,
              gpointer       user_data)
{
  MspJournalFilters *self = user_data;

  if (self->popover != NULL || self->catalog == NULL)
    return;

  self->popover = MSP_FILTER_POPOVER (msp_filter_popover_new (self->catalog, self->settings));
  g_signal_connect_object (self->popover, "changed", G_CALLBACK (popover_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (popover_closed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  msp_filter_popover_set_filter (self->popover, self->filter);
  gtk_menu_button_set_popover (button, GTK_WIDGET (self->popover));
}

static void
set_chips (MspJournalFilters *self,
           MspFilterChips    *chips)
{
  if (!g_set_object (&self->chips, chips) || chips == NULL)
    return;

  g_signal_connect_object (chips, "changed", G_CALLBACK (chips_changed), self, G_CONNECT_SWAPPED);
  msp_filter_chips_set_filter (chips, self->catalog, self->filter);
}

static void
msp_journal_filters_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  MspJournalFilters *self = MSP_JOURNAL_FILTERS (object);

  switch ((MspJournalFiltersProperty) prop_id)
    {
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;

    case PROP_CHIPS:
      g_value_set_object (value, self->chips);
      break;

    case PROP_IN_TRASH:
      g_value_set_boolean (value, self->in_trash);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
msp_journal_filters_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  MspJournalFilters *self = MSP_JOURNAL_FILTERS (object);

  switch ((MspJournalFiltersProperty) prop_id)
    {
    case PROP_SEARCH:
      set_search (self, g_value_get_string (value));
      break;

    case PROP_CHIPS:
      set_chips (self, g_value_get_object (value));
      break;

    case PROP_IN_TRASH:
      self->in_trash = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
msp_journal_filters_dispose (GObject *object)
{
  MspJournalFilters *self = MSP_JOURNAL_FILTERS (object);

  stop_counting (self);
  self->popover = NULL;
  g_clear_object (&self->chips);
  g_clear_object (&self->store);
  g_clear_object (&self->catalog);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (msp_journal_filters_parent_class)->dispose (object);
}

static void
msp_journal_filters_finalize (GObject *object)
{
  MspJournalFilters *self = MSP_JOURNAL_FILTERS (object);

  g_clear_pointer (&self->filter, msp_filter_free);
  g_clear_pointer (&self->search, g_free);

  G_OBJECT_CLASS (msp_journal_filters_parent_class)->finalize (object);
}

static void
msp_journal_filters_class_init (MspJournalFiltersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = msp_journal_filters_dispose;
  object_class->finalize = msp_journal_filters_finalize;
  object_class->get_property = msp_journal_filters_get_property;
  object_class->set_property = msp_journal_filters_set_property;

  properties[PROP_SEARCH] =
    g_param_spec_string ("search", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_CHIPS] =
    g_param_spec_object ("chips", NULL, NULL, MSP_TYPE_FILTER_CHIPS,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IN_TRASH] =
    g_param_spec_boolean ("in-trash", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * MspJournalFilters::changed:
   * @self: the filters
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MSP_TYPE_JOURNAL_FILTERS, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* The icon alone where the words have no room. */
static GtkWidget *
make_button_child (void)
{
  GtkWidget *squeezer = adw_squeezer_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), ICON_NAME);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Filter"));
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), content);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), gtk_image_new_from_icon_name (ICON_NAME));

  return squeezer;
}

static void
msp_journal_filters_init (MspJournalFilters *self)
{
  self->filter = msp_filter_new ();
  self->search = g_strdup ("");
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, make_button_child ());
  gtk_menu_button_set_create_popup_func (self->button, make_popover, self, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Filter"));
  msp_format_accessible_label (GTK_WIDGET (self->button), _ ("Filter"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

/**
 * msp_journal_filters_set_store:
 * @self: the filters
 * @store: the journal, whose types, areas and tags are offered
 * @catalog: the catalogue
 * @settings: (nullable): where the choice is kept
 */
void
msp_journal_filters_set_store (MspJournalFilters *self,
                               MspJournalStore   *store,
                               MspCatalog        *catalog,
                               GSettings         *settings)
{
  g_return_if_fail (MSP_IS_JOURNAL_FILTERS (self) && MSP_IS_JOURNAL_STORE (store));

  g_set_object (&self->store, store);
  g_set_object (&self->catalog, catalog);
  g_signal_connect_object (store, "changed", G_CALLBACK (count_soon), self, G_CONNECT_SWAPPED);
  if (settings != NULL)
    {
      g_autofree char *text = g_settings_get_string (settings, SETTINGS_KEY);
      g_autoptr (MspFilter) filter = msp_filter_from_text (text);

      take_filter (self, filter);
      g_set_object (&self->settings, settings);
    }
}

/**
 * msp_journal_filters_make_query:
 * @self: the filters
 *
 * Returns: (transfer full): what is chosen, without the words that are looked for, newest first
 */
MspQuery *
msp_journal_filters_make_query (MspJournalFilters *self)
{
  MspQuery *query;

  g_return_val_if_fail (MSP_IS_JOURNAL_FILTERS (self), NULL);

  query = make_query (self);
  g_clear_pointer (&query->search, g_free);

  return query;
}

/* The words that are looked for stay. */
void
msp_journal_filters_clear (MspJournalFilters *self)
{
  g_return_if_fail (MSP_IS_JOURNAL_FILTERS (self));

  msp_journal_filters_set_text (self, "");
}

/**
 * msp_journal_filters_set_text:
 * @self: the filters
 * @text: lines of key=value, see msp_filter_from_text()
 *
 * Chooses that and nothing else; words that are looked for replace those there are.
 */
void
msp_journal_filters_set_text (MspJournalFilters *self,
                              const char        *text)
{
  g_autoptr (MspFilter) filter = NULL;

  g_return_if_fail (MSP_IS_JOURNAL_FILTERS (self) && text != NULL);

  filter = msp_filter_from_text (text);
  if (filter->query->search != NULL)
    set_search (self, filter->query->search);
  take_filter (self, filter);
}
