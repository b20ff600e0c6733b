/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The state file, and how widgets are named in it. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/pal-body-stage.h"
#include "app/pal-region-widget.h"
#include "app/pal-session.h"

#define GROUP "session"
#define REGION_PREFIX "region:"
#define NAME_PREFIX "name:"

struct _PalSession
{
  char *path;
  GKeyFile *file;
  gboolean failed;
};

/* Two practices on one computer, and two copies of one, each have a place of their own. */
static char *
build_path (const char *practice)
{
  g_autofree char *full = g_canonicalize_filename (practice, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, full, -1);
  g_autofree char *name = g_strdup_printf ("session-%.16s.ini", hash);

  return g_build_filename (g_get_user_state_dir (), "palpate", name, NULL);
}

PalSession *
pal_session_new (const char *practice)
{
  PalSession *self;

  g_return_val_if_fail (practice != NULL, NULL);

  self = g_new0 (PalSession, 1);
  self->path = build_path (practice);
  self->file = g_key_file_new ();
  g_key_file_load_from_file (self->file, self->path, G_KEY_FILE_NONE, NULL);
  return self;
}

void
pal_session_free (PalSession *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_key_file_unref (self->file);
  g_free (self);
}

char *
pal_session_get (PalSession *self, const char *key)
{
  char *value;

  g_return_val_if_fail (self != NULL, NULL);

  value = g_key_file_get_string (self->file, GROUP, key, NULL);
  return value != NULL ? value : g_strdup ("");
}

/* Written whole and renamed: a kill leaves the old or the new one. A power cut may lose it. */
static gboolean
write_file (PalSession *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *part = g_strconcat (self->path, ".part", NULL);
  g_autofree char *text = g_key_file_to_data (self->file, NULL, NULL);

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents_full (part, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, error))
    return FALSE;
  if (g_rename (part, self->path) == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s", g_strerror (errno));
  return FALSE;
}

void
pal_session_set (PalSession *self, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *old = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (value != NULL);

  old = pal_session_get (self, key);
  if (g_str_equal (old, value))
    return;
  g_key_file_set_string (self->file, GROUP, key, value);
  if (write_file (self, &error))
    return;
  if (!self->failed)
    g_message ("The state of the window cannot be remembered: %s", error->message);
  self->failed = TRUE;
}

/* Focus ------------------------------------------------------------------------------------------
 */

/* A name somebody gave it, or else the id in its template. The default name is that of the type,
 * and so is the id of a template's own widget. */
static const char *
get_name (GtkWidget *widget)
{
  const char *type = G_OBJECT_TYPE_NAME (widget);
  const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget));
  const char *name = gtk_widget_get_name (widget);

  if (name != NULL && *name != '\0' && g_strcmp0 (name, type) != 0)
    return name;
  if (id != NULL && *id != '\0' && g_strcmp0 (id, type) != 0 && !g_str_has_prefix (id, "___"))
    return id;
  return NULL;
}

/* All names on the way down: the toolkit's own templates have a "box" and a "text" in many places.
 */
char *
pal_focus_describe (GtkWidget *focus)
{
  g_autofree char *path = g_strdup ("");

  for (GtkWidget *widget = focus; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      const char *name = GTK_IS_ROOT (widget) ? NULL : get_name (widget);

      if (PAL_IS_REGION_WIDGET (widget))
        {
          const PalShape *shape = pal_region_widget_get_shape (PAL_REGION_WIDGET (widget));

          return g_strdup_printf (REGION_PREFIX "%s:%d:%d", shape->region->id, (int) shape->side,
                                  (int) pal_region_widget_get_view (PAL_REGION_WIDGET (widget)));
        }
      if (name != NULL)
        {
          char *longer = g_strconcat ("/", name, path, NULL);

          g_free (path);
          path = longer;
        }
    }
  return *path != '\0' ? g_strconcat (NAME_PREFIX, path, NULL) : g_strdup ("");
}

/* A page that is not shown keeps its widgets. What is folded away is not shown either, but can be
 * unfolded. */
static gboolean
can_be_shown (GtkWidget *widget)
{
  return gtk_widget_get_visible (widget) &&
         (gtk_widget_get_child_visible (widget) ||
          gtk_widget_get_ancestor (widget, ADW_TYPE_EXPANDER_ROW) != NULL);
}

/* The widget at the end of a way of names; steps without a name lie between them. */
static GtkWidget *
find (GtkWidget *widget, char **names)
{
  if (!can_be_shown (widget))
    return NULL;
  if (g_strcmp0 (get_name (widget), names[0]) == 0)
    names++;
  if (names[0] == NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, names);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_shown_stage (GtkWidget *widget)
{
  if (!can_be_shown (widget) || PAL_IS_BODY_STAGE (widget))
    return PAL_IS_BODY_STAGE (widget) && can_be_shown (widget) ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_shown_stage (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
focus_region (GtkWidget *root, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, ":", 3);
  GtkWidget *stage = find_shown_stage (root);
  guint64 side, view;

  if (stage == NULL || g_strv_length (parts) != 3 ||
      !g_ascii_string_to_unsigned (parts[1], 10, 0, PAL_SIDE_N - 1, &side, NULL) ||
      !g_ascii_string_to_unsigned (parts[2], 10, 0, PAL_VIEW_N - 1, &view, NULL))
    return FALSE;
  return pal_body_stage_focus_region_in (PAL_BODY_STAGE (stage), parts[0], (PalSide) side,
                                         (PalView) view);
}

static void
unfold (GtkWidget *widget)
{
  GtkWidget *group = gtk_widget_get_ancestor (widget, ADW_TYPE_EXPANDER_ROW);

  if (group != NULL && group != widget)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (group), TRUE);
}

/* A row of a list takes the focus itself; what lies in it has none of its own to give. */
static gboolean
take_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (widget) || gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
mapped_cb (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (widget, mapped_cb, NULL);
  take_focus (widget);
}

void
pal_focus_when_shown (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_signal_handlers_disconnect_by_func (widget, mapped_cb, NULL);
  if (gtk_widget_get_mapped (widget))
    take_focus (widget);
  else
    g_signal_connect_after (widget, "map", G_CALLBACK (mapped_cb), NULL);
}

gboolean
pal_focus_restore (GtkWidget *root, const char *words)
{
  g_auto (GStrv) names = NULL;
  GtkWidget *found;

  g_return_val_if_fail (GTK_IS_WIDGET (root), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  if (g_str_has_prefix (words, REGION_PREFIX))
    return focus_region (root, words + strlen (REGION_PREFIX));
  if (!g_str_has_prefix (words, NAME_PREFIX))
    return FALSE;
  names = g_strsplit (words + strlen (NAME_PREFIX), "/", -1);
  /* Before the first stroke is nothing. */
  if (names[0] == NULL || names[1] == NULL)
    return FALSE;
  found = find (root, names + 1);
  if (found == NULL)
    return FALSE;
  unfold (found);
  pal_focus_when_shown (found);
  return TRUE;
}

GtkWidget *
pal_session_find_stage (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  if (PAL_IS_BODY_STAGE (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = pal_session_find_stage (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}
