/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-reminder-service"

#include "reminders/msp-reminder-service.h"

#include <glib/gi18n-lib.h>

#include "base/msp-clock.h"
#include "journal/msp-journal-records.h"
#include "reminders/msp-notification-server.h"

/* The day on which reminders that were put off come again. */
#define SNOOZE_VALUE "reminders-sleep-until"

/**
 * MspReminderService:
 *
 * Tells the desktop what the plan says is due, and takes back what is not true any more.
 */
struct _MspReminderService
{
  GObject          parent_instance;

  GApplication    *application; /* (unowned): owns this */
  MspCatalog      *catalog;     /* (owned) */
  MspJournalStore *store;       /* (owned) */
  GSettings       *settings;    /* (owned) (nullable) */
  guint            midnight;    /* source */
};

G_DEFINE_FINAL_TYPE (MspReminderService, msp_reminder_service, G_TYPE_OBJECT)

static void
msp_reminder_service_dispose (GObject *object)
{
  MspReminderService *self = MSP_REMINDER_SERVICE (object);

  g_clear_handle_id (&self->midnight, g_source_remove);
  g_clear_object (&self->settings);
  g_clear_object (&self->store);
  g_clear_object (&self->catalog);

  G_OBJECT_CLASS (msp_reminder_service_parent_class)->dispose (object);
}

static void
msp_reminder_service_class_init (MspReminderServiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msp_reminder_service_dispose;
}

static void
msp_reminder_service_init (MspReminderService *self)
{
}

MspReminderService *
msp_reminder_service_new (GApplication    *application,
                          MspCatalog      *catalog,
                          MspJournalStore *store)
{
  MspReminderService *self = g_object_new (MSP_TYPE_REMINDER_SERVICE, NULL);

  self->application = application;
  self->catalog = g_object_ref (catalog);
  self->store = g_object_ref (store);
  self->settings = msp_settings_new ();

  return self;
}

static GPtrArray *
make_plan (MspReminderService  *self,
           MspDay               today,
           GError             **error)
{
  g_autoptr (MspAward) award = msp_award_read (self->settings);
  g_autoptr (GPtrArray) own = msp_journal_store_list_cycle_dates (self->store, error);

  return own != NULL ? msp_reminder_plan (self->catalog, award, own, today) : NULL;
}

static gboolean
is_planned (GPtrArray  *plan,
            const char *id)
{
  for (guint i = 0; i < plan->len; i++)
    {
      if (g_str_equal (((const MspReminder *) g_ptr_array_index (plan, i))->id, id))
        return TRUE;
    }

  return FALSE;
}

static void
withdraw_others (MspReminderService *self,
                 GPtrArray          *plan)
{
  static const char *const ids[] = { "deadline-window_end", "deadline-record_by" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      if (!is_planned (plan, ids[i]))
        g_application_withdraw_notification (self->application, ids[i]);
    }
}

static void
send (MspReminderService *self,
      const MspReminder  *reminder)
{
  g_autoptr (GNotification) notification = g_notification_new (reminder->title);

  g_notification_set_body (notification, reminder->body);
  g_notification_set_priority (notification, reminder->days_left <= 1
                               ? G_NOTIFICATION_PRIORITY_HIGH : G_NOTIFICATION_PRIORITY_NORMAL);
  g_notification_set_default_action (notification, "app.show-progress");
  g_notification_add_button (notification, _ ("Remind me tomorrow"), "app.remind-tomorrow");
  g_application_send_notification (self->application, reminder->id, notification);
}

static gboolean
is_asleep (MspReminderService *self,
           MspDay              today)
{
  g_autofree char *text = msp_journal_store_get_value (self->store, SNOOZE_VALUE, NULL);
  MspDay until;

  return text != NULL && msp_day_parse (text, &until, NULL) && today < until;
}

