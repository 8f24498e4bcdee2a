/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-services"

#include "app/msp-services.h"

/**
 * MspServices:
 *
 * Catalogue, journal and settings: made once by the application and handed down.
 */
struct _MspServices
{
  GObject          parent_instance;

  MspCatalog      *catalog;         /* (owned) (not nullable) */
  char            *catalog_problem; /* (owned) (nullable) */
  char            *journal_path;    /* (owned) (not nullable) */
  MspJournalStore *store;           /* (owned) (nullable) */
  char            *problem;         /* (owned) (nullable) */
  GSettings       *settings;        /* (owned) (nullable) */
  GCancellable    *opening;         /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MspServices, msp_services, G_TYPE_OBJECT)

typedef enum
{
  PROP_STORE = 1,
  PROP_PROBLEM,
} MspServicesProperty;

static GParamSpec *properties[PROP_PROBLEM + 1];

enum
{
  SIGNAL_AWARD_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The keys that decide deadlines and reminders. */
static const char *const award_keys[] = {
  "award-status", "nominated-on", "mvp-since", "rd-since", "window-start", "window-end",
  "record-by", "announce-on", "reminders", "reminder-days",
};

static void
setting_changed (MspServices *self,
                 const char  *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (award_keys); i++)
    {
      if (g_str_equal (key, award_keys[i]))
        {
          g_signal_emit (self, signals[SIGNAL_AWARD_CHANGED], 0);
          return;
        }
    }
}

