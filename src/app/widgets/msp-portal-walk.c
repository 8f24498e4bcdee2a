/* SPDX-FileCopyrightText: 2026 The MS Programs authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "msp-portal-walk"

#include "app/widgets/msp-portal-walk.h"

#include <glib/gi18n-lib.h>

#include "app/msp-format.h"
#include "app/widgets/msp-portal-words.h"
#include "journal/msp-bulk-edit.h"
#include "journal/msp-journal-undo.h"

#define UI_PATH "/com/example/MsPrograms/ui/"
#define TOAST_SECONDS 10

/**
 * MspPortalWalk:
 *
 * One contribution field by field, to be pasted into the portal's form in the browser beside it.
 *
 * It belongs to no other window, so that it does not drag one in front of the browser.
 */
struct _MspPortalWalk
{
  AdwWindow          parent_instance;

  /* Template widgets */
  AdwWindowTitle    *title;
  AdwToastOverlay   *toast_overlay;
  GtkStack          *stack;
  GtkLabel          *name_label;
  GtkLabel          *place_label;
  GtkScrolledWindow *text_window;
  GtkLabel          *text_label;
  GtkLabel          *limit_label;
  GtkLabel          *empty_label;
  GtkLabel          *end_label;
  GtkLabel          *flags_label;
  GtkLabel          *end_empty_label;
  GtkWidget         *copied_box;
  GtkLabel          *copied_label;
  GtkWidget         *next_button;

  MspServices       *services; /* (owned) (nullable): NULL until set, and once disposed */
  GtkWindow         *parent; /* (unowned) (nullable): NULL once it is gone */
  char              *id;     /* (owned) (nullable): of the contribution; NULL until set */
  MspContribution   *entry;  /* (owned) (nullable): NULL until read */
  GPtrArray         *fields; /* (owned) (nullable): MspPortalField; NULL until the entry is read */
  guint              place;  /* in the fields; their number: at the end */
  char              *reached; /* (owned) (nullable): name of the field there, if they come anew */
};

G_DEFINE_FINAL_TYPE (MspPortalWalk, msp_portal_walk, ADW_TYPE_WINDOW)

static const MspPortalField *
get_field (MspPortalWalk * self,
           guint i)
{
  return g_ptr_array_index (self->fields, i);
}

static void
say_in (GtkLabel   *label,
        const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_field (MspPortalWalk *self)
{
  const MspPortalField *field = get_field (self, self->place);
  g_autofree char *place = NULL;
  g_autofree char *limit = msp_portal_words_limit (field);
  g_autofree char *empty = msp_portal_words_empty (self->fields, self->place);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", field->label, field->text);

  /* Translators: "Field 2 of 9". */
  place = g_strdup_printf (_ ("Field %u of %u"), msp_portal_words_count (self->fields, self->place) + 1,
                           msp_portal_words_count (self->fields, self->fields->len));
  gtk_label_set_text (self->name_label, field->label);
  gtk_label_set_text (self->place_label, place);
  gtk_label_set_text (self->text_label, field->text);
  say_in (self->limit_label, limit);
  say_in (self->empty_label, empty);
  if (msp_portal_field_excess (field) > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->limit_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->limit_label), "error");
  gtk_button_set_label (GTK_BUTTON (self->next_button), _ ("Copy and Next"));
  msp_format_accessible_description (self->next_button, spoken);
  gtk_stack_set_visible_child_name (self->stack, "field");
}

static gboolean
can_mark (MspPortalWalk *self)
{
  return self->entry->in_portal == MSP_DAY_NONE && self->entry->deleted == NULL &&
         msp_services_get_can_write (self->services);
}

static void
show_end (MspPortalWalk *self)
{
  g_autofree char *end = msp_portal_words_end (self->entry);
  g_autofree char *empty = msp_portal_words_empty (self->fields, self->fields->len);

  say_in (self->end_label, end);
  say_in (self->flags_label, msp_portal_words_flags (self->entry));
  say_in (self->end_empty_label, empty);
  gtk_button_set_label (GTK_BUTTON (self->next_button),
                        can_mark (self) ? _ ("Mark as in the Portal") : _ ("Close"));
  msp_format_accessible_description (self->next_button, end);
  gtk_stack_set_visible_child_name (self->stack, "end");
}

static void
show_place (MspPortalWalk *self)
{
  gboolean is_end = self->place == self->fields->len;

  g_free (self->reached);
  self->reached = is_end ? NULL : g_strdup (get_field (self, self->place)->name);
  if (is_end)
    show_end (self);
  else
    show_field (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "walk.back",
                                 msp_portal_words_find_before (self->fields, self->place) != self->place);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->text_window), 0);
  gtk_widget_grab_focus (self->next_button);
}

