/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window of pal-training-import.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/pal-files.h"
#include "app/pal-training-import.h"
#include "exchange/pal-training-table.h"

#define TABLE_FIELD "training-table"

struct _PalTrainingImport
{
  AdwWindow parent_instance;

  PalWorkbench *workbench;
  PalTrainingTable *table; /* what the text says; NULL when it cannot be read */
  GtkTextView *view;
  GtkLabel *outlook;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (PalTrainingImport, pal_training_import, ADW_TYPE_WINDOW)

static char *
dup_text (PalTrainingImport *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static char *
describe (const PalTrainingTable *table, const PalTrainingMerge *merge)
{
  const guint n = table->weeks->len + table->runs->len;
  g_autofree char *what = table->weeks->len > 0
                              ? g_strdup_printf (ngettext ("%u week", "%u weeks", n), n)
                              : g_strdup_printf (ngettext ("%u run", "%u runs", n), n);

  /* Translators: 1: weeks or runs read, 2: new ones, 3: changed ones, 4: ones that are there. */
  return g_strdup_printf (_ ("%1$s read: %2$u new, %3$u changed, %4$u already there."), what,
                          merge->n_added, merge->n_replaced, merge->n_same);
}

static void
show_outlook (PalTrainingImport *self, const char *words, gboolean is_error)
{
  gtk_label_set_label (self->outlook, words);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->outlook), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->outlook), "error");
}

/* A table is kept while the window is open, unless it is larger than any text of the record. */
static void
keep (PalTrainingImport *self, const char *text)
{
  const PalClient *client = pal_workbench_get_client (self->workbench);

  if (client != NULL)
    pal_workbench_keep_client_typed (self->workbench, client->id, TABLE_FIELD,
                                     text != NULL && *text != '\0' &&
                                             g_utf8_strlen (text, -1) <= PAL_MAX_TEXT_CHARS
                                         ? text
                                         : NULL);
}

static void
refresh (PalTrainingImport *self)
{
  const PalClient *client = pal_workbench_get_client (self->workbench);
  g_autofree char *text = dup_text (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  PalTrainingMerge merge = { 0, 0, 0 };

  keep (self, text);
  g_clear_pointer (&self->table, pal_training_table_free);
  if (*g_strstrip (text) != '\0')
    self->table =
        pal_training_table_read (text, -1, pal_workbench_get_vocabulary (self->workbench), &error);
  if (self->table != NULL && client != NULL)
    {
      g_autoptr (PalClient) copy = pal_client_copy (client);

      merge = pal_training_table_merge (self->table, copy);
      words = describe (self->table, &merge);
    }
  gtk_widget_set_sensitive (self->add, merge.n_added + merge.n_replaced > 0);
  show_outlook (self, error != NULL ? error->message : words != NULL ? words : "", error != NULL);
}

gboolean
pal_training_import_add (PalTrainingImport *self)
{
  PalClient *client;

  g_return_val_if_fail (PAL_IS_TRAINING_IMPORT (self), FALSE);

  if (self->table == NULL)
    return FALSE;
  client = pal_workbench_edit_client (self->workbench);
  if (client == NULL)
    return FALSE;
  pal_training_table_merge (self->table, client);
  return pal_workbench_commit_client (self->workbench, client, _ ("Add training from a table"),
                                      NULL);
}

static void
add_clicked_cb (PalTrainingImport *self)
{
  if (pal_training_import_add (self))
    gtk_window_close (GTK_WINDOW (self));
}

/* Files ------------------------------------------------------------------------------------------
 */

static void
take_file (PalTrainingImport *self, GFile *file)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL,
                            &error);
  if (info != NULL && g_file_info_get_size (info) > PAL_MAX_TRAINING_BYTES)
    g_set_error_literal (&error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_TOO_LARGE,
                         _ ("This is too much for a table of training."));
  if (error == NULL && g_file_load_contents (file, NULL, &text, &length, NULL, &error) &&
      !g_utf8_validate (text, (gssize) length, NULL))
    g_set_error_literal (&error, PAL_EXCHANGE_ERROR, PAL_EXCHANGE_ERROR_INVALID,
                         _ ("This is no text: save the table as CSV in UTF-8."));
  if (error == NULL)
    pal_training_import_set_text (self, text);
  else
    show_outlook (self, error->message, TRUE);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = pal_files_finish (result, NULL);

  if (file != NULL)
    take_file (PAL_TRAINING_IMPORT (source), file);
}

