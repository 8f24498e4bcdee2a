/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-writer"

#include "journal/msp-entry-writer.h"

#include "base/msp-clock.h"
#include "base/msp-text.h"
#include "journal/msp-entry-attachments.h"
#include "journal/msp-entry-index.h"
#include "journal/msp-key-list.h"
#include "journal/msp-search-text.h"
#include "storage/msp-statement.h"

#define INSERT_SQL \
  "INSERT INTO contribution (uuid, position, title, title_folded, description, " \
  "private_description, day, end_day, url, url_key, type, type_folded, area, area_folded, role, " \
  "quantity, is_private, is_high_impact, planned, in_portal, microsoft_event, " \
  "microsoft_event_other, notes, reach, created, modified) " \
  "VALUES (:uuid, :position, :title, :title_folded, :description, :private_description, :day, " \
  ":end_day, :url, :url_key, :type, :type_folded, :area, :area_folded, :role, :quantity, " \
  ":is_private, :is_high_impact, :planned, :in_portal, :microsoft_event, " \
  ":microsoft_event_other, :notes, :reach, :created, :modified)"

#define UPDATE_SQL \
  "UPDATE contribution SET position = :position, title = :title, title_folded = :title_folded, " \
  "description = :description, private_description = :private_description, day = :day, " \
  "end_day = :end_day, url = :url, url_key = :url_key, type = :type, type_folded = :type_folded, " \
  "area = :area, area_folded = :area_folded, role = :role, quantity = :quantity, " \
  "is_private = :is_private, is_high_impact = :is_high_impact, planned = :planned, " \
  "in_portal = :in_portal, microsoft_event = :microsoft_event, " \
  "microsoft_event_other = :microsoft_event_other, notes = :notes, reach = :reach, " \
  "modified = :modified WHERE uuid = :uuid"

/* Reach is what the people figures add up to. */
static gint64
sum_reach (const MspContribution *entry)
{
  gint64 reach = 0;

  for (guint i = 0; i < entry->figures->len; i++)
    {
      const MspFigure *figure = g_ptr_array_index (entry->figures, i);

      if (msp_figure_counts_people (figure->name))
        reach += figure->value;
    }

  return reach;
}

static void
bind_folded (MspStatement *statement,
             const char   *name,
             const char   *text)
{
  g_autofree char *folded = msp_text_fold (text);

  msp_statement_bind_text (statement, name, folded);
}

static void
bind_entry (MspStatement          *statement,
            const MspContribution *entry,
            gint64                 position)
{
  g_autofree char *url_key = *entry->url != '\0' ? msp_url_normalise (entry->url) : g_strdup ("");

  msp_statement_bind_text (statement, ":uuid", entry->id);
  msp_statement_bind_int (statement, ":position", position);
  msp_statement_bind_text (statement, ":title", entry->title);
  bind_folded (statement, ":title_folded", entry->title);
  msp_statement_bind_text (statement, ":description", entry->description);
  msp_statement_bind_text (statement, ":private_description", entry->private_description);
  msp_statement_bind_int (statement, ":day", entry->date);
  msp_statement_bind_int (statement, ":end_day", entry->date_end);
  msp_statement_bind_text (statement, ":url", entry->url);
  msp_statement_bind_text (statement, ":url_key", url_key);
  msp_statement_bind_text (statement, ":type", entry->type);
  bind_folded (statement, ":type_folded", entry->type);
  msp_statement_bind_text (statement, ":area", entry->area);
  bind_folded (statement, ":area_folded", entry->area);
  msp_statement_bind_text (statement, ":role", entry->role);
  msp_statement_bind_int (statement, ":quantity", entry->quantity);
  msp_statement_bind_int (statement, ":is_private", entry->is_private);
  msp_statement_bind_int (statement, ":is_high_impact", entry->is_high_impact);
  msp_statement_bind_int (statement, ":planned", entry->status == MSP_STATUS_PLANNED);
  msp_statement_bind_int (statement, ":in_portal", entry->in_portal);
  msp_statement_bind_text (statement, ":microsoft_event", entry->microsoft_event);
  msp_statement_bind_text (statement, ":microsoft_event_other", entry->microsoft_event_other);
  msp_statement_bind_text (statement, ":notes", entry->notes);
  msp_statement_bind_int (statement, ":reach", sum_reach (entry));
  msp_statement_bind_text (statement, ":modified", entry->modified);
}

/* One number from a row that is found by another, or by a text. A row that must be there and is not
 * is damage. */
static gboolean
look_up (MspDatabase  *database,
         const char   *sql,
         const char   *text,
         gint64        number,
         gint64       *value,
         GError      **error)
{
  MspStatement *statement = msp_database_prepare (database, sql, error);
  g_autoptr (GError) local_error = NULL;
  gboolean found;

  if (statement == NULL)
    return FALSE;

  if (text != NULL)
    msp_statement_bind_text (statement, ":text", text);
  else
    msp_statement_bind_int (statement, ":number", number);
  found = msp_statement_next (statement, &local_error);
  if (found)
    *value = msp_statement_column_int (statement, 0);
  else if (local_error == NULL)
    local_error = g_error_new_literal (MSP_DATABASE_ERROR, MSP_DATABASE_ERROR_CORRUPT,
                                       "a row is missing");
  msp_statement_reset (statement);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return found;
}

