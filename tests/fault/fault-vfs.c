/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fault-vfs.h"

#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#define SECTOR 512
#define EXIT_FAULT 77

/* What the environment asks for, MSP_FAULT: at operation MSP_FAULT_AT …
 * kill: the process ends, all that was written stays, as with kill -9.
 * cut: the power goes; each sector written since its file's last sync stays or is as before, at
 *      random by MSP_FAULT_SEED.
 * error: the disk refuses, once, or from then on with MSP_FAULT_PERSIST. Reads count as well.
 * full: what needs space is refused from then on. */
typedef enum
{
  KIND_NONE,
  KIND_KILL,
  KIND_CUT,
  KIND_ERROR,
  KIND_FULL,
} Kind;

typedef enum
{
  CHANGES_NOTHING,
  CHANGES_FILE,
  NEEDS_SPACE,
} Effect;

/* What stood where something was written and not yet synced. */
typedef struct _Undo Undo;

struct _Undo
{
  Undo          *next;
  sqlite3_int64  offset;
  sqlite3_int64  file_size; /* before the write */
  int            length;
  int            n_kept;    /* how much of @kept was in the file */
  guint8         kept[];
};

/* SQLite allocates it with the real file behind it. */
typedef struct _FaultFile FaultFile;

struct _FaultFile
{
  sqlite3_file  base;
  FaultFile    *next;
  Undo         *undo; /* newest first */
  sqlite3_file *real;
};

static sqlite3_vfs *real_vfs;
static sqlite3_vfs fault_vfs;
static FaultFile *files;
static GMutex lock; /* protects what follows and the list of files */
static Kind kind;
static long operations;
static long fault_at;
static gboolean persist;
static GRand *dice;

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((FaultFile *) file)->real;
}

/* Puts a sector back; one that the file did not have yet goes, or holds nothing. */
static void
lose_sector (sqlite3_file *real,
             const Undo   *undo,
             int           start)
{
  static const guint8 nothing[SECTOR];
  sqlite3_int64 offset = undo->offset + start;
  sqlite3_int64 size = 0;
  int length = MIN (undo->length - start, SECTOR);
  int n_kept = CLAMP (undo->n_kept - start, 0, length);

  if (n_kept > 0)
    real->pMethods->xWrite (real, undo->kept + start, n_kept, offset);
  if (n_kept == length)
    return;

  real->pMethods->xFileSize (real, &size);
  if (size == offset + length)
    real->pMethods->xTruncate (real, MAX (offset + n_kept, undo->file_size));
  else
    real->pMethods->xWrite (real, nothing, length - n_kept, offset + n_kept);
}

static void
cut_power (void)
{
  for (FaultFile *file = files; file != NULL; file = file->next)
    {
      for (const Undo *undo = file->undo; undo != NULL; undo = undo->next)
        {
          for (int start = 0; start < undo->length; start += SECTOR)
            {
              if (g_rand_boolean (dice))
                lose_sector (file->real, undo, start);
            }
        }
    }

  _exit (EXIT_FAULT);
}

/* Counts an operation and says what it is to answer. */
static int
step (int    failure,
      Effect effect)
{
  int rc = SQLITE_OK;

  g_mutex_lock (&lock);
  if (effect != CHANGES_NOTHING || kind == KIND_ERROR)
    operations++;

  if (kind == KIND_KILL && operations == fault_at)
    _exit (EXIT_FAULT);
  if (kind == KIND_CUT && operations == fault_at)
    cut_power ();
  if (kind == KIND_ERROR && (operations == fault_at || (persist && operations > fault_at)))
    rc = failure;
  if (kind == KIND_FULL && operations >= fault_at && effect == NEEDS_SPACE)
    rc = SQLITE_FULL;
  g_mutex_unlock (&lock);

  return rc;
}

static void
forget_undo (FaultFile *file)
{
  while (file->undo != NULL)
    {
      Undo *undo = file->undo;

      file->undo = undo->next;
      g_free (undo);
    }
}

