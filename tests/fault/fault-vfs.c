/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fault-vfs.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SECTOR 512
#define EXIT_FAULT 77

/* What a write has replaced, until the file is synced. */
typedef struct
{
  sqlite3_int64 offset;
  int           length;
  sqlite3_int64 old_size;
  int           old_length; /* of length, so much was there before */
  guint8       *old;
} Undo;

typedef struct
{
  sqlite3_file  base;
  GQueue       *undos; /* (owned) (element-type Undo): newest first */
  sqlite3_file *real;
} FaultFile;

typedef enum
{
  FAULT_NONE,
  FAULT_KILL,
  FAULT_CRASH,
  FAULT_IO_ERROR,
  FAULT_FULL,
} Fault;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs fault_vfs;
static GPtrArray *open_files;
static Fault fault;
static gboolean is_persistent;
static gboolean never_syncs;
static long n_operations;
static long fault_at;
static GRand *dice;

#define REAL(file) (((FaultFile *) (file))->real)

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_free (undo->old);
  g_free (undo);
}

static void
lose_sector (sqlite3_file *real,
             const Undo   *undo,
             int           start)
{
  int length = MIN (undo->length - start, SECTOR);
  int kept = CLAMP (undo->old_length - start, 0, length);
  guint8 nothing[SECTOR] = { 0 };
  sqlite3_int64 offset = undo->offset + start;
  sqlite3_int64 size = 0;

  if (kept > 0)
    real->pMethods->xWrite (real, undo->old + start, kept, offset);
  if (kept < length)
    real->pMethods->xWrite (real, nothing, length - kept, offset + kept);
  real->pMethods->xFileSize (real, &size);
  if (offset >= undo->old_size && size == offset + length)
    real->pMethods->xTruncate (real, MAX (offset, undo->old_size));
}

static void
cut_power (void)
{
  for (guint i = 0; i < open_files->len; i++)
    {
      FaultFile *file = g_ptr_array_index (open_files, i);

      for (GList *link = file->undos->head; link != NULL; link = link->next)
        {
          const Undo *undo = link->data;

          for (int start = 0; start < undo->length; start += SECTOR)
            {
              if (g_rand_boolean (dice))
                lose_sector (file->real, undo, start);
            }
        }
    }

  _exit (EXIT_FAULT);
}

/* The error that the operation has to give now. */
static int
step (int      io_error,
      gboolean needs_space)
{
  n_operations++;
  if (n_operations < fault_at)
    return SQLITE_OK;
  if (n_operations == fault_at && fault == FAULT_CRASH)
    cut_power ();
  if (n_operations == fault_at && fault == FAULT_KILL)
    _exit (EXIT_FAULT);
  if (fault == FAULT_IO_ERROR && (n_operations == fault_at || is_persistent))
    return io_error;
  if (fault == FAULT_FULL && needs_space)
    return SQLITE_FULL;

  return SQLITE_OK;
}

static void
keep_old (FaultFile     *file,
          int            length,
          sqlite3_int64  offset)
{
  Undo *undo = g_new0 (Undo, 1);

  undo->offset = offset;
  undo->length = length;
  undo->old = g_malloc0 (length);
  file->real->pMethods->xFileSize (file->real, &undo->old_size);
  undo->old_length = (int) CLAMP (undo->old_size - offset, 0, length);
  if (undo->old_length > 0)
    file->real->pMethods->xRead (file->real, undo->old, undo->old_length, offset);
  g_queue_push_head (file->undos, undo);
}

static int
fault_close (sqlite3_file *file)
{
  FaultFile *self = (FaultFile *) file;

  g_ptr_array_remove (open_files, self);
  g_queue_free_full (self->undos, undo_free);

  return REAL (file)->pMethods->xClose (REAL (file));
}

static int
fault_read (sqlite3_file  *file,
            void          *data,
            int            length,
            sqlite3_int64  offset)
{
  return REAL (file)->pMethods->xRead (REAL (file), data, length, offset);
}

static int
fault_write (sqlite3_file  *file,
             const void    *data,
             int            length,
             sqlite3_int64  offset)
{
  int result = step (SQLITE_IOERR_WRITE, TRUE);

  if (result != SQLITE_OK)
    return result;

  if (fault == FAULT_CRASH)
    keep_old ((FaultFile *) file, length, offset);

  return REAL (file)->pMethods->xWrite (REAL (file), data, length, offset);
}

static int
fault_truncate (sqlite3_file  *file,
                sqlite3_int64  size)
{
  int result = step (SQLITE_IOERR_TRUNCATE, FALSE);

  return result != SQLITE_OK ? result : REAL (file)->pMethods->xTruncate (REAL (file), size);
}

