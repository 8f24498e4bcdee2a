/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-award"

#include "progress/msp-award.h"

#define SCHEMA_ID "com.example.MsPrograms"
#define DAYS_MAX 365

static const int default_days[] = { 30, 14, 7, 3, 1, 0 };

/**
 * msp_settings_new:
 *
 * Returns: (transfer full) (nullable): the settings, or `NULL` where their schema is not installed
 */
GSettings *
msp_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA_ID, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static void
read_month_day (GSettings   *settings,
                const char  *key,
                MspMonthDay *month_day)
{
  g_autofree char *text = g_settings_get_string (settings, key);

  if (!msp_month_day_parse (text, month_day, NULL))
    g_message ("%s is not a month and a day, the default is used: %s", key, text);
}

static MspDay
read_day (GSettings  *settings,
          const char *key)
{
  g_autofree char *text = g_settings_get_string (settings, key);
  MspDay day = MSP_DAY_NONE;

  if (*text != '\0' && !msp_day_parse (text, &day, NULL))
    g_message ("%s is not a date: %s", key, text);

  return day;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return *(const int *) b - *(const int *) a;
}

static void
read_days (GSettings *settings,
           GArray    *days)
{
  g_autoptr (GVariant) value = g_settings_get_value (settings, "reminder-days");
  gsize length = 0;
  const gint32 *chosen = g_variant_get_fixed_array (value, &length, sizeof *chosen);

  g_array_set_size (days, 0);
  for (gsize i = 0; i < length; i++)
    {
      if (chosen[i] >= 0 && chosen[i] <= DAYS_MAX)
        g_array_append_val (days, chosen[i]);
    }
  g_array_sort (days, compare_days);
}

/**
 * msp_award_read:
 * @settings: (nullable): the settings
 *
 * Returns: (transfer full): what they say; a value that does not parse is as if it were not set
 */
MspAward *
msp_award_read (GSettings *settings)
{
  MspAward *self = g_new0 (MspAward, 1);
  g_auto (GStrv) status = NULL;

  self->rule = msp_cycle_rule_default ();
  self->reminders = TRUE;
  self->reminder_days = g_array_new (FALSE, FALSE, sizeof (int));
  g_array_append_vals (self->reminder_days, default_days, G_N_ELEMENTS (default_days));
  if (settings == NULL)
    return self;

  status = g_settings_get_strv (settings, "award-status");
  self->nominated = g_strv_contains ((const char *const *) status, "nominated");
  self->mvp = g_strv_contains ((const char *const *) status, "mvp");
  self->rd = g_strv_contains ((const char *const *) status, "rd");
  self->student_ambassador = g_strv_contains ((const char *const *) status, "student-ambassador");
  self->nominated_on = read_day (settings, "nominated-on");
  self->mvp_since = read_day (settings, "mvp-since");
  self->rd_since = read_day (settings, "rd-since");
  read_month_day (settings, "window-start", &self->rule.window_start);
  read_month_day (settings, "window-end", &self->rule.window_end);
  read_month_day (settings, "record-by", &self->rule.record_by);
  read_month_day (settings, "announce-on", &self->rule.announce_on);
  self->reminders = g_settings_get_boolean (settings, "reminders");
  read_days (settings, self->reminder_days);

  return self;
}

gboolean
msp_award_has_status (const MspAward *self)
{
  return self->nominated || self->mvp || self->rd || self->student_ambassador;
}

void
msp_award_free (MspAward *self)
{
  g_array_unref (self->reminder_days);
  g_free (self);
}
