/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"
#include "app/msp-window.h"
#include "bench-tools.h"
#include "journal/msp-journal-model.h"

G_BEGIN_DECLS

/* The real window over a real journal, and what of it the measures need. */
typedef struct
{
  MspServices     *services;
  MspWindow       *window;
  BenchFrames      frames;
  GtkWidget       *list;      /* the journal's GtkListView */
  MspJournalModel *model;     /* behind it */
  guint            n_answers; /* of the journal, that the model has had */
} BenchWindow;

/* What the row is about; whether there is nothing in it yet. */
gint64 bench_window_row_key        (GtkWidget   *row,
                                    gboolean    *is_blank);
/* Draws frames until no row to be seen is blank. */
void   bench_window_fill           (BenchWindow *self);

/* Types every text of the corpus. Prints search.answer (from the letter to the model's first rows),
 * search.painted (to the frame that shows them) and search.clear (back to the whole list). */
void   bench_search_run            (BenchWindow *self);
/* Asks the journal for the first rows of every text on the way, without the window. Prints search.query. */
void   bench_query_run             (BenchWindow *self);
/* Adds, edits, deletes and undoes @n_changes times. Prints for each kind change.KIND (until the journal
 * has acknowledged), and change.right and change.frames: from there until the list shows it. */
void   bench_changes_run           (BenchWindow *self,
                                    guint        n_changes);

G_END_DECLS
