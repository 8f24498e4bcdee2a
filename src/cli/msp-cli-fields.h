/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/msp-cli-session.h"
#include "journal/msp-contribution.h"

G_BEGIN_DECLS

/* The field options of add and edit, as they stand on the command line. */
typedef struct
{
  char     *title;
  char     *date;
  char     *end_date;
  char     *type;
  char     *url;
  char     *description;
  char     *private_description;
  char     *area;
  char     *role;
  char     *quantity;
  char     *status;
  char     *notes;
  char     *microsoft_event;
  char     *microsoft_event_other;
  char     *in_portal_on;
  char    **additional_areas;
  char    **audience;
  char    **reach;
  char    **tags;
  char    **links;
  char    **attach; /* files: msp-cli-attachments.h */
  char    **detach; /* names */
  GPtrArray *attached; /* (nullable) (element-type MspAttachment): the files, once copied */
  gboolean  is_private;
  gboolean  high_impact;
  gboolean  in_portal;
  gboolean  not_in_portal;
  GHashTable *cleared; /* (element-type utf8): fields of --no-FIELD */
  GHashTable *forgotten; /* (element-type utf8): figures of --no-reach=NAME */
} MspCliFields;

MspCliFields *msp_cli_fields_new     (void);
void          msp_cli_fields_free    (MspCliFields     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MspCliFields, msp_cli_fields_free)

/* The arguments without --in-portal=… and --no-FIELD, which are noted; NULL with @error set. */
char        **msp_cli_fields_take    (MspCliFields     *self,
                                      char            **arguments,
                                      gboolean          may_clear,
                                      GError          **error);
GOptionEntry *msp_cli_fields_entries (MspCliFields     *self);
gboolean      msp_cli_fields_are_given (MspCliFields   *self);
gboolean      msp_cli_fields_apply   (MspCliFields     *self,
                                      MspCatalog       *catalog,
                                      MspContribution  *entry,
                                      GError          **error);

G_END_DECLS
