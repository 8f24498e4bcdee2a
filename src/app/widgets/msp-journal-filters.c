/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-filters"

#include "app/widgets/msp-journal-filters.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "base/msp-clock.h"
#include "progress/msp-award.h"

#define SETTINGS_KEY "journal-filters"
#define N_CYCLES 6

typedef enum
{
  FILTER_CYCLE,
  FILTER_TYPE,
  FILTER_AREA,
  FILTER_TAG,
  FILTER_STATUS,
  N_FILTERS,
} Filter;

static const char *const filter_keys[N_FILTERS] = { "cycle", "type", "area", "tag", "status" };

/**
 * MspJournalFilters:
 *
 * A button with the journal's filters behind it. "changed" is emitted when one is.
 */
struct _MspJournalFilters
{
  AdwBin           parent_instance;

  GtkMenuButton   *button;           /* in it */
  GtkDropDown     *drops[N_FILTERS]; /* in the popover */
  GtkStringList   *names[N_FILTERS]; /* (owned): the first stands for all */
  MspJournalStore *store;            /* (owned) (nullable) */
  GSettings       *settings;         /* (owned) (nullable) */
  gboolean         filling;          /* not a person's choice */
};

G_DEFINE_FINAL_TYPE (MspJournalFilters, msp_journal_filters, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* NULL: all */
static const char *
chosen (MspJournalFilters *self,
        Filter             filter)
{
  guint selected = gtk_drop_down_get_selected (self->drops[filter]);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;

  return gtk_string_list_get_string (self->names[filter], selected);
}

static void
keep (MspJournalFilters *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int filter = 0; filter < N_FILTERS; filter++)
    {
      if (chosen (self, (Filter) filter) != NULL)
        g_string_append_printf (text, "%s=%s\n", filter_keys[filter],
                                chosen (self, (Filter) filter));
    }

  if (text->len > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "accent");
  if (self->settings != NULL)
    g_settings_set_string (self->settings, SETTINGS_KEY, text->str);
}

static void
choice_changed (MspJournalFilters *self)
{
  if (self->filling)
    return;

  keep (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The place of @name, which is added where it is not known. */
static void
choose (MspJournalFilters *self,
        Filter             filter,
        const char        *name)
{
  guint n_names = g_list_model_get_n_items (G_LIST_MODEL (self->names[filter]));

  for (guint i = 1; i < n_names; i++)
    {
      if (g_ascii_strcasecmp (gtk_string_list_get_string (self->names[filter], i), name) == 0)
        {
          gtk_drop_down_set_selected (self->drops[filter], i);
          return;
        }
    }

  gtk_string_list_append (self->names[filter], name);
  gtk_drop_down_set_selected (self->drops[filter], n_names);
}

static void
apply_text (MspJournalFilters *self,
            const char        *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  self->filling = TRUE;
  for (int filter = 0; filter < N_FILTERS; filter++)
    gtk_drop_down_set_selected (self->drops[filter], 0);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      for (int filter = 0; filter < N_FILTERS; filter++)
        {
          g_autofree char *prefix = g_strconcat (filter_keys[filter], "=", NULL);

          if (g_str_has_prefix (lines[i], prefix))
            choose (self, (Filter) filter, lines[i] + strlen (prefix));
        }
    }
  self->filling = FALSE;
  keep (self);
}

static void
replace_names (MspJournalFilters *self,
               Filter             filter,
               GStrv              names)
{
  g_autofree char *before = g_strdup (chosen (self, filter));
  guint length = g_list_model_get_n_items (G_LIST_MODEL (self->names[filter]));

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->drops[filter], 0);
  gtk_string_list_splice (self->names[filter], 1, length - 1, (const char *const *) names);
  if (before != NULL)
    choose (self, filter, before);
  self->filling = FALSE;
}

static void
vocabulary_read (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (MspJournalFilters) self = user_data;
  g_autoptr (MspJournalVocabulary) words =
    msp_journal_store_vocabulary_finish (MSP_JOURNAL_STORE (source), result, NULL);

  if (words == NULL || self->store == NULL)
    return;

  replace_names (self, FILTER_TYPE, words->types);
  replace_names (self, FILTER_AREA, words->areas);
  replace_names (self, FILTER_TAG, words->tags);
}

static void
read_vocabulary (MspJournalFilters *self)
{
  msp_journal_store_vocabulary_async (self->store, NULL, vocabulary_read, g_object_ref (self));
}

