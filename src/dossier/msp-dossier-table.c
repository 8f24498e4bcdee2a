/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-dossier-table"

#include "dossier/msp-dossier-table.h"

#define GAP 10.0
#define PADDING 5.0
#define RULE 0.6
#define HEAD_RULE 1.0
#define TITLE_LINES 8
#define ADDRESS_LINES 24
#define CELL_LINES 12
#define LEAST_ROWS 2 /* a single one below a heading looks lost */

/* Of those columns that do not take what is left. */
static const double column_widths[MSP_DOSSIER_N_COLUMNS] = {
  [MSP_DOSSIER_TEXT_DATE] = 58, [MSP_DOSSIER_TEXT_ROLE] = 58, [MSP_DOSSIER_TEXT_AUDIENCE] = 80,
  [MSP_DOSSIER_TEXT_REACH] = 54,
};

typedef struct
{
  PangoLayout *cells[MSP_DOSSIER_N_COLUMNS]; /* (owned) */
  PangoLayout *detail;                       /* (owned): below the title: type and marks */
  PangoLayout *address;                      /* (owned) (nullable): below those */
  double       height;
} Row;

static double
get_width (MspDossierSheet *sheet,
           int              column)
{
  double width = sheet->width;

  if (column != MSP_DOSSIER_TEXT_CONTRIBUTION)
    return column_widths[column];

  for (int other = 0; other < MSP_DOSSIER_N_COLUMNS; other++)
    width -= column_widths[other] + (other > 0 ? GAP : 0);

  return width;
}

static double
get_place (MspDossierSheet *sheet,
           int              column)
{
  double place = 0;

  for (int before = 0; before < column; before++)
    place += get_width (sheet, before) + GAP;

  return place;
}

static PangoLayout *
make_cell (MspDossierSheet *sheet,
           MspType          type,
           int              column,
           const char      *text,
           int              lines)
{
  return msp_dossier_sheet_make_text (sheet, type, text, get_width (sheet, column), lines,
                                      column == MSP_DOSSIER_TEXT_REACH);
}

/* Bold and in colour from the byte @start on. */
static void
set_mark (PangoLayout *layout,
          gsize        start)
{
  PangoAttrList *attributes = pango_layout_get_attributes (layout);
  PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  PangoAttribute *color = pango_attr_foreground_new (0x1a1a, 0x5757, 0xa3a3);

  weight->start_index = color->start_index = (guint) start;
  pango_attr_list_insert (attributes, weight);
  pango_attr_list_insert (attributes, color);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_context_changed (layout);
}

static PangoLayout *
make_detail (MspDossierSheet       *sheet,
             const MspDossierEntry *entry)
{
  g_autoptr (GString) text = g_string_new (entry->type);
  gsize start = text->len;
  PangoLayout *layout;

  if (entry->is_high_impact)
    g_string_append_printf (text, " · %s", msp_dossier_get_text (MSP_DOSSIER_TEXT_HIGH_IMPACT));
  if (entry->is_private)
    g_string_append_printf (text, " · %s", msp_dossier_get_text (MSP_DOSSIER_TEXT_PRIVATE));
  layout = make_cell (sheet, MSP_TYPE_CELL_DETAIL, MSP_DOSSIER_TEXT_CONTRIBUTION, text->str, CELL_LINES);
  if (text->len > start)
    set_mark (layout, start);

  return layout;
}

static void
row_init (Row                   *row,
          MspDossierSheet       *sheet,
          const MspDossierEntry *entry)
{
  const char *texts[MSP_DOSSIER_N_COLUMNS] = {
    entry->date, entry->title, entry->role, entry->audience, entry->reach,
  };
  double below;

  for (int column = 0; column < MSP_DOSSIER_N_COLUMNS; column++)
    {
      gboolean is_title = column == MSP_DOSSIER_TEXT_CONTRIBUTION;

      row->cells[column] = make_cell (sheet, is_title ? MSP_TYPE_CELL_TITLE : MSP_TYPE_CELL, column,
                                      texts[column], is_title ? TITLE_LINES : CELL_LINES);
      row->height = MAX (row->height, msp_dossier_sheet_get_height (row->cells[column]));
    }

  row->detail = make_detail (sheet, entry);
  below = msp_dossier_sheet_get_height (row->cells[MSP_DOSSIER_TEXT_CONTRIBUTION]) +
          msp_dossier_sheet_get_height (row->detail);
  row->address = *entry->url == '\0' ? NULL
    : make_cell (sheet, MSP_TYPE_CELL_DETAIL, MSP_DOSSIER_TEXT_CONTRIBUTION, entry->url, ADDRESS_LINES);
  if (row->address != NULL)
    below += msp_dossier_sheet_get_height (row->address);
  row->height = MAX (row->height, below) + 2 * PADDING + RULE;
}

static void
row_clear (Row *row)
{
  for (int column = 0; column < MSP_DOSSIER_N_COLUMNS; column++)
    g_clear_object (&row->cells[column]);
  g_clear_object (&row->detail);
  g_clear_object (&row->address);
}

