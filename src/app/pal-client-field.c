/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The bond of pal-client-field.h. It lives as long as the field. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-client-field.h"

#include "app/pal-text-field.h"

/* Texts are kept at every key; this long a rest makes an edit of one. */
#define REST_MS 400

/**
 * Field:
 * @client_id: of the client shown: what is handed in later still belongs to them
 * @typed: what stands in the field was typed and is not yet in the record
 * @showing: the field follows the record; nobody types
 */
typedef struct
{
  GtkWidget *field;
  PalWorkbench *workbench; /* weak */
  char *client_id;
  char *id;
  char *description;
  PalClientFieldPut put;
  gpointer data;
  guint rest_source;
  gboolean typed;
  gboolean showing;
} Field;

static void
free_field (gpointer data)
{
  Field *self = data;

  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_weak_pointer (&self->workbench);
  g_free (self->client_id);
  g_free (self->id);
  g_free (self->description);
  g_free (self);
}

static Field *
get_field (GtkWidget *field)
{
  return g_object_get_data (G_OBJECT (field), "pal-client-field");
}

static gboolean
put (Field *self, const char *text)
{
  if (self->put != NULL)
    return self->put (self->field, self->client_id, text, self->data);
  return pal_workbench_commit_client_typed (self->workbench, self->client_id, self->id, text,
                                            self->description);
}

static void
commit (GtkWidget *field)
{
  Field *self = get_field (field);
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (!self->typed || self->workbench == NULL || self->client_id == NULL)
    return;
  text = pal_text_field_dup (field);
  if (!put (self, text))
    return;
  self->typed = FALSE;
  pal_workbench_keep_client_typed (self->workbench, self->client_id, self->id, NULL);
}

static void
rested_cb (gpointer data)
{
  Field *self = data;

  self->rest_source = 0;
  commit (self->field);
}

static void
changed_cb (GtkWidget *field)
{
  Field *self = get_field (field);
  g_autofree char *text = NULL;

  if (self->showing || self->workbench == NULL || self->client_id == NULL)
    return;
  text = pal_text_field_dup (field);
  self->typed = TRUE;
  pal_workbench_keep_client_typed (self->workbench, self->client_id, self->id, text);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add_once (REST_MS, rested_cb, self);
}

void
pal_client_field_set_up (GtkWidget *field,
                         PalWorkbench *workbench,
                         const char *id,
                         const char *description,
                         PalClientFieldPut put_text,
                         gpointer data)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  gpointer source = field;
  Field *self;

  g_return_if_fail (GTK_IS_EDITABLE (field) || GTK_IS_TEXT_VIEW (field));
  g_return_if_fail (PAL_IS_WORKBENCH (workbench));
  g_return_if_fail (id != NULL);
  g_return_if_fail (description != NULL || put_text != NULL);

  self = g_new0 (Field, 1);
  self->field = field;
  g_set_weak_pointer (&self->workbench, workbench);
  self->id = g_strdup (id);
  self->description = g_strdup (description);
  self->put = put_text;
  self->data = data;
  g_object_set_data_full (G_OBJECT (field), "pal-client-field", self, free_field);
  if (GTK_IS_TEXT_VIEW (field))
    source = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));
  /* Bound to the field: the buffer of a text view may outlive it. */
  g_signal_connect_object (source, "changed", G_CALLBACK (changed_cb), field, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (commit), field);
  gtk_widget_add_controller (field, focus);
  g_signal_connect_object (workbench, "flush", G_CALLBACK (commit), field, G_CONNECT_SWAPPED);
}

void
pal_client_field_show (GtkWidget *field, const char *text)
{
  const PalClient *client;
  const char *waiting = NULL;
  Field *self;

  g_return_if_fail (GTK_IS_WIDGET (field));
  self = get_field (field);
  g_return_if_fail (self != NULL);

  client = self->workbench != NULL ? pal_workbench_get_client (self->workbench) : NULL;
  if (client != NULL && g_strcmp0 (self->client_id, client->id) != 0)
    {
      self->typed = FALSE;
      g_clear_handle_id (&self->rest_source, g_source_remove);
      g_free (self->client_id);
      self->client_id = g_strdup (client->id);
      waiting = pal_workbench_peek_client_typed (self->workbench, client->id, self->id);
    }
  if (self->typed)
    return;
  self->showing = TRUE;
  pal_text_field_set (field, waiting != NULL ? waiting : text);
  self->showing = FALSE;
  self->typed = waiting != NULL;
  if (self->typed)
    self->rest_source = g_timeout_add_once (REST_MS, rested_cb, self);
}

gboolean
pal_client_field_is_typed (GtkWidget *field)
{
  g_return_val_if_fail (GTK_IS_WIDGET (field), FALSE);

  return get_field (field)->typed;
}
