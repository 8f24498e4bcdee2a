/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <sys/types.h>

G_BEGIN_DECLS

/* A process that was started and all that it started in turn, as /proc tells. */
typedef struct
{
  double cpu;     /* milliseconds of all threads */
  double wakeups; /* how often threads went to sleep */
} ProcessUse;

/* (transfer full) (element-type pid_t): all processes below this one but itself; call
 * process_tree_adopt() first, so that what outlives its parent stays below. */
void        process_tree_adopt    (void);
GArray     *process_tree_list     (void);
ProcessUse  process_tree_use      (const GArray *tree);
/* The sum of a figure in KiB, of a file in /proc/PID. */
double      process_tree_sum      (const GArray *tree,
                                   const char   *file,
                                   const char   *key);
/* Ends them, by their ids. */
void        process_tree_end      (void);
/* CPU time that the whole machine has used, milliseconds. */
double      process_machine_use   (void);

G_END_DECLS
