/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-limited-text"

#include "app/widgets/msp-limited-text.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-field-problem.h"
#include "base/msp-text-filter.h"

#define MSP_TYPE_LIMITED_BUFFER (msp_limited_buffer_get_type ())
G_DECLARE_FINAL_TYPE (MspLimitedBuffer, msp_limited_buffer, MSP, LIMITED_BUFFER, GtkEntryBuffer)

/**
 * MspLimitedBuffer:
 *
 * The text of one line, which takes what it has room for. All ways into a field end here: keys, paste,
 * drop and the accessibility bus.
 */
struct _MspLimitedBuffer
{
  GtkEntryBuffer  parent_instance;

  GtkWidget      *row; /* (unowned) (nullable): NULL once it is gone */
  gsize           most;
};

G_DEFINE_FINAL_TYPE (MspLimitedBuffer, msp_limited_buffer, GTK_TYPE_ENTRY_BUFFER)

const char *
msp_limited_text_describe (guint loss)
{
  if (loss == (MSP_TEXT_CUT | MSP_TEXT_CLEANED))
    return _ ("The text was too long and was cut; invisible characters were taken out.");
  if (loss == MSP_TEXT_CUT)
    return _ ("The text was too long and was cut.");
  if (loss == MSP_TEXT_CLEANED)
    return _ ("Invisible characters were taken out.");

  return NULL;
}

static guint
insert_text (GtkEntryBuffer *buffer,
             guint           position,
             const char     *chars,
             guint           n_chars)
{
  MspLimitedBuffer *self = MSP_LIMITED_BUFFER (buffer);
  gsize room = self->most - MIN (self->most, gtk_entry_buffer_get_length (buffer));
  gssize length = g_utf8_offset_to_pointer (chars, n_chars) - chars;
  MspTextLoss loss;
  g_autofree char *taken = msp_text_filter (chars, length, FALSE, room, &loss);

  if (self->row != NULL)
    msp_field_problem_set_note (self->row, msp_limited_text_describe (loss));

  return GTK_ENTRY_BUFFER_CLASS (msp_limited_buffer_parent_class)
         ->insert_text (buffer, position, taken, (guint) g_utf8_strlen (taken, -1));
}

static void
msp_limited_buffer_dispose (GObject *object)
{
  g_clear_weak_pointer (&MSP_LIMITED_BUFFER (object)->row);

  G_OBJECT_CLASS (msp_limited_buffer_parent_class)->dispose (object);
}

static void
msp_limited_buffer_class_init (MspLimitedBufferClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msp_limited_buffer_dispose;
  GTK_ENTRY_BUFFER_CLASS (klass)->insert_text = insert_text;
}

static void
msp_limited_buffer_init (MspLimitedBuffer *self)
{
}

void
msp_limited_text_set (GtkEditable *row,
                      gsize        most)
{
  g_autoptr (MspLimitedBuffer) buffer = NULL;
  GtkEditable *text = gtk_editable_get_delegate (row);

  g_return_if_fail (GTK_IS_TEXT (text));

  buffer = g_object_new (MSP_TYPE_LIMITED_BUFFER, NULL);
  buffer->most = most;
  g_set_weak_pointer (&buffer->row, GTK_WIDGET (row));
  gtk_text_set_buffer (GTK_TEXT (text), GTK_ENTRY_BUFFER (buffer));
}
