/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-link-fields"

#include "app/widgets/msp-link-fields.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-field-problem.h"
#include "app/widgets/msp-limited-text.h"
#include "base/msp-text.h"

#define LINKS_MAX 20
#define REMOVE_BUTTON "msp-remove-button"

/**
 * MspLinkFields:
 *
 * The further links of a contribution, a row for each and an empty one at the end.
 */
struct _MspLinkFields
{
  AdwPreferencesGroup  parent_instance;

  GPtrArray           *rows;       /* (owned) (element-type AdwEntryRow): in the group */
  gboolean             is_filling; /* a program writes, not a person */
};

G_DEFINE_FINAL_TYPE (MspLinkFields, msp_link_fields, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkEditable *
row_at (MspLinkFields *self,
        guint          i)
{
  return GTK_EDITABLE (g_ptr_array_index (self->rows, i));
}

static gboolean
is_empty (MspLinkFields *self,
          guint          i)
{
  return msp_text_is_blank (gtk_editable_get_text (row_at (self, i)));
}

/* Each has a name of its own, and what stays empty cannot be removed. */
static void
name_rows (MspLinkFields *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *button = g_object_get_data (G_OBJECT (row), REMOVE_BUTTON);
      gboolean is_last = i + 1 == self->rows->len && is_empty (self, i);
      g_autofree char *title = is_last ? g_strdup (_ ("Add a further link"))
                                       : g_strdup_printf (_ ("Further link %u"), i + 1);
      g_autofree char *remove = g_strdup_printf (_ ("Remove further link %u"), i + 1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      msp_format_accessible_label (button, remove);
      gtk_widget_set_visible (button, !is_last);
    }
}

static void add_row (MspLinkFields *self,
                     const char    *text);

static void
ensure_empty_row (MspLinkFields *self)
{
  guint n = self->rows->len;

  if (n == 0 || (n < LINKS_MAX && !is_empty (self, n - 1)))
    add_row (self, "");
  name_rows (self);
}

static void
row_changed (MspLinkFields *self)
{
  if (self->is_filling)
    return;

  ensure_empty_row (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
drop_row (MspLinkFields *self,
          GtkWidget     *row)
{
  msp_field_problem_remove (row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_remove (self->rows, row);
}

static void
remove_clicked (GtkButton *button,
                GtkWidget *row)
{
  MspLinkFields *self = MSP_LINK_FIELDS (gtk_widget_get_ancestor (row, MSP_TYPE_LINK_FIELDS));

  drop_row (self, row);
  row_changed (self);
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, self->rows->len - 1));
}

static void
add_row (MspLinkFields *self,
         const char    *text)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");

  msp_limited_text_set (GTK_EDITABLE (row), MSP_LIMIT_LINK);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  gtk_text_set_input_purpose (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (row))),
                              GTK_INPUT_PURPOSE_URL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Remove this link"));
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (row), REMOVE_BUTTON, button);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked), row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (row_changed), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
msp_link_fields_finalize (GObject *object)
{
  g_ptr_array_unref (MSP_LINK_FIELDS (object)->rows);

  G_OBJECT_CLASS (msp_link_fields_parent_class)->finalize (object);
}

static void
msp_link_fields_class_init (MspLinkFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msp_link_fields_finalize;

  /**
   * MspLinkFields::changed:
   * @self: the fields
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MSP_TYPE_LINK_FIELDS, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
msp_link_fields_init (MspLinkFields *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Further Links"));
  ensure_empty_row (self);
}

GtkWidget *
msp_link_fields_new (void)
{
  return g_object_new (MSP_TYPE_LINK_FIELDS, NULL);
}

void
msp_link_fields_show (MspLinkFields         *self,
                      const MspContribution *entry)
{
  g_return_if_fail (MSP_IS_LINK_FIELDS (self) && entry != NULL);

  self->is_filling = TRUE;
  while (self->rows->len > 0)
    drop_row (self, g_ptr_array_index (self->rows, self->rows->len - 1));
  for (guint i = 0; entry->links[i] != NULL; i++)
    add_row (self, entry->links[i]);
  ensure_empty_row (self);
  self->is_filling = FALSE;
}

gboolean
msp_link_fields_read (MspLinkFields   *self,
                      MspContribution *entry)
{
  g_autoptr (GStrvBuilder) links = g_strv_builder_new ();
  gboolean is_good = TRUE;

  g_return_val_if_fail (MSP_IS_LINK_FIELDS (self) && entry != NULL, FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *link = msp_text_clean (gtk_editable_get_text (row_at (self, i)), FALSE);
      MspUrlVerdict verdict = msp_url_check (link);
      gboolean is_wrong = verdict != MSP_URL_OK && verdict != MSP_URL_EMPTY;

      is_good = is_good && !is_wrong;
      msp_field_problem_set (GTK_WIDGET (row_at (self, i)),
                             is_wrong ? msp_url_verdict_to_text (verdict) : NULL, TRUE);
      if (verdict != MSP_URL_EMPTY)
        g_strv_builder_add (links, link);
    }

  g_strfreev (entry->links);
  entry->links = g_strv_builder_end (links);

  return is_good;
}
