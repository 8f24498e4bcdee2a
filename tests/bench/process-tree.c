/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "process-tree.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define END_MS 3000
#define END_PAUSE_US 20000

typedef struct
{
  pid_t pid;
  pid_t parent;
} Process;

void
process_tree_adopt (void)
{
  prctl (PR_SET_CHILD_SUBREAPER, 1);
}

static char *
read_file (pid_t       pid,
           const char *name)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/%s", (int) pid, name);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? g_steal_pointer (&text) : NULL;
}

static gboolean
read_process (pid_t    pid,
              Process *process)
{
  g_autofree char *stat = read_file (pid, "stat");
  const char *rest = stat != NULL ? strrchr (stat, ')') : NULL;

  /* ") S PARENT …"; one that has ended and waits for its parent is none. */
  if (rest == NULL || rest[2] == 'Z')
    return FALSE;

  process->pid = pid;
  process->parent = (pid_t) strtol (rest + 4, NULL, 10);

  return TRUE;
}

static GArray *
list_all (void)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Process));
  g_autoptr (GDir) proc = g_dir_open ("/proc", 0, NULL);
  const char *name;

  while (proc != NULL && (name = g_dir_read_name (proc)) != NULL)
    {
      Process process;

      if (g_ascii_isdigit (*name) && read_process ((pid_t) strtol (name, NULL, 10), &process))
        g_array_append_val (all, process);
    }

  return all;
}

static gboolean
has (const GArray *tree,
     pid_t         pid)
{
  for (guint i = 0; i < tree->len; i++)
    {
      if (g_array_index (tree, pid_t, i) == pid)
        return TRUE;
    }

  return FALSE;
}

GArray *
process_tree_list (void)
{
  g_autoptr (GArray) all = list_all ();
  GArray *tree = g_array_new (FALSE, FALSE, sizeof (pid_t));
  pid_t own = getpid ();
  guint before;

  /* Children may be listed before their parents. */
  do
    {
      before = tree->len;
      for (guint i = 0; i < all->len; i++)
        {
          const Process *process = &g_array_index (all, Process, i);

          if (!has (tree, process->pid) &&
              (process->parent == own || has (tree, process->parent)))
            g_array_append_val (tree, process->pid);
        }
    }
  while (tree->len > before);

  return tree;
}

/* Behind @key, in a text of lines. */
static double
find_figure (const char *text,
             const char *key)
{
  const char *found = text != NULL ? strstr (text, key) : NULL;

  return found != NULL ? (double) strtoll (found + strlen (key), NULL, 10) : 0;
}

static void
add_threads (ProcessUse *use,
             pid_t       pid)
{
  g_autofree char *folder = g_strdup_printf ("/proc/%d/task", (int) pid);
  g_autoptr (GDir) threads = g_dir_open (folder, 0, NULL);
  const char *thread;

  while (threads != NULL && (thread = g_dir_read_name (threads)) != NULL)
    {
      g_autofree char *schedule_name = g_strdup_printf ("task/%s/schedstat", thread);
      g_autofree char *status_name = g_strdup_printf ("task/%s/status", thread);
      g_autofree char *schedule = read_file (pid, schedule_name);
      g_autofree char *status = read_file (pid, status_name);

      use->cpu += schedule != NULL ? (double) strtoull (schedule, NULL, 10) / 1e6 : 0;
      use->wakeups += find_figure (status, "\nvoluntary_ctxt_switches:");
    }
}

ProcessUse
process_tree_use (const GArray *tree)
{
  ProcessUse use = { 0, 0 };

  for (guint i = 0; i < tree->len; i++)
    add_threads (&use, g_array_index (tree, pid_t, i));

  return use;
}

double
process_tree_sum (const GArray *tree,
                  const char   *file,
                  const char   *key)
{
  double sum = 0;

  for (guint i = 0; i < tree->len; i++)
    {
      g_autofree char *text = read_file (g_array_index (tree, pid_t, i), file);

      sum += find_figure (text, key);
    }

  return sum;
}

static void
signal_all (const GArray *tree,
            int           number)
{
  for (guint i = 0; i < tree->len; i++)
    kill (g_array_index (tree, pid_t, i), number);
}

void
process_tree_end (void)
{
  gint64 start = g_get_monotonic_time ();
  gboolean is_asked = FALSE;

  for (;;)
    {
      g_autoptr (GArray) tree = NULL;

      while (waitpid (-1, NULL, WNOHANG) > 0)
        continue;
      tree = process_tree_list ();
      if (tree->len == 0)
        return;

      if (!is_asked)
        signal_all (tree, SIGTERM);
      else if (g_get_monotonic_time () > start + END_MS * G_TIME_SPAN_MILLISECOND)
        signal_all (tree, SIGKILL);
      is_asked = TRUE;
      g_usleep (END_PAUSE_US);
    }
}

double
process_machine_use (void)
{
  g_autofree char *text = NULL;
  unsigned long long figures[7] = { 0 };

  if (!g_file_get_contents ("/proc/stat", &text, NULL, NULL) ||
      sscanf (text, "cpu %llu %llu %llu %llu %llu %llu %llu", &figures[0], &figures[1], &figures[2],
              &figures[3], &figures[4], &figures[5], &figures[6]) != 7)
    return 0;

  /* User, nice, system and interrupts. */
  return (double) (figures[0] + figures[1] + figures[2] + figures[5] + figures[6]) * 1000.0 /
         (double) sysconf (_SC_CLK_TCK);
}
