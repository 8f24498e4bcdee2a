/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "journal/msp-journal-store.h"

G_BEGIN_DECLS

/* On the worker, inside a transaction. */
gboolean msp_entry_writer_insert (MspDatabase            *database,
                                  const MspContribution  *entry,
                                  GError                **error);
gboolean msp_entry_writer_update (MspDatabase            *database,
                                  const MspContribution  *kept,
                                  const MspContribution  *entry,
                                  GError                **error);
/* For many at once, whose words are brought to the search index by msp-index-batch.h. */
gint64   msp_entry_writer_next_position (MspDatabase            *database,
                                         MspDay                  day,
                                         GError                **error);
gboolean msp_entry_writer_insert_at (MspDatabase            *database,
                                     const MspContribution  *entry,
                                     gint64                  position,
                                     GError                **error);
gboolean msp_entry_writer_update_row (MspDatabase            *database,
                                      const MspContribution  *kept,
                                      const MspContribution  *entry,
                                      gint64                 *before,
                                      gint64                 *after,
                                      GError                **error);
gboolean msp_entry_writer_remove (MspDatabase            *database,
                                  gint64                  key,
                                  gint64                  position,
                                  GError                **error);

G_END_DECLS
