/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-filter-popover"

#include "app/widgets/msp-filter-popover.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-filter-group.h"
#include "app/widgets/msp-filter-mark.h"
#include "app/widgets/msp-filter-names.h"
#include "app/widgets/msp-filter-time.h"
#include "app/widgets/msp-saved-filters.h"
#include "progress/msp-award.h"

#define WIDTH 300
#define MAX_HEIGHT 460

/**
 * MspFilterPopover:
 *
 * All filters of the journal with what each choice would give, and the combinations that were saved.
 */
struct _MspFilterPopover
{
  GtkPopover       parent_instance;

  MspSavedFilters *saved;                      /* in it */
  MspFilterTime   *time;                       /* in it */
  MspFilterGroup  *groups[MSP_N_FILTER_KINDS]; /* in it */
  MspFilterMark   *marks[MSP_N_MARKS];         /* in it */
  GtkWidget       *save_button;                /* at its foot */

  MspCatalog      *catalog;                    /* (owned) */
  GSettings       *settings;                   /* (owned) (nullable) */
  MspFilter       *filter;                     /* (owned) */
  MspFacets       *facets;                     /* (owned) (nullable): until somebody has counted */
};

G_DEFINE_FINAL_TYPE (MspFilterPopover, msp_filter_popover, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Of the gates the catalogue's eight, each with the entries of all its types. */
static GPtrArray *
make_gate_choices (MspFilterPopover *self)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) msp_filter_choice_free);
  GPtrArray *gates = msp_catalog_get_gates (self->catalog);

  for (guint i = 0; i < gates->len; i++)
    {
      const MspGate *gate = g_ptr_array_index (gates, i);
      g_auto (GStrv) types = msp_catalog_list_types_of_gate (self->catalog, gate->id);
      guint count = 0;

      for (guint j = 0; self->facets != NULL && types != NULL && types[j] != NULL; j++)
        count += msp_facets_count (self->facets->gate_types, types[j]);
      g_ptr_array_add (choices, msp_filter_choice_new (gate->id, gate->name, self->facets != NULL,
                                                       count));
    }

  return choices;
}

static const GPtrArray *
facets_of_kind (MspFilterPopover *self,
                MspFilterKind     kind)
{
  if (self->facets == NULL)
    return NULL;

  return kind == MSP_FILTER_TYPE ? self->facets->types
         : kind == MSP_FILTER_AREA ? self->facets->areas : self->facets->tags;
}

/* What is in use, and what is chosen though it is not. */
static GPtrArray *
make_choices (MspFilterPopover *self,
              MspFilterKind     kind)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) msp_filter_choice_free);
  const GPtrArray *facets = facets_of_kind (self, kind);
  const char *const *chosen = msp_filter_get_values (self->filter, kind);
  g_autoptr (MspFilter) missing = msp_filter_copy (self->filter);

  for (guint i = 0; facets != NULL && i < facets->len; i++)
    {
      const MspFacet *facet = g_ptr_array_index (facets, i);

      g_ptr_array_add (choices, msp_filter_choice_new (facet->name, facet->name, TRUE, facet->count));
      if (chosen != NULL)
        msp_filter_set_value (missing, kind, facet->name, FALSE);
    }
  chosen = msp_filter_get_values (missing, kind);
  for (guint i = 0; chosen != NULL && chosen[i] != NULL; i++)
    g_ptr_array_add (choices, msp_filter_choice_new (chosen[i], chosen[i], facets != NULL, 0));

  return choices;
}

static void
show (MspFilterPopover *self)
{
  g_autoptr (MspAward) award = msp_award_read (self->settings);

  msp_saved_filters_set_filter (self->saved, self->filter);
  msp_filter_time_show (self->time, self->filter, self->facets, &award->rule);
  for (int kind = 0; kind < MSP_N_FILTER_KINDS; kind++)
    {
      g_autoptr (GPtrArray) choices =
        kind == MSP_FILTER_GATE ? make_gate_choices (self) : make_choices (self, (MspFilterKind) kind);

      msp_filter_group_set_choices (self->groups[kind], choices,
                                    msp_filter_get_values (self->filter, (MspFilterKind) kind));
    }
  for (int mark = 0; mark < MSP_N_MARKS; mark++)
    msp_filter_mark_show (self->marks[mark], msp_query_get_mark (self->filter->query, (MspMark) mark),
                          self->facets != NULL ? self->facets->marks[mark] : NULL);
}

