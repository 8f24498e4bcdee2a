/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-entry-dialog"

#include "app/widgets/msp-entry-dialog.h"

#include <glib/gi18n-lib.h>

#define SHOWN_MAX 60 /* characters of a text that differs */

static GtkWidget *
make_dialog (GtkWindow  *parent,
             const char *heading,
             const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), MSP_ENTRY_DIALOG_KEEP,
                                   _ ("_Keep Editing"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), MSP_ENTRY_DIALOG_KEEP);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), MSP_ENTRY_DIALOG_KEEP);

  return dialog;
}

GtkWidget *
msp_entry_dialog_discard (GtkWindow *parent)
{
  GtkWidget *dialog = make_dialog (parent, _ ("Discard what you typed?"),
                                   _ ("It is not in the journal yet."));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), MSP_ENTRY_DIALOG_DISCARD,
                                   _ ("_Discard"));
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog),
                                              MSP_ENTRY_DIALOG_DISCARD,
                                              ADW_RESPONSE_DESTRUCTIVE);

  return dialog;
}

static void
add_text (GString    *list,
          const char *name,
          const char *mine,
          const char *theirs)
{
  g_autofree char *short_mine = NULL;
  g_autofree char *short_theirs = NULL;

  if (g_str_equal (mine, theirs))
    return;

  short_mine = g_utf8_substring (mine, 0, MIN (g_utf8_strlen (mine, -1), SHOWN_MAX));
  short_theirs = g_utf8_substring (theirs, 0, MIN (g_utf8_strlen (theirs, -1), SHOWN_MAX));
  /* Translators: the name of a field, what it was changed to elsewhere, and what the form says. */
  g_string_append_printf (list, _ ("%s: “%s” there, “%s” here.\n"), name, short_theirs, short_mine);
}

static void
add_list (GString    *list,
          const char *name,
          GStrv       mine,
          GStrv       theirs)
{
  g_autofree char *my_text = g_strjoinv ("; ", mine);
  g_autofree char *their_text = g_strjoinv ("; ", theirs);

  add_text (list, name, my_text, their_text);
}

static void
add_day (GString    *list,
         const char *name,
         MspDay      mine,
         MspDay      theirs)
{
  g_autofree char *my_text = mine != MSP_DAY_NONE ? msp_day_to_text (mine) : g_strdup ("");
  g_autofree char *their_text = theirs != MSP_DAY_NONE ? msp_day_to_text (theirs) : g_strdup ("");

  add_text (list, name, my_text, their_text);
}

static char *
list_differences (const MspContribution *mine,
                  const MspContribution *theirs)
{
  GString *list = g_string_new (NULL);
  g_auto (GStrv) my_files = msp_attachments_list_names (mine->attachments);
  g_auto (GStrv) their_files = msp_attachments_list_names (theirs->attachments);

  add_text (list, _ ("Title"), mine->title, theirs->title);
  add_text (list, _ ("Type"), mine->type, theirs->type);
  add_day (list, _ ("Date"), mine->date, theirs->date);
  add_day (list, _ ("End date"), mine->date_end, theirs->date_end);
  add_text (list, _ ("Link"), mine->url, theirs->url);
  add_text (list, _ ("Area"), mine->area, theirs->area);
  add_list (list, _ ("Additional areas"), mine->additional_areas, theirs->additional_areas);
  add_text (list, _ ("Role"), mine->role, theirs->role);
  add_list (list, _ ("Audience"), mine->audience, theirs->audience);
  add_list (list, _ ("Tags"), mine->tags, theirs->tags);
  add_text (list, _ ("Description"), mine->description, theirs->description);
  add_text (list, _ ("Private description"), mine->private_description,
            theirs->private_description);
  add_text (list, _ ("Notes"), mine->notes, theirs->notes);
  add_list (list, _ ("Further links"), mine->links, theirs->links);
  add_list (list, _ ("Files"), my_files, their_files);
  add_day (list, _ ("In the portal"), mine->in_portal, theirs->in_portal);
  if (list->len == 0)
    g_string_append (list, _ ("Figures or marks differ."));

  return g_strchomp (g_string_free (list, FALSE));
}

GtkWidget *
msp_entry_dialog_conflict (GtkWindow             *parent,
                           const MspContribution *mine,
                           const MspContribution *theirs)
{
  g_autofree char *differences = NULL;
  GtkWidget *dialog;

  g_return_val_if_fail (mine != NULL, NULL);

  if (theirs == NULL)
    {
      dialog = make_dialog (parent, _ ("This contribution was deleted elsewhere"),
                            _ ("What you typed can be saved as a new contribution."));
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), MSP_ENTRY_DIALOG_MINE,
                                       _ ("_Save as New"));
    }
  else
    {
      differences = list_differences (mine, theirs);
      dialog = make_dialog (parent, _ ("This contribution was changed elsewhere"), differences);
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), MSP_ENTRY_DIALOG_THEIRS,
                                       _ ("Show _Theirs"));
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), MSP_ENTRY_DIALOG_MINE,
                                       _ ("Save _Mine"));
    }
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), MSP_ENTRY_DIALOG_MINE,
                                              ADW_RESPONSE_SUGGESTED);

  return dialog;
}
