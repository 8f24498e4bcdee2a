/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "base/msp-day.h"

G_BEGIN_DECLS

/* What the catalogue's JSON says, fixed once read. Every struct here belongs to its MspCatalog and
 * lives as long as it does; strings are UTF-8, never NULL unless marked (nullable); arrays are
 * GPtrArray of the struct named behind them, never NULL. The format: data/catalog/FORMAT.md. */

#define MSP_CATALOG_ERROR (msp_catalog_error_quark ())

typedef enum
{
  MSP_CATALOG_ERROR_INVALID,
  MSP_CATALOG_ERROR_UNREADABLE,
} MspCatalogError;

GQuark msp_catalog_error_quark (void);

typedef enum
{
  MSP_SOURCE_GUIDE,
  MSP_SOURCE_OFFICIAL,
  MSP_SOURCE_MEMBER,
  MSP_SOURCE_THIRD_PARTY,
  MSP_SOURCE_PRODUCT,
} MspSourceKind;

typedef struct
{
  char         *id;
  MspSourceKind kind;
  char         *title;
  char         *as_of; /* (nullable) */
  char         *url;   /* (nullable) */
} MspSource;

typedef struct
{
  char            *text;
  const MspSource *source;
  char            *as_of; /* (nullable): the fact's own date, else the source's */
} MspFact;

typedef struct
{
  char      *id; /* purpose, audience, eligibility, entry, benefits, term, milestones, changes */
  char      *title;
  GPtrArray *facts; /* MspFact */
} MspSection;

typedef struct
{
  char *title;
  char *url;
} MspLink;

/* A condition over the wizard's answers; see eligibility/msp-rule.h for its evaluation. */
typedef enum
{
  MSP_CONDITION_ALL,
  MSP_CONDITION_ANY,
  MSP_CONDITION_NOT,
  MSP_CONDITION_IS,
  MSP_CONDITION_IN,
  MSP_CONDITION_AT_LEAST,
  MSP_CONDITION_INCLUDES,
} MspConditionKind;

typedef struct _MspQuestion MspQuestion;

typedef struct
{
  MspConditionKind   kind;
  GPtrArray         *children; /* (nullable): MspCondition, for all, any, not */
  const MspQuestion *question; /* (nullable): for the others */
  GStrv              values;   /* (nullable): value ids; "true", "false" for a boolean */
  int                number;   /* at_least of a number or of a count of choices */
} MspCondition;

typedef enum
{
  MSP_CRITERION_CLOSED,
  MSP_CRITERION_REQUIRED,
  MSP_CRITERION_SIGN,
} MspCriterionKind;

typedef struct
{
  char             *id;
  MspCriterionKind  kind;
  char             *text;
  char             *why;
  char             *next_step;
  char             *excluded_text; /* (nullable) */
  const MspSource  *source;
  MspCondition     *when;
} MspCriterion;

typedef enum
{
  MSP_PROGRAM_COLOR_GREEN,
  MSP_PROGRAM_COLOR_BLUE,
  MSP_PROGRAM_COLOR_PURPLE,
} MspProgramColor;

typedef struct
{
  char            *id;
  char            *name;
  char            *short_name;
  MspProgramColor  color;
  char            *emoji;
  char            *tagline;
  char            *audience;
  char            *focus;
  char            *entry;
  char            *expertise;
  char            *term;
  GPtrArray       *sections;  /* MspSection */
  GPtrArray       *links;     /* MspLink */
  GPtrArray       *criteria;  /* MspCriterion */
  char            *verdict_ready;
  char            *verdict_ready_promised; /* (nullable) */
  char            *verdict_not_yet;
  char            *verdict_excluded;
  char            *verdict_incomplete;
} MspProgram;

typedef enum
{
  MSP_QUESTION_BOOLEAN,
  MSP_QUESTION_CHOICE,
  MSP_QUESTION_CHOICES,
  MSP_QUESTION_NUMBER,
} MspQuestionKind;

typedef struct
{
  char *id; /* "true" and "false" for a boolean */
  char *label;
  char *detail; /* (nullable) */
} MspValue;

struct _MspQuestion
{
  char            *id;
  MspQuestionKind  kind;
  char            *title;
  char            *help;
  char            *why;
  gboolean         from_journal;
  GPtrArray       *values; /* MspValue; empty for a number */
  int              minimum;
  int              maximum;
};

typedef struct
{
  char      *id;
  char      *name;
  MspFact   *explanation;
  GPtrArray *cells; /* MspFact, in the order of the programs */
} MspComparisonRow;

typedef struct
{
  char  *id;
  char  *name;
  char  *meaning;
  int   *scores;  /* 0–5, in the order of the programs */
  GStrv  reasons; /* in the order of the programs */
} MspProfileDimension;

