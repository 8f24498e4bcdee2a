/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-error"

#include "exchange/msp-import-error.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (MspImportError, msp_import_error)

gboolean
msp_import_fail (MspImportError   code,
                 guint            line,
                 GError         **error,
                 const char      *format,
                 ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, MSP_IMPORT_ERROR, (int) code, _ ("line %u: %s"), line, message);

  return FALSE;
}
