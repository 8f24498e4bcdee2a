/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-table-columns"

#include "app/widgets/msp-table-columns.h"

#include <glib/gi18n-lib.h>

#define SETTING "journal-columns"
#define SETTING_TYPE "a(sbi)"
#define WIDTH_MIN 48
#define WIDTH_MAX 2000
/* Beside the text in a cell. */
#define PADDING 24
/* Room for what stands at the end of the header. */
#define END_SPACE 40

typedef struct
{
  MspTableColumn column;
  gboolean       shown;
  int            width; /* 0: by itself */
} Setup;

/**
 * MspTableColumns:
 *
 * Which columns the journal's table has, in which order, how wide.
 */
struct _MspTableColumns
{
  GObject    parent_instance;

  GSettings *settings;                    /* (owned) (nullable) */
  Setup      setup[MSP_TABLE_N_COLUMNS];  /* in their order */
  int        char_width;
};

G_DEFINE_FINAL_TYPE (MspTableColumns, msp_table_columns, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define NO_SORT -1

static const struct
{
  const char *id;
  const char *title;
  int         chars;
  int         sort;
  gboolean    is_hidden; /* until it is chosen */
} kinds[MSP_TABLE_N_COLUMNS] = {
  [MSP_TABLE_COLUMN_DATE] = { "date", N_ ("Date"), 11, MSP_SORT_DATE, FALSE },
  [MSP_TABLE_COLUMN_TITLE] = { "title", N_ ("Title"), 20, MSP_SORT_TITLE, FALSE },
  [MSP_TABLE_COLUMN_TYPE] = { "type", N_ ("Type"), 16, MSP_SORT_TYPE, FALSE },
  [MSP_TABLE_COLUMN_AREA] = { "area", N_ ("Area"), 14, MSP_SORT_AREA, FALSE },
  [MSP_TABLE_COLUMN_REACH] = { "reach", N_ ("Reach"), 7, MSP_SORT_REACH, FALSE },
  [MSP_TABLE_COLUMN_STATUS] = { "status", N_ ("Status"), 7, NO_SORT, FALSE },
  [MSP_TABLE_COLUMN_PORTAL] = { "in-portal", N_ ("In the Portal"), 10, NO_SORT, TRUE },
  [MSP_TABLE_COLUMN_IMPACT] = { "high-impact", N_ ("High Impact"), 10, NO_SORT, TRUE },
  [MSP_TABLE_COLUMN_LINK] = { "link", N_ ("Link"), 14, NO_SORT, TRUE },
};

const char *
msp_table_column_get_id (MspTableColumn self)
{
  return kinds[self].id;
}

const char *
msp_table_column_get_title (MspTableColumn self)
{
  return _ (kinds[self].title);
}

gboolean
msp_table_column_get_sort (MspTableColumn  self,
                           MspSort        *sort)
{
  if (kinds[self].sort == NO_SORT)
    return FALSE;

  *sort = (MspSort) kinds[self].sort;

  return TRUE;
}

gboolean
msp_table_column_is_numeric (MspTableColumn self)
{
  return self == MSP_TABLE_COLUMN_REACH;
}

static int
find_place (MspTableColumns *self,
            MspTableColumn   column)
{
  int place = 0;

  while (self->setup[place].column != column)
    place++;

  return place;
}

static void
set_defaults (MspTableColumns *self)
{
  for (int i = 0; i < MSP_TABLE_N_COLUMNS; i++)
    self->setup[i] = (Setup) { (MspTableColumn) i, !kinds[i].is_hidden, 0 }
  ;
}

static void
tell (MspTableColumns *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static int
get_width (MspTableColumns *self,
           int              place)
{
  const Setup *setup = &self->setup[place];

  return setup->width > 0 ? setup->width : kinds[setup->column].chars * self->char_width + PADDING;
}

/* -1: no column is called so */
static int
find_id (const char *id)
{
  for (int i = 0; i < MSP_TABLE_N_COLUMNS; i++)
    {
      if (g_str_equal (kinds[i].id, id))
        return i;
    }

  return -1;
}

/* What is not known or said twice is passed over; what is not said stands behind, as by itself. */
static void
read_setup (MspTableColumns *self,
            GVariant        *value)
{
  Setup setup[MSP_TABLE_N_COLUMNS];
  gboolean is_said[MSP_TABLE_N_COLUMNS] = { FALSE };
  GVariantIter iter;
  const char *id;
  gboolean shown;
  int width;
  int n_said = 0;

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_loop (&iter, "(&sbi)", &id, &shown, &width))
    {
      int column = find_id (id);

      if (column < 0 || is_said[column])
        continue;

      is_said[column] = TRUE;
      setup[n_said++] = (Setup) {
        .column = (MspTableColumn) column,
        .shown = shown || column == MSP_TABLE_COLUMN_TITLE,
        .width = width > 0 ? CLAMP (width, WIDTH_MIN, WIDTH_MAX) : 0,
      };
    }

  for (int i = 0; i < MSP_TABLE_N_COLUMNS; i++)
    {
      if (!is_said[i])
        setup[n_said++] = (Setup) { (MspTableColumn) i, !kinds[i].is_hidden, 0 }
      ;
    }
  memcpy (self->setup, setup, sizeof setup);
}

static void
msp_table_columns_dispose (GObject *object)
{
  g_clear_object (&MSP_TABLE_COLUMNS (object)->settings);

  G_OBJECT_CLASS (msp_table_columns_parent_class)->dispose (object);
}

static void
msp_table_columns_class_init (MspTableColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msp_table_columns_dispose;

  /**
   * MspTableColumns::changed:
   * @self: the columns
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", MSP_TYPE_TABLE_COLUMNS, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
msp_table_columns_init (MspTableColumns *self)
{
  self->char_width = 8;
  set_defaults (self);
}

MspTableColumns *
msp_table_columns_new (void)
{
  return g_object_new (MSP_TYPE_TABLE_COLUMNS, NULL);
}

void
msp_table_columns_set_settings (MspTableColumns *self,
                                GSettings       *settings)
{
  g_autoptr (GVariant) value = NULL;

  g_return_if_fail (MSP_IS_TABLE_COLUMNS (self) && G_IS_SETTINGS (settings));

  g_set_object (&self->settings, settings);
  value = g_settings_get_value (settings, SETTING);
  read_setup (self, value);
  tell (self);
}

void
msp_table_columns_set_char_width (MspTableColumns *self,
                                  int              width)
{
  g_return_if_fail (MSP_IS_TABLE_COLUMNS (self) && width > 0);

  if (self->char_width == width)
    return;

  self->char_width = width;
  tell (self);
}

int
msp_table_columns_get_width (MspTableColumns *self)
{
  int width = END_SPACE;

  g_return_val_if_fail (MSP_IS_TABLE_COLUMNS (self), 0);

  for (int i = 0; i < MSP_TABLE_N_COLUMNS; i++)
    {
      if (self->setup[i].shown)
        width += get_width (self, i);
    }

  return width;
}

guint
msp_table_columns_lay_out (MspTableColumns *self,
                           int              width,
                           MspTableCell     cells[MSP_TABLE_N_COLUMNS])
{
  int left = MAX (0, width - msp_table_columns_get_width (self));
  int x = 0;
  guint n_cells = 0;

  for (int i = 0; i < MSP_TABLE_N_COLUMNS; i++)
    {
      MspTableCell cell = { self->setup[i].column, x, get_width (self, i) };

      if (!self->setup[i].shown)
        continue;

      if (cell.column == MSP_TABLE_COLUMN_TITLE)
        cell.width += left;
      x += cell.width;
      cells[n_cells++] = cell;
    }

  return n_cells;
}

gboolean
msp_table_columns_is_shown (MspTableColumns *self,
                            MspTableColumn   column)
{
  g_return_val_if_fail (MSP_IS_TABLE_COLUMNS (self), FALSE);

  return self->setup[find_place (self, column)].shown;
}

void
msp_table_columns_set_shown (MspTableColumns *self,
                             MspTableColumn   column,
                             gboolean         shown)
{
  Setup *setup;

  g_return_if_fail (MSP_IS_TABLE_COLUMNS (self));

  setup = &self->setup[find_place (self, column)];
  if (setup->shown == shown || column == MSP_TABLE_COLUMN_TITLE)
    return;

  setup->shown = shown;
  tell (self);
  msp_table_columns_save (self);
}

void
msp_table_columns_set_width (MspTableColumns *self,
                             MspTableColumn   column,
                             int              width)
{
  Setup *setup;

  g_return_if_fail (MSP_IS_TABLE_COLUMNS (self));

  setup = &self->setup[find_place (self, column)];
  setup->width = width > 0 ? CLAMP (width, WIDTH_MIN, WIDTH_MAX) : 0;
  tell (self);
}

void
msp_table_columns_grow (MspTableColumns *self,
                        MspTableColumn   column,
                        int              by)
{
  g_return_if_fail (MSP_IS_TABLE_COLUMNS (self));

  msp_table_columns_set_width (self, column,
                               MAX (1, get_width (self, find_place (self, column)) + by));
  msp_table_columns_save (self);
}

/* Of the next that is shown, in that direction; -1: there is none */
static int
find_neighbour (MspTableColumns *self,
                MspTableColumn   column,
                gboolean         forward)
{
  int step = forward ? 1 : -1;
  int place = find_place (self, column) + step;

  while (place >= 0 && place < MSP_TABLE_N_COLUMNS && !self->setup[place].shown)
    place += step;

  return place < MSP_TABLE_N_COLUMNS ? place : -1;
}

gboolean
msp_table_columns_can_move (MspTableColumns *self,
                            MspTableColumn   column,
                            gboolean         forward)
{
  g_return_val_if_fail (MSP_IS_TABLE_COLUMNS (self), FALSE);

  return find_neighbour (self, column, forward) >= 0;
}

void
msp_table_columns_move (MspTableColumns *self,
                        MspTableColumn   column,
                        gboolean         forward)
{
  int from;
  int to;
  Setup moved;

  g_return_if_fail (MSP_IS_TABLE_COLUMNS (self));

  from = find_place (self, column);
  to = find_neighbour (self, column, forward);
  if (to < 0)
    return;

  moved = self->setup[from];
  if (forward)
    memmove (&self->setup[from], &self->setup[from + 1], (gsize) (to - from) * sizeof (Setup));
  else
    memmove (&self->setup[to + 1], &self->setup[to], (gsize) (from - to) * sizeof (Setup));
  self->setup[to] = moved;
  tell (self);
  msp_table_columns_save (self);
}

void
msp_table_columns_reset (MspTableColumns *self)
{
  g_return_if_fail (MSP_IS_TABLE_COLUMNS (self));

  set_defaults (self);
  tell (self);
  if (self->settings != NULL)
    g_settings_reset (self->settings, SETTING);
}

void
msp_table_columns_save (MspTableColumns *self)
{
  GVariantBuilder builder;

  g_return_if_fail (MSP_IS_TABLE_COLUMNS (self));

  if (self->settings == NULL)
    return;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (SETTING_TYPE));
  for (int i = 0; i < MSP_TABLE_N_COLUMNS; i++)
    g_variant_builder_add (&builder, "(sbi)", kinds[self->setup[i].column].id,
                           self->setup[i].shown, self->setup[i].width);
  g_settings_set_value (self->settings, SETTING, g_variant_builder_end (&builder));
}
