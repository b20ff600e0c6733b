/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window of pal-preview.h. The pages are made anew when a choice changes; painting, saving and
 * printing are the same code as without it. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-preview.h"

#include <glib/gi18n-lib.h>

#include "app/pal-page-view.h"
#include "app/pal-passing-file.h"
#include "app/pal-print.h"
#include "app/pal-share.h"
#include "app/pal-summary-editor.h"

struct _PalPreview
{
  AdwWindow parent_instance;

  PalWorkbench *workbench;
  GSettings *settings;
  GSimpleActionGroup *actions;
  GCancellable *cancellable;
  PalPrintKind kind;
  PalPrintJob *job; /* nullable: it could not be made */
  guint n_pages;    /* of the job */
  GArray *kinds;    /* element-type PalPrintKind: those of the list */
  guint rebuild_id;
  gboolean has_portal;

  AdwWindowTitle *heading;
  AdwToastOverlay *toasts;
  AdwFlap *flap;
  GtkStack *state;
  GtkBox *pages;
  GtkScrolledWindow *scroller;
  GtkBox *choices;
  GtkWidget *editor; /* of the summary's blocks */
  AdwStatusPage *refused;
  AdwComboRow *kind_row;
  AdwComboRow *paper;
  GtkSwitch *large;
  GtkSwitch *mono;
};

G_DEFINE_FINAL_TYPE (PalPreview, pal_preview, ADW_TYPE_WINDOW)

static const char *const papers[] = { "locale", "a4", "letter" };

/* The pages -------------------------------------------------------------------------------------
 */

static void
tell (PalPreview *self, const char *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
failed_cb (PalPreview *self, const char *message)
{
  tell (self, message);
}

static void
notice_cb (PalPreview *self, const char *message, gboolean can_undo)
{
  tell (self, message);
}

/* Returns: (transfer full) (nullable) */
static GFile *
pass_cb (PalPreview *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = pal_print_dup_name (self->job, self->workbench, self->kind);
  GFile *file = pal_passing_file_new (self->job, name, &error);

  if (file == NULL)
    tell (self, error->message);
  return file;
}

static void
set_enabled (PalPreview *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* A day's summaries are files of many people: they are printed only. */
static void
update_actions (PalPreview *self)
{
  const gboolean is_file = self->job != NULL && self->kind != PAL_PRINT_DAY;

  set_enabled (self, "print", self->job != NULL);
  set_enabled (self, "save", is_file);
  set_enabled (self, "save-as", is_file);
  set_enabled (self, "copy", is_file);
  set_enabled (self, "mail", is_file && self->has_portal);
}

static void
update_heading (PalPreview *self)
{
  g_autofree char *subtitle = NULL;

  if (self->n_pages > 0)
    subtitle = g_strdup_printf (ngettext ("%u page", "%u pages", self->n_pages), self->n_pages);
  adw_window_title_set_title (self->heading, pal_print_kind_get_name (self->kind));
  adw_window_title_set_subtitle (self->heading, subtitle != NULL ? subtitle : "");
}

/* A page more than one window's height away is not painted: a long record opens as fast as a
 * short one, and takes no more memory. */
static void
scrolled_cb (PalPreview *self)
{
  GtkWidget *scroller = GTK_WIDGET (self->scroller);
  const float room = (float) gtk_widget_get_height (scroller);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    {
      graphene_rect_t bounds;
      gboolean near = gtk_widget_compute_bounds (page, scroller, &bounds) &&
                      bounds.origin.y < 2 * room && bounds.origin.y + bounds.size.height > -room;

      pal_page_view_set_near (PAL_PAGE_VIEW (page), near);
    }
}

static void
remove_pages (PalPreview *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_box_remove (self->pages, child);
  g_clear_pointer (&self->job, pal_print_job_free);
}

/* Returns: (transfer full): the numbers of pages in sight; when nothing is shown yet, the first. */
static GArray *
list_near (PalPreview *self)
{
  GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages));
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  guint number = 0;

  if (page == NULL)
    g_array_append_val (numbers, number);
  for (; page != NULL; page = gtk_widget_get_next_sibling (page), number++)
    if (pal_page_view_get_near (PAL_PAGE_VIEW (page)))
      g_array_append_val (numbers, number);
  return numbers;
}

