/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bench-tools.h"

G_BEGIN_DECLS

/* A row of the list that is to be seen, at least a part of it. */
typedef void (*BenchRowFunc) (GtkWidget *row,
                              gpointer   data);

void bench_list_foreach_visible (GtkWidget    *list,
                                 BenchRowFunc  func,
                                 gpointer      data);

/* What the row is about; whether there is nothing in it yet. */
typedef gint64 (*BenchRowKey) (GtkWidget *row,
                               gboolean  *is_blank);

/**
 * BenchScroll:
 * @frames: of the window
 * @list: a GtkListView in a scrolled window
 * @row_key: (nullable): NULL where no row is ever blank
 * @n_pages: how many pages are turned, one each frame: at the top, in the middle, at the end; 0 for all
 * @n_jumps: how many places are jumped to
 *
 * Scrolls, and prints scroll.page and scroll.jump (milliseconds of each frame), scroll.blank (how long
 * each row was seen before it was filled in) and scroll.filled (from a jump to the frame in which all
 * rows are).
 */
typedef struct
{
  BenchFrames *frames;
  GtkWidget   *list;
  BenchRowKey  row_key;
  guint        n_pages;
  guint        n_jumps;
} BenchScroll;

void bench_scroll_run (const BenchScroll *self);

G_END_DECLS
