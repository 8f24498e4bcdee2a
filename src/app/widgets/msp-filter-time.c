/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-filter-time"

#include "app/widgets/msp-filter-time.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-date-row.h"
#include "app/widgets/msp-filter-group.h"
#include "base/msp-clock.h"

/* Entries with dates beyond that are found by days. */
#define CYCLES_MAX 60

/**
 * MspFilterTime:
 *
 * A cycle, or days of one's own.
 */
struct _MspFilterTime
{
  AdwBin          parent_instance;

  MspFilterGroup *group;    /* in it */
  MspDateRow     *from_row; /* below the cycles */
  MspDateRow     *to_row;   /* below the cycles */

  int             cycle;    /* 0: none */
  MspDay          from;
  MspDay          to;
  gboolean        filling;  /* not a person's choice */
};

G_DEFINE_FINAL_TYPE (MspFilterTime, msp_filter_time, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
cycle_toggled (MspFilterTime *self,
               const char    *id,
               gboolean       is_chosen)
{
  self->cycle = is_chosen ? (int) g_ascii_strtoll (id, NULL, 10) : 0;
  self->from = self->to = MSP_DAY_NONE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
dates_changed (MspFilterTime *self)
{
  gboolean is_valid = TRUE;
  MspDay from;
  MspDay to;

  if (self->filling)
    return;

  from = msp_date_row_read (self->from_row, FALSE, &is_valid);
  to = msp_date_row_read (self->to_row, FALSE, &is_valid);
  if (!is_valid || (from == self->from && to == self->to))
    return;

  self->cycle = 0;
  self->from = from;
  self->to = to;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
msp_filter_time_class_init (MspFilterTimeClass *klass)
{
  /**
   * MspFilterTime::changed:
   * @self: the time
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MSP_TYPE_FILTER_TIME, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static MspDateRow *
make_row (MspFilterTime *self,
          GtkWidget     *list,
          const char    *title)
{
  MspDateRow *row = g_object_new (MSP_TYPE_DATE_ROW, "title", title, NULL);

  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (row));
  g_signal_connect_swapped (row, "changed", G_CALLBACK (dates_changed), self);

  return row;
}

static void
msp_filter_time_init (MspFilterTime *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->group = MSP_FILTER_GROUP (msp_filter_group_new (_ ("Time"), _ ("Find a cycle")));
  self->from_row = make_row (self, list, _ ("From"));
  self->to_row = make_row (self, list, _ ("To"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  msp_filter_group_append (self->group, list);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  g_signal_connect_swapped (self->group, "toggled", G_CALLBACK (cycle_toggled), self);
}

GtkWidget *
msp_filter_time_new (void)
{
  return g_object_new (MSP_TYPE_FILTER_TIME, NULL);
}

static void
add_choice (GPtrArray       *choices,
            const MspFacets *facets,
            const MspCycle  *cycle,
            guint            count)
{
  g_autofree char *id = g_strdup_printf ("%d", cycle->year);
  g_autofree char *text = g_strdup_printf (_ ("Cycle %d"), cycle->year);

  g_ptr_array_add (choices, msp_filter_choice_new (id, text, facets != NULL, count));
}

/* The newest first: this one, the one that is chosen, and all that have entries. */
static GPtrArray *
make_choices (MspFilterTime      *self,
              const MspFacets    *facets,
              const MspCycleRule *rule)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) msp_filter_choice_free);
  MspCycle now = msp_cycle_of_day (rule, NULL, msp_clock_today ());
  MspDay newest = now.window_start;
  MspDay oldest = now.window_start;
  int first;
  int last;

  if (facets != NULL && facets->days->len > 0)
    {
      oldest = MIN (oldest, g_array_index (facets->days, MspDayCount, 0).day);
      newest = MAX (newest, g_array_index (facets->days, MspDayCount, facets->days->len - 1).day);
    }
  first = msp_cycle_of_day (rule, NULL, oldest).year;
  last = msp_cycle_of_day (rule, NULL, newest).year;
  if (self->cycle != 0)
    {
      first = MIN (first, self->cycle);
      last = MAX (last, self->cycle);
    }

  for (int year = last; year >= first && choices->len < CYCLES_MAX; year--)
    {
      MspCycle cycle = msp_cycle_of_year (rule, NULL, year);
      guint count = facets != NULL ? msp_facets_count_days (facets, cycle.window_start, cycle.window_end)
                                   : 0;

      if (count > 0 || year == now.year || year == self->cycle)
        add_choice (choices, facets, &cycle, count);
    }

  return choices;
}

void
msp_filter_time_show (MspFilterTime      *self,
                      const MspFilter    *filter,
                      const MspFacets    *facets,
                      const MspCycleRule *rule)
{
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) choices = NULL;
  const char *chosen[] = { NULL, NULL };

  g_return_if_fail (MSP_IS_FILTER_TIME (self) && filter != NULL && rule != NULL);

  self->filling = TRUE;
  self->cycle = filter->cycle;
  if (self->from != filter->query->from || self->to != filter->query->to)
    {
      self->from = filter->query->from;
      self->to = filter->query->to;
      msp_date_row_set_day (self->from_row, self->from);
      msp_date_row_set_day (self->to_row, self->to);
    }
  self->filling = FALSE;

  choices = make_choices (self, facets, rule);
  id = g_strdup_printf ("%d", self->cycle);
  chosen[0] = id;
  msp_filter_group_set_choices (self->group, choices, chosen);
}

void
msp_filter_time_apply (MspFilterTime *self,
                       MspFilter     *filter)
{
  g_return_if_fail (MSP_IS_FILTER_TIME (self) && filter != NULL);

  msp_filter_set_days (filter, self->from, self->to);
  if (self->cycle != 0)
    msp_filter_set_cycle (filter, self->cycle);
}

void
msp_filter_time_unfold (MspFilterTime *self)
{
  g_return_if_fail (MSP_IS_FILTER_TIME (self));

  msp_filter_group_unfold (self->group);
}