static void
msp_journal_filters_dispose (GObject *object)
{
  MspJournalFilters *self = MSP_JOURNAL_FILTERS (object);

  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  for (int filter = 0; filter < N_FILTERS; filter++)
    g_clear_object (&self->names[filter]);

  G_OBJECT_CLASS (msp_journal_filters_parent_class)->dispose (object);
}

static void
msp_journal_filters_class_init (MspJournalFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msp_journal_filters_dispose;

  /**
   * MspJournalFilters::changed:
   * @self: the filters
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MSP_TYPE_JOURNAL_FILTERS, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_line (MspJournalFilters *self,
           Filter             filter,
           const char        *title,
           const char        *all)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);
  const char *const first[] = { all, NULL };

  self->names[filter] = gtk_string_list_new (first);
  self->drops[filter] =
    GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (self->names[filter])), NULL));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->drops[filter]), 180, -1);
  msp_format_accessible_label (GTK_WIDGET (self->drops[filter]), title);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->drops[filter]));
  g_signal_connect_object (self->drops[filter], "notify::selected", G_CALLBACK (choice_changed),
                           self, G_CONNECT_SWAPPED);

  return box;
}

static void
msp_journal_filters_init (MspJournalFilters *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_box_append (GTK_BOX (box), make_line (self, FILTER_CYCLE, _ ("Cycle"), _ ("All cycles")));
  gtk_box_append (GTK_BOX (box), make_line (self, FILTER_TYPE, _ ("Type"), _ ("All types")));
  gtk_box_append (GTK_BOX (box), make_line (self, FILTER_AREA, _ ("Area"), _ ("All areas")));
  gtk_box_append (GTK_BOX (box), make_line (self, FILTER_TAG, _ ("Tag"), _ ("All tags")));
  gtk_box_append (GTK_BOX (box), make_line (self, FILTER_STATUS, _ ("Status"), _ ("Any status")));
  gtk_string_list_append (self->names[FILTER_STATUS], _ ("Done"));
  gtk_string_list_append (self->names[FILTER_STATUS], _ ("Planned"));
  gtk_widget_add_css_class (box, "row-details");
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->button, _ ("Filter"));
  gtk_menu_button_set_popover (self->button, popover);
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
  g_autoptr (MspAward) award = msp_award_read (settings);
  MspCycle cycle = msp_cycle_of_day (&award->rule, NULL, msp_clock_today ());

  g_set_object (&self->store, store);
  for (int i = 0; i < N_CYCLES; i++)
    {
      g_autofree char *year = g_strdup_printf ("%d", cycle.year - i);

      gtk_string_list_append (self->names[FILTER_CYCLE], year);
    }
  g_signal_connect_object (store, "changed", G_CALLBACK (read_vocabulary), self,
                           G_CONNECT_SWAPPED);

  if (settings != NULL)
    {
      g_autofree char *text = g_settings_get_string (settings, SETTINGS_KEY);

      apply_text (self, text);
      g_set_object (&self->settings, settings);
    }
  read_vocabulary (self);
}

static GStrv
one (const char *name)
{
  const char *const list[] = { name, NULL };

  return name != NULL ? g_strdupv ((GStrv) list) : NULL;
}

/**
 * msp_journal_filters_make_query:
 * @self: the filters
 *
 * Returns: (transfer full): what is chosen, newest first
 */
MspQuery *
msp_journal_filters_make_query (MspJournalFilters *self)
{
  MspQuery *query = msp_query_new ();
  const char *year = chosen (self, FILTER_CYCLE);

  if (year != NULL)
    {
      g_autoptr (MspAward) award = msp_award_read (self->settings);
      MspCycle cycle = msp_cycle_of_year (&award->rule, NULL,
                                          (int) g_ascii_strtoll (year, NULL, 10));

      query->from = cycle.window_start;
      query->to = cycle.window_end;
    }

  query->types = one (chosen (self, FILTER_TYPE));
  query->areas = one (chosen (self, FILTER_AREA));
  query->tags = one (chosen (self, FILTER_TAG));
  query->status = (MspStatusFilter) gtk_drop_down_get_selected (self->drops[FILTER_STATUS]);

  return query;
}

void
msp_journal_filters_clear (MspJournalFilters *self)
{
  g_return_if_fail (MSP_IS_JOURNAL_FILTERS (self));

  apply_text (self, "");
}

/**
 * msp_journal_filters_set_text:
 * @self: the filters
 * @text: lines of key=value: cycle, type, area, tag or status
 */
void
msp_journal_filters_set_text (MspJournalFilters *self,
                              const char        *text)
{
  g_return_if_fail (MSP_IS_JOURNAL_FILTERS (self));

  apply_text (self, text);
}
