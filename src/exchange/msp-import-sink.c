/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-import-sink"

#include "exchange/msp-import-sink.h"

/* Between two looks at what is beside the work. */
#define ROWS_BETWEEN 64

gboolean
msp_import_sink_give (MspImportSink  *self,
                      guint           line,
                      const char     *raw,
                      gsize           raw_length,
                      gsize           position,
                      GError        **error)
{
  MspImportRecord record = { .line = line };
  gboolean goes_on;

  if (self->n_rows++ % ROWS_BETWEEN == 0)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (self->fraction != NULL)
        *self->fraction = (double) position / (double) self->length;
    }

  msp_import_row_finish (self->row, &record);
  if (record.entry == NULL)
    record.raw = g_strndup (raw, raw_length);

  goes_on = self->func (&record, self->data, error);

  msp_contribution_free (record.entry);
  g_free (record.field);
  g_free (record.value);
  g_free (record.reason);
  g_free (record.raw);

  return goes_on;
}
