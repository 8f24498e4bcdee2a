/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-frame-hold"

#include "app/widgets/msp-frame-hold.h"

/* Half a frame: less than anybody sees. */
#define HOLD_US 8000
#define PAUSE_US 200

/* Comes before the frame as long as it is there. */
static gboolean
wait_for_answer (gpointer data)
{
  MspFrameHold *self = data;

  if (g_get_monotonic_time () < self->until)
    {
      g_usleep (PAUSE_US);
      return G_SOURCE_CONTINUE;
    }

  self->source = 0;

  return G_SOURCE_REMOVE;
}

void
msp_frame_hold_begin (MspFrameHold *self)
{
  g_return_if_fail (self != NULL);

  self->until = g_get_monotonic_time () + HOLD_US;
  if (self->source == 0)
    self->source = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, wait_for_answer, self, NULL);
}

void
msp_frame_hold_end (MspFrameHold *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->source, g_source_remove);
}
