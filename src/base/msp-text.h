/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MSP_URL_MAX_LENGTH 2048

typedef enum
{
  MSP_URL_OK,
  MSP_URL_EMPTY,
  MSP_URL_TOO_LONG,
  MSP_URL_SCHEME,
  MSP_URL_USER_INFO,
  MSP_URL_CONTROL,
  MSP_URL_MALFORMED,
} MspUrlVerdict;

MspUrlVerdict msp_url_check           (const char         *url);
const char   *msp_url_verdict_to_text (MspUrlVerdict       verdict);
char         *msp_url_normalise       (const char         *url);
/* (transfer full) (nullable): example.org, in lower case and without www.; NULL: no web address */
char         *msp_url_get_host        (const char         *url);

gboolean      msp_text_is_blank       (const char         *text);
char         *msp_text_clean          (const char         *text,
                                       gboolean            multi_line);
char         *msp_text_fold           (const char         *text);
gboolean      msp_text_is_obeyed      (gunichar            c);
char         *msp_text_number         (gint64              number);
GStrv         msp_strv_copy_clean     (const char *const  *values);

/* A whole number from 0 to @most as a person types it: "1200", or in groups of three ("1 200",
 * "1,200"); "1.5" is none. */
gboolean msp_text_parse_number (const char *text,
                                gint64      most,
                                gint64     *number);

G_END_DECLS