static void
open_clicked_cb (PalTrainingImport *self)
{
  pal_files_open_async (GTK_WINDOW (self), _ ("Open a Table of Training"), PAL_FILE_TABLE, NULL,
                        file_chosen_cb, NULL);
}

/* Building ---------------------------------------------------------------------------------------
 */

static GtkWidget *
build_header (PalTrainingImport *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *open = gtk_button_new_with_mnemonic (_ ("_Open File…"));

  self->add = gtk_button_new_with_mnemonic (_ ("_Add"));
  gtk_widget_add_css_class (self->add, "suggested-action");
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "clicked", G_CALLBACK (open_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), open);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->add);
  return header;
}

static GtkLabel *
build_label (GtkBox *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static GtkWidget *
build_content (PalTrainingImport *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (box, "pal-dialog-content");
  /* Translators: the words before the dots are names of columns; they stay as they are. */
  build_label (GTK_BOX (box),
               _ ("Paste cells or CSV. The first line names the columns: week or date, km, "
                  "longest_km, minutes, sessions, effort, terrain, shoes."));
  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_monospace (self->view, TRUE);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_top_margin (self->view, 8);
  gtk_text_view_set_left_margin (self->view, 10);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Table of training"), -1);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (refresh),
                           self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (scroller, "card");
  gtk_box_append (GTK_BOX (box), scroller);
  self->outlook = build_label (GTK_BOX (box), "");
  return box;
}

/* Added, or given up. */
static gboolean
pal_training_import_close_request (GtkWindow *window)
{
  keep (PAL_TRAINING_IMPORT (window), NULL);
  return GTK_WINDOW_CLASS (pal_training_import_parent_class)->close_request (window);
}

static void
pal_training_import_dispose (GObject *object)
{
  PalTrainingImport *self = PAL_TRAINING_IMPORT (object);

  g_clear_object (&self->workbench);
  g_clear_pointer (&self->table, pal_training_table_free);

  G_OBJECT_CLASS (pal_training_import_parent_class)->dispose (object);
}

static void
pal_training_import_class_init (PalTrainingImportClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_training_import_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = pal_training_import_close_request;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
pal_training_import_init (PalTrainingImport *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), build_header (self));
  gtk_box_append (GTK_BOX (box), build_content (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Training from a Table"));
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 480);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

GtkWidget *
pal_training_import_new (GtkWindow *parent, PalWorkbench *workbench)
{
  g_autofree char *kept = NULL;
  const PalClient *client;
  PalTrainingImport *self;

  g_return_val_if_fail (PAL_IS_WORKBENCH (workbench), NULL);

  self = g_object_new (PAL_TYPE_TRAINING_IMPORT, NULL);
  self->workbench = g_object_ref (workbench);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  client = pal_workbench_get_client (workbench);
  if (client != NULL)
    kept = g_strdup (pal_workbench_peek_client_typed (workbench, client->id, TABLE_FIELD));
  if (kept != NULL)
    pal_training_import_set_text (self, kept);
  else
    refresh (self);
  return GTK_WIDGET (self);
}

void
pal_training_import_set_text (PalTrainingImport *self, const char *text)
{
  g_return_if_fail (PAL_IS_TRAINING_IMPORT (self));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
}

const char *
pal_training_import_get_outlook (PalTrainingImport *self)
{
  g_return_val_if_fail (PAL_IS_TRAINING_IMPORT (self), NULL);
  return gtk_label_get_label (self->outlook);
}