static void
say_error (MspPortalWalk *self,
           const GError  *error)
{
  g_autofree char *text =
    msp_database_error_to_text (error, msp_services_get_journal_path (self->services));
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (self->entry != NULL)
    adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (escaped));
  else if (self->parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->parent), "win.toast", "s", text);
}

/* @entry: (transfer full) */
static void
show_entry (MspPortalWalk   *self,
            MspContribution *entry)
{
  g_clear_pointer (&self->entry, msp_contribution_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  self->entry = entry;
  self->fields = msp_portal_fields_list (msp_services_get_catalog (self->services), entry);
  adw_window_title_set_subtitle (self->title, entry->title);

  /* Where it was, when somebody has changed the entry meanwhile. */
  self->place = self->reached != NULL ? 0 : self->fields->len;
  for (guint i = 0; self->reached != NULL && i < self->fields->len; i++)
    {
      if (g_str_equal (get_field (self, i)->name, self->reached))
        self->place = i;
    }
  self->place = msp_portal_words_find (self->fields, self->place);
  show_place (self);
}

static void
entry_read (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MspPortalWalk) self = user_data;
  g_autoptr (GError) error = NULL;
  MspContribution *entry =
    msp_journal_store_get_finish (MSP_JOURNAL_STORE (source), result, &error);
  gboolean is_first = self->entry == NULL;

  if (self->services == NULL)
    {
      g_clear_pointer (&entry, msp_contribution_free);
      return; /* closed meanwhile */
    }

  if (entry == NULL)
    {
      say_error (self, error);
      if (is_first)
        gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  if (g_strcmp0 (entry->id, self->id) == 0)
    show_entry (self, entry);
  else
    msp_contribution_free (entry); /* of a walk that another one has taken the place of */
  if (is_first)
    gtk_window_present (GTK_WINDOW (self));
}

static void
read_entry (MspPortalWalk *self)
{
  MspJournalStore *store = msp_services_get_store (self->services);

  if (store != NULL)
    msp_journal_store_get_async (store, self->id, NULL, entry_read, g_object_ref (self));
}

static void
undone (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MspPortalWalk) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!msp_journal_store_undo_finish (MSP_JOURNAL_STORE (source), result, NULL, &error) &&
      self->services != NULL)
    say_error (self, error);
}

static void
undo_activated (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  MspPortalWalk *self = MSP_PORTAL_WALK (widget);
  MspJournalStore *store = msp_services_get_store (self->services);

  if (store != NULL)
    msp_journal_store_undo_async (store, g_variant_get_uint64 (parameter), undone,
                                  g_object_ref (self));
}

static void
marked (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MspPortalWalk) self = user_data;
  g_autoptr (GError) error = NULL;
  int n_edited = msp_journal_store_edit_many_finish (MSP_JOURNAL_STORE (source), result, &error);
  MspUndoStep step = { 0 };
  AdwToast *toast;

  if (self->services == NULL)
    return; /* closed meanwhile */

  if (n_edited < 0)
    {
      say_error (self, error);
      return;
    }

  toast = adw_toast_new (_ ("Marked as in the portal."));
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  if (n_edited > 0 && msp_journal_store_get_undo (MSP_JOURNAL_STORE (source), &step))
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_target_value (toast, g_variant_new_uint64 (step.serial));
      adw_toast_set_action_name (toast, "walk.undo");
    }
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
  read_entry (self);
}

static void
mark (MspPortalWalk *self)
{
  const char *const ids[] = { self->id, NULL };
  MspBulkEdit *edit = msp_bulk_edit_new ();

  edit->in_portal = MSP_WHETHER_YES;
  msp_journal_store_edit_many_async (msp_services_get_store (self->services), ids,
                                     msp_bulk_edit_apply, edit, (GDestroyNotify) msp_bulk_edit_free,
                                     NULL, marked, g_object_ref (self));
}

static void
copy_activated (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  MspPortalWalk *self = MSP_PORTAL_WALK (widget);
  const MspPortalField *field;
  g_autofree char *text = NULL;

  if (self->fields == NULL || self->place == self->fields->len)
    return;

  field = get_field (self, self->place);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), field->text);
  /* Translators: the name of a field. */
  text = g_strdup_printf (_ ("On the clipboard: %s"), field->label);
  gtk_label_set_text (self->copied_label, text);
  gtk_widget_set_visible (self->copied_box, TRUE);
}

