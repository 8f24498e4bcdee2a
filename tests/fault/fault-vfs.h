/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A layer under SQLite that fails at the FAULT_AT-th operation that writes (write, truncate, sync,
 * delete, create). FAULT says how:
 *
 *   kill   the process ends, all that was written stays: kill -9
 *   crash  the process ends, and of what was written after a file's last sync each sector stays or
 *          not, at random (FAULT_SEED): a power cut. With FAULT_NO_SYNC nothing was ever synced.
 *   ioerr  the operation fails, and all that follow too with FAULT_PERSIST
 *   full   this write and all that follow find no space
 */
void fault_vfs_install      (void);
long fault_vfs_n_operations (void);

G_END_DECLS
