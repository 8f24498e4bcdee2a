/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-draft"

#include "journal/msp-draft.h"

#include <errno.h>
#include <glib/gstdio.h>

#define SUFFIX "-draft"
#define NEW_MAX 9 /* drafts of new entries side by side */
#define ID_LENGTH 36
#define GROUP "Draft"
#define FIGURES "figures"
#define ATTACHMENTS "attachments"

typedef struct
{
  const char *key;
  gsize       offset; /* in MspContribution */
} Field;

static const Field texts[] = {
  { "id", G_STRUCT_OFFSET (MspContribution, id) },
  { "modified", G_STRUCT_OFFSET (MspContribution, modified) },
  { "title", G_STRUCT_OFFSET (MspContribution, title) },
  { "description", G_STRUCT_OFFSET (MspContribution, description) },
  { "privateDescription", G_STRUCT_OFFSET (MspContribution, private_description) },
  { "url", G_STRUCT_OFFSET (MspContribution, url) },
  { "type", G_STRUCT_OFFSET (MspContribution, type) },
  { "area", G_STRUCT_OFFSET (MspContribution, area) },
  { "role", G_STRUCT_OFFSET (MspContribution, role) },
  { "microsoftEvent", G_STRUCT_OFFSET (MspContribution, microsoft_event) },
  { "microsoftEventOther", G_STRUCT_OFFSET (MspContribution, microsoft_event_other) },
  { "notes", G_STRUCT_OFFSET (MspContribution, notes) },
};

static const Field lists[] = {
  { "additionalAreas", G_STRUCT_OFFSET (MspContribution, additional_areas) },
  { "audience", G_STRUCT_OFFSET (MspContribution, audience) },
  { "tags", G_STRUCT_OFFSET (MspContribution, tags) },
  { "links", G_STRUCT_OFFSET (MspContribution, links) },
};

static const Field days[] = {
  { "date", G_STRUCT_OFFSET (MspContribution, date) },
  { "dateEnd", G_STRUCT_OFFSET (MspContribution, date_end) },
  { "inPortal", G_STRUCT_OFFSET (MspContribution, in_portal) },
};

static const Field marks[] = {
  { "isPrivate", G_STRUCT_OFFSET (MspContribution, is_private) },
  { "isHighImpact", G_STRUCT_OFFSET (MspContribution, is_high_impact) },
};

#define MEMBER(type, entry, field) G_STRUCT_MEMBER (type, entry, (field)->offset)

char *
msp_draft_path (const char *journal_path)
{
  g_return_val_if_fail (journal_path != NULL, NULL);

  return g_strconcat (journal_path, SUFFIX, NULL);
}

char *
msp_draft_path_of_entry (const char *journal_path,
                         const char *id)
{
  g_return_val_if_fail (journal_path != NULL && id != NULL, NULL);

  return g_strconcat (journal_path, SUFFIX "-", id, NULL);
}

char *
msp_draft_path_of_new (const char *journal_path,
                       gboolean    is_free)
{
  char *path;

  g_return_val_if_fail (journal_path != NULL, NULL);

  path = msp_draft_path (journal_path);
  for (int n = 2; g_file_test (path, G_FILE_TEST_EXISTS) == is_free; n++)
    {
      g_free (path);
      if (n > NEW_MAX)
        return msp_draft_path (journal_path);

      path = g_strdup_printf ("%s" SUFFIX "-%d", journal_path, n);
    }

  return path;
}

char *
msp_draft_get_id (const char *path)
{
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  length = strlen (path);
  if (length <= ID_LENGTH || !g_uuid_string_is_valid (path + length - ID_LENGTH))
    return NULL;

  return g_strdup (path + length - ID_LENGTH);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

GStrv
msp_draft_list (const char *journal_path)
{
  g_autofree char *folder = g_path_get_dirname (journal_path);
  g_autofree char *name = g_path_get_basename (journal_path);
  g_autofree char *prefix = g_strconcat (name, SUFFIX, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      const char *rest = file + strlen (prefix);

      if (g_str_has_prefix (file, prefix) && !g_str_has_suffix (file, ".new") &&
          (*rest == '\0' || *rest == '-'))
        g_ptr_array_add (paths, g_build_filename (folder, file, NULL));
    }
  g_ptr_array_sort (paths, compare_texts);
  g_ptr_array_add (paths, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}

/* "1200 numberOfViews": a name of the user's own may hold what a key may not. */
static void
write_figures (GKeyFile  *file,
               GPtrArray *figures)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < figures->len; i++)
    {
      const MspFigure *figure = g_ptr_array_index (figures, i);
      g_autofree char *line =
        g_strdup_printf ("%" G_GINT64_FORMAT " %s", figure->value, figure->name);

      g_strv_builder_add (lines, line);
    }

  list = g_strv_builder_end (lines);
  g_key_file_set_string_list (file, GROUP, FIGURES, (const char *const *) list,
                              g_strv_length (list));
}

static void
read_figures (GKeyFile        *file,
              MspContribution *entry)
{
  g_auto (GStrv) list = g_key_file_get_string_list (file, GROUP, FIGURES, NULL, NULL);

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    {
      char *name = NULL;
      gint64 value = g_ascii_strtoll (list[i], &name, 10);

      if (*name == ' ')
        msp_contribution_set_figure (entry, name + 1, value);
    }
}

