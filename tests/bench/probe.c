/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* probe [OPTION…] -- COMMAND [ARGUMENT…]: starts a program of any toolkit on an X display and says, in
 * milliseconds from exec:
 *   paint   the first frame of its window in which a person sees something
 *   stable  the last change of more than a caret in the window, before it stays as it is
 *   quiet   the last time the program was busy, before it is idle: it can be used
 * then its memory and, with --idle, what it does while nothing happens. Ends what it has started. */

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "process-tree.h"

#define WINDOW_WIDTH_MIN 150
#define WINDOW_HEIGHT_MIN 80
/* Fewer differing pixels than this are a cursor or a border, not content. */
#define CONTENT_PIXELS 200
#define CARET_AREA 600
#define SLICE_MS 50.0
#define BUSY_SHARE 0.2

typedef struct
{
  Display *display;
  int      damage_base;
  gint64   start;
  char    *title;     /* (nullable): of the window that counts */
  Window   window;    /* None until it is painted */
  double   paint;
  double   stable;
  double   quiet;
  double   cpu_paint;
  double   slice;     /* when the last one ended */
  double   slice_cpu;
} Probe;

static int quiet_ms = 1500;
static int timeout_s = 120;
static int settle_s = 0;
static int idle_s = 0;
static char *title = NULL;

static const GOptionEntry options[] = {
  { "quiet", 0, 0, G_OPTION_ARG_INT, &quiet_ms, "Milliseconds without work that end the start", "MS" },
  { "timeout", 0, 0, G_OPTION_ARG_INT, &timeout_s, "Seconds after which it is given up", "S" },
  { "settle", 0, 0, G_OPTION_ARG_INT, &settle_s, "Seconds before memory is read", "S" },
  { "idle", 0, 0, G_OPTION_ARG_INT, &idle_s, "Seconds of doing nothing that are watched", "S" },
  { "title", 0, 0, G_OPTION_ARG_STRING, &title, "Only a window with this in its title", "TEXT" },
  G_OPTION_ENTRY_NULL
};

static int
ignore_error (Display     *display,
              XErrorEvent *event)
{
  return 0;
}

static double
elapsed (const Probe *self)
{
  return (double) (g_get_monotonic_time () - self->start) / 1000.0;
}

static ProcessUse
read_use (void)
{
  g_autoptr (GArray) tree = process_tree_list ();

  return process_tree_use (tree);
}

static gboolean
has_title (const Probe *self,
           Window       window)
{
  XTextProperty property;
  gboolean found;

  if (title == NULL)
    return TRUE;
  if (XGetTextProperty (self->display, window, &property,
                        XInternAtom (self->display, "_NET_WM_NAME", False)) == 0)
    return FALSE;

  found = property.value != NULL && strstr ((const char *) property.value, title) != NULL;
  XFree (property.value);

  return found;
}

static gboolean
has_content (const Probe *self,
             Window       window)
{
  XWindowAttributes attributes;
  XImage *image;
  unsigned long background;
  int differing = 0;

  if (XGetWindowAttributes (self->display, window, &attributes) == 0 ||
      attributes.map_state != IsViewable)
    return FALSE;

  image = XGetImage (self->display, window, 0, 0, (unsigned) attributes.width,
                     (unsigned) attributes.height, AllPlanes, ZPixmap);
  if (image == NULL)
    return FALSE;

  background = XGetPixel (image, image->width / 2, image->height - image->height / 4);
  for (int y = 0; y < image->height && differing <= CONTENT_PIXELS; y += 2)
    {
      for (int x = 0; x < image->width; x++)
        differing += XGetPixel (image, x, y) != background;
    }
  XDestroyImage (image);

  return differing > CONTENT_PIXELS;
}

static void
window_mapped (Probe           *self,
               const XMapEvent *event)
{
  XWindowAttributes attributes;

  /* Toolkits map small helper windows first. */
  if (!event->override_redirect &&
      XGetWindowAttributes (self->display, event->window, &attributes) != 0 &&
      attributes.width >= WINDOW_WIDTH_MIN && attributes.height >= WINDOW_HEIGHT_MIN)
    XDamageCreate (self->display, event->window, XDamageReportBoundingBox);
}

static void
window_damaged (Probe                    *self,
                const XDamageNotifyEvent *event)
{
  XDamageSubtract (self->display, event->damage, None, None);
  if (self->window == None && has_title (self, event->drawable) && has_content (self, event->drawable))
    {
      self->window = event->drawable;
      self->paint = self->stable = elapsed (self);
      self->cpu_paint = read_use ().cpu;
    }
  else if (self->window == event->drawable && event->area.width * event->area.height > CARET_AREA)
    {
      self->stable = elapsed (self);
    }
}

