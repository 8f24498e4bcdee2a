/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/msp-catalog.h"
#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

#define MSP_CLI_DONE 0
#define MSP_CLI_FAILED 1
#define MSP_CLI_WRONG 2
#define MSP_CLI_REJECTED 3

/* What a verb works with; catalogue and journal are opened when first asked for. */
typedef struct
{
  char            *journal; /* (owned) (nullable): --journal */
  char            *today;   /* (owned) (nullable): --today */
  gboolean         help;
  char            *format;  /* (owned) (nullable): --format */
  char           **rest;    /* (owned) (nullable): what is not an option */
  const char      *summary; /* (nullable): what --help says above the options */
  const char      *description; /* (nullable): and below them */
  MspCatalog      *catalog; /* (owned) (nullable) */
  MspJournalStore *store;   /* (owned) (nullable) */
  gboolean         has_no_store; /* it could not be opened, which was said */
} MspCliSession;

MspCliSession   *msp_cli_session_new       (void);
void             msp_cli_session_free      (MspCliSession      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspCliSession, msp_cli_session_free)

/* (transfer full): both in one; each ends with an empty one. */
GOptionEntry    *msp_cli_join_entries      (const GOptionEntry *first,
                                            const GOptionEntry *second);
/* Parses a verb's arguments. FALSE: @status is the exit status. */
gboolean         msp_cli_session_parse     (MspCliSession      *self,
                                            char              **arguments,
                                            const GOptionEntry *entries,
                                            const char         *parameters,
                                            guint               least,
                                            guint               most,
                                            int                *status);
MspCatalog      *msp_cli_session_catalog   (MspCliSession      *self);
/* (transfer full) (type filename): where the journal is */
char            *msp_cli_session_path      (MspCliSession      *self);
/* (nullable): NULL after having said what is wrong */
MspJournalStore *msp_cli_session_journal   (MspCliSession      *self,
                                            gboolean            writes);
/* Which of @formats --format names, 0 if it is not given; -1 after having said that it is wrong. */
int              msp_cli_session_format    (MspCliSession      *self,
                                            const char         *formats);

/* The first @n characters of @text. */
char            *msp_cli_shorten           (const char         *text,
                                            glong               n);
int              msp_cli_wrong             (const char         *format,
                                            ...) G_GNUC_PRINTF (1, 2);
int              msp_cli_failed            (const char         *format,
                                            ...) G_GNUC_PRINTF (1, 2);
/* Of the journal or of the command line; NULL: what is wrong has been said. */
int              msp_cli_error             (MspCliSession      *self,
                                            const GError       *error);
int              msp_cli_journal_error     (MspCliSession      *self,
                                            const GError       *error);

G_END_DECLS
