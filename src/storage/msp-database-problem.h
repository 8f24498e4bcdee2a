/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "storage/msp-database.h"

G_BEGIN_DECLS

char     *msp_database_error_to_text (const GError  *error,
                                      const char    *path);
gboolean  msp_database_check         (MspDatabase   *database,
                                      GStrvBuilder  *problems,
                                      GError       **error);

G_END_DECLS