static void
set_problem (MspServices *self,
             char        *problem)
{
  g_free (self->problem);
  self->problem = problem;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

/* The journal stays open: what can be read of it is better than nothing. */
static void
store_damaged (MspServices *self,
               const char  *problem)
{
  g_autoptr (GError) error =
    g_error_new_literal (MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_CORRUPT, problem);

  set_problem (self, msp_database_error_to_text (error, self->journal_path));
}

static void
store_opened (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (MspServices) self = user_data;
  g_autoptr (GError) error = NULL;
  MspJournalStore *store = msp_journal_store_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->opening);

  if (store == NULL)
    {
      g_message ("Cannot open the journal: %s", error->message);
      set_problem (self, msp_database_error_to_text (error, self->journal_path));
      return;
    }

  self->store = store;
  g_signal_connect_object (store, "damaged", G_CALLBACK (store_damaged), self, G_CONNECT_SWAPPED);
  msp_journal_store_watch (store);
  set_problem (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
}

static void
msp_services_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  MspServices *self = MSP_SERVICES (object);

  switch ((MspServicesProperty) prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;

    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
msp_services_dispose (GObject *object)
{
  MspServices *self = MSP_SERVICES (object);

  msp_services_close (self);
  g_clear_object (&self->settings);
  g_clear_object (&self->catalog);

  G_OBJECT_CLASS (msp_services_parent_class)->dispose (object);
}

static void
msp_services_finalize (GObject *object)
{
  MspServices *self = MSP_SERVICES (object);

  g_clear_pointer (&self->catalog_problem, g_free);
  g_clear_pointer (&self->journal_path, g_free);
  g_clear_pointer (&self->problem, g_free);

  G_OBJECT_CLASS (msp_services_parent_class)->finalize (object);
}

static void
msp_services_class_init (MspServicesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = msp_services_dispose;
  object_class->finalize = msp_services_finalize;
  object_class->get_property = msp_services_get_property;

  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, MSP_TYPE_JOURNAL_STORE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROBLEM] =
    g_param_spec_string ("problem", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * MspServices::award-changed:
   * @self: the services
   *
   * The award status, a date of the cycle or a choice about reminders was changed.
   */
  signals[SIGNAL_AWARD_CHANGED] =
    g_signal_new ("award-changed", MSP_TYPE_SERVICES, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
msp_services_init (MspServices *self)
{
}

/**
 * msp_services_new:
 * @journal_path: (nullable) (type filename): the journal, or `NULL` for the user's own
 * @error: return location for an error of the bundled catalogue
 *
 * Reads the catalogue and the settings, and begins to open the journal.
 *
 * Returns: (transfer full) (nullable): the services, or `NULL` with @error set
 */
MspServices *
msp_services_new (const char  *journal_path,
                  GError     **error)
{
  g_autoptr (MspServices) self = g_object_new (MSP_TYPE_SERVICES, NULL);
  g_autofree char *folder = msp_catalog_default_user_folder ();

  self->catalog = msp_catalog_load (folder, &self->catalog_problem, error);
  if (self->catalog == NULL)
    return NULL;

  self->journal_path = journal_path != NULL ? g_strdup (journal_path)
                                            : msp_journal_default_path ();
  self->settings = msp_settings_new ();
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed",
                             G_CALLBACK (setting_changed), self, G_CONNECT_SWAPPED);

  msp_services_reopen (self);

  return g_steal_pointer (&self);
}

/**
 * msp_services_close:
 * @self: the services
 *
 * Waits for what is being written, then lets go of the journal.
 */
void
msp_services_close (MspServices *self)
{
  g_return_if_fail (MSP_IS_SERVICES (self));

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);

  if (self->store != NULL)
    {
      /* Whoever waits for an answer may hold the journal for longer than us, and be the last to. */
      g_signal_handlers_disconnect_by_func (self->store, store_damaged, self);
      msp_journal_store_close (self->store);
    }
  g_clear_object (&self->store);
}

/**
 * msp_services_reopen:
 * @self: the services
 *
 * Opens the journal, again if a problem was mended in the meantime.
 */
void
msp_services_reopen (MspServices *self)
{
  g_return_if_fail (MSP_IS_SERVICES (self));

  if (self->store != NULL || self->opening != NULL)
    return;

  self->opening = g_cancellable_new ();
  msp_journal_store_open_async (self->journal_path, self->opening,
                                store_opened, g_object_ref (self));
}

MspCatalog *
msp_services_get_catalog (MspServices *self)
{
  g_return_val_if_fail (MSP_IS_SERVICES (self), NULL);

  return self->catalog;
}

MspJournalStore *
msp_services_get_store (MspServices *self)
{
  g_return_val_if_fail (MSP_IS_SERVICES (self), NULL);

  return self->store;
}

gboolean
msp_services_get_can_write (MspServices *self)
{
  g_return_val_if_fail (MSP_IS_SERVICES (self), FALSE);

  return self->store != NULL && !msp_journal_store_is_read_only (self->store);
}

const char *
msp_services_get_problem (MspServices *self)
{
  g_return_val_if_fail (MSP_IS_SERVICES (self), NULL);

  return self->problem;
}

const char *
msp_services_get_catalog_problem (MspServices *self)
{
  g_return_val_if_fail (MSP_IS_SERVICES (self), NULL);

  return self->catalog_problem;
}

const char *
msp_services_get_journal_path (MspServices *self)
{
  g_return_val_if_fail (MSP_IS_SERVICES (self), NULL);

  return self->journal_path;
}

/**
 * msp_services_get_settings:
 * @self: the services
 *
 * Returns: (transfer none) (nullable): `NULL` where the schema is not installed
 */
GSettings *
msp_services_get_settings (MspServices *self)
{
  g_return_val_if_fail (MSP_IS_SERVICES (self), NULL);

  return self->settings;
}

MspAward *
msp_services_read_award (MspServices *self)
{
  g_return_val_if_fail (MSP_IS_SERVICES (self), NULL);

  return msp_award_read (self->settings);
}

/**
 * msp_services_get_cycle_dates:
 * @self: the services
 *
 * Returns: (transfer full) (element-type MspCycleDates): the dates edited for one cycle only;
 *   empty while there is no journal
 */
GPtrArray *
msp_services_get_cycle_dates (MspServices *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *dates = NULL;

  g_return_val_if_fail (MSP_IS_SERVICES (self), NULL);

  if (self->store != NULL)
    dates = msp_journal_store_list_cycle_dates (self->store, &error);
  if (error != NULL)
    g_message ("Cannot read the dates of single cycles: %s", error->message);

  return dates != NULL ? dates : g_ptr_array_new ();
}