static void
note_undo (FaultFile     *file,
           int            length,
           sqlite3_int64  offset)
{
  Undo *undo = g_malloc0 (sizeof *undo + (gsize) length);

  undo->offset = offset;
  undo->length = length;
  file->real->pMethods->xFileSize (file->real, &undo->file_size);
  undo->n_kept = (int) CLAMP (undo->file_size - offset, 0, length);
  if (undo->n_kept > 0)
    file->real->pMethods->xRead (file->real, undo->kept, undo->n_kept, offset);

  undo->next = file->undo;
  file->undo = undo;
}

static int
file_close (sqlite3_file *file)
{
  FaultFile *self = (FaultFile *) file;

  g_mutex_lock (&lock);
  forget_undo (self);
  for (FaultFile **link = &files; *link != NULL; link = &(*link)->next)
    {
      if (*link == self)
        {
          *link = self->next;
          break;
        }
    }
  g_mutex_unlock (&lock);

  return self->real->pMethods->xClose (self->real);
}

static int
file_read (sqlite3_file  *file,
           void          *buffer,
           int            length,
           sqlite3_int64  offset)
{
  int rc = step (SQLITE_IOERR_READ, CHANGES_NOTHING);

  return rc != SQLITE_OK ? rc : real_of (file)->pMethods->xRead (real_of (file), buffer, length, offset);
}

static int
file_write (sqlite3_file  *file,
            const void    *buffer,
            int            length,
            sqlite3_int64  offset)
{
  int rc = step (SQLITE_IOERR_WRITE, NEEDS_SPACE);

  if (rc != SQLITE_OK)
    return rc;

  if (kind == KIND_CUT)
    note_undo ((FaultFile *) file, length, offset);

  return real_of (file)->pMethods->xWrite (real_of (file), buffer, length, offset);
}

static int
file_truncate (sqlite3_file  *file,
               sqlite3_int64  size)
{
  int rc = step (SQLITE_IOERR_TRUNCATE, CHANGES_FILE);

  return rc != SQLITE_OK ? rc : real_of (file)->pMethods->xTruncate (real_of (file), size);
}

static int
file_sync (sqlite3_file *file,
           int           flags)
{
  int rc = step (SQLITE_IOERR_FSYNC, CHANGES_FILE);

  if (rc == SQLITE_OK)
    rc = real_of (file)->pMethods->xSync (real_of (file), flags);
  if (rc == SQLITE_OK)
    forget_undo ((FaultFile *) file);

  return rc;
}

static int
file_size (sqlite3_file  *file,
           sqlite3_int64 *size)
{
  int rc = step (SQLITE_IOERR_FSTAT, CHANGES_NOTHING);

  return rc != SQLITE_OK ? rc : real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
file_lock (sqlite3_file *file,
           int           level)
{
  int rc = step (SQLITE_IOERR_LOCK, CHANGES_NOTHING);

  return rc != SQLITE_OK ? rc : real_of (file)->pMethods->xLock (real_of (file), level);
}

static int
file_unlock (sqlite3_file *file,
             int           level)
{
  return real_of (file)->pMethods->xUnlock (real_of (file), level);
}

static int
file_check_lock (sqlite3_file *file,
                 int          *locked)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), locked);
}

static int
file_control (sqlite3_file *file,
              int           operation,
              void         *argument)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), operation, argument);
}