/* The stage is claimed before it is told, so that of two processes one tells it. */
static gboolean
tell (MspReminderService  *self,
      const MspReminder   *reminder,
      int                 *n_sent,
      GError             **error)
{
  gboolean told = FALSE;
  gboolean claimed = FALSE;

  if (!msp_journal_store_is_reminder_told (self->store, reminder->deadline, reminder->date,
                                           reminder->stage, &told, error))
    return FALSE;

  if (told)
    return TRUE;

  if (!msp_journal_store_claim_reminder (self->store, reminder->deadline, reminder->date,
                                         reminder->stage, &claimed, error))
    return FALSE;

  if (claimed)
    {
      send (self, reminder);
      (*n_sent)++;
    }

  return TRUE;
}

/**
 * msp_reminder_service_run:
 * @self: the service
 * @today: what today is
 * @error: return location for an error of the journal
 *
 * Tells what is due and was not told. Where nobody takes notifications, nothing is marked as told.
 *
 * Returns: how many were sent, or -1 with @error set
 */
int
msp_reminder_service_run (MspReminderService  *self,
                          MspDay               today,
                          GError             **error)
{
  GDBusConnection *connection = g_application_get_dbus_connection (self->application);
  g_autoptr (GPtrArray) plan = make_plan (self, today, error);
  int n_sent = 0;

  if (plan == NULL)
    return -1;

  if (!msp_notification_server_is_there (connection))
    return 0;

  withdraw_others (self, plan);
  if (is_asleep (self, today))
    return 0;

  for (guint i = 0; i < plan->len; i++)
    {
      if (!tell (self, g_ptr_array_index (plan, i), &n_sent, error))
        return -1;
    }

  g_dbus_connection_flush_sync (connection, NULL, NULL);

  return n_sent;
}

/**
 * msp_reminder_service_snooze:
 * @self: the service
 * @today: what today is
 * @error: return location for an error of the journal
 *
 * Puts what was told off until tomorrow, when it is told again.
 *
 * Returns: whether it is noted
 */
gboolean
msp_reminder_service_snooze (MspReminderService  *self,
                             MspDay               today,
                             GError             **error)
{
  g_autofree char *tomorrow = msp_day_to_iso (today + 1);
  g_autoptr (GPtrArray) plan = make_plan (self, today, error);

  if (plan == NULL ||
      !msp_journal_store_set_value (self->store, SNOOZE_VALUE, tomorrow, error))
    return FALSE;

  for (guint i = 0; i < plan->len; i++)
    {
      const MspReminder *reminder = g_ptr_array_index (plan, i);

      g_application_withdraw_notification (self->application, reminder->id);
      if (!msp_journal_store_release_reminder (self->store, reminder->deadline, reminder->date,
                                               reminder->stage, error))
        return FALSE;
    }

  return TRUE;
}

static void
run_now (MspReminderService *self)
{
  g_autoptr (GError) error = NULL;

  if (msp_reminder_service_run (self, msp_clock_today (), &error) < 0)
    g_message ("Cannot tell what is due: %s", error->message);
}

static gboolean midnight_passed (gpointer user_data);

static void
wait_for_midnight (MspReminderService *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autoptr (GDateTime) midnight =
    g_date_time_new_local (g_date_time_get_year (tomorrow), g_date_time_get_month (tomorrow),
                           g_date_time_get_day_of_month (tomorrow), 0, 0, 1);
  gint64 seconds = g_date_time_difference (midnight, now) / G_USEC_PER_SEC + 1;

  self->midnight = g_timeout_add_seconds ((guint) MAX (seconds, 1), midnight_passed, self);
}

static gboolean
midnight_passed (gpointer user_data)
{
  MspReminderService *self = user_data;

  run_now (self);
  wait_for_midnight (self);

  return G_SOURCE_REMOVE;
}

/**
 * msp_reminder_service_start:
 * @self: the service
 *
 * Tells what is due now, and again when a day begins or the settings change.
 */
void
msp_reminder_service_start (MspReminderService *self)
{
  g_return_if_fail (MSP_IS_REMINDER_SERVICE (self));

  if (msp_journal_store_is_read_only (self->store))
    return;

  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed", G_CALLBACK (run_now), self,
                             G_CONNECT_SWAPPED);
  run_now (self);
  wait_for_midnight (self);
}
