/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-attachment"

#include "journal/msp-attachment.h"

#include <glib/gi18n-lib.h>

#include "journal/msp-contribution.h"

#define HASH_LENGTH 64
#define SUFFIX_MAX 16 /* characters of a name's end that a cut leaves, ".tar.gz" */

MspAttachment *
msp_attachment_new (const char *name,
                    const char *hash,
                    gint64      size,
                    const char *added)
{
  MspAttachment *self;

  g_return_val_if_fail (name != NULL && hash != NULL && added != NULL, NULL);

  self = g_new0 (MspAttachment, 1);
  self->name = g_strdup (name);
  self->hash = g_strdup (hash);
  self->size = size;
  self->added = g_strdup (added);

  return self;
}

MspAttachment *
msp_attachment_copy (const MspAttachment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return msp_attachment_new (self->name, self->hash, self->size, self->added);
}

void
msp_attachment_free (MspAttachment *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->hash);
  g_free (self->added);
  g_free (self);
}

gboolean
msp_attachment_is_hash (const char *text)
{
  gsize length = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  for (; text[length] != '\0' && length <= HASH_LENGTH; length++)
    {
      if (!g_ascii_isdigit (text[length]) && (text[length] < 'a' || text[length] > 'f'))
        return FALSE;
    }

  return length == HASH_LENGTH;
}

/* What ends a name, moves it elsewhere, or shows it as another than it is: "exe.pdf" for "fdp.exe". */
static gboolean
is_wrong_in_a_name (gunichar character)
{
  return character == '/' || g_unichar_iscntrl (character) || character == 0x061c ||
         character == 0x200e || character == 0x200f || (character >= 0x2028 && character <= 0x202e) ||
         (character >= 0x2066 && character <= 0x2069);
}

const char *
msp_attachment_name_problem (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  if (!g_utf8_validate (name, -1, NULL))
    return _ ("The name of the file is not valid UTF-8.");
  if (*name == '\0' || g_str_equal (name, ".") || g_str_equal (name, ".."))
    return _ ("The file has no name.");
  if (g_utf8_strlen (name, -1) > MSP_NAME_MAX)
    return _ ("The name of the file is too long.");
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (is_wrong_in_a_name (g_utf8_get_char (at)))
        return _ ("The name of the file has a character that no name may have.");
    }

  return NULL;
}

/* @name with @addition before its suffix, cut so that it fits. */
static char *
join_name (const char *name,
           const char *addition)
{
  const char *dot = strrchr (name, '.');
  glong most = MSP_NAME_MAX - g_utf8_strlen (addition, -1);
  glong length;
  g_autofree char *stem = NULL;
  g_autofree char *fitting = NULL;

  if (dot == NULL || dot == name || g_utf8_strlen (dot, -1) > SUFFIX_MAX)
    dot = name + strlen (name);
  stem = g_strndup (name, (gsize) (dot - name));
  length = MIN (g_utf8_strlen (stem, -1), most - g_utf8_strlen (dot, -1));
  fitting = g_utf8_substring (stem, 0, length);

  return g_strconcat (fitting, addition, dot, NULL);
}

char *
msp_attachment_clean_name (const char *file_name)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) name = g_string_new (NULL);

  g_return_val_if_fail (file_name != NULL, NULL);

  valid = g_utf8_make_valid (file_name, -1);
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      g_string_append_unichar (name, is_wrong_in_a_name (character) ? '_' : character);
    }
  if (name->len == 0 || g_str_equal (name->str, ".") || g_str_equal (name->str, ".."))
    g_string_assign (name, "_");

  return join_name (name->str, "");
}

GPtrArray *
msp_attachments_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) msp_attachment_free);
}

GPtrArray *
msp_attachments_copy (GPtrArray *list)
{
  GPtrArray *copy = msp_attachments_new ();

  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (copy, msp_attachment_copy (g_ptr_array_index (list, i)));

  return copy;
}

gboolean
msp_attachments_equal (GPtrArray *a,
                       GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const MspAttachment *first = g_ptr_array_index (a, i);
      const MspAttachment *second = g_ptr_array_index (b, i);

      if (!g_str_equal (first->name, second->name) || !g_str_equal (first->hash, second->hash))
        return FALSE;
    }

  return TRUE;
}

const MspAttachment *
msp_attachments_find (GPtrArray  *list,
                      const char *name)
{
  g_return_val_if_fail (list != NULL && name != NULL, NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const MspAttachment *attachment = g_ptr_array_index (list, i);

      if (g_str_equal (attachment->name, name))
        return attachment;
    }

  return NULL;
}

gboolean
msp_attachments_add (GPtrArray     *list,
                     MspAttachment *attachment)
{
  g_autofree char *name = NULL;
  const MspAttachment *other;

  g_return_val_if_fail (list != NULL && attachment != NULL, FALSE);

  name = g_strdup (attachment->name);
  for (int i = 2; (other = msp_attachments_find (list, attachment->name)) != NULL; i++)
    {
      g_autofree char *addition = g_strdup_printf (" (%d)", i);

      if (g_str_equal (other->hash, attachment->hash))
        {
          msp_attachment_free (attachment);
          return FALSE;
        }
      g_free (attachment->name);
      attachment->name = join_name (name, addition);
    }
  g_ptr_array_add (list, attachment);

  return TRUE;
}

gboolean
msp_attachments_remove (GPtrArray  *list,
                        const char *name)
{
  const MspAttachment *attachment = msp_attachments_find (list, name);

  return attachment != NULL && g_ptr_array_remove (list, (gpointer) attachment);
}

GStrv
msp_attachments_list_names (GPtrArray *list)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_return_val_if_fail (list != NULL, NULL);

  for (guint i = 0; i < list->len; i++)
    g_strv_builder_add (names, ((const MspAttachment *) g_ptr_array_index (list, i))->name);

  return g_strv_builder_end (names);
}