static void
rebuild (PalPreview *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) near = list_near (self);

  remove_pages (self);
  self->job = pal_print_job_new (self->workbench, self->settings, self->kind, &error);
  self->n_pages = self->job != NULL ? pal_print_job_count_pages (self->job) : 0;
  for (guint i = 0; i < self->n_pages; i++)
    {
      GtkWidget *page = pal_page_view_new (self->job, i, self->n_pages);

      if (self->kind != PAL_PRINT_DAY)
        g_signal_connect_object (page, "passing", G_CALLBACK (pass_cb), self, G_CONNECT_SWAPPED);
      /* Nothing scrolls when pages of the same size take their places. */
      for (guint k = 0; k < near->len; k++)
        if (g_array_index (near, guint, k) == i)
          pal_page_view_set_near (PAL_PAGE_VIEW (page), TRUE);
      gtk_box_append (self->pages, page);
    }
  if (error != NULL)
    adw_status_page_set_description (self->refused, error->message);
  gtk_stack_set_visible_child_name (self->state, self->job != NULL ? "pages" : "refused");
  gtk_widget_set_visible (self->editor, self->job != NULL && self->kind == PAL_PRINT_SUMMARY);
  if (self->job != NULL && self->kind == PAL_PRINT_SUMMARY)
    pal_summary_editor_set_document (PAL_SUMMARY_EDITOR (self->editor),
                                     self->job->documents->pdata[0]);
  update_heading (self);
  update_actions (self);
}

static gboolean
rebuild_cb (gpointer data)
{
  PalPreview *self = data;

  self->rebuild_id = 0;
  rebuild (self);
  return G_SOURCE_REMOVE;
}

/* Several choices may change at once: the pages are made once. */
static void
queue_rebuild (PalPreview *self)
{
  if (self->rebuild_id == 0)
    self->rebuild_id = g_idle_add (rebuild_cb, self);
}

/* Choices ---------------------------------------------------------------------------------------
 */

static void
setting_changed_cb (PalPreview *self, const char *key)
{
  if (g_str_has_prefix (key, "print-"))
    queue_rebuild (self);
}

static void
kind_selected_cb (PalPreview *self)
{
  guint place = adw_combo_row_get_selected (self->kind_row);

  if (self->kinds == NULL || place >= self->kinds->len)
    return;
  self->kind = g_array_index (self->kinds, PalPrintKind, place);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  queue_rebuild (self);
}

static void
paper_selected_cb (PalPreview *self)
{
  guint place = adw_combo_row_get_selected (self->paper);

  if (self->settings != NULL && place < G_N_ELEMENTS (papers))
    g_settings_set_string (self->settings, "print-paper", papers[place]);
}

static void
fill_kinds (PalPreview *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GArray *kinds = g_array_new (FALSE, FALSE, sizeof (PalPrintKind));
  guint place = 0;

  for (PalPrintKind kind = PAL_PRINT_SUMMARY; kind < PAL_PRINT_N; kind++)
    {
      if (!pal_print_kind_is_possible (kind, self->workbench))
        continue;
      if (kind == self->kind)
        place = kinds->len;
      g_array_append_val (kinds, kind);
      gtk_string_list_append (names, pal_print_kind_get_name (kind));
    }
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->kind_row, place);
  self->kinds = kinds;
}

static void
bind_choices (PalPreview *self)
{
  g_autofree char *paper = g_settings_get_string (self->settings, "print-paper");

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (papers[i], paper))
      adw_combo_row_set_selected (self->paper, i);
  g_settings_bind (self->settings, "print-large", self->large, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "print-mono", self->mono, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (setting_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Handing over ----------------------------------------------------------------------------------
 */

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PalPreview *self = data;

  pal_print_run (GTK_WINDOW (self), self->workbench, self->settings, self->kind);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PalPreview *self = data;

  pal_print_save_to_folder (self->workbench, self->settings, self->kind);
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PalPreview *self = data;

  pal_print_save_pdf (GTK_WINDOW (self), self->workbench, self->settings, self->kind);
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PalPreview *self = data;
  g_autoptr (GFile) file = pass_cb (self);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (file == NULL)
    return;
  gdk_clipboard_set (clipboard, G_TYPE_FILE, file);
  tell (self, _ ("Copied: paste it into a folder or a message"));
}

static void
mailed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PalPreview) self = data;
  g_autoptr (GError) error = NULL;

  if (!pal_share_mail_finish (result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, error->message);
}

