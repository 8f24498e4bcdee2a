/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-template-menu"

#include "app/widgets/msp-template-menu.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/msp-template-saver.h"
#include "app/widgets/msp-template-window.h"
#include "journal/msp-journal-templates.h"

/**
 * MspTemplateMenu:
 *
 * The templates that a new entry may begin with, as a menu.
 */
struct _MspTemplateMenu
{
  GObject             parent_instance;

  GtkWindow          *window;    /* (unowned) (nullable): NULL once it is gone */
  MspEntryForm       *form;      /* (unowned) (nullable): NULL once it is gone */
  MspServices        *services;  /* (owned) */
  GSimpleActionGroup *actions;   /* (owned): of the window */
  GMenu              *menu;      /* (owned) */
  GPtrArray          *templates; /* (owned) (nullable) (element-type MspTemplate): NULL until read */
};

G_DEFINE_FINAL_TYPE (MspTemplateMenu, msp_template_menu, G_TYPE_OBJECT)

enum
{
  SIGNAL_USED,
  SIGNAL_TOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A name is no mnemonic, whatever is in it. */
static void
append_item (MspTemplateMenu   *self,
             const MspTemplate *template)
{
  g_auto (GStrv) parts = g_strsplit (template->name, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "template.use", "s", template->name);
  g_menu_append_item (self->menu, item);
}

static void
templates_read (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (MspTemplateMenu) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) templates =
    msp_journal_store_list_templates_finish (MSP_JOURNAL_STORE (source), result, &error);

  if (templates == NULL)
    {
      g_message ("The templates cannot be read: %s", error->message);
      return;
    }

  g_menu_remove_all (self->menu);
  for (guint i = 0; i < templates->len; i++)
    append_item (self, g_ptr_array_index (templates, i));
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  self->templates = g_steal_pointer (&templates);
}

static void
refresh (MspTemplateMenu *self)
{
  MspJournalStore *store = msp_services_get_store (self->services);

  if (store != NULL)
    msp_journal_store_list_templates_async (store, NULL, templates_read, g_object_ref (self));
}

static const MspTemplate *
find (MspTemplateMenu *self,
      const char      *name)
{
  for (guint i = 0; self->templates != NULL && i < self->templates->len; i++)
    {
      const MspTemplate *template = g_ptr_array_index (self->templates, i);

      if (g_str_equal (template->name, name))
        return template;
    }

  return NULL;
}

/* What was typed already stays; the template fills the rest. */
static MspContribution *
combine (MspTemplateMenu   *self,
         const MspTemplate *template)
{
  g_autoptr (MspContribution) typed = msp_entry_form_read (self->form, NULL);
  MspContribution *entry = msp_template_begin_entry (template, typed->date);
  const gsize texts[] = { G_STRUCT_OFFSET (MspContribution, title),
                          G_STRUCT_OFFSET (MspContribution, url),
                          G_STRUCT_OFFSET (MspContribution, description),
                          G_STRUCT_OFFSET (MspContribution, notes) };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char **text = G_STRUCT_MEMBER_P (entry, texts[i]);
      const char *mine = G_STRUCT_MEMBER (char *, typed, texts[i]);

      if (*mine == '\0')
        continue;

      g_free (*text);
      *text = g_strdup (mine);
    }
  g_ptr_array_unref (entry->figures);
  entry->figures = g_ptr_array_ref (typed->figures);
  g_ptr_array_unref (entry->attachments);
  entry->attachments = g_ptr_array_ref (typed->attachments);

  return entry;
}

static void
use_activated (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  MspTemplateMenu *self = MSP_TEMPLATE_MENU (user_data);
  const MspTemplate *template = find (self, g_variant_get_string (parameter, NULL));
  g_autoptr (MspContribution) entry = NULL;

  if (template == NULL || self->form == NULL)
    return;

  entry = combine (self, template);
  msp_entry_form_set_entry (self->form, entry);
  g_signal_emit (self, signals[SIGNAL_USED], 0);
}

static void
template_saved (const char *text,
                gpointer    user_data)
{
  MspTemplateMenu *self = MSP_TEMPLATE_MENU (user_data);

  refresh (self);
  g_signal_emit (self, signals[SIGNAL_TOLD], 0, text);
}

static void
save_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  MspTemplateMenu *self = MSP_TEMPLATE_MENU (user_data);
  g_autoptr (MspContribution) entry = NULL;

  if (self->form == NULL || self->window == NULL)
    return;

  entry = msp_entry_form_read (self->form, NULL);
  msp_template_saver_ask (self->window, self->services, entry, template_saved,
                          g_object_ref (self));
}

static void
manage_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  MspTemplateMenu *self = MSP_TEMPLATE_MENU (user_data);
  MspTemplateWindow *window;

  if (self->window == NULL)
    return;

  window = msp_template_window_new (self->window, self->services);
  g_signal_connect_object (window, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static const GActionEntry actions[] = {
  { .name = "use", .activate = use_activated, .parameter_type = "s" },
  { .name = "save", .activate = save_activated },
  { .name = "manage", .activate = manage_activated },
};

static void
msp_template_menu_finalize (GObject *object)
{
  MspTemplateMenu *self = MSP_TEMPLATE_MENU (object);

  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->form);
  g_object_unref (self->services);
  g_object_unref (self->actions);
  g_object_unref (self->menu);
  g_clear_pointer (&self->templates, g_ptr_array_unref);

  G_OBJECT_CLASS (msp_template_menu_parent_class)->finalize (object);
}

static void
msp_template_menu_class_init (MspTemplateMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msp_template_menu_finalize;

  /**
   * MspTemplateMenu::used:
   * @self: the menu
   */
  signals[SIGNAL_USED] = g_signal_new ("used", MSP_TYPE_TEMPLATE_MENU, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
  /**
   * MspTemplateMenu::told:
   * @self: the menu
   * @text: what happened, for people
   */
  signals[SIGNAL_TOLD] = g_signal_new ("told", MSP_TYPE_TEMPLATE_MENU, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
msp_template_menu_init (MspTemplateMenu *self)
{
  self->menu = g_menu_new ();
  self->actions = g_simple_action_group_new ();
}

MspTemplateMenu *
msp_template_menu_new (GtkWindow    *window,
                       MspEntryForm *form,
                       MspServices  *services)
{
  MspTemplateMenu *self = g_object_new (MSP_TYPE_TEMPLATE_MENU, NULL);

  g_set_weak_pointer (&self->window, window);
  g_set_weak_pointer (&self->form, form);
  self->services = g_object_ref (services);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), actions, G_N_ELEMENTS (actions),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "template", G_ACTION_GROUP (self->actions));
  refresh (self);

  return self;
}

GMenuModel *
msp_template_menu_get_model (MspTemplateMenu *self)
{
  g_return_val_if_fail (MSP_IS_TEMPLATE_MENU (self), NULL);

  return G_MENU_MODEL (self->menu);
}

void
msp_template_menu_set_can_use (MspTemplateMenu *self,
                               gboolean         can_use)
{
  GAction *action;

  g_return_if_fail (MSP_IS_TEMPLATE_MENU (self));

  action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "use");
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), can_use);
}