static int
file_sector (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

/* A cut tears what stands beside the bytes written, too. */
static int
file_device (sqlite3_file *file)
{
  return real_of (file)->pMethods->xDeviceCharacteristics (real_of (file)) &
         ~SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

static int
file_shm_map (sqlite3_file   *file,
              int             region,
              int             size,
              int             extend,
              void volatile **memory)
{
  int rc = step (SQLITE_IOERR_SHMMAP, CHANGES_NOTHING);

  return rc != SQLITE_OK ? rc
                         : real_of (file)->pMethods->xShmMap (real_of (file), region, size, extend,
                                                              memory);
}

static int
file_shm_lock (sqlite3_file *file,
               int           offset,
               int           n,
               int           flags)
{
  return real_of (file)->pMethods->xShmLock (real_of (file), offset, n, flags);
}

static void
file_shm_barrier (sqlite3_file *file)
{
  real_of (file)->pMethods->xShmBarrier (real_of (file));
}

static int
file_shm_unmap (sqlite3_file *file,
                int           remove)
{
  return real_of (file)->pMethods->xShmUnmap (real_of (file), remove);
}

/* Without xFetch, so that nothing is read behind our back. */
static const sqlite3_io_methods methods = {
  2, file_close, file_read, file_write, file_truncate, file_sync, file_size, file_lock, file_unlock,
  file_check_lock, file_control, file_sector, file_device, file_shm_map, file_shm_lock,
  file_shm_barrier, file_shm_unmap, NULL, NULL
};

static int
vfs_open (sqlite3_vfs      *vfs,
          sqlite3_filename  name,
          sqlite3_file     *file,
          int               flags,
          int              *out_flags)
{
  FaultFile *self = (FaultFile *) file;
  int rc;

  memset (self, 0, sizeof *self);
  self->real = (sqlite3_file *) (gpointer) (self + 1);
  rc = step (SQLITE_CANTOPEN, (flags & SQLITE_OPEN_CREATE) != 0 ? CHANGES_FILE : CHANGES_NOTHING);
  if (rc != SQLITE_OK)
    return rc;

  rc = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (self->real->pMethods == NULL)
    return rc;

  self->base.pMethods = &methods;
  g_mutex_lock (&lock);
  self->next = files;
  files = self;
  g_mutex_unlock (&lock);

  return rc;
}

static int
vfs_delete (sqlite3_vfs *vfs,
            const char  *name,
            int          sync_folder)
{
  int rc = step (SQLITE_IOERR_DELETE, CHANGES_FILE);

  return rc != SQLITE_OK ? rc : real_vfs->xDelete (real_vfs, name, sync_folder);
}

static long
number_of (const char *variable,
           long        otherwise)
{
  const char *text = g_getenv (variable);

  return text != NULL ? (long) g_ascii_strtoll (text, NULL, 10) : otherwise;
}

/* Every connection that is opened from now on goes through the faults. */
void
msp_fault_vfs_register (void)
{
  const char *const kinds[] = { "none", "kill", "cut", "error", "full", NULL };
  const char *wanted = g_getenv ("MSP_FAULT");

  for (int i = 0; wanted != NULL && kinds[i] != NULL; i++)
    {
      if (g_str_equal (kinds[i], wanted))
        kind = (Kind) i;
    }
  fault_at = number_of ("MSP_FAULT_AT", G_MAXLONG);
  persist = g_getenv ("MSP_FAULT_PERSIST") != NULL;
  dice = g_rand_new_with_seed ((guint32) number_of ("MSP_FAULT_SEED", 1));

  real_vfs = sqlite3_vfs_find (NULL);
  fault_vfs = *real_vfs;
  fault_vfs.pNext = NULL;
  fault_vfs.zName = "fault";
  fault_vfs.szOsFile = (int) sizeof (FaultFile) + real_vfs->szOsFile;
  fault_vfs.xOpen = vfs_open;
  fault_vfs.xDelete = vfs_delete;
  g_assert_true (sqlite3_vfs_register (&fault_vfs, TRUE) == SQLITE_OK);
}

/* From now on the disk is well. */
void
msp_fault_vfs_mend (void)
{
  g_mutex_lock (&lock);
  kind = KIND_NONE;
  g_mutex_unlock (&lock);
}

long
msp_fault_vfs_get_operations (void)
{
  return operations;
}
