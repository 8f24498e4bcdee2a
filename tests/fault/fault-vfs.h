/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void msp_fault_vfs_register     (void);
void msp_fault_vfs_mend         (void);
long msp_fault_vfs_get_operations (void);

G_END_DECLS
