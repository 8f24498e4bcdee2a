/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "progress/msp-cycle.h"

G_BEGIN_DECLS

/* The user's standing and the yearly dates, as the settings have them. */
typedef struct
{
  gboolean     nominated;
  gboolean     mvp;
  gboolean     rd;
  gboolean     student_ambassador;
  MspDay       nominated_on;
  MspDay       mvp_since;
  MspDay       rd_since;
  MspCycleRule rule;
  gboolean     reminders;
  GArray      *reminder_days; /* int, farthest first */
} MspAward;

/* (nullable): NULL where the schema is not installed; the defaults serve then. */
GSettings *msp_settings_new       (void);
/* Values that do not parse fall back to the default. @settings (nullable). */
MspAward  *msp_award_read         (GSettings      *settings);
gboolean   msp_award_has_status   (const MspAward *self);
void       msp_award_free         (MspAward       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspAward, msp_award_free)

G_END_DECLS
