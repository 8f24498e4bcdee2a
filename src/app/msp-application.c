/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-application"

#include "app/msp-application.h"

#include <glib/gi18n-lib.h>

#include "app/msp-about.h"
#include "app/msp-services.h"
#include "app/msp-window.h"
#include "app/widgets/msp-dossier-window.h"
#include "base/msp-clock.h"
#include "msp-config.h"
#include "reminders/msp-reminder-service.h"

/**
 * MspApplication:
 *
 * The running program: one window, the services behind it, and the reminders
 * while it is open.
 */
struct _MspApplication
{
  AdwApplication      parent_instance;

  char               *journal_path; /* (owned) (nullable): the user's own if NULL */
  MspServices        *services;     /* (owned) (nullable): NULL before startup */
  MspReminderService *reminders;    /* (owned) (nullable): NULL without a journal */
};

G_DEFINE_FINAL_TYPE (MspApplication, msp_application, ADW_TYPE_APPLICATION)

typedef struct
{
  const char *action;
  const char *accelerators[3];
} Shortcut;

static const Shortcut shortcuts[] = {
  { "app.quit", { "<Control>q", NULL } },
  { "app.preferences", { "<Control>comma", NULL } },
  { "window.close", { "<Control>w", NULL } },
  { "win.show-help-overlay", { "<Control>question", NULL } },
  { "win.new-entry", { "<Control>n", NULL } },
  { "win.export", { "<Control>e", NULL } },
  { "win.import('')", { "<Control>i", NULL } },
  { "win.search", { "<Control>f", NULL } },
  { "win.go-back", { "<Alt>Left", NULL } },
  { "win.show-page::overview", { "<Alt>1", NULL } },
  { "win.show-page::compare", { "<Alt>2", NULL } },
  { "win.show-page::eligibility", { "<Alt>3", NULL } },
  { "win.show-page::journal", { "<Alt>4", NULL } },
  { "win.show-page::progress", { "<Alt>5", NULL } },
};

static MspWindow *
present_window (MspApplication *self)
{
  GtkWindow *window = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (window == NULL && MSP_IS_WINDOW (l->data))
        window = l->data;
    }

  if (window == NULL)
    {
      window = GTK_WINDOW (msp_window_new (GTK_APPLICATION (self), self->services));
      msp_dossier_window_add_action (GTK_APPLICATION_WINDOW (window), self->services);
    }

  gtk_window_present (window);

  return MSP_WINDOW (window);
}

static void
quit_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (user_data));

  /* Each window is asked, so that an unsaved form can say no. */
  for (GList *next; windows != NULL; windows = next)
    {
      next = windows->next;
      gtk_window_close (windows->data);
    }
}

static void
about_activated (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  msp_about_present (GTK_WINDOW (present_window (MSP_APPLICATION (user_data))));
}

static void
preferences_activated (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  msp_window_show_preferences (present_window (MSP_APPLICATION (user_data)));
}

static void
new_entry_activated (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  msp_window_new_entry (present_window (MSP_APPLICATION (user_data)));
}

static void
new_contribution_activated (GSimpleAction *action,
                            GVariant      *parameter,
                            gpointer       user_data)
{
  new_entry_activated (action, parameter, user_data);
}

static void
show_page_activated (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  msp_window_show_page (present_window (MSP_APPLICATION (user_data)),
                        g_variant_get_string (parameter, NULL));
}

static void
show_progress_activated (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  msp_window_show_page (present_window (MSP_APPLICATION (user_data)), "progress");
}

static void
snooze_when_open (MspApplication *self)
{
  g_autoptr (GError) error = NULL;

  if (self->reminders == NULL)
    return;

  g_signal_handlers_disconnect_by_func (self->services, snooze_when_open, self);
  if (!msp_reminder_service_snooze (self->reminders, msp_clock_today (), &error))
    g_message ("Cannot put the reminder off: %s", error->message);
  g_application_release (G_APPLICATION (self));
}

/* The button of a notification may be what started the program, with the
 * journal still being opened. */
static void
remind_tomorrow_activated (GSimpleAction *action,
                           GVariant      *parameter,
                           gpointer       user_data)
{
  MspApplication *self = MSP_APPLICATION (user_data);

  g_application_hold (G_APPLICATION (self));
  g_signal_connect_object (self->services, "notify::store",
                           G_CALLBACK (snooze_when_open), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  snooze_when_open (self);
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_activated },
  { .name = "about", .activate = about_activated },
  { .name = "preferences", .activate = preferences_activated },
  { .name = "new-entry", .activate = new_entry_activated },
  { .name = "new-contribution", .activate = new_contribution_activated },
  { .name = "deadlines", .activate = show_progress_activated },
  { .name = "show-page", .activate = show_page_activated, .parameter_type = "s" },
  { .name = "show-progress", .activate = show_progress_activated },
  { .name = "remind-tomorrow", .activate = remind_tomorrow_activated },
};

static void
store_changed (MspApplication *self)
{
  MspJournalStore *store = msp_services_get_store (self->services);

  if (store == NULL || self->reminders != NULL)
    return;

  self->reminders = msp_reminder_service_new (G_APPLICATION (self),
                                              msp_services_get_catalog (self->services), store);
  msp_reminder_service_start (self->reminders);
}

static void
msp_application_startup (GApplication *application)
{
  MspApplication *self = MSP_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  G_APPLICATION_CLASS (msp_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (MSP_APP_ID);

  self->services = msp_services_new (self->journal_path, &error);
  if (self->services == NULL)
    g_error ("The bundled catalogue cannot be read: %s", error->message);

  g_signal_connect_object (self->services, "notify::store",
                           G_CALLBACK (store_changed), self, G_CONNECT_SWAPPED);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action,
                                           (const char **) shortcuts[i].accelerators);
}

static void
msp_application_activate (GApplication *application)
{
  present_window (MSP_APPLICATION (application));
}

static void
msp_application_shutdown (GApplication *application)
{
  MspApplication *self = MSP_APPLICATION (application);

  g_clear_object (&self->reminders);
  if (self->services != NULL)
    msp_services_close (self->services);
  g_clear_object (&self->services);

  G_APPLICATION_CLASS (msp_application_parent_class)->shutdown (application);
}

static void
msp_application_finalize (GObject *object)
{
  g_clear_pointer (&MSP_APPLICATION (object)->journal_path, g_free);

  G_OBJECT_CLASS (msp_application_parent_class)->finalize (object);
}

static void
msp_application_class_init (MspApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = msp_application_finalize;
  application_class->startup = msp_application_startup;
  application_class->activate = msp_application_activate;
  application_class->shutdown = msp_application_shutdown;
}

static void
msp_application_init (MspApplication *self)
{
}

/**
 * msp_application_new:
 * @journal_path: (nullable) (type filename): a journal other than the user's own
 *
 * A program with another journal is another instance: it must not raise the window of the first.
 *
 * Returns: (transfer full): the application
 */
MspApplication *
msp_application_new (const char *journal_path)
{
  GApplicationFlags flags = journal_path != NULL ? G_APPLICATION_NON_UNIQUE
                                                 : G_APPLICATION_DEFAULT_FLAGS;
  MspApplication *self = g_object_new (MSP_TYPE_APPLICATION,
                                       "application-id", MSP_APP_ID,
                                       "flags", flags,
                                       "resource-base-path", "/com/example/MsPrograms/ui",
                                       NULL);

  self->journal_path = g_strdup (journal_path);

  return self;
}