typedef struct
{
  char     *id; /* numberOfViews … */
  char     *label;
  gboolean  people; /* counts people reached */
} MspFigureField;

typedef struct
{
  char *id; /* the values of contribution_kinds */
  char *name;
  char *question;
} MspGate;

typedef struct
{
  char      *id;
  char      *name; /* the portal's */
  char      *short_name;
  GPtrArray *gates;  /* MspGate, borrowed */
  GPtrArray *fields; /* MspFigureField, borrowed; the main one first */
  GStrv      roles;
  gboolean   asks_microsoft_event;
} MspActivityType;

/* Where contributions of one type are usually found. */
typedef struct
{
  char                  *host; /* example.org stands for what is below it too */
  char                  *path; /* (nullable): only links that begin so */
  const MspActivityType *type;
  char                  *role; /* (nullable) */
} MspSite;

typedef struct
{
  char  *name;
  GStrv  areas;
} MspAreaCategory;

typedef struct
{
  char    *id;
  char    *name;
  MspFact *summary;
  MspFact *detail; /* (nullable) */
  GStrv    actions; /* (nullable): of a plan item */
} MspJourneyStep;

#define MSP_TYPE_CATALOG (msp_catalog_get_type ())

G_DECLARE_FINAL_TYPE (MspCatalog, msp_catalog, MSP, CATALOG, GObject)

/* Reads the bundled catalogue, or the user's newer copy in @user_folder if that is valid; a bad
 * copy leaves the bundled one in use and @problem (out) (optional) (nullable) saying file and path. */
MspCatalog            *msp_catalog_load                  (const char  *user_folder,
                                                          char       **problem,
                                                          GError     **error);
char                  *msp_catalog_default_user_folder   (void);

const char            *msp_catalog_get_as_of             (MspCatalog  *self);
GPtrArray             *msp_catalog_get_introduction      (MspCatalog  *self); /* MspFact */
GPtrArray             *msp_catalog_get_programs          (MspCatalog  *self); /* MspProgram */
const MspProgram      *msp_catalog_find_program          (MspCatalog  *self,
                                                          const char  *id);
GPtrArray             *msp_catalog_get_questions         (MspCatalog  *self); /* MspQuestion */
const MspQuestion     *msp_catalog_find_question         (MspCatalog  *self,
                                                          const char  *id);
GPtrArray             *msp_catalog_get_comparison        (MspCatalog  *self); /* MspComparisonRow */
GPtrArray             *msp_catalog_get_profile           (MspCatalog  *self); /* MspProfileDimension */
const char            *msp_catalog_get_profile_note      (MspCatalog  *self);
GPtrArray             *msp_catalog_get_activity_types    (MspCatalog  *self); /* MspActivityType */
/* By portal name or id, without regard to case; an older name gives its type and, if it fixes
 * one, @role (out) (optional) (nullable) (transfer none). NULL: a type of the user's own. */
const MspActivityType *msp_catalog_find_activity_type    (MspCatalog  *self,
                                                          const char  *name,
                                                          const char **role);
/* (nullable): the site of the catalogue that fits @url best */
const MspSite         *msp_catalog_find_site             (MspCatalog  *self,
                                                          const char  *url);
GPtrArray             *msp_catalog_get_figure_fields     (MspCatalog  *self); /* MspFigureField */
const MspFigureField  *msp_catalog_find_figure_field     (MspCatalog  *self,
                                                          const char  *id);
GPtrArray             *msp_catalog_get_gates             (MspCatalog  *self); /* MspGate */
/* (transfer full) (nullable): the names of the types that count towards a gate, by its id or name */
GStrv                  msp_catalog_list_types_of_gate    (MspCatalog  *self,
                                                          const char  *gate);
const char *const     *msp_catalog_get_audiences         (MspCatalog  *self);
const char *const     *msp_catalog_get_microsoft_events  (MspCatalog  *self);
GPtrArray             *msp_catalog_get_area_categories   (MspCatalog  *self); /* MspAreaCategory */
GPtrArray             *msp_catalog_get_journey           (MspCatalog  *self); /* MspJourneyStep */
const MspFact         *msp_catalog_get_journey_motto     (MspCatalog  *self);
GPtrArray             *msp_catalog_get_action_plan       (MspCatalog  *self); /* MspJourneyStep */
const MspFact         *msp_catalog_get_plan_priority     (MspCatalog  *self);
GPtrArray             *msp_catalog_get_cycle_facts       (MspCatalog  *self); /* MspFact */
const char            *msp_catalog_get_deadline_title    (MspCatalog  *self,
                                                          const char  *id);
GPtrArray             *msp_catalog_get_sources           (MspCatalog  *self); /* MspSource */

/* "The strategic guide", "Official, as of January 2017": said beside a fact. */
char                  *msp_fact_source_to_text           (const MspFact *fact);

G_END_DECLS
