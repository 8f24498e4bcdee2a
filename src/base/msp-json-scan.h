/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MSP_JSON_ERROR (msp_json_error_quark ())

typedef enum
{
  MSP_JSON_ERROR_SYNTAX,
  MSP_JSON_ERROR_LIMIT,
  MSP_JSON_ERROR_CONTENT,
} MspJsonError;

GQuark   msp_json_error_quark (void);

gboolean msp_json_scan        (const char  *text,
                               gsize        length,
                               GError     **error);

G_END_DECLS
