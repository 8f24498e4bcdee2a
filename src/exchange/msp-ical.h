/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "base/msp-day.h"

G_BEGIN_DECLS

typedef struct
{
  const char *uid;
  const char *title;
  MspDay      date;
  GArray     *alarm_days; /* (nullable): int, days before */
} MspIcalEvent;

char *msp_ical_write (const MspIcalEvent *events,
                      guint               n_events);

G_END_DECLS