/* "HASH 1200 2026-11-21T18:02:11Z slides.pdf" */
static void
write_attachments (GKeyFile  *file,
                   GPtrArray *attachments)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < attachments->len; i++)
    {
      const MspAttachment *attachment = g_ptr_array_index (attachments, i);
      g_autofree char *line =
        g_strdup_printf ("%s %" G_GINT64_FORMAT " %s %s", attachment->hash, attachment->size,
                         attachment->added, attachment->name);

      g_strv_builder_add (lines, line);
    }

  list = g_strv_builder_end (lines);
  g_key_file_set_string_list (file, GROUP, ATTACHMENTS, (const char *const *) list,
                              g_strv_length (list));
}

static void
read_attachments (GKeyFile        *file,
                  MspContribution *entry)
{
  g_auto (GStrv) list = g_key_file_get_string_list (file, GROUP, ATTACHMENTS, NULL, NULL);

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (list[i], " ", 4);

      if (g_strv_length (words) == 4 && msp_attachment_is_hash (words[0]))
        msp_attachments_add (entry->attachments,
                             msp_attachment_new (words[3], words[0],
                                                 g_ascii_strtoll (words[1], NULL, 10), words[2]));
    }
}

static GKeyFile *
to_key_file (const MspContribution *entry)
{
  GKeyFile *file = g_key_file_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (MEMBER (char *, entry, &texts[i]) != NULL)
        g_key_file_set_string (file, GROUP, texts[i].key, MEMBER (char *, entry, &texts[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GStrv list = MEMBER (GStrv, entry, &lists[i]);

      g_key_file_set_string_list (file, GROUP, lists[i].key, (const char *const *) list,
                                  g_strv_length (list));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      MspDay day = MEMBER (MspDay, entry, &days[i]);
      g_autofree char *iso = day != MSP_DAY_NONE ? msp_day_to_iso (day) : g_strdup ("");

      g_key_file_set_string (file, GROUP, days[i].key, iso);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    g_key_file_set_boolean (file, GROUP, marks[i].key, MEMBER (gboolean, entry, &marks[i]));
  g_key_file_set_int64 (file, GROUP, "quantity", entry->quantity);
  g_key_file_set_boolean (file, GROUP, "isPlanned", entry->status == MSP_STATUS_PLANNED);
  write_figures (file, entry->figures);
  write_attachments (file, entry->attachments);

  return file;
}

/**
 * msp_draft_write:
 * @path: the draft's file
 * @entry: what stands in the form, complete or not
 * @error: (nullable): return location for an error
 *
 * Replaces the draft. It is not waited for the disk: a draft has to outlive the program, not a
 * power cut, and the form must not stutter.
 */
gboolean
msp_draft_write (const char             *path,
                 const MspContribution  *entry,
                 GError                **error)
{
  g_autoptr (GKeyFile) file = NULL;
  g_autofree char *beside = NULL;
  g_autofree char *data = NULL;
  gsize length;

  g_return_val_if_fail (path != NULL && entry != NULL, FALSE);

  file = to_key_file (entry);
  data = g_key_file_to_data (file, &length, NULL);
  beside = g_strconcat (path, ".new", NULL);
  if (!g_file_set_contents_full (beside, data, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600,
                                 error))
    return FALSE;

  if (g_rename (beside, path) != 0)
    {
      g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno),
                           g_strerror (errno));
      return FALSE;
    }

  return TRUE;
}

static MspDay
read_day (GKeyFile   *file,
          const char *key)
{
  g_autofree char *iso = g_key_file_get_string (file, GROUP, key, NULL);
  MspDay day = MSP_DAY_NONE;

  if (iso != NULL)
    msp_day_parse (iso, &day, NULL);

  return day;
}

static MspContribution *
from_key_file (GKeyFile *file)
{
  MspContribution *entry = msp_contribution_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char *text = g_key_file_get_string (file, GROUP, texts[i].key, NULL);

      if (text != NULL)
        {
          g_free (MEMBER (char *, entry, &texts[i]));
          MEMBER (char *, entry, &texts[i]) = text;
        }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GStrv list = g_key_file_get_string_list (file, GROUP, lists[i].key, NULL, NULL);

      if (list != NULL)
        {
          g_strfreev (MEMBER (GStrv, entry, &lists[i]));
          MEMBER (GStrv, entry, &lists[i]) = list;
        }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    MEMBER (MspDay, entry, &days[i]) = read_day (file, days[i].key);
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    MEMBER (gboolean, entry, &marks[i]) = g_key_file_get_boolean (file, GROUP, marks[i].key, NULL);
  entry->quantity = g_key_file_get_int64 (file, GROUP, "quantity", NULL);
  entry->status = g_key_file_get_boolean (file, GROUP, "isPlanned", NULL) ? MSP_STATUS_PLANNED
                                                                          : MSP_STATUS_DONE;
  read_figures (file, entry);
  read_attachments (file, entry);

  return entry;
}

MspContribution *
msp_draft_read (const char  *path,
                GError     **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &local) &&
      g_key_file_has_group (file, GROUP))
    return from_key_file (file);

  if (local != NULL && !g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_propagate_error (error, g_steal_pointer (&local));

  return NULL;
}

void
msp_draft_clear (const char *path)
{
  g_return_if_fail (path != NULL);

  if (g_unlink (path) != 0 && errno != ENOENT)
    g_debug ("The draft %s stays: %s", path, g_strerror (errno));
}

gboolean
msp_draft_make_new (const char *path,
                    const char *journal_path)
{
  g_autofree char *new_path = msp_draft_path_of_new (journal_path, TRUE);
  g_autoptr (MspContribution) entry = msp_draft_read (path, NULL);

  if (entry == NULL)
    return FALSE;

  g_clear_pointer (&entry->id, g_free);
  g_clear_pointer (&entry->modified, g_free);
  if (!msp_draft_write (new_path, entry, NULL))
    return FALSE;

  msp_draft_clear (path);

  return TRUE;
}
