/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-fields"

#include "exchange/msp-import-fields.h"

#include "base/msp-text.h"
#include "exchange/msp-figure-names.h"
#include "exchange/msp-import-source.h"

typedef struct
{
  const char     *name;
  MspImportField  field;
} Name;

/* One for each field, then the figures. */
static const char *const names[] = {
  "title", "date", "activityTypeName", "url", "description", "privateDescription", "dateEnd",
  "technologyFocusArea", "additionalTechnologyAreas", "targetAudience", "role", "quantity",
  "annualReach", "isPrivate", "visibility", "isHighImpact", "status", "inPortal", "microsoftEvent",
  "microsoftEventOther", "tags", "notes", "links", "numberOfViews", "subscriberBase", "copiesSold",
  "numberOfSessions", "liveStreamViews", "onDemandViews", "inPersonAttendees", "id", "created",
  "modified", NULL,
};

static const Name fields[] = {
  { "id", MSP_IMPORT_FIELD_ID },
  { "title", MSP_IMPORT_FIELD_TITLE },
  { "description", MSP_IMPORT_FIELD_DESCRIPTION },
  { "privateDescription", MSP_IMPORT_FIELD_PRIVATE_DESCRIPTION },
  { "date", MSP_IMPORT_FIELD_DATE },
  { "dateEnd", MSP_IMPORT_FIELD_DATE_END },
  { "url", MSP_IMPORT_FIELD_URL },
  { "activityTypeName", MSP_IMPORT_FIELD_TYPE },
  { "technologyFocusArea", MSP_IMPORT_FIELD_AREA },
  { "additionalTechnologyAreas", MSP_IMPORT_FIELD_ADDITIONAL_AREAS },
  { "targetAudience", MSP_IMPORT_FIELD_AUDIENCE },
  { "role", MSP_IMPORT_FIELD_ROLE },
  { "quantity", MSP_IMPORT_FIELD_QUANTITY },
  { "annualReach", MSP_IMPORT_FIELD_ANNUAL_REACH },
  { "isPrivate", MSP_IMPORT_FIELD_IS_PRIVATE },
  { "visibility", MSP_IMPORT_FIELD_VISIBILITY },
  { "isHighImpact", MSP_IMPORT_FIELD_IS_HIGH_IMPACT },
  { "status", MSP_IMPORT_FIELD_STATUS },
  { "inPortal", MSP_IMPORT_FIELD_IN_PORTAL },
  { "microsoftEvent", MSP_IMPORT_FIELD_MICROSOFT_EVENT },
  { "microsoftEventOther", MSP_IMPORT_FIELD_MICROSOFT_EVENT_OTHER },
  { "tags", MSP_IMPORT_FIELD_TAGS },
  { "notes", MSP_IMPORT_FIELD_NOTES },
  { "links", MSP_IMPORT_FIELD_LINKS },
  { "created", MSP_IMPORT_FIELD_CREATED },
  { "modified", MSP_IMPORT_FIELD_MODIFIED },
  { "deleted", MSP_IMPORT_FIELD_DELETED },
};

/* By their keys. */
static const Name guesses[] = {
  { "datecreated", MSP_IMPORT_FIELD_DATE },
  { "startdate", MSP_IMPORT_FIELD_DATE },
  { "publisheddate", MSP_IMPORT_FIELD_DATE },
  { "enddate", MSP_IMPORT_FIELD_DATE_END },
  { "link", MSP_IMPORT_FIELD_URL },
  { "activityurl", MSP_IMPORT_FIELD_URL },
  { "type", MSP_IMPORT_FIELD_TYPE },
  { "activitytype", MSP_IMPORT_FIELD_TYPE },
  { "contributiontype", MSP_IMPORT_FIELD_TYPE },
  { "contributiontypename", MSP_IMPORT_FIELD_TYPE },
  { "area", MSP_IMPORT_FIELD_AREA },
  { "contributionarea", MSP_IMPORT_FIELD_AREA },
  { "primarytechnologyarea", MSP_IMPORT_FIELD_AREA },
  { "contributiontechnology", MSP_IMPORT_FIELD_AREA },
  { "secondcontributionarea", MSP_IMPORT_FIELD_ADDITIONAL_AREAS },
  { "thirdcontributionarea", MSP_IMPORT_FIELD_ADDITIONAL_AREAS },
  { "additionalarea", MSP_IMPORT_FIELD_ADDITIONAL_AREAS },
  { "additionalareas", MSP_IMPORT_FIELD_ADDITIONAL_AREAS },
  { "additionaltechnologies", MSP_IMPORT_FIELD_ADDITIONAL_AREAS },
  { "audience", MSP_IMPORT_FIELD_AUDIENCE },
  { "annualquantity", MSP_IMPORT_FIELD_QUANTITY },
  { "private", MSP_IMPORT_FIELD_IS_PRIVATE },
  { "highimpact", MSP_IMPORT_FIELD_IS_HIGH_IMPACT },
  { "othermicrosoftevent", MSP_IMPORT_FIELD_MICROSOFT_EVENT_OTHER },
  { "tag", MSP_IMPORT_FIELD_TAGS },
};

MspImportField
msp_import_field_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_str_equal (fields[i].name, name))
        return fields[i].field;
    }

  if (msp_figure_is_portal_field (name))
    return MSP_IMPORT_FIELD_FIGURE;
  if (g_str_has_prefix (name, MSP_IMPORT_METRIC_PREFIX) &&
      !msp_text_is_blank (name + strlen (MSP_IMPORT_METRIC_PREFIX)))
    return MSP_IMPORT_FIELD_FIGURE;

  return MSP_IMPORT_FIELD_NONE;
}

MspImportField
msp_import_field_guess (const char *name)
{
  g_autofree char *key = msp_import_field_key (name);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_ascii_strcasecmp (fields[i].name, key) == 0)
        return fields[i].field;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (guesses); i++)
    {
      if (g_str_equal (guesses[i].name, key))
        return guesses[i].field;
    }

  return MSP_IMPORT_FIELD_NONE;
}

const char *
msp_import_field_to_name (MspImportField field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (fields[i].field == field)
        return fields[i].name;
    }

  return NULL;
}

gboolean
msp_import_field_is_list (MspImportField field)
{
  return field == MSP_IMPORT_FIELD_ADDITIONAL_AREAS || field == MSP_IMPORT_FIELD_AUDIENCE ||
         field == MSP_IMPORT_FIELD_TAGS || field == MSP_IMPORT_FIELD_LINKS;
}

gboolean
msp_import_field_is_date (MspImportField field)
{
  return field == MSP_IMPORT_FIELD_DATE || field == MSP_IMPORT_FIELD_DATE_END ||
         field == MSP_IMPORT_FIELD_IN_PORTAL;
}

char *
msp_import_field_key (const char *name)
{
  GString *key = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (key, g_unichar_tolower (c));
    }

  return g_string_free (key, FALSE);
}

const char *const *
msp_import_fields (void)
{
  return names;
}