/**
 * msp_entry_writer_next_position:
 * @database: the journal
 * @day: a day
 * @error: return location for an error
 *
 * Returns: the next free place of @day, or -1 with @error set
 */
gint64
msp_entry_writer_next_position (MspDatabase  *database,
                                MspDay        day,
                                GError      **error)
{
  gint64 first = (gint64) day << MSP_POSITION_SEQUENCE_BITS;
  gint64 last;

  if (!look_up (database, "SELECT coalesce(max(position), 0) FROM contribution "
                          "WHERE position < :number", NULL, first + (1 << MSP_POSITION_SEQUENCE_BITS), &last,
                error))
    return -1;

  return MAX (first, last + 1);
}

static gboolean
write_list (MspDatabase  *database,
            gint64        key,
            const char   *kind,
            const GStrv   values,
            GError      **error)
{
  for (guint i = 0; values[i] != NULL; i++)
    {
      MspStatement *insert =
        msp_database_prepare (database, "INSERT INTO contribution_value "
                                        "(contribution, kind, rank, value, folded) "
                                        "VALUES (:key, :kind, :rank, :value, :folded)", error);

      if (insert == NULL)
        return FALSE;

      msp_statement_bind_int (insert, ":key", key);
      msp_statement_bind_text (insert, ":kind", kind);
      msp_statement_bind_int (insert, ":rank", i);
      msp_statement_bind_text (insert, ":value", values[i]);
      bind_folded (insert, ":folded", values[i]);
      if (!msp_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
run_for_key (MspDatabase  *database,
             const char   *sql,
             gint64        key,
             GError      **error)
{
  MspStatement *statement = msp_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  msp_statement_bind_int (statement, ":key", key);

  return msp_statement_run (statement, error);
}

/* A figure that is as it was keeps its day; one that changed gets today's row
 * beside the older ones. */
static gboolean
write_figures (MspDatabase            *database,
               gint64                  key,
               const MspContribution  *entry,
               GError                **error)
{
  for (guint i = 0; i < entry->figures->len; i++)
    {
      const MspFigure *figure = g_ptr_array_index (entry->figures, i);
      MspDay day = figure->recorded_on != MSP_DAY_NONE ? figure->recorded_on : msp_clock_today ();
      MspStatement *insert =
        msp_database_prepare (database, "INSERT INTO figure (contribution, name, recorded_on, value) "
                                        "VALUES (:key, :name, :day, :value) ON CONFLICT "
                                        "(contribution, name, recorded_on) DO UPDATE SET value = :value",
                              error);

      if (insert == NULL)
        return FALSE;

      msp_statement_bind_int (insert, ":key", key);
      msp_statement_bind_text (insert, ":name", figure->name);
      msp_statement_bind_int (insert, ":day", day);
      msp_statement_bind_int (insert, ":value", figure->value);
      if (!msp_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
forget_figures (MspDatabase            *database,
                gint64                  key,
                const MspContribution  *entry,
                GError                **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autoptr (GError) local_error = NULL;
  MspStatement *select = msp_database_prepare (database, "SELECT DISTINCT name FROM figure "
                                                         "WHERE contribution = :key", error);

  if (select == NULL)
    return FALSE;

  msp_statement_bind_int (select, ":key", key);
  while (msp_statement_next (select, &local_error))
    g_strv_builder_add (builder, msp_statement_column_text (select, 0));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  names = g_strv_builder_end (builder);

  for (guint i = 0; names[i] != NULL; i++)
    {
      MspStatement *forget;

      if (msp_contribution_get_figure (entry, names[i]) >= 0)
        continue;

      forget = msp_database_prepare (database, "DELETE FROM figure WHERE contribution = :key "
                                               "AND name = :name", error);
      if (forget == NULL)
        return FALSE;

      msp_statement_bind_int (forget, ":key", key);
      msp_statement_bind_text (forget, ":name", names[i]);
      if (!msp_statement_run (forget, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_lists (MspDatabase            *database,
             gint64                  key,
             const MspContribution  *entry,
             GError                **error)
{
  return write_list (database, key, "area", entry->additional_areas, error) &&
         write_list (database, key, "audience", entry->audience, error) &&
         write_list (database, key, "tag", entry->tags, error) &&
         write_list (database, key, "link", entry->links, error);
}

static gboolean
have_equal_lists (const MspContribution *a,
                  const MspContribution *b)
{
  return g_strv_equal ((const char *const *) a->additional_areas,
                       (const char *const *) b->additional_areas) &&
         g_strv_equal ((const char *const *) a->audience, (const char *const *) b->audience) &&
         g_strv_equal ((const char *const *) a->tags, (const char *const *) b->tags) &&
         g_strv_equal ((const char *const *) a->links, (const char *const *) b->links);
}

/**
 * msp_entry_writer_insert_at:
 * @database: the journal
 * @entry: a checked entry with id, created and modified
 * @position: a free place of its day
 * @error: return location for an error
 *
 * Leaves the search index to the caller.
 *
 * Returns: whether it was written
 */
gboolean
msp_entry_writer_insert_at (MspDatabase            *database,
                            const MspContribution  *entry,
                            gint64                  position,
                            GError                **error)
{
  MspStatement *insert;
  gint64 key;
  g_autoptr (GPtrArray) none = msp_attachments_new ();

  insert = msp_database_prepare (database, INSERT_SQL, error);
  if (insert == NULL)
    return FALSE;

  bind_entry (insert, entry, position);
  msp_statement_bind_text (insert, ":created", entry->created);

  if (!msp_statement_run (insert, error))
    return FALSE;

  key = msp_database_last_row_id (database);

  return write_lists (database, key, entry, error) &&
         write_figures (database, key, entry, error) &&
         msp_entry_attachments_write (database, key, none, entry->attachments, error);
}

/**
 * msp_entry_writer_insert:
 * @database: the journal
 * @entry: a checked entry with id, created and modified
 * @error: return location for an error
 *
 * Returns: whether it was written
 */
gboolean
msp_entry_writer_insert (MspDatabase            *database,
                         const MspContribution  *entry,
                         GError                **error)
{
  gint64 position = msp_entry_writer_next_position (database, entry->date, error);

  return position >= 0 && msp_entry_writer_insert_at (database, entry, position, error) &&
         msp_entry_index_add (database, position, entry, error);
}

/* Lists and search text are left alone where they are as they were: most changes are of a mark. */
static gboolean
update_parts (MspDatabase            *database,
              gint64                  key,
              const MspContribution  *kept,
              const MspContribution  *entry,
              GError                **error)
{
  if (!have_equal_lists (kept, entry) &&
      (!run_for_key (database, "DELETE FROM contribution_value WHERE contribution = :key", key,
                     error) ||
       !write_lists (database, key, entry, error)))
    return FALSE;

  return forget_figures (database, key, entry, error) &&
         write_figures (database, key, entry, error) &&
         msp_entry_attachments_write (database, key, kept->attachments, entry->attachments, error);
}

static gboolean
update_index (MspDatabase            *database,
              gint64                  before,
              gint64                  after,
              const MspContribution  *kept,
              const MspContribution  *entry,
              GError                **error)
{
  g_autofree char *old_text = msp_search_text_of_entry (kept);
  g_autofree char *new_text = msp_search_text_of_entry (entry);

  if (before == after && g_str_equal (old_text, new_text))
    return TRUE;

  return msp_entry_index_remove (database, before, error) &&
         msp_entry_index_add (database, after, entry, error);
}

/**
 * msp_entry_writer_update_row:
 * @database: the journal
 * @kept: the entry as it is in the file
 * @entry: a checked entry with id and modified
 * @before: (out): its place until now
 * @after: (out): its place from now on
 * @error: return location for an error
 *
 * Leaves the search index to the caller.
 *
 * Returns: whether it was written
 */
gboolean
msp_entry_writer_update_row (MspDatabase            *database,
                             const MspContribution  *kept,
                             const MspContribution  *entry,
                             gint64                 *before,
                             gint64                 *after,
                             GError                **error)
{
  gint64 key;
  MspStatement *update;

  if (!look_up (database, "SELECT id FROM contribution WHERE uuid = :text", entry->id, 0, &key,
                error) ||
      !look_up (database, "SELECT position FROM contribution WHERE id = :number", NULL, key,
                before, error))
    return FALSE;

  *after = *before;
  if (*before >> MSP_POSITION_SEQUENCE_BITS != entry->date)
    *after = msp_entry_writer_next_position (database, entry->date, error);
  if (*after < 0)
    return FALSE;

  update = msp_database_prepare (database, UPDATE_SQL, error);
  if (update == NULL)
    return FALSE;

  bind_entry (update, entry, *after);

  return msp_statement_run (update, error) && update_parts (database, key, kept, entry, error);
}

/**
 * msp_entry_writer_update:
 * @database: the journal
 * @kept: the entry as it is in the file
 * @entry: a checked entry with id and modified
 * @error: return location for an error
 *
 * Returns: whether it was written
 */
gboolean
msp_entry_writer_update (MspDatabase            *database,
                         const MspContribution  *kept,
                         const MspContribution  *entry,
                         GError                **error)
{
  gint64 before;
  gint64 after;

  return msp_entry_writer_update_row (database, kept, entry, &before, &after, error) &&
         update_index (database, before, after, kept, entry, error);
}

/**
 * msp_entry_writer_remove:
 * @database: the journal
 * @key: the entry's row key
 * @position: its place in the search index
 * @error: return location for an error
 *
 * Removes an entry for good.
 *
 * Returns: whether it is gone
 */
gboolean
msp_entry_writer_remove (MspDatabase  *database,
                         gint64        key,
                         gint64        position,
                         GError      **error)
{
  return msp_entry_index_remove (database, position, error) &&
         run_for_key (database, "DELETE FROM contribution WHERE id = :key", key, error);
}
