/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MspImportField:
 *
 * What a value of a file can fill. The figures of the portal and the user's own are one field of
 * several names.
 */
typedef enum
{
  MSP_IMPORT_FIELD_NONE,
  MSP_IMPORT_FIELD_ID,
  MSP_IMPORT_FIELD_TITLE,
  MSP_IMPORT_FIELD_DESCRIPTION,
  MSP_IMPORT_FIELD_PRIVATE_DESCRIPTION,
  MSP_IMPORT_FIELD_DATE,
  MSP_IMPORT_FIELD_DATE_END,
  MSP_IMPORT_FIELD_URL,
  MSP_IMPORT_FIELD_TYPE,
  MSP_IMPORT_FIELD_AREA,
  MSP_IMPORT_FIELD_ADDITIONAL_AREAS,
  MSP_IMPORT_FIELD_AUDIENCE,
  MSP_IMPORT_FIELD_ROLE,
  MSP_IMPORT_FIELD_QUANTITY,
  MSP_IMPORT_FIELD_FIGURE,
  MSP_IMPORT_FIELD_ANNUAL_REACH,
  MSP_IMPORT_FIELD_IS_PRIVATE,
  MSP_IMPORT_FIELD_VISIBILITY,
  MSP_IMPORT_FIELD_IS_HIGH_IMPACT,
  MSP_IMPORT_FIELD_STATUS,
  MSP_IMPORT_FIELD_IN_PORTAL,
  MSP_IMPORT_FIELD_MICROSOFT_EVENT,
  MSP_IMPORT_FIELD_MICROSOFT_EVENT_OTHER,
  MSP_IMPORT_FIELD_TAGS,
  MSP_IMPORT_FIELD_NOTES,
  MSP_IMPORT_FIELD_LINKS,
  MSP_IMPORT_FIELD_CREATED,
  MSP_IMPORT_FIELD_MODIFIED,
  MSP_IMPORT_FIELD_DELETED,
} MspImportField;

#define MSP_IMPORT_METRIC_PREFIX "metric:"
/* A number of other people's that no field of the portal has a place for; kept as a figure. */
#define MSP_IMPORT_SECOND_QUANTITY "secondAnnualQuantity"

/* By its JSON name, "metric:NAME" too. */
MspImportField  msp_import_field_find      (const char     *name);
/* By what else people and tools call it, without regard to case, blanks and signs. */
MspImportField  msp_import_field_guess     (const char     *name);
/* (nullable): the JSON name; NULL for a figure, which has several */
const char     *msp_import_field_to_name   (MspImportField  field);
gboolean        msp_import_field_is_date   (MspImportField  field);
gboolean        msp_import_field_is_list   (MspImportField  field);
/* (transfer full): letters and digits of @name in lower case, what is left of it to compare by */
char           *msp_import_field_key       (const char     *name);

G_END_DECLS
