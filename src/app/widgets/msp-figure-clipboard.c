/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-figure-clipboard"

#include "app/widgets/msp-figure-clipboard.h"

#include <glib/gi18n-lib.h>

#include "journal/msp-figure-paste.h"

/* What is pasted, until it is known where it goes. */
typedef struct
{
  MspFigureGrid  *grid;     /* (owned) */
  MspServices    *services; /* (owned) */
  MspFigurePaste *paste;    /* (owned) (nullable): NULL until read */
  GArray         *keys;     /* (owned) (nullable) (element-type gint64): of the rows it goes to */
  guint           column;   /* where it begins */
} Paste;

static void
paste_free (Paste *self)
{
  g_object_unref (self->grid);
  g_object_unref (self->services);
  g_clear_pointer (&self->paste, msp_figure_paste_free);
  g_clear_pointer (&self->keys, g_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static void
say (Paste      *self,
     const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self->grid), "win.toast", "s", text);
}

void
msp_figure_clipboard_copy (MspFigureGrid *grid,
                           gint64         value)
{
  g_autofree char *text = value >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, value) : g_strdup ("");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (grid)), text);
}

/* Whether every number has a cell to go to; says which has none. */
static gboolean
check_line (Paste                 *self,
            guint                  line,
            const MspEntrySummary *summary)
{
  MspFigureContext *context = msp_figure_grid_get_context (self->grid);

  for (guint i = 0; i < self->paste->n_columns; i++)
    {
      const MspFigureColumn *column = msp_figure_context_get_column (context, self->column + i);
      g_autofree char *text = NULL;

      if (msp_figure_paste_get (self->paste, line, i) < 0 ||
          msp_figure_context_get_fit (context, summary->type, self->column + i) != MSP_FIGURE_UNFIT ||
          msp_figure_sheet_get (context->sheet, summary->key, column->name).value >= 0)
        continue;

      text = g_strdup_printf (_ ("Line %u falls on “%s”, which has no figure “%s”. Nothing was changed."),
                              line + 1, summary->title, column->label);
      say (self, text);

      return FALSE;
    }

  return TRUE;
}

static void
set_all (Paste *self)
{
  MspFigureContext *context = msp_figure_grid_get_context (self->grid);

  /* What was typed before is a step of its own. */
  msp_figure_sheet_flush (context->sheet);
  for (guint line = 0; line < self->keys->len; line++)
    {
      for (guint i = 0; i < self->paste->n_columns; i++)
        {
          gint64 value = msp_figure_paste_get (self->paste, line, i);
          const MspFigureColumn *column = msp_figure_context_get_column (context, self->column + i);

          /* An empty cell says nothing about the figure. */
          if (value >= 0)
            msp_figure_sheet_set (context->sheet, g_array_index (self->keys, gint64, line),
                                  column->name, value);
        }
    }
  msp_figure_sheet_flush (context->sheet);
}

static void
say_left (Paste *self)
{
  guint n_left = self->paste->n_lines - self->keys->len;
  g_autofree char *text = NULL;

  if (n_left == 0)
    return;

  text = g_strdup_printf (ngettext ("%u line was left over: there are no more contributions below.",
                                    "%u lines were left over: there are no more contributions below.",
                                    n_left), n_left);
  say (self, text);
}

static void
summaries_read (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Paste) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list =
    msp_journal_store_summaries_finish (MSP_JOURNAL_STORE (source), result, &error);

  if (list == NULL || list->len != self->keys->len ||
      self->column + self->paste->n_columns > msp_figure_grid_get_context (self->grid)->columns->len)
    {
      say (self, _ ("The journal has changed meanwhile. Paste again."));
      return;
    }

  for (guint i = 0; i < list->len; i++)
    {
      if (!check_line (self, i, g_ptr_array_index (list, i)))
        return;
    }

  set_all (self);
  say_left (self);
}

/* The rows from the cursor down, as many as there are lines. */
static void
take_rows (Paste          *self,
           MspFigurePlace  place)
{
  MspFigureContext *context = msp_figure_grid_get_context (self->grid);
  guint n_rows = MIN (self->paste->n_lines, msp_figure_context_get_n_rows (context) - place.row);

  self->column = place.column;
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < n_rows; i++)
    {
      gint64 key = msp_journal_model_get_key (context->model, place.row + i);

      g_array_append_val (self->keys, key);
    }
}

static void
text_read (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Paste) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  MspJournalStore *store = msp_services_get_store (self->services);
  MspFigurePlace place;
  GArray *keys;

  if (text == NULL || store == NULL || !msp_figure_grid_get_cursor (self->grid, &place))
    return;

  self->paste = msp_figure_paste_parse (text, &error);
  if (self->paste == NULL)
    {
      say (self, error->message);
      return;
    }

  if (place.column + self->paste->n_columns > msp_figure_grid_get_context (self->grid)->columns->len)
    {
      say (self, _ ("There are fewer columns to the side than were copied. Nothing was changed."));
      return;
    }

  take_rows (self, place);
  keys = self->keys;
  msp_journal_store_summaries_async (store, (const gint64 *) (gpointer) keys->data, keys->len, NULL,
                                     summaries_read, g_steal_pointer (&self));
}

void
msp_figure_clipboard_paste (MspFigureGrid *grid,
                            MspServices   *services)
{
  Paste *self = g_new0 (Paste, 1);

  self->grid = g_object_ref (grid);
  self->services = g_object_ref (services);
  if (!msp_services_get_can_write (services))
    {
      say (self, _ ("The journal is read-only."));
      paste_free (self);
      return;
    }

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (grid)), NULL, text_read, self);
}
