/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-contribution.h"

G_BEGIN_DECLS

/* The newest value of each figure that an entry has. */
typedef struct
{
  gint64     key;     /* the entry's row key */
  GPtrArray *figures; /* MspFigure, by name */
} MspEntryFigures;

/* One figure of one entry as it is to be. */
typedef struct
{
  gint64  key;   /* the entry's row key */
  char   *name;
  gint64  value; /* -1: not recorded, its history forgotten */
} MspFigureChange;

/* What the entries of a query have. */
typedef struct
{
  GStrv types; /* each once */
  GStrv names; /* of figures, each once */
} MspFigureUse;

void             msp_entry_figures_free        (MspEntryFigures       *self);
/* (nullable) */
const MspFigure *msp_entry_figures_find        (const MspEntryFigures *self,
                                                const char            *name);
/* Records @value today; -1 removes the figure. */
void             msp_entry_figures_set         (MspEntryFigures       *self,
                                                const char            *name,
                                                gint64                 value);
/* The day of the newest; MSP_DAY_NONE: there are none. */
MspDay           msp_entry_figures_get_updated (const MspEntryFigures *self);

GPtrArray       *msp_figure_list_new           (void); /* (element-type MspFigure) */
MspFigure       *msp_figure_list_find          (GPtrArray             *figures,
                                                const char            *name);
MspFigure       *msp_figure_list_add           (GPtrArray             *figures,
                                                const char            *name,
                                                gint64                 value,
                                                MspDay                 recorded_on);
MspFigureChange *msp_figure_change_new         (gint64                 key,
                                                const char            *name,
                                                gint64                 value);
void             msp_figure_change_free        (MspFigureChange       *self);
void             msp_figure_use_free           (MspFigureUse          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspEntryFigures, msp_entry_figures_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspFigureUse, msp_figure_use_free)

G_END_DECLS
