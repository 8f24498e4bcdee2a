/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One choice of a group. */
typedef struct
{
  char    *id;
  char    *text;
  gboolean is_counted;
  guint    count;
} MspFilterChoice;

MspFilterChoice *msp_filter_choice_new  (const char      *id,
                                         const char      *text,
                                         gboolean         is_counted,
                                         guint            count);
void             msp_filter_choice_free (MspFilterChoice *self);

#define MSP_TYPE_FILTER_GROUP (msp_filter_group_get_type ())

G_DECLARE_FINAL_TYPE (MspFilterGroup, msp_filter_group, MSP, FILTER_GROUP, AdwBin)

GtkWidget *msp_filter_group_new         (const char        *title,
                                         const char        *find_text);
void       msp_filter_group_append      (MspFilterGroup    *self,
                                         GtkWidget         *child);
void       msp_filter_group_unfold      (MspFilterGroup    *self);
/* @choices (element-type MspFilterChoice) in the order in which they are shown, @chosen (nullable) ids
 * of them. */
void       msp_filter_group_set_choices (MspFilterGroup    *self,
                                         GPtrArray         *choices,
                                         const char *const *chosen);

G_END_DECLS