static void
mail_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PalPreview *self = data;
  const PalClient *client = pal_workbench_get_client (self->workbench);
  g_autoptr (GFile) file = pass_cb (self);

  if (file == NULL)
    return;
  pal_share_mail_async (GTK_WINDOW (self), client != NULL ? client->email : NULL,
                        pal_document_get_title (self->job->documents->pdata[0]), file,
                        self->cancellable, mailed_cb, g_object_ref (self));
}

static const GActionEntry entries[] = {
  { "print", print_cb, NULL, NULL, NULL, { 0 } },     { "save", save_cb, NULL, NULL, NULL, { 0 } },
  { "save-as", save_as_cb, NULL, NULL, NULL, { 0 } }, { "copy", copy_cb, NULL, NULL, NULL, { 0 } },
  { "mail", mail_cb, NULL, NULL, NULL, { 0 } },
};

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PalPreview) self = data;

  self->has_portal = pal_share_find_finish (result);
  update_actions (self);
}

/* -----------------------------------------------------------------------------------------------
 */

static void
pal_preview_dispose (GObject *object)
{
  PalPreview *self = PAL_PREVIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->rebuild_id, g_source_remove);
  if (self->pages != NULL)
    remove_pages (self);
  self->pages = NULL;
  G_OBJECT_CLASS (pal_preview_parent_class)->dispose (object);
}

static void
pal_preview_finalize (GObject *object)
{
  PalPreview *self = PAL_PREVIEW (object);

  g_clear_object (&self->workbench);
  g_clear_object (&self->settings);
  g_clear_object (&self->actions);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->kinds, g_array_unref);
  G_OBJECT_CLASS (pal_preview_parent_class)->finalize (object);
}

static void
pal_preview_class_init (PalPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pal_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = pal_preview_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/palpate/Palpate/ui/pal-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, PalPreview, heading);
  gtk_widget_class_bind_template_child (widget_class, PalPreview, toasts);
  gtk_widget_class_bind_template_child (widget_class, PalPreview, flap);
  gtk_widget_class_bind_template_child (widget_class, PalPreview, state);
  gtk_widget_class_bind_template_child (widget_class, PalPreview, pages);
  gtk_widget_class_bind_template_child (widget_class, PalPreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, PalPreview, choices);
  gtk_widget_class_bind_template_child (widget_class, PalPreview, refused);
  gtk_widget_class_bind_template_child (widget_class, PalPreview, kind_row);
  gtk_widget_class_bind_template_child (widget_class, PalPreview, paper);
  gtk_widget_class_bind_template_child (widget_class, PalPreview, large);
  gtk_widget_class_bind_template_child (widget_class, PalPreview, mono);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_selected_cb);
}

static void
pal_preview_init (PalPreview *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  self->cancellable = g_cancellable_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "preview", G_ACTION_GROUP (self->actions));
}

GtkWidget *
pal_preview_new (GtkWindow *parent, PalWorkbench *workbench, GSettings *settings, PalPrintKind kind)
{
  PalPreview *self = g_object_new (PAL_TYPE_PREVIEW, "transient-for", parent, NULL);

  g_return_val_if_fail (PAL_IS_WORKBENCH (workbench), NULL);
  g_return_val_if_fail (kind < PAL_PRINT_N, NULL);

  self->workbench = g_object_ref (workbench);
  self->kind = kind;
  fill_kinds (self);
  self->settings = g_object_ref (settings);
  bind_choices (self);
  self->editor = pal_summary_editor_new (workbench);
  gtk_box_append (self->choices, self->editor);
  g_signal_connect_object (workbench, "visit-changed", G_CALLBACK (queue_rebuild), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "client-changed", G_CALLBACK (queue_rebuild), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "notice", G_CALLBACK (notice_cb), self, G_CONNECT_SWAPPED);
  rebuild (self);
  pal_share_find_async (self->cancellable, found_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}

PalPrintJob *
pal_preview_get_job (PalPreview *self)
{
  g_return_val_if_fail (PAL_IS_PREVIEW (self), NULL);
  return self->job;
}