static void
read_events (Probe *self)
{
  struct pollfd connection = { ConnectionNumber (self->display), POLLIN, 0 };

  if (XPending (self->display) == 0)
    poll (&connection, 1, 10);
  while (XPending (self->display) > 0)
    {
      XEvent event;

      XNextEvent (self->display, &event);
      if (event.type == MapNotify)
        window_mapped (self, &event.xmap);
      else if (event.type == self->damage_base + XDamageNotify)
        window_damaged (self, (const void *) &event);
    }
}

static void
end_slice (Probe *self)
{
  double now = elapsed (self);
  double cpu;

  if (now - self->slice < SLICE_MS)
    return;

  cpu = read_use ().cpu;
  if (cpu - self->slice_cpu > BUSY_SHARE * (now - self->slice))
    self->quiet = now;
  self->slice = now;
  self->slice_cpu = cpu;
}

/* FALSE: there never was a window, or it never came to rest. */
static gboolean
wait_until_quiet (Probe *self)
{
  while (elapsed (self) < timeout_s * 1000.0)
    {
      double last;

      read_events (self);
      end_slice (self);
      waitpid (-1, NULL, WNOHANG);
      last = MAX (self->stable, MAX (self->quiet, self->paint));
      if (self->window != None && elapsed (self) - last > quiet_ms)
        return TRUE;
    }

  return FALSE;
}

static void
print_memory (void)
{
  g_autoptr (GArray) tree = NULL;

  g_usleep ((gulong) settle_s * G_USEC_PER_SEC);
  tree = process_tree_list ();
  printf ("own %.0f\n", process_tree_sum (tree, "smaps_rollup", "Private_Clean:") +
          process_tree_sum (tree, "smaps_rollup", "Private_Dirty:"));
  printf ("rss %.0f\n", process_tree_sum (tree, "status", "VmRSS:"));
  printf ("peak %.0f\n", process_tree_sum (tree, "status", "VmHWM:"));
}

static void
print_idle (Probe *self)
{
  ProcessUse before;
  ProcessUse after;

  if (idle_s == 0)
    return;

  XCloseDisplay (g_steal_pointer (&self->display));
  before = read_use ();
  g_usleep ((gulong) idle_s * G_USEC_PER_SEC);
  after = read_use ();
  printf ("wakeups %.0f\nidle-cpu %.3f\n", MAX (0, after.wakeups - before.wakeups),
          MAX (0, after.cpu - before.cpu));
}

static gboolean
prepare (Probe *self)
{
  int error_base;

  self->display = XOpenDisplay (NULL);
  if (self->display == NULL ||
      !XDamageQueryExtension (self->display, &self->damage_base, &error_base))
    {
      fprintf (stderr, "probe: there is no X display with DAMAGE\n");
      return FALSE;
    }

  XSetErrorHandler (ignore_error);
  XSelectInput (self->display, DefaultRootWindow (self->display), SubstructureNotifyMask);
  XSync (self->display, False);
  process_tree_adopt ();

  return TRUE;
}

static void
start (Probe *self,
       char **command)
{
  self->start = g_get_monotonic_time ();
  if (fork () > 0)
    return;

  if (freopen ("/dev/null", "r+", stdout) != NULL && freopen ("/dev/null", "r+", stderr) != NULL)
    execvp (command[0], command);
  _exit (127);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("-- COMMAND [ARGUMENT…]");
  g_autoptr (GError) error = NULL;
  Probe self = { .quiet = 0 };
  double machine;
  gboolean is_quiet;
  int first = 1;

  g_option_context_add_main_entries (context, options, NULL);
  g_option_context_set_strict_posix (context, TRUE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      fprintf (stderr, "probe: %s\n", error->message);
      return 2;
    }
  if (first < argc && g_str_equal (argv[first], "--"))
    first++;
  if (first >= argc || !prepare (&self))
    return 2;

  machine = process_machine_use ();
  start (&self, argv + first);
  is_quiet = wait_until_quiet (&self);
  if (self.window != None)
    {
      printf ("paint %.1f\nstable %.1f\nquiet %.1f\ncpu-paint %.1f\ncpu %.1f\n", self.paint, self.stable,
              MAX (self.quiet, self.paint), self.cpu_paint, read_use ().cpu);
      printf ("machine %.0f\n", process_machine_use () - machine);
      print_memory ();
      print_idle (&self);
    }
  process_tree_end ();

  return is_quiet ? 0 : 1;
}
