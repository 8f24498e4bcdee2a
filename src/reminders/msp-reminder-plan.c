/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-reminder-plan"

#include "reminders/msp-reminder-plan.h"

#include <glib/gi18n-lib.h>

void
msp_reminder_free (MspReminder *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->body);
  g_free (self);
}

/* The stage that has come last: the nearest day not before the days left. */
static int
find_stage (const MspAward *award,
            int             days_left)
{
  int stage = -1;

  for (guint i = 0; i < award->reminder_days->len; i++)
    {
      int day = g_array_index (award->reminder_days, int, i);

      if (day >= days_left)
        stage = day;
    }

  return stage;
}

static char *
make_title (int days_left)
{
  if (days_left == 0)
    return g_strdup (_ ("Today is the last day"));

  return g_strdup_printf (ngettext ("%d day left", "%d days left", days_left), days_left);
}

static MspReminder *
make_reminder (MspCatalog        *catalog,
               const MspDeadline *deadline,
               int                stage)
{
  MspReminder *reminder = g_new0 (MspReminder, 1);
  g_autofree char *date = msp_day_to_text (deadline->date);

  reminder->deadline = deadline->id;
  reminder->date = deadline->date;
  reminder->stage = stage;
  reminder->days_left = deadline->days_left;
  reminder->id = g_strconcat ("deadline-", deadline->id, NULL);
  reminder->title = make_title (deadline->days_left);
  reminder->body = g_strdup_printf (_ ("%s: %s."),
                                    msp_catalog_get_deadline_title (catalog, deadline->id), date);

  return reminder;
}

GPtrArray *
msp_reminder_plan (MspCatalog     *catalog,
                   const MspAward *award,
                   GPtrArray      *own_cycle_dates,
                   MspDay          today)
{
  GPtrArray *plan = g_ptr_array_new_with_free_func ((GDestroyNotify) msp_reminder_free);
  MspDeadline deadlines[3] = { { NULL } };

  if (!award->reminders || !msp_award_has_status (award))
    return plan;

  msp_cycle_next_deadlines (&award->rule, own_cycle_dates, today, deadlines);
  for (int i = 0; i < 3; i++)
    {
      int stage = find_stage (award, deadlines[i].days_left);

      if (stage >= 0 && !g_str_equal (deadlines[i].id, "announce_on"))
        g_ptr_array_add (plan, make_reminder (catalog, &deadlines[i], stage));
    }

  return plan;
}