static int
fault_sync (sqlite3_file *file,
            int           flags)
{
  int result = step (SQLITE_IOERR_FSYNC, FALSE);

  if (result != SQLITE_OK)
    return result;

  result = REAL (file)->pMethods->xSync (REAL (file), flags);
  if (result == SQLITE_OK && !never_syncs)
    g_queue_clear_full (((FaultFile *) file)->undos, undo_free);

  return result;
}

static int
fault_file_size (sqlite3_file  *file,
                 sqlite3_int64 *size)
{
  return REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
fault_lock (sqlite3_file *file,
            int           level)
{
  return REAL (file)->pMethods->xLock (REAL (file), level);
}

static int
fault_unlock (sqlite3_file *file,
              int           level)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), level);
}

static int
fault_check_lock (sqlite3_file *file,
                  int          *is_locked)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), is_locked);
}

static int
fault_control (sqlite3_file *file,
               int           operation,
               void         *argument)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), operation, argument);
}

static int
fault_sector_size (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
fault_characteristics (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file)) &
         ~SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

static int
fault_shm_map (sqlite3_file   *file,
               int             page,
               int             size,
               int             extend,
               void volatile **memory)
{
  return REAL (file)->pMethods->xShmMap (REAL (file), page, size, extend, memory);
}

static int
fault_shm_lock (sqlite3_file *file,
                int           offset,
                int           n,
                int           flags)
{
  return REAL (file)->pMethods->xShmLock (REAL (file), offset, n, flags);
}

static void
fault_shm_barrier (sqlite3_file *file)
{
  REAL (file)->pMethods->xShmBarrier (REAL (file));
}

static int
fault_shm_unmap (sqlite3_file *file,
                 int           delete_it)
{
  return REAL (file)->pMethods->xShmUnmap (REAL (file), delete_it);
}

static const sqlite3_io_methods methods = {
  2, fault_close, fault_read, fault_write, fault_truncate, fault_sync, fault_file_size, fault_lock,
  fault_unlock, fault_check_lock, fault_control, fault_sector_size, fault_characteristics,
  fault_shm_map, fault_shm_lock, fault_shm_barrier, fault_shm_unmap, NULL, NULL,
};

static int
fault_open (sqlite3_vfs  *vfs,
            const char   *name,
            sqlite3_file *file,
            int           flags,
            int          *out_flags)
{
  FaultFile *self = (FaultFile *) file;
  int result;

  memset (self, 0, sizeof *self);
  self->real = (sqlite3_file *) (self + 1);
  if ((flags & SQLITE_OPEN_CREATE) != 0)
    {
      result = step (SQLITE_CANTOPEN, FALSE);
      if (result != SQLITE_OK)
        return result;
    }

  result = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (result == SQLITE_OK)
    {
      self->base.pMethods = &methods;
      self->undos = g_queue_new ();
      g_ptr_array_add (open_files, self);
    }

  return result;
}

static int
fault_delete (sqlite3_vfs *vfs,
              const char  *name,
              int          sync_folder)
{
  int result = step (SQLITE_IOERR_DELETE, FALSE);

  return result != SQLITE_OK ? result : real_vfs->xDelete (real_vfs, name, sync_folder);
}

static Fault
fault_from_text (const char *text)
{
  const char *const names[] = { "none", "kill", "crash", "ioerr", "full", NULL };

  for (int i = 0; text != NULL && names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], text))
        return (Fault) i;
    }

  return FAULT_NONE;
}

static long
number_of (const char *variable)
{
  const char *text = g_getenv (variable);

  return text != NULL ? atol (text) : 0;
}

void
fault_vfs_install (void)
{
  fault = fault_from_text (g_getenv ("FAULT"));
  fault_at = fault == FAULT_NONE ? G_MAXLONG : number_of ("FAULT_AT");
  is_persistent = g_getenv ("FAULT_PERSIST") != NULL;
  never_syncs = g_getenv ("FAULT_NO_SYNC") != NULL;
  dice = g_rand_new_with_seed ((guint32) number_of ("FAULT_SEED"));
  open_files = g_ptr_array_new ();

  real_vfs = sqlite3_vfs_find (NULL);
  fault_vfs = *real_vfs;
  fault_vfs.zName = "fault";
  fault_vfs.szOsFile = (int) sizeof (FaultFile) + real_vfs->szOsFile;
  fault_vfs.xOpen = fault_open;
  fault_vfs.xDelete = fault_delete;
  fault_vfs.pNext = NULL;
  sqlite3_vfs_register (&fault_vfs, TRUE);
}

long
fault_vfs_n_operations (void)
{
  return n_operations;
}
