/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-options"

#include "app/widgets/msp-journal-options.h"

/**
 * MspJournalOptions:
 *
 * In which way and order the journal is shown.
 */
struct _MspJournalOptions
{
  GObject  parent_instance;

  char    *view; /* (owned) */
  MspSort  sort;
  gboolean is_reversed;
  gboolean is_trash;
};

G_DEFINE_FINAL_TYPE (MspJournalOptions, msp_journal_options, G_TYPE_OBJECT)

typedef enum
{
  PROP_VIEW = 1,
  PROP_SORT,
  PROP_REVERSED,
  PROP_TRASH,
} MspJournalOptionsProperty;

static GParamSpec *properties[PROP_TRASH + 1];

static const char *const sorts[] = {
  [MSP_SORT_DATE] = "date", [MSP_SORT_TITLE] = "title", [MSP_SORT_TYPE] = "type",
  [MSP_SORT_REACH] = "reach", [MSP_SORT_AREA] = "area",
};

static MspSort
find_sort (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      if (g_strcmp0 (sorts[i], name) == 0)
        return (MspSort) i;
    }

  return MSP_SORT_DATE;
}

static void
msp_journal_options_finalize (GObject *object)
{
  g_free (MSP_JOURNAL_OPTIONS (object)->view);

  G_OBJECT_CLASS (msp_journal_options_parent_class)->finalize (object);
}

static void
msp_journal_options_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  MspJournalOptions *self = MSP_JOURNAL_OPTIONS (object);

  switch ((MspJournalOptionsProperty) prop_id)
    {
    case PROP_VIEW:
      g_value_set_string (value, self->view);
      break;

    case PROP_SORT:
      g_value_set_string (value, sorts[self->sort]);
      break;

    case PROP_REVERSED:
      g_value_set_boolean (value, self->is_reversed);
      break;

    case PROP_TRASH:
      g_value_set_boolean (value, self->is_trash);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
msp_journal_options_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  MspJournalOptions *self = MSP_JOURNAL_OPTIONS (object);

  switch ((MspJournalOptionsProperty) prop_id)
    {
    case PROP_VIEW:
      g_free (self->view);
      self->view = g_strdup (g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
      break;

    case PROP_SORT:
      self->sort = find_sort (g_value_get_string (value));
      break;

    case PROP_REVERSED:
      self->is_reversed = g_value_get_boolean (value);
      break;

    case PROP_TRASH:
      self->is_trash = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
msp_journal_options_class_init (MspJournalOptionsClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = msp_journal_options_finalize;
  object_class->get_property = msp_journal_options_get_property;
  object_class->set_property = msp_journal_options_set_property;

  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "list", flags);
  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, "date", flags);
  properties[PROP_REVERSED] = g_param_spec_boolean ("reversed", NULL, NULL, FALSE, flags);
  properties[PROP_TRASH] = g_param_spec_boolean ("trash", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
msp_journal_options_init (MspJournalOptions *self)
{
  self->view = g_strdup ("list");
}

/**
 * msp_journal_options_new:
 * @settings: (nullable): where they are remembered
 *
 * Returns: (transfer full): the options as they were left
 */
MspJournalOptions *
msp_journal_options_new (GSettings *settings)
{
  MspJournalOptions *self = g_object_new (MSP_TYPE_JOURNAL_OPTIONS, NULL);

  if (settings != NULL)
    {
      g_settings_bind (settings, "journal-view", self, "view", G_SETTINGS_BIND_DEFAULT);
      g_settings_bind (settings, "journal-sort", self, "sort", G_SETTINGS_BIND_DEFAULT);
      g_settings_bind (settings, "journal-reversed", self, "reversed", G_SETTINGS_BIND_DEFAULT);
    }

  return self;
}

const char *
msp_journal_options_get_view (MspJournalOptions *self)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_OPTIONS (self), NULL);

  return self->view;
}

MspSort
msp_journal_options_get_sort (MspJournalOptions *self)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_OPTIONS (self), MSP_SORT_DATE);

  return self->sort;
}

gboolean
msp_journal_options_is_reversed (MspJournalOptions *self)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_OPTIONS (self), FALSE);

  return self->is_reversed;
}

gboolean
msp_journal_options_is_trash (MspJournalOptions *self)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_OPTIONS (self), FALSE);

  return self->is_trash;
}

void
msp_journal_options_set_trash (MspJournalOptions *self,
                               gboolean           is_trash)
{
  g_return_if_fail (MSP_IS_JOURNAL_OPTIONS (self));

  if (self->is_trash != is_trash)
    g_object_set (self, "trash", is_trash, NULL);
}

void
msp_journal_options_add_actions (MspJournalOptions *self,
                                 GActionMap        *map)
{
  g_return_if_fail (MSP_IS_JOURNAL_OPTIONS (self) && G_IS_ACTION_MAP (map));

  for (guint i = PROP_VIEW; i <= PROP_TRASH; i++)
    {
      g_autoptr (GPropertyAction) action =
        g_property_action_new (properties[i]->name, self, properties[i]->name);

      g_action_map_add_action (map, G_ACTION (action));
    }
}
