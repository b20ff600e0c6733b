/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The row of pal-picture-row.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-picture-row.h"

#include <glib/gi18n-lib.h>

#include "app/pal-files.h"
#include "report/pal-letterhead.h"

#define PICTURE_WIDTH 120
#define PICTURE_HEIGHT 40

struct _PalPictureRow
{
  AdwActionRow parent_instance;

  PalStore *store; /* weak */
  char *therapist; /* nullable */
  GtkWidget *picture;
  GtkWidget *choose;
  GtkWidget *remove;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (PalPictureRow, pal_picture_row, ADW_TYPE_ACTION_ROW)

static const char *
get_hint (const PalPictureRow *self)
{
  return self->therapist != NULL ? _ ("Stands on visit records this person signed.")
                                 : _ ("PNG, JPEG or SVG, at the head of pages.");
}

static GdkTexture *
load_texture (const char *png)
{
  g_autoptr (GBytes) bytes = NULL;
  gsize length = 0;
  guchar *data;

  if (png == NULL || !pal_letterhead_check (png, NULL))
    return NULL;
  data = g_base64_decode (png, &length);
  bytes = g_bytes_new_take (data, length);
  return gdk_texture_new_from_bytes (bytes, NULL);
}

static void
show (PalPictureRow *self)
{
  g_autofree char *png = pal_store_get_image (self->store, self->therapist);
  g_autoptr (GdkTexture) texture = load_texture (png);
  g_autoptr (GError) error = NULL;

  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
  gtk_widget_set_visible (self->picture, texture != NULL);
  gtk_widget_set_visible (self->remove, png != NULL);
  pal_letterhead_check (png, &error);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                               error != NULL ? error->message : get_hint (self));
}

static gboolean
keep (PalPictureRow *self, const char *png)
{
  g_autoptr (GError) error = NULL;

  if (pal_store_set_image (self->store, self->therapist, png, &error))
    {
      show (self);
      return TRUE;
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), error->message);
  return FALSE;
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PalPictureRow) self = data;
  g_autoptr (GFile) file = pal_files_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->store != NULL)
    pal_picture_row_take_file (self, path);
}

static void
choose_clicked_cb (PalPictureRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  pal_files_open_async (GTK_WINDOW (root), _ ("Choose a Picture"), PAL_FILE_PICTURE,
                        self->cancellable, file_chosen_cb, g_object_ref (self));
}

static void
remove_clicked_cb (PalPictureRow *self)
{
  keep (self, NULL);
  gtk_widget_grab_focus (self->choose);
}

static void
pal_picture_row_dispose (GObject *object)
{
  PalPictureRow *self = PAL_PICTURE_ROW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->store);
  g_clear_pointer (&self->therapist, g_free);

  G_OBJECT_CLASS (pal_picture_row_parent_class)->dispose (object);
}

static void
pal_picture_row_class_init (PalPictureRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_picture_row_dispose;
}

static void
pal_picture_row_init (PalPictureRow *self)
{
  self->cancellable = g_cancellable_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  self->picture = gtk_picture_new ();
  gtk_widget_set_size_request (self->picture, PICTURE_WIDTH, PICTURE_HEIGHT);
  gtk_widget_set_valign (self->picture, GTK_ALIGN_CENTER);
  /* Pictures are made for white paper. */
  gtk_widget_add_css_class (self->picture, "on-paper");
  self->choose = gtk_button_new_with_mnemonic (_ ("_Choose…"));
  gtk_widget_set_valign (self->choose, GTK_ALIGN_CENTER);
  self->remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_valign (self->remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->remove, _ ("Remove the picture"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->picture);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->choose);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->remove);
  g_signal_connect_swapped (self->choose, "clicked", G_CALLBACK (choose_clicked_cb), self);
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (remove_clicked_cb), self);
}

void
pal_picture_row_set_up (PalPictureRow *self, PalStore *store, const char *therapist)
{
  g_return_if_fail (PAL_IS_PICTURE_ROW (self) && PAL_IS_STORE (store));

  /* The groups of libadwaita 1.2 outlive the window they were in; they must not keep the practice
   * open with them. */
  g_set_weak_pointer (&self->store, store);
  g_free (self->therapist);
  self->therapist = g_strdup (therapist);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choose),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
  show (self);
}

gboolean
pal_picture_row_take_file (PalPictureRow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *png = NULL;

  g_return_val_if_fail (PAL_IS_PICTURE_ROW (self) && self->store != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  png = pal_picture_intake (path, &error);
  if (png == NULL)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self), error->message);
      return FALSE;
    }
  return keep (self, png);
}
