/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-journal-selection"

#include "app/widgets/msp-journal-selection.h"

/**
 * MspJournalSelection:
 *
 * Which entries of the journal's list are selected.
 */
struct _MspJournalSelection
{
  GObject          parent_instance;

  MspJournalModel *model;    /* (owned) */
  GHashTable      *selected; /* (owned) (element-type gint64): keys of entries */
  gboolean         is_selecting;
};

typedef enum
{
  PROP_SELECTING = 1,
} MspJournalSelectionProperty;

static GParamSpec *properties[PROP_SELECTING + 1];

static GType
get_item_type (GListModel *model)
{
  return MSP_TYPE_JOURNAL_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (MSP_JOURNAL_SELECTION (model)->model));
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (MSP_JOURNAL_SELECTION (model)->model), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model,
             guint              position)
{
  MspJournalSelection *self = MSP_JOURNAL_SELECTION (model);
  gint64 key = msp_journal_model_get_key (self->model, position);

  return g_hash_table_contains (self->selected, &key);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n_items)
{
  GtkBitset *selection = gtk_bitset_new_empty ();
  guint end = MIN (get_n_items (G_LIST_MODEL (model)), position + n_items);

  if (g_hash_table_size (MSP_JOURNAL_SELECTION (model)->selected) == 0)
    return selection;

  for (guint i = position; i < end; i++)
    {
      if (is_selected (model, i))
        gtk_bitset_add (selection, i);
    }

  return selection;
}

static void
set_selected (MspJournalSelection *self,
              guint                position,
              gboolean             selected)
{
  gint64 key = msp_journal_model_get_key (self->model, position);

  /* What stands there is not known yet. */
  if (key <= 0)
    return;

  if (selected)
    g_hash_table_add (self->selected, g_memdup2 (&key, sizeof key));
  else
    g_hash_table_remove (self->selected, &key);
}

static gboolean
set_selection (GtkSelectionModel *model,
               GtkBitset         *selected,
               GtkBitset         *mask)
{
  MspJournalSelection *self = MSP_JOURNAL_SELECTION (model);
  guint n_items = get_n_items (G_LIST_MODEL (model));
  GtkBitsetIter iter;
  guint position;

  if (gtk_bitset_is_empty (mask))
    return TRUE;

  for (gboolean is_valid = gtk_bitset_iter_init_first (&iter, mask, &position);
       is_valid && position < n_items; is_valid = gtk_bitset_iter_next (&iter, &position))
    set_selected (self, position, gtk_bitset_contains (selected, position));
  gtk_selection_model_selection_changed (model, gtk_bitset_get_minimum (mask),
                                         gtk_bitset_get_maximum (mask) -
                                         gtk_bitset_get_minimum (mask) + 1);

  return TRUE;
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  MspJournalSelection *self = MSP_JOURNAL_SELECTION (model);

  if (g_hash_table_size (self->selected) == 0)
    return TRUE;

  g_hash_table_remove_all (self->selected);
  gtk_selection_model_selection_changed (model, 0, get_n_items (G_LIST_MODEL (model)));

  return TRUE;
}

static gboolean
select_item (GtkSelectionModel *model,
             guint              position,
             gboolean           unselect_rest)
{
  MspJournalSelection *self = MSP_JOURNAL_SELECTION (model);

  if (position >= get_n_items (G_LIST_MODEL (model)))
    return FALSE;

  if (unselect_rest)
    unselect_all (model);
  set_selected (self, position, TRUE);
  gtk_selection_model_selection_changed (model, position, 1);

  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
  iface->select_item = select_item;
  iface->unselect_all = unselect_all;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MspJournalSelection, msp_journal_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                      selection_model_init))

static void
items_changed (MspJournalSelection *self,
               guint                position,
               guint                removed,
               guint                added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static gboolean
is_missing (gpointer key,
            gpointer value,
            gpointer listed)
{
  return !g_hash_table_contains (listed, key);
}

/* How many are selected no more, for the list has them no more. */
static guint
drop_missing (MspJournalSelection *self)
{
  guint n_items = get_n_items (G_LIST_MODEL (self));
  guint n_selected = g_hash_table_size (self->selected);
  g_autoptr (GHashTable) listed =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < n_items && g_hash_table_size (listed) < n_selected; i++)
    {
      gint64 key = msp_journal_model_get_key (self->model, i);

      if (g_hash_table_contains (self->selected, &key))
        g_hash_table_add (listed, g_memdup2 (&key, sizeof key));
    }

  return g_hash_table_foreach_remove (self->selected, is_missing, listed);
}