static void
say_changed (MspFilterPopover *self)
{
  show (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
value_toggled (MspFilterPopover *self,
               const char       *id,
               gboolean          is_chosen,
               MspFilterGroup   *group)
{
  for (int kind = 0; kind < MSP_N_FILTER_KINDS; kind++)
    {
      if (self->groups[kind] == group)
        msp_filter_set_value (self->filter, (MspFilterKind) kind, id, is_chosen);
    }
  say_changed (self);
}

static void
mark_changed (MspFilterPopover *self,
              MspFilterMark    *mark)
{
  msp_query_set_mark (self->filter->query, msp_filter_mark_get_mark (mark),
                      msp_filter_mark_get_whether (mark));
  say_changed (self);
}

static void
time_changed (MspFilterPopover *self)
{
  msp_filter_time_apply (self->time, self->filter);
  say_changed (self);
}

static void
saved_chosen (MspFilterPopover *self,
              const char       *text)
{
  msp_filter_free (self->filter);
  self->filter = msp_filter_from_text (text);
  say_changed (self);
}

static void
clear_clicked (MspFilterPopover *self)
{
  MspFilter *cleared = msp_filter_new ();

  cleared->query->search = g_strdup (self->filter->query->search);
  msp_filter_free (self->filter);
  self->filter = cleared;
  say_changed (self);
}

static void
save_clicked (MspFilterPopover *self)
{
  msp_saved_filters_begin_saving (self->saved);
}

static void
unfold_used (MspFilterPopover *self)
{
  if (self->filter->cycle != 0 || self->filter->query->from != MSP_DAY_NONE ||
      self->filter->query->to != MSP_DAY_NONE)
    msp_filter_time_unfold (self->time);
  for (int kind = 0; kind < MSP_N_FILTER_KINDS; kind++)
    {
      if (msp_filter_get_values (self->filter, (MspFilterKind) kind) != NULL)
        msp_filter_group_unfold (self->groups[kind]);
    }
}

static void
msp_filter_popover_closed (GtkPopover *popover)
{
  MspFilterPopover *self = MSP_FILTER_POPOVER (popover);

  msp_saved_filters_stop (self->saved);
  if (GTK_POPOVER_CLASS (msp_filter_popover_parent_class)->closed != NULL)
    GTK_POPOVER_CLASS (msp_filter_popover_parent_class)->closed (popover);
}

static void
msp_filter_popover_dispose (GObject *object)
{
  MspFilterPopover *self = MSP_FILTER_POPOVER (object);

  g_clear_object (&self->catalog);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (msp_filter_popover_parent_class)->dispose (object);
}

static void
msp_filter_popover_finalize (GObject *object)
{
  MspFilterPopover *self = MSP_FILTER_POPOVER (object);

  g_clear_pointer (&self->filter, msp_filter_free);
  g_clear_pointer (&self->facets, msp_facets_free);

  G_OBJECT_CLASS (msp_filter_popover_parent_class)->finalize (object);
}

static void
msp_filter_popover_class_init (MspFilterPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msp_filter_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = msp_filter_popover_finalize;
  GTK_POPOVER_CLASS (klass)->closed = msp_filter_popover_closed;

  /**
   * MspFilterPopover::changed:
   * @self: the popover
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MSP_TYPE_FILTER_POPOVER, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_groups (MspFilterPopover *self,
            GtkBox           *box)
{
  static const char *const find_texts[MSP_N_FILTER_KINDS] = {
    N_ ("Find a type"), N_ ("Find a gate"), N_ ("Find an area"), N_ ("Find a tag")
  };

  for (int kind = 0; kind < MSP_N_FILTER_KINDS; kind++)
    {
      GtkWidget *group = msp_filter_group_new (msp_filter_kind_name ((MspFilterKind) kind),
                                               _ (find_texts[kind]));

      self->groups[kind] = MSP_FILTER_GROUP (group);
      gtk_box_append (box, group);
      g_signal_connect_swapped (group, "toggled", G_CALLBACK (value_toggled), self);
    }
}

static GtkWidget *
make_content (MspFilterPopover *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 10));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->saved = MSP_SAVED_FILTERS (msp_saved_filters_new ());
  self->time = MSP_FILTER_TIME (msp_filter_time_new ());
  gtk_box_append (box, GTK_WIDGET (self->saved));
  gtk_box_append (box, GTK_WIDGET (self->time));
  add_groups (self, box);
  for (int mark = 0; mark < MSP_N_MARKS; mark++)
    {
      self->marks[mark] = MSP_FILTER_MARK (msp_filter_mark_new ((MspMark) mark));
      gtk_box_append (box, GTK_WIDGET (self->marks[mark]));
      g_signal_connect_swapped (self->marks[mark], "changed", G_CALLBACK (mark_changed), self);
    }
  g_signal_connect_swapped (self->saved, "chosen", G_CALLBACK (saved_chosen), self);
  g_signal_connect_swapped (self->time, "changed", G_CALLBACK (time_changed), self);

  gtk_widget_add_css_class (GTK_WIDGET (box), "filter-content");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (box));
  gtk_widget_set_size_request (scroller, WIDTH, -1);

  return scroller;
}

static GtkWidget *
make_foot (MspFilterPopover *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *clear_button = gtk_button_new_with_label (_ ("Clear Filters"));

  self->save_button = gtk_button_new_with_label (_ ("Save as…"));
  gtk_box_set_homogeneous (GTK_BOX (foot), TRUE);
  gtk_box_append (GTK_BOX (foot), clear_button);
  gtk_box_append (GTK_BOX (foot), self->save_button);
  gtk_widget_add_css_class (foot, "filter-foot");
  g_signal_connect_swapped (clear_button, "clicked", G_CALLBACK (clear_clicked), self);
  g_signal_connect_swapped (self->save_button, "clicked", G_CALLBACK (save_clicked), self);

  return foot;
}

static void
msp_filter_popover_init (MspFilterPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->filter = msp_filter_new ();
  gtk_box_append (GTK_BOX (box), make_content (self));
  gtk_box_append (GTK_BOX (box), make_foot (self));
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "filter-popover");
  g_signal_connect (self, "show", G_CALLBACK (unfold_used), NULL);
}

GtkWidget *
msp_filter_popover_new (MspCatalog *catalog,
                        GSettings  *settings)
{
  MspFilterPopover *self;

  g_return_val_if_fail (MSP_IS_CATALOG (catalog), NULL);

  self = g_object_new (MSP_TYPE_FILTER_POPOVER, NULL);
  self->catalog = g_object_ref (catalog);
  if (settings != NULL)
    self->settings = g_object_ref (settings);
  msp_saved_filters_set_settings (self->saved, settings);
  gtk_widget_set_visible (self->save_button, settings != NULL);
  show (self);

  return GTK_WIDGET (self);
}

void
msp_filter_popover_set_filter (MspFilterPopover *self,
                               const MspFilter  *filter)
{
  MspFilter *copy;

  g_return_if_fail (MSP_IS_FILTER_POPOVER (self) && filter != NULL);

  copy = msp_filter_copy (filter);
  msp_filter_free (self->filter);
  self->filter = copy;
  show (self);
}

const MspFilter *
msp_filter_popover_get_filter (MspFilterPopover *self)
{
  g_return_val_if_fail (MSP_IS_FILTER_POPOVER (self), NULL);

  return self->filter;
}

void
msp_filter_popover_take_facets (MspFilterPopover *self,
                                MspFacets        *facets)
{
  g_return_if_fail (MSP_IS_FILTER_POPOVER (self) && facets != NULL);

  g_clear_pointer (&self->facets, msp_facets_free);
  self->facets = facets;
  show (self);
}