static void
next_activated (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  MspPortalWalk *self = MSP_PORTAL_WALK (widget);

  if (self->fields == NULL)
    return;

  if (self->place < self->fields->len)
    {
      copy_activated (widget, NULL, NULL);
      self->place = msp_portal_words_find (self->fields, self->place + 1);
      show_place (self);
    }
  else if (can_mark (self))
    mark (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
back_activated (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  MspPortalWalk *self = MSP_PORTAL_WALK (widget);

  if (self->fields == NULL)
    return;

  self->place = msp_portal_words_find_before (self->fields, self->place);
  show_place (self);
}

/* @arguments: (b): whether further down */
static gboolean
page_pressed (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   user_data)
{
  GtkAdjustment *text =
    gtk_scrolled_window_get_vadjustment (MSP_PORTAL_WALK (widget)->text_window);
  double step = gtk_adjustment_get_page_increment (text);
  gboolean is_down;

  g_variant_get (arguments, "(b)", &is_down);
  gtk_adjustment_set_value (text, gtk_adjustment_get_value (text) + (is_down ? step : -step));

  return GDK_EVENT_STOP;
}

static void
msp_portal_walk_dispose (GObject *object)
{
  MspPortalWalk *self = MSP_PORTAL_WALK (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MSP_TYPE_PORTAL_WALK);
  g_clear_object (&self->services);
  g_clear_weak_pointer (&self->parent);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->entry, msp_contribution_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->reached, g_free);

  G_OBJECT_CLASS (msp_portal_walk_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "widgets/portal-walk.ui");
  gtk_widget_class_bind_template_child (widget_class, MspPortalWalk, title);
  gtk_widget_class_bind_template_child (widget_class, MspPortalWalk, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, MspPortalWalk, stack);
  gtk_widget_class_bind_template_child (widget_class, MspPortalWalk, name_label);
  gtk_widget_class_bind_template_child (widget_class, MspPortalWalk, place_label);
  gtk_widget_class_bind_template_child (widget_class, MspPortalWalk, text_window);
  gtk_widget_class_bind_template_child (widget_class, MspPortalWalk, text_label);
  gtk_widget_class_bind_template_child (widget_class, MspPortalWalk, limit_label);
  gtk_widget_class_bind_template_child (widget_class, MspPortalWalk, empty_label);
  gtk_widget_class_bind_template_child (widget_class, MspPortalWalk, end_label);
  gtk_widget_class_bind_template_child (widget_class, MspPortalWalk, flags_label);
  gtk_widget_class_bind_template_child (widget_class, MspPortalWalk, end_empty_label);
  gtk_widget_class_bind_template_child (widget_class, MspPortalWalk, copied_box);
  gtk_widget_class_bind_template_child (widget_class, MspPortalWalk, copied_label);
  gtk_widget_class_bind_template_child (widget_class, MspPortalWalk, next_button);
}

static void
msp_portal_walk_class_init (MspPortalWalkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msp_portal_walk_dispose;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "walk.next", NULL, next_activated);
  gtk_widget_class_install_action (widget_class, "walk.back", NULL, back_activated);
  gtk_widget_class_install_action (widget_class, "walk.copy", NULL, copy_activated);
  gtk_widget_class_install_action (widget_class, "walk.undo", "t", undo_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "walk.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "walk.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, page_pressed, "(b)", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, page_pressed, "(b)", FALSE);
}

static void
msp_portal_walk_init (MspPortalWalk *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->next_button);
}

/* (transfer none): the one that is open, so that it keeps its place on the screen, or a new one */
static MspPortalWalk *
ensure_walk (GtkWindow   *parent,
             MspServices *services)
{
  GListModel *windows = gtk_window_get_toplevels ();
  MspPortalWalk *self;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (MSP_IS_PORTAL_WALK (window) && MSP_PORTAL_WALK (window)->services == services)
        return MSP_PORTAL_WALK (window);
    }

  self = g_object_new (MSP_TYPE_PORTAL_WALK, "application", gtk_window_get_application (parent),
                       NULL);
  self->services = g_object_ref (services);
  g_signal_connect_object (msp_services_get_store (services), "changed", G_CALLBACK (read_entry),
                           self, G_CONNECT_SWAPPED);

  return self;
}

void
msp_portal_walk_open (GtkWindow   *parent,
                      MspServices *services,
                      const char  *id)
{
  MspPortalWalk *self;
  gboolean is_same;

  g_return_if_fail (GTK_IS_WINDOW (parent) && id != NULL);

  if (msp_services_get_store (services) == NULL)
    return;

  self = ensure_walk (parent, services);
  is_same = g_strcmp0 (self->id, id) == 0;
  if (self->entry != NULL)
    gtk_window_present (GTK_WINDOW (self));
  if (is_same)
    return;

  g_set_weak_pointer (&self->parent, parent);
  g_free (self->id);
  self->id = g_strdup (id);
  g_free (self->reached);
  self->reached = g_strdup ("activityTypeName");
  gtk_widget_set_visible (self->copied_box, FALSE);
  read_entry (self);
}
