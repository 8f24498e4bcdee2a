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
gboolean msp_entry_writer_remove (MspDatabase            *database,
                                  gint64                  key,
                                  gint64                  position,
                                  GError                **error);

G_END_DECLS
