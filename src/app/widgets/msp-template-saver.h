/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "app/msp-services.h"

G_BEGIN_DECLS

/* Asks in front of @parent under which name @entry is kept as a template, and keeps it. @done is told
 * with @owner (transfer full) (type GObject) what came of it, a sentence for people; not if it was
 * cancelled. */
typedef void (*MspTemplateSaved) (const char *text,
                                  gpointer    owner);

void msp_template_saver_ask (GtkWindow             *parent,
                             MspServices           *services,
                             const MspContribution *entry,
                             MspTemplateSaved       done,
                             gpointer               owner);

G_END_DECLS
