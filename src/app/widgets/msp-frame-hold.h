/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MspFrameHold:
 *
 * Lets the next frame wait for an answer that is nearly there, some milliseconds at most. Without it
 * the frame with a letter just typed is drawn at once, and the rows that were found for it have to wait
 * for the one after that. Input is handled meanwhile.
 */
typedef struct
{
  guint  source; /* 0: none waits */
  gint64 until;
} MspFrameHold;

void msp_frame_hold_begin (MspFrameHold *self);
/* When the answer is there; before @self goes. */
void msp_frame_hold_end   (MspFrameHold *self);

G_END_DECLS
