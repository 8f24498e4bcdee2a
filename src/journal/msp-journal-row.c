/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-row"

#include "journal/msp-journal-row.h"

/**
 * MspJournalRow:
 *
 * One row of the journal's list, filled in when it has been read.
 */
struct _MspJournalRow
{
  GObject          parent_instance;

  gint64           key;
  MspEntrySummary *summary; /* (owned) (nullable): NULL until read */
  char            *heading; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MspJournalRow, msp_journal_row, G_TYPE_OBJECT)

typedef enum
{
  PROP_LOADED = 1,
  PROP_HEADING,
} MspJournalRowProperty;

static GParamSpec *properties[PROP_HEADING + 1];

static void
msp_journal_row_finalize (GObject *object)
{
  MspJournalRow *self = MSP_JOURNAL_ROW (object);

  g_clear_pointer (&self->summary, msp_entry_summary_free);
  g_clear_pointer (&self->heading, g_free);

  G_OBJECT_CLASS (msp_journal_row_parent_class)->finalize (object);
}

static void
msp_journal_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  MspJournalRow *self = MSP_JOURNAL_ROW (object);

  switch ((MspJournalRowProperty) prop_id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, self->summary != NULL);
      break;

    case PROP_HEADING:
      g_value_set_string (value, self->heading);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
msp_journal_row_class_init (MspJournalRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = msp_journal_row_finalize;
  object_class->get_property = msp_journal_row_get_property;

  properties[PROP_LOADED] =
    g_param_spec_boolean ("loaded", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HEADING] =
    g_param_spec_string ("heading", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
msp_journal_row_init (MspJournalRow *self)
{
}

/**
 * msp_journal_row_new:
 * @key: the entry's row key
 * @heading: (transfer full) (nullable): the month, if the row is the first of it
 *
 * Returns: (transfer full): a row that is still to be read
 */
MspJournalRow *
msp_journal_row_new (gint64  key,
                     char   *heading)
{
  MspJournalRow *self = g_object_new (MSP_TYPE_JOURNAL_ROW, NULL);

  self->key = key;
  self->heading = heading;

  return self;
}

gint64
msp_journal_row_get_key (MspJournalRow *self)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_ROW (self), 0);

  return self->key;
}

const MspEntrySummary *
msp_journal_row_get_summary (MspJournalRow *self)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_ROW (self), NULL);

  return self->summary;
}

const char *
msp_journal_row_get_heading (MspJournalRow *self)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_ROW (self), NULL);

  return self->heading;
}

/* @summary: (transfer full) (nullable) */
void
msp_journal_row_take_summary (MspJournalRow   *self,
                              MspEntrySummary *summary)
{
  g_return_if_fail (MSP_IS_JOURNAL_ROW (self));

  g_clear_pointer (&self->summary, msp_entry_summary_free);
  self->summary = summary;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
}

void
msp_journal_row_take_heading (MspJournalRow *self,
                              char          *heading)
{
  g_return_if_fail (MSP_IS_JOURNAL_ROW (self));

  if (g_strcmp0 (self->heading, heading) == 0)
    {
      g_free (heading);
      return;
    }

  g_free (self->heading);
  self->heading = heading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADING]);
}

/**
 * msp_journal_row_become:
 * @self: a row
 * @key: the row key of another entry
 * @summary: (transfer full) (nullable): NULL if it is still to be read
 *
 * Another entry stands in this place of the list now.
 */
void
msp_journal_row_become (MspJournalRow   *self,
                        gint64           key,
                        MspEntrySummary *summary)
{
  g_return_if_fail (MSP_IS_JOURNAL_ROW (self));

  self->key = key;
  msp_journal_row_take_summary (self, summary);
}
