/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The workbench: what is open and how it follows the store. Edits and undo are in
 * pal-workbench-edits.c. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-workbench-private.h"

enum
{
  PROP_HAS_CLIENT = 1,
  PROP_HAS_VISIT,
  PROP_CAN_EDIT,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_DESCRIPTION,
  PROP_REDO_DESCRIPTION,
  PROP_KIND,
  N_PROPS
};

enum
{
  CLIENT_CHANGED,
  VISITS_CHANGED,
  VISIT_CHANGED,
  FOCUS_REGION,
  FLUSH,
  FAILED,
  NOTICE,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (PalWorkbench, pal_workbench, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
free_line (PalUndoLine *line)
{
  g_free (line->id);
  g_free (line->client_id);
  g_clear_object (&line->stack);
  g_free (line);
}

static void
notify_flag (PalWorkbench *self, gboolean *was, gboolean is, guint prop)
{
  if (*was == is)
    return;
  *was = is;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
notify_open (PalWorkbench *self)
{
  notify_flag (self, &self->had_client, self->client != NULL, PROP_HAS_CLIENT);
  notify_flag (self, &self->had_visit, self->visit != NULL, PROP_HAS_VISIT);
  notify_flag (self, &self->could_edit, pal_workbench_get_can_edit (self), PROP_CAN_EDIT);
}

static void
set_visit (PalWorkbench *self, PalVisit *visit)
{
  g_autoptr (PalVisit) old = self->visit;

  self->visit = visit != NULL ? pal_visit_ref (visit) : NULL;
}

static PalVisit *
get_newest_visit (PalWorkbench *self)
{
  return self->visits->len > 0 ? g_ptr_array_index (self->visits, self->visits->len - 1) : NULL;
}

static gboolean
find_visit_index (PalWorkbench *self, const char *visit_id, guint *index)
{
  for (guint i = 0; i < self->visits->len; i++)
    {
      const PalVisit *visit = g_ptr_array_index (self->visits, i);

      if (g_str_equal (visit->id, visit_id))
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* Keeps the order of pal_store_list_visits(): by moment, later additions after equal moments. */
static void
insert_visit (PalWorkbench *self, PalVisit *visit)
{
  guint index = self->visits->len;

  while (index > 0 && ((PalVisit *) g_ptr_array_index (self->visits, index - 1))->at > visit->at)
    index--;
  g_ptr_array_insert (self->visits, (int) index, visit);
}

/* Takes the visit as the store has it now into the list. Returns whether it is still there. */
static gboolean
reload_visit (PalWorkbench *self, const char *visit_id)
{
  g_autoptr (GError) error = NULL;
  PalVisit *visit = pal_store_get_visit (self->store, visit_id, &error);
  guint index;

  if (visit == NULL && !g_error_matches (error, PAL_STORE_ERROR, PAL_STORE_ERROR_NOT_FOUND))
    {
      pal_workbench_fail (self, error);
      return TRUE;
    }
  if (find_visit_index (self, visit_id, &index))
    {
      const PalVisit *old = g_ptr_array_index (self->visits, index);

      if (visit != NULL && visit->at == old->at)
        {
          pal_visit_unref (g_ptr_array_index (self->visits, index));
          g_ptr_array_index (self->visits, index) = visit;
          return TRUE;
        }
      g_ptr_array_remove_index (self->visits, index);
    }
  if (visit != NULL)
    insert_visit (self, visit);
  return visit != NULL;
}

static void
close_client (PalWorkbench *self)
{
  g_clear_pointer (&self->client, pal_client_unref);
  g_ptr_array_set_size (self->visits, 0);
  set_visit (self, NULL);
}

static void
emit_opened (PalWorkbench *self)
{
  notify_open (self);
  g_signal_emit (self, signals[CLIENT_CHANGED], 0);
  g_signal_emit (self, signals[VISITS_CHANGED], 0);
  g_signal_emit (self, signals[VISIT_CHANGED], 0);
}

static void
store_visit_changed_cb (PalWorkbench *self, const char *visit_id, const char *client_id)
{
  gboolean is_open;

  if (self->client == NULL || !g_str_equal (self->client->id, client_id))
    return;
  is_open = self->visit != NULL && g_str_equal (self->visit->id, visit_id);
  reload_visit (self, visit_id);
  if (is_open)
    {
      guint index;

      if (find_visit_index (self, visit_id, &index))
        set_visit (self, g_ptr_array_index (self->visits, index));
      else
        set_visit (self, get_newest_visit (self));
    }
  notify_open (self);
  g_signal_emit (self, signals[VISITS_CHANGED], 0);
  if (is_open)
    g_signal_emit (self, signals[VISIT_CHANGED], 0);
}

static void
store_client_changed_cb (PalWorkbench *self, const char *client_id)
{
  g_autoptr (GError) error = NULL;
  PalClient *client;

  if (self->client == NULL || !g_str_equal (self->client->id, client_id))
    return;
  client = pal_store_get_client (self->store, client_id, &error);
  if (client != NULL)
    {
      pal_client_unref (self->client);
      self->client = client;
      g_signal_emit (self, signals[CLIENT_CHANGED], 0);
    }
  else if (g_error_matches (error, PAL_STORE_ERROR, PAL_STORE_ERROR_NOT_FOUND))
    {
      close_client (self);
      emit_opened (self);
    }
  else
    pal_workbench_fail (self, error);
}

static void
store_reset_cb (PalWorkbench *self)
{
  pal_workbench_reload_snippets (self);
  if (self->client != NULL)
    {
      g_autofree char *client_id = g_strdup (self->client->id);
      g_autofree char *visit_id = self->visit != NULL ? g_strdup (self->visit->id) : NULL;

      pal_workbench_load_client (self, client_id, visit_id, NULL);
    }
}

static void
stack_changed_cb (PalWorkbench *self)
{
  for (guint prop = PROP_CAN_UNDO; prop <= PROP_REDO_DESCRIPTION; prop++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
pal_workbench_dispose (GObject *object)
{
  PalWorkbench *self = PAL_WORKBENCH (object);

  if (self->stack_signals != NULL)
    g_signal_group_set_target (self->stack_signals, NULL);
  g_clear_object (&self->stack_signals);
  self->active = NULL;
  self->noticed = NULL;
  g_clear_pointer (&self->lines, g_hash_table_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (pal_workbench_parent_class)->dispose (object);
}

static void
pal_workbench_finalize (GObject *object)
{
  PalWorkbench *self = PAL_WORKBENCH (object);

  g_clear_pointer (&self->visit, pal_visit_unref);
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_clear_pointer (&self->client, pal_client_unref);
  g_clear_pointer (&self->vocabulary, pal_vocabulary_unref);
  g_clear_pointer (&self->snippets, pal_snippets_unref);
  g_clear_pointer (&self->atlas, pal_atlas_unref);
  g_hash_table_unref (self->typed);
  g_free (self->kind);

  G_OBJECT_CLASS (pal_workbench_parent_class)->finalize (object);
}

static void
pal_workbench_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PalWorkbench *self = PAL_WORKBENCH (object);
  PalUndoStack *stack = self->active != NULL ? self->active->stack : NULL;

  switch (prop_id)
    {
    case PROP_HAS_CLIENT:
      g_value_set_boolean (value, self->client != NULL);
      break;
    case PROP_HAS_VISIT:
      g_value_set_boolean (value, self->visit != NULL);
      break;
    case PROP_CAN_EDIT:
      g_value_set_boolean (value, pal_workbench_get_can_edit (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, pal_workbench_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, pal_workbench_get_can_redo (self));
      break;
    case PROP_UNDO_DESCRIPTION:
      g_value_set_string (value, stack ? pal_undo_stack_get_undo_description (stack) : NULL);
      break;
    case PROP_REDO_DESCRIPTION:
      g_value_set_string (value, stack ? pal_undo_stack_get_redo_description (stack) : NULL);
      break;
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pal_workbench_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  PalWorkbench *self = PAL_WORKBENCH (object);

  switch (prop_id)
    {
    case PROP_KIND:
      pal_workbench_set_kind (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pal_workbench_class_init (PalWorkbenchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags both = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GSignalFlags last = G_SIGNAL_RUN_LAST;
  const GType type = PAL_TYPE_WORKBENCH;

  object_class->dispose = pal_workbench_dispose;
  object_class->finalize = pal_workbench_finalize;
  object_class->get_property = pal_workbench_get_property;
  object_class->set_property = pal_workbench_set_property;

  properties[PROP_HAS_CLIENT] = g_param_spec_boolean ("has-client", NULL, NULL, FALSE, read);
  properties[PROP_HAS_VISIT] = g_param_spec_boolean ("has-visit", NULL, NULL, FALSE, read);
  properties[PROP_CAN_EDIT] = g_param_spec_boolean ("can-edit", NULL, NULL, FALSE, read);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, read);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, read);
  properties[PROP_UNDO_DESCRIPTION] =
      g_param_spec_string ("undo-description", NULL, NULL, NULL, read);
  properties[PROP_REDO_DESCRIPTION] =
      g_param_spec_string ("redo-description", NULL, NULL, NULL, read);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, "tight", both);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FLUSH] = g_signal_new ("flush", type, last, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLIENT_CHANGED] =
      g_signal_new ("client-changed", type, last, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[VISITS_CHANGED] =
      g_signal_new ("visits-changed", type, last, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[VISIT_CHANGED] =
      g_signal_new ("visit-changed", type, last, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FOCUS_REGION] = g_signal_new ("focus-region", type, last, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  signals[FAILED] =
      g_signal_new ("failed", type, last, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NOTICE] = g_signal_new ("notice", type, last, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
pal_workbench_init (PalWorkbench *self)
{
  self->visits = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_visit_unref);
  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) free_line);
  self->typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->kind = g_strdup ("tight");
  self->stack_signals = g_signal_group_new (PAL_TYPE_UNDO_STACK);
  g_signal_group_connect_swapped (self->stack_signals, "notify", G_CALLBACK (stack_changed_cb),
                                  self);
}

PalWorkbench *
pal_workbench_new (PalStore *store, PalAtlas *atlas, PalVocabulary *vocabulary)
{
  PalWorkbench *self;

  g_return_val_if_fail (PAL_IS_STORE (store), NULL);
  g_return_val_if_fail (atlas != NULL && vocabulary != NULL, NULL);

  self = g_object_new (PAL_TYPE_WORKBENCH, NULL);
  self->store = g_object_ref (store);
  self->atlas = pal_atlas_ref (atlas);
  self->vocabulary = pal_vocabulary_ref (vocabulary);
  g_signal_connect_object (store, "client-changed", G_CALLBACK (store_client_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "visit-changed", G_CALLBACK (store_visit_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "reset", G_CALLBACK (store_reset_cb), self, G_CONNECT_SWAPPED);
  return self;
}

PalStore *
pal_workbench_get_store (PalWorkbench *self)
{
  g_return_val_if_fail (PAL_IS_WORKBENCH (self), NULL);
  return self->store;
}

PalAtlas *
pal_workbench_get_atlas (PalWorkbench *self)
{
  g_return_val_if_fail (PAL_IS_WORKBENCH (self), NULL);
  return self->atlas;
}

PalVocabulary *
pal_workbench_get_vocabulary (PalWorkbench *self)
{
  g_return_val_if_fail (PAL_IS_WORKBENCH (self), NULL);
  return self->vocabulary;
}

const PalClient *
pal_workbench_get_client (PalWorkbench *self)
{
  g_return_val_if_fail (PAL_IS_WORKBENCH (self), NULL);
  return self->client;
}

GPtrArray *
pal_workbench_get_visits (PalWorkbench *self)
{
  g_return_val_if_fail (PAL_IS_WORKBENCH (self), NULL);
  return self->visits;
}

const PalVisit *
pal_workbench_get_visit (PalWorkbench *self)
{
  g_return_val_if_fail (PAL_IS_WORKBENCH (self), NULL);
  return self->visit;
}

const PalVisit *
pal_workbench_get_previous_visit (PalWorkbench *self)
{
  guint index;

  g_return_val_if_fail (PAL_IS_WORKBENCH (self), NULL);

  if (self->visit == NULL || !find_visit_index (self, self->visit->id, &index) || index == 0)
    return NULL;
  return g_ptr_array_index (self->visits, index - 1);
}

const PalVisit *
pal_workbench_find_visit (PalWorkbench *self, const char *visit_id)
{
  guint index;

  g_return_val_if_fail (PAL_IS_WORKBENCH (self), NULL);
  g_return_val_if_fail (visit_id != NULL, NULL);

  if (!find_visit_index (self, visit_id, &index))
    return NULL;
  return g_ptr_array_index (self->visits, index);
}

gboolean
pal_workbench_load_client (PalWorkbench *self,
                           const char *client_id,
                           const char *visit_id,
                           GError **error)
{
  g_autoptr (PalClient) client = NULL;
  GPtrArray *visits = NULL;
  const PalVisit *visit;

  client = pal_store_get_client (self->store, client_id, error);
  if (client != NULL)
    visits = pal_store_list_visits (self->store, client_id, error);
  if (visits == NULL)
    {
      close_client (self);
      emit_opened (self);
      return FALSE;
    }
  close_client (self);
  g_ptr_array_unref (self->visits);
  self->visits = visits;
  self->client = g_steal_pointer (&client);
  visit = visit_id != NULL ? pal_workbench_find_visit (self, visit_id) : NULL;
  set_visit (self, visit != NULL ? (PalVisit *) visit : get_newest_visit (self));
  emit_opened (self);
  return TRUE;
}

void
pal_workbench_open_client (PalWorkbench *self, const char *client_id)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (PAL_IS_WORKBENCH (self));

  pal_workbench_flush (self);
  if (client_id == NULL)
    {
      close_client (self);
      emit_opened (self);
    }
  else if (!pal_workbench_load_client (self, client_id, NULL, &error))
    pal_workbench_fail (self, error);
  pal_workbench_activate_open_line (self);
}

void
pal_workbench_show_visit (PalWorkbench *self, PalVisit *visit)
{
  set_visit (self, visit);
  notify_open (self);
  g_signal_emit (self, signals[VISIT_CHANGED], 0);
}

void
pal_workbench_open_visit (PalWorkbench *self, const char *visit_id)
{
  g_autoptr (PalVisit) visit = NULL;
  const PalVisit *found;

  g_return_if_fail (PAL_IS_WORKBENCH (self));
  g_return_if_fail (visit_id != NULL);

  pal_workbench_flush (self);
  found = pal_workbench_find_visit (self, visit_id);
  if (found == NULL)
    return;
  visit = pal_visit_ref ((PalVisit *) found);
  pal_workbench_show_visit (self, visit);
  pal_workbench_activate_open_line (self);
}

gboolean
pal_workbench_get_can_edit (PalWorkbench *self)
{
  g_return_val_if_fail (PAL_IS_WORKBENCH (self), FALSE);
  return self->visit != NULL && !self->visit->is_signed;
}

const char *
pal_workbench_get_kind (PalWorkbench *self)
{
  g_return_val_if_fail (PAL_IS_WORKBENCH (self), NULL);
  return self->kind;
}

void
pal_workbench_set_kind (PalWorkbench *self, const char *kind)
{
  g_return_if_fail (PAL_IS_WORKBENCH (self));
  g_return_if_fail (kind != NULL);

  if (g_str_equal (self->kind, kind))
    return;
  g_free (self->kind);
  self->kind = g_strdup (kind);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

void
pal_workbench_emit_notice (PalWorkbench *self, const char *message, gboolean can_undo)
{
  g_signal_emit (self, signals[NOTICE], 0, message, can_undo);
}

void
pal_workbench_notice (PalWorkbench *self, const char *message)
{
  g_return_if_fail (PAL_IS_WORKBENCH (self));
  g_return_if_fail (message != NULL);
  pal_workbench_emit_notice (self, message, FALSE);
}

void
pal_workbench_flush (PalWorkbench *self)
{
  g_return_if_fail (PAL_IS_WORKBENCH (self));
  g_signal_emit (self, signals[FLUSH], 0);
}

void
pal_workbench_fail (PalWorkbench *self, const GError *error)
{
  g_return_if_fail (PAL_IS_WORKBENCH (self));
  g_return_if_fail (error != NULL);
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

void
pal_workbench_focus_region (PalWorkbench *self, const char *region, PalSide side)
{
  g_return_if_fail (PAL_IS_WORKBENCH (self));
  g_return_if_fail (region != NULL);
  g_signal_emit (self, signals[FOCUS_REGION], 0, region, (int) side);
}

void
pal_workbench_activate_line (PalWorkbench *self, PalUndoLine *line)
{
  if (self->active == line)
    return;
  /* Coming back later starts a step of its own: nobody expects typing of this morning to merge. */
  if (self->active != NULL)
    pal_undo_stack_seal (self->active->stack);
  self->active = line;
  g_signal_group_set_target (self->stack_signals, line != NULL ? line->stack : NULL);
  stack_changed_cb (self);
}
