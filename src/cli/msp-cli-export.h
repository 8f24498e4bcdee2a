/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/msp-cli-session.h"

G_BEGIN_DECLS

int msp_cli_export (MspCliSession *session,
                    char         **arguments);

G_END_DECLS
