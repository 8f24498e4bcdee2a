/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-habits"

#include "journal/msp-habits.h"

#include "base/msp-text.h"
#include "journal/msp-entry-reader.h"
#include "storage/msp-statement.h"

/* Links are kept with the host in lower case: "https://host/path". Whatever is on a host lies between
 * "https://host/" and what follows the slash. */
#define ON_SITE \
  "((url_key >= :secure AND url_key < :secure_end) OR (url_key >= :plain AND url_key < :plain_end) " \
  "OR (url_key >= :secure_www AND url_key < :secure_www_end) " \
  "OR (url_key >= :plain_www AND url_key < :plain_www_end)) AND instr (url_key, :path) > 0"
/* A site that is used often is among the entries added last; */
#define TYPE_AMONG_NEWEST \
  "SELECT type FROM (SELECT type, url_key, deleted, id FROM contribution ORDER BY id DESC LIMIT 512) " \
  "WHERE deleted IS NULL AND " ON_SITE " ORDER BY id DESC LIMIT 1"
/* the index of links finds the others, and is read alone. */
#define KEYS_BETWEEN(start, end) \
  "SELECT id FROM contribution WHERE url_key <> '' AND url_key >= " start " AND url_key < " end \
  " AND instr (url_key, :path) > 0"
#define TYPE_AMONG_ALL \
  "SELECT type FROM contribution WHERE deleted IS NULL AND id IN (SELECT id FROM (" \
  KEYS_BETWEEN (":secure", ":secure_end") " UNION ALL " \
  KEYS_BETWEEN (":plain", ":plain_end") " UNION ALL " \
  KEYS_BETWEEN (":secure_www", ":secure_www_end") " UNION ALL " \
  KEYS_BETWEEN (":plain_www", ":plain_www_end") \
  ") ORDER BY id DESC LIMIT 16) ORDER BY id DESC LIMIT 1"
#define ENTRY_OF_TYPE \
  "SELECT uuid FROM contribution WHERE type_folded = :type AND deleted IS NULL " \
  "ORDER BY position DESC LIMIT 1"

typedef struct
{
  char     *host;  /* (owned) (nullable) */
  char     *path;  /* (owned): stands in the link */
  MspHabit *habit; /* (owned) (nullable): begins as what was asked */
} Request;

void
msp_habit_free (MspHabit *self)
{
  g_free (self->type);
  g_free (self->area);
  g_free (self->role);
  g_strfreev (self->audience);
  g_free (self);
}

static void
request_free (Request *self)
{
  g_free (self->host);
  g_free (self->path);
  g_clear_pointer (&self->habit, msp_habit_free);
  g_free (self);
}

static void
bind_range (MspStatement *select,
            const char   *start_name,
            const char   *end_name,
            const char   *scheme,
            const char   *host)
{
  g_autofree char *start = g_strconcat (scheme, host, "/", NULL);
  g_autofree char *end = g_strconcat (scheme, host, "0", NULL); /* follows the slash */

  msp_statement_bind_text (select, start_name, start);
  msp_statement_bind_text (select, end_name, end);
}

static gboolean
find_type (MspDatabase    *database,
           const char     *sql,
           const Request  *request,
           char          **type,
           GError        **error)
{
  MspStatement *select = msp_database_prepare (database, sql, error);

  if (select == NULL)
    return FALSE;

  bind_range (select, ":secure", ":secure_end", "https://", request->host);
  bind_range (select, ":plain", ":plain_end", "http://", request->host);
  bind_range (select, ":secure_www", ":secure_www_end", "https://www.", request->host);
  bind_range (select, ":plain_www", ":plain_www_end", "http://www.", request->host);
  msp_statement_bind_text (select, ":path", request->path);

  return msp_statement_take_text (select, type, error);
}

static gboolean
find_type_of_site (MspDatabase    *database,
                   const Request  *request,
                   char          **type,
                   GError        **error)
{
  *type = NULL;
  if (request->host == NULL)
    return TRUE;

  return find_type (database, TYPE_AMONG_NEWEST, request, type, error) &&
         (*type != NULL || find_type (database, TYPE_AMONG_ALL, request, type, error));
}

static gboolean
find_entry_of_type (MspDatabase      *database,
                    const char       *type,
                    MspContribution **entry,
                    GError          **error)
{
  g_autofree char *folded = msp_text_fold (type);
  g_autofree char *id = NULL;
  MspStatement *select = msp_database_prepare (database, ENTRY_OF_TYPE, error);

  if (select == NULL)
    return FALSE;

  msp_statement_bind_text (select, ":type", folded);
  if (!msp_statement_take_text (select, &id, error))
    return FALSE;

  *entry = id != NULL ? msp_entry_reader_get (database, id, error) : NULL;

  return id == NULL || *entry != NULL;
}

static gboolean
find_habit (MspDatabase  *database,
            gpointer      data,
            GError      **error)
{
  Request *request = data;
  MspHabit *habit = request->habit;
  g_autoptr (MspContribution) entry = NULL;
  g_autofree char *type = NULL;

  if (!find_type_of_site (database, request, &type, error))
    return FALSE;

  if (type != NULL)
    {
      g_free (habit->type);
      habit->type = g_steal_pointer (&type);
      habit->is_from_site = TRUE;
    }
  if (*habit->type == '\0')
    return TRUE;

  if (!find_entry_of_type (database, habit->type, &entry, error))
    return FALSE;
  if (entry == NULL)
    return TRUE;

  habit->is_known = TRUE;
  g_free (habit->area);
  habit->area = g_strdup (entry->area);
  g_free (habit->role);
  habit->role = g_strdup (entry->role);
  g_strfreev (habit->audience);
  habit->audience = g_strdupv (entry->audience);

  return TRUE;
}

void
msp_journal_store_habit_async (MspJournalStore     *self,
                               const char          *url,
                               const char          *path,
                               const char          *type,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task;
  Request *request;

  g_return_if_fail (MSP_IS_JOURNAL_STORE (self));

  request = g_new0 (Request, 1);
  request->host = url != NULL ? msp_url_get_host (url) : NULL;
  request->path = g_strdup (path != NULL ? path : "/");
  request->habit = g_new0 (MspHabit, 1);
  request->habit->type = g_strdup (type != NULL ? type : "");
  request->habit->area = g_strdup ("");
  request->habit->role = g_strdup ("");
  request->habit->audience = g_new0 (char *, 1);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, msp_journal_store_habit_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  msp_database_queue (msp_journal_store_get_reader (self, MSP_JOURNAL_READER_LIST), task, find_habit);
}

MspHabit *
msp_journal_store_habit_finish (MspJournalStore  *self,
                                GAsyncResult     *result,
                                GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  return g_steal_pointer (&((Request *) g_task_get_task_data (G_TASK (result)))->habit);
}