/* Below the title, in its cell. */
static void
put_below_title (MspDossierSheet       *sheet,
                 Row                   *row,
                 const MspDossierEntry *entry,
                 double                 y)
{
  double x = get_place (sheet, MSP_DOSSIER_TEXT_CONTRIBUTION);
  double width = get_width (sheet, MSP_DOSSIER_TEXT_CONTRIBUTION);
  double below = y + msp_dossier_sheet_get_height (row->detail);

  msp_dossier_sheet_put_layout (sheet, g_steal_pointer (&row->detail), MSP_TYPE_CELL_DETAIL, x, y, width,
                                NULL);
  if (row->address != NULL)
    msp_dossier_pages_add_text (sheet->pages, sheet->page, g_steal_pointer (&row->address),
                                msp_dossier_sheet_get_left (sheet, x, width), below, MSP_INK_SOFT,
                                entry->is_link ? entry->url : NULL);
}

static void
row_put (Row                   *row,
         MspDossierSheet       *sheet,
         const MspDossierEntry *entry)
{
  double y = sheet->y + PADDING;

  msp_dossier_pages_begin (sheet->pages, sheet->page, "TR");
  for (int column = 0; column < MSP_DOSSIER_N_COLUMNS; column++)
    {
      gboolean is_title = column == MSP_DOSSIER_TEXT_CONTRIBUTION;
      double below = y + msp_dossier_sheet_get_height (row->cells[column]);

      msp_dossier_pages_begin (sheet->pages, sheet->page, "TD");
      msp_dossier_sheet_put_layout (sheet, g_steal_pointer (&row->cells[column]),
                                    is_title ? MSP_TYPE_CELL_TITLE : MSP_TYPE_CELL,
                                    get_place (sheet, column), y, get_width (sheet, column),
                                    is_title && entry->is_link ? entry->url : NULL);
      if (is_title)
        put_below_title (sheet, row, entry, below);
      msp_dossier_pages_end (sheet->pages, sheet->page, "TD");
    }
  msp_dossier_pages_end (sheet->pages, sheet->page, "TR");

  sheet->y += row->height;
  msp_dossier_sheet_put_box (sheet, 0, sheet->y - RULE, sheet->width, RULE, 0, MSP_INK_LINE);
}

static double
put_head (MspDossierSheet *sheet,
          gboolean         only_measured)
{
  double height = 0;

  for (int column = 0; column < MSP_DOSSIER_N_COLUMNS; column++)
    {
      PangoLayout *layout = make_cell (sheet, MSP_TYPE_COLUMN, column,
                                       msp_dossier_get_text ((MspDossierText) column), 2);

      height = MAX (height, msp_dossier_sheet_get_height (layout));
      if (only_measured)
        {
          g_object_unref (layout);
          continue;
        }
      msp_dossier_pages_begin (sheet->pages, sheet->page, "TH");
      msp_dossier_sheet_put_layout (sheet, layout, MSP_TYPE_COLUMN, get_place (sheet, column), sheet->y,
                                    get_width (sheet, column), NULL);
      msp_dossier_pages_end (sheet->pages, sheet->page, "TH");
    }

  return height + PADDING + HEAD_RULE;
}

/* Every page of the table is a table of its own in the structure, which cannot reach over pages. */
static void
begin_table (MspDossierSheet *sheet)
{
  msp_dossier_pages_begin (sheet->pages, sheet->page, "Table");
  msp_dossier_pages_begin (sheet->pages, sheet->page, "TR");
  sheet->y += put_head (sheet, FALSE);
  msp_dossier_pages_end (sheet->pages, sheet->page, "TR");
  msp_dossier_sheet_put_box (sheet, 0, sheet->y - HEAD_RULE, sheet->width, HEAD_RULE, 0, MSP_INK_TEXT);
}

static void
continue_on_next_page (MspDossierSheet         *sheet,
                       const MspDossierSection *section)
{
  g_autofree char *title = g_strdup_printf ("%s (%s)", section->title,
                                            msp_dossier_get_text (MSP_DOSSIER_TEXT_CONTINUED));

  msp_dossier_pages_end (sheet->pages, sheet->page, "Table");
  msp_dossier_sheet_new_page (sheet);
  msp_dossier_sheet_write (sheet, MSP_TYPE_SUBHEADING, "P", title);
  sheet->y += 2 * PADDING;
  begin_table (sheet);
}

double
msp_dossier_table_get_least (MspDossierSheet         *sheet,
                             const MspDossierSection *section)
{
  guint n_rows = MIN (section->entries->len, LEAST_ROWS);
  double height = n_rows > 0 ? put_head (sheet, TRUE) : 0;

  for (guint i = 0; i < n_rows; i++)
    {
      Row row = { { NULL } };

      row_init (&row, sheet, g_ptr_array_index (section->entries, i));
      height += row.height;
      row_clear (&row);
    }

  return height;
}

void
msp_dossier_table_put (MspDossierSheet         *sheet,
                       const MspDossierSection *section)
{
  if (section->entries->len == 0)
    return;

  begin_table (sheet);
  for (guint i = 0; i < section->entries->len; i++)
    {
      const MspDossierEntry *entry = g_ptr_array_index (section->entries, i);
      Row row = { { NULL } };

      row_init (&row, sheet, entry);
      if (!msp_dossier_sheet_has_room (sheet, row.height))
        continue_on_next_page (sheet, section);
      row_put (&row, sheet, entry);
      row_clear (&row);
    }
  msp_dossier_pages_end (sheet->pages, sheet->page, "Table");
}
