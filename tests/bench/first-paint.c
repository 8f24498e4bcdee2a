/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* first-paint COMMAND [ARGUMENT…]: prints the milliseconds from exec to the first frame of the
 * command's window in which a person sees something, then ends the command. Needs an X display.
 */

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define TIMEOUT_US (60 * G_USEC_PER_SEC)
/* Fewer differing pixels than this are a cursor or a border, not content. */
#define CONTENT_PIXELS 200

static int
ignore_error (Display     *display,
              XErrorEvent *event)
{
  return 0;
}

static gboolean
has_content (Display *display,
             Window   window)
{
  XWindowAttributes attributes;
  XImage *image;
  unsigned long background;
  int differing = 0;

  if (XGetWindowAttributes (display, window, &attributes) == 0 ||
      attributes.map_state != IsViewable)
    return FALSE;

  image = XGetImage (display, window, 0, 0, (unsigned) attributes.width,
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

/* TRUE once the event shows the window with its content. */
static gboolean
is_first_paint (Display      *display,
                const XEvent *event,
                int           damage_base)
{
  if (event->type == MapNotify && !event->xmap.override_redirect)
    {
      XWindowAttributes attributes;

      /* Toolkits map small helper windows first. */
      if (XGetWindowAttributes (display, event->xmap.window, &attributes) != 0 &&
          attributes.width >= 150 && attributes.height >= 80)
        XDamageCreate (display, event->xmap.window, XDamageReportBoundingBox);
    }
  else if (event->type == damage_base + XDamageNotify)
    {
      const XDamageNotifyEvent *damage = (const void *) event;

      XDamageSubtract (display, damage->damage, None, None);
      return has_content (display, damage->drawable);
    }

  return FALSE;
}

static gboolean
wait_for_paint (Display *display,
                int      damage_base,
                gint64   until)
{
  while (g_get_monotonic_time () < until)
    {
      XEvent event;

      if (XPending (display) == 0)
        {
          g_usleep (500);
          continue;
        }
      XNextEvent (display, &event);
      if (is_first_paint (display, &event, damage_base))
        return TRUE;
    }

  return FALSE;
}

int
main (int    argc,
      char **argv)
{
  Display *display = XOpenDisplay (NULL);
  int damage_base;
  int error_base;
  gint64 start;
  pid_t child;
  gboolean painted;

  if (argc < 2 || display == NULL || !XDamageQueryExtension (display, &damage_base, &error_base))
    {
      fprintf (stderr, "usage: first-paint COMMAND, on an X display with DAMAGE\n");
      return 2;
    }

  XSetErrorHandler (ignore_error);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  XSync (display, False);

  start = g_get_monotonic_time ();
  child = fork ();
  if (child == 0)
    {
      setpgid (0, 0);
      execvp (argv[1], argv + 1);
      _exit (127);
    }
  painted = wait_for_paint (display, damage_base, start + TIMEOUT_US);
  printf ("%.1f\n", painted ? (double) (g_get_monotonic_time () - start) / 1000.0 : -1.0);
  /* What the command started goes with it. */
  kill (-child, SIGKILL);
  waitpid (child, NULL, 0);
  XCloseDisplay (display);

  return painted ? 0 : 1;
}