/* Other entries may stand in the places of those that are selected. Once the list is whole those that
 * it has lost are selected no more: one that moved was away for a moment. */
static void
refreshed (MspJournalSelection *self)
{
  guint n_items = get_n_items (G_LIST_MODEL (self));
  gboolean is_whole = !msp_journal_model_is_loading (self->model);
  guint n_dropped;

  if (g_hash_table_size (self->selected) == 0)
    return;

  n_dropped = is_whole ? drop_missing (self) : 0;
  /* Of an empty list nothing can be said to have changed, but what counts must hear it. */
  if (n_items > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n_items);
  else if (n_dropped > 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTING]);
}

static void
msp_journal_selection_dispose (GObject *object)
{
  MspJournalSelection *self = MSP_JOURNAL_SELECTION (object);

  g_clear_object (&self->model);

  G_OBJECT_CLASS (msp_journal_selection_parent_class)->dispose (object);
}

static void
msp_journal_selection_finalize (GObject *object)
{
  g_hash_table_unref (MSP_JOURNAL_SELECTION (object)->selected);

  G_OBJECT_CLASS (msp_journal_selection_parent_class)->finalize (object);
}

static void
msp_journal_selection_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch ((MspJournalSelectionProperty) prop_id)
    {
    case PROP_SELECTING:
      g_value_set_boolean (value, MSP_JOURNAL_SELECTION (object)->is_selecting);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
msp_journal_selection_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  MspJournalSelection *self = MSP_JOURNAL_SELECTION (object);

  switch ((MspJournalSelectionProperty) prop_id)
    {
    case PROP_SELECTING:
      if (self->is_selecting == g_value_get_boolean (value))
        break;

      self->is_selecting = g_value_get_boolean (value);
      unselect_all (GTK_SELECTION_MODEL (self));
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
msp_journal_selection_class_init (MspJournalSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = msp_journal_selection_dispose;
  object_class->finalize = msp_journal_selection_finalize;
  object_class->get_property = msp_journal_selection_get_property;
  object_class->set_property = msp_journal_selection_set_property;

  properties[PROP_SELECTING] =
    g_param_spec_boolean ("selecting", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
msp_journal_selection_init (MspJournalSelection *self)
{
  self->selected = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

MspJournalSelection *
msp_journal_selection_new (MspJournalModel *model)
{
  MspJournalSelection *self;

  g_return_val_if_fail (MSP_IS_JOURNAL_MODEL (model), NULL);

  self = g_object_new (MSP_TYPE_JOURNAL_SELECTION, NULL);
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "refreshed", G_CALLBACK (refreshed), self, G_CONNECT_SWAPPED);

  return self;
}

MspJournalModel *
msp_journal_selection_get_model (MspJournalSelection *self)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_SELECTION (self), NULL);

  return self->model;
}

guint
msp_journal_selection_get_size (MspJournalSelection *self)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_SELECTION (self), 0);

  return g_hash_table_size (self->selected);
}

GArray *
msp_journal_selection_list_keys (MspJournalSelection *self)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_items = get_n_items (G_LIST_MODEL (self));
  guint n_selected = g_hash_table_size (self->selected);

  for (guint i = 0; i < n_items && keys->len < n_selected; i++)
    {
      gint64 key = msp_journal_model_get_key (self->model, i);

      if (g_hash_table_contains (self->selected, &key))
        g_array_append_val (keys, key);
    }

  return keys;
}

gboolean
msp_journal_selection_is_selecting (MspJournalSelection *self)
{
  g_return_val_if_fail (MSP_IS_JOURNAL_SELECTION (self), FALSE);

  return self->is_selecting;
}

void
msp_journal_selection_toggle (MspJournalSelection *self,
                              guint                position)
{
  g_return_if_fail (MSP_IS_JOURNAL_SELECTION (self));

  if (is_selected (GTK_SELECTION_MODEL (self), position))
    gtk_selection_model_unselect_item (GTK_SELECTION_MODEL (self), position);
  else
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self), position, FALSE);
}
