/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "base/msp-day.h"
#include "journal/msp-attachment.h"

G_BEGIN_DECLS

#define MSP_TITLE_MAX 100
#define MSP_DESCRIPTION_MAX 1000
#define MSP_NOTES_MAX 10000
#define MSP_NAME_MAX 200
#define MSP_FIGURE_MAX G_GINT64_CONSTANT (1000000000000)

/* The portal's figures that count people reached; the others are kept, not added. */
#define MSP_FIGURE_VIEWS "numberOfViews"

typedef enum
{
  MSP_STATUS_DONE,
  MSP_STATUS_PLANNED,
} MspStatus;

typedef struct
{
  char   *name; /* a portal field (numberOfViews …) or the user's own metric */
  gint64  value;
  MspDay  recorded_on; /* MSP_DAY_NONE: today, when saved */
} MspFigure;

/**
 * MspContribution:
 *
 * One entry of the journal, as a plain record. Strings are never NULL (empty: not given) but for
 * @id, @created, @modified and @deleted; lists are never NULL. A record handed out by the store is not
 * changed by anybody: copy it, change the copy, save that.
 */
typedef struct
{
  char      *id;                 /* (nullable): UUID, given by the store when added */
  char      *title;
  char      *description;
  char      *private_description;
  MspDay     date;
  MspDay     date_end;           /* MSP_DAY_NONE: one day */
  char      *url;
  char      *type;               /* the portal's name or the user's own */
  char      *area;
  GStrv      additional_areas;
  GStrv      audience;
  char      *role;
  gint64     quantity;           /* at least 0; 1 by default */
  gboolean   is_private;
  gboolean   is_high_impact;
  MspStatus  status;
  MspDay     in_portal;          /* MSP_DAY_NONE: not yet */
  char      *microsoft_event;
  char      *microsoft_event_other;
  GStrv      tags;
  char      *notes;
  GStrv      links;              /* further links */
  GPtrArray *figures;            /* MspFigure, the newest value of each name, by name */
  GPtrArray *attachments;        /* MspAttachment, in the order in which they were added */
  gint64     reach;              /* people reached; worked out by the store */
  char      *created;            /* (nullable): 2026-11-21T18:02:11Z */
  char      *modified;           /* (nullable) */
  char      *deleted;            /* (nullable): when it went to the trash */
} MspContribution;

MspContribution *msp_contribution_new           (void);
MspContribution *msp_contribution_copy          (const MspContribution *self);
void             msp_contribution_free          (MspContribution       *self);
gboolean         msp_contribution_equal         (const MspContribution *a,
                                                 const MspContribution *b);
void             msp_contribution_set_figure    (MspContribution       *self,
                                                 const char            *name,
                                                 gint64                 value);
void             msp_contribution_remove_figure (MspContribution       *self,
                                                 const char            *name);
/* -1: not recorded */
gint64           msp_contribution_get_figure    (const MspContribution *self,
                                                 const char            *name);
gboolean         msp_figure_counts_people       (const char            *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspContribution, msp_contribution_free)

#define MSP_FIELD_ERROR (msp_field_error_quark ())

typedef enum
{
  MSP_FIELD_ERROR_MISSING,
  MSP_FIELD_ERROR_TOO_LONG,
  MSP_FIELD_ERROR_RANGE,
  MSP_FIELD_ERROR_FORM,
} MspFieldErrorCode;

GQuark msp_field_error_quark (void);

/* A sentence about one field: "The title is 104 characters long; at most 100 fit." */
typedef struct
{
  const char *field; /* JSON name: title, date, url … (static) */
  char       *message;
} MspFieldProblem;

/* (transfer full) (element-type MspFieldProblem): empty if it can be saved. */
GPtrArray *msp_contribution_check (const MspContribution *self);

G_END_DECLS
