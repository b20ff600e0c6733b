/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The driver behind journey.h: finding and reading nodes over the bus, and their actions. */

#define G_LOG_DOMAIN "journey"

#include "config.h"

#include "journey-private.h"

#include <string.h>

typedef struct
{
  AtspiRole role;
  const char *name;
  gboolean prefix;
  AtspiAccessible *found;
} Wanted;

/* Walking ---------------------------------------------------------------------------------------
 */

static gboolean
walk (AtspiAccessible *node, JourneyVisit visit, gpointer data)
{
  if (node == NULL || !visit (node, data))
    return TRUE;
  int n = atspi_accessible_get_child_count (node, NULL);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);

      walk (child, visit, data);
    }
  return TRUE;
}

void
journey_foreach (AtspiAccessible *root, JourneyVisit visit, gpointer data)
{
  /* The client side caches names and states: forget them before looking again. */
  atspi_accessible_clear_cache (root);
  walk (root, visit, data);
}

/* Regions, labels and pictures hold nothing; asking each of them would double the time. */
static gboolean
may_have_children (AtspiRole role)
{
  return role != ATSPI_ROLE_CHECK_BOX && role != ATSPI_ROLE_LABEL && role != ATSPI_ROLE_IMAGE &&
         role != ATSPI_ROLE_ICON && role != ATSPI_ROLE_SEPARATOR;
}

static gboolean
look_at (AtspiAccessible *node, gpointer data)
{
  Wanted *wanted = data;

  if (wanted->found != NULL)
    return FALSE;
  AtspiRole role = atspi_accessible_get_role (node, NULL);
  if (role == wanted->role)
    {
      g_autofree char *name = atspi_accessible_get_name (node, NULL);

      if (name != NULL && (wanted->prefix ? g_str_has_prefix (name, wanted->name)
                                          : g_str_equal (name, wanted->name)))
        wanted->found = g_object_ref (node);
    }
  return wanted->found == NULL && may_have_children (role);
}

static AtspiAccessible *
look (Journey *self, AtspiRole role, const char *name, gboolean prefix)
{
  Wanted wanted = { role, name, prefix, NULL };

  journey_foreach (self->application, look_at, &wanted);
  return wanted.found;
}

static gboolean
print_node (AtspiAccessible *node, gpointer data)
{
  g_autofree char *name = atspi_accessible_get_name (node, NULL);
  g_autofree char *role = atspi_accessible_get_role_name (node, NULL);

  if (name != NULL && *name != '\0')
    g_printerr ("  %s \"%s\"\n", role, name);
  return TRUE;
}

void
journey_give_up (Journey *self, const char *message)
{
  g_autofree char *focus = journey_dup_focus (self);

  g_printerr ("Keyboard at \"%s\". In the window:\n", focus);
  journey_foreach (self->application, print_node, NULL);
  journey_picture (self, "failure");
  g_error ("%s", message);
}

/* Finding ---------------------------------------------------------------------------------------
 */

static AtspiAccessible *
wait_for (Journey *self, AtspiRole role, const char *name, gboolean prefix)
{
  gint64 until = journey_get_patience ();
  g_autofree char *message = NULL;

  while (g_get_monotonic_time () < until)
    {
      AtspiAccessible *found = look (self, role, name, prefix);

      if (found != NULL)
        return found;
      journey_breathe ();
    }
  message = g_strdup_printf ("no node of role %d has the name \"%s\"", (int) role, name);
  journey_give_up (self, message);
}

AtspiAccessible *
journey_get_root (Journey *self)
{
  return self->application;
}

AtspiAccessible *
journey_find (Journey *self, AtspiRole role, const char *name)
{
  return wait_for (self, role, name, FALSE);
}

AtspiAccessible *
journey_find_prefix (Journey *self, AtspiRole role, const char *prefix)
{
  return wait_for (self, role, prefix, TRUE);
}

AtspiAccessible *
journey_peek (Journey *self, AtspiRole role, const char *name)
{
  return look (self, role, name, FALSE);
}

/* Acting ----------------------------------------------------------------------------------------
 */

static int
find_action (AtspiAction *actions, const char *action)
{
  int n = actions != NULL ? atspi_action_get_n_actions (actions, NULL) : 0;

  for (int i = 0; i < n; i++)
    {
      g_autofree char *name = atspi_action_get_action_name (actions, i, NULL);

      if (g_strcmp0 (name, action) == 0)
        return i;
    }
  return -1;
}

gboolean
journey_has_action (AtspiAccessible *node, const char *action)
{
  g_autoptr (AtspiAction) actions = atspi_accessible_get_action_iface (node);

  return find_action (actions, action) >= 0;
}

static gboolean
try_action (AtspiAccessible *node, const char *action)
{
  g_autoptr (AtspiAction) actions = atspi_accessible_get_action_iface (node);
  int index = find_action (actions, action);

  return index >= 0 && atspi_action_do_action (actions, index, NULL);
}

void
journey_act (AtspiAccessible *node, const char *action)
{
  if (try_action (node, action))
    return;
  g_autofree char *name = journey_dup_name (node);
  g_error ("\"%s\" has no action \"%s\"", name, action);
}

/* GTK 4.8 doubles the names of buttons whose label is a property: "Undo Undo". */
static gboolean
is_button_called (AtspiRole role, const char *name, const char *wanted, gboolean prefix)
{
  gsize length = strlen (wanted);

  if (role != ATSPI_ROLE_PUSH_BUTTON && role != ATSPI_ROLE_TOGGLE_BUTTON &&
      role != ATSPI_ROLE_RADIO_BUTTON && role != ATSPI_ROLE_CHECK_BOX &&
      role != ATSPI_ROLE_PAGE_TAB && role != ATSPI_ROLE_MENU_ITEM)
    return FALSE;
  return g_str_has_prefix (name, wanted) &&
         (prefix || name[length] == '\0' ||
          (name[length] == ' ' && g_str_equal (name + length + 1, wanted)));
}

static gboolean
look_at_button (AtspiAccessible *node, gpointer data)
{
  Wanted *wanted = data;

  if (wanted->found != NULL)
    return FALSE;
  AtspiRole role = atspi_accessible_get_role (node, NULL);
  g_autofree char *name = atspi_accessible_get_name (node, NULL);
  if (name != NULL && is_button_called (role, name, wanted->name, wanted->prefix))
    wanted->found = g_object_ref (node);
  return wanted->found == NULL && may_have_children (role);
}

static AtspiAccessible *
wait_for_button (Journey *self, const char *name, gboolean prefix)
{
  Wanted wanted = { ATSPI_ROLE_PUSH_BUTTON, name, prefix, NULL };
  gint64 until = journey_get_patience ();

  while (g_get_monotonic_time () < until)
    {
      journey_foreach (self->application, look_at_button, &wanted);
      if (wanted.found != NULL)
        return wanted.found;
      journey_breathe ();
    }
  g_autofree char *message = g_strdup_printf ("there is no button \"%s\"", name);
  journey_give_up (self, message);
}

AtspiAccessible *
journey_find_button (Journey *self, const char *name)
{
  return wait_for_button (self, name, FALSE);
}

AtspiAccessible *
journey_find_prefix_button (Journey *self, const char *prefix)
{
  return wait_for_button (self, prefix, TRUE);
}

void
journey_press (Journey *self, const char *name)
{
  g_autoptr (AtspiAccessible) button = journey_find_button (self, name);

  if (!try_action (button, "click") && !try_action (button, "toggle"))
    journey_click (self, button, 1);
  journey_settle (self);
}

/* Reading ---------------------------------------------------------------------------------------
 */

char *
journey_dup_name (AtspiAccessible *node)
{
  atspi_accessible_clear_cache (node);
  char *name = atspi_accessible_get_name (node, NULL);
  return name != NULL ? name : g_strdup ("");
}

char *
journey_dup_description (AtspiAccessible *node)
{
  atspi_accessible_clear_cache (node);
  char *description = atspi_accessible_get_description (node, NULL);
  return description != NULL ? description : g_strdup ("");
}

char *
journey_dup_text (AtspiAccessible *node)
{
  g_autoptr (AtspiText) text = atspi_accessible_get_text_iface (node);

  if (text == NULL)
    return g_strdup ("");
  /* Up to -1, the end, gives nothing in GTK 4.8. */
  char *read = atspi_text_get_text (text, 0, atspi_text_get_character_count (text, NULL), NULL);
  return read != NULL ? read : g_strdup ("");
}

gboolean
journey_has_state (AtspiAccessible *node, AtspiStateType state)
{
  atspi_accessible_clear_cache (node);
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (node);
  return states != NULL && atspi_state_set_contains (states, state);
}

AtspiRect
journey_get_box (AtspiAccessible *node)
{
  g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (node);

  g_assert_nonnull (component);
  AtspiRect *box = atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL);
  g_assert_nonnull (box);
  AtspiRect copy = *box;
  g_free (box);
  return copy;
}

AtspiAccessible *
journey_get_focus (Journey *self)
{
  return self->focus;
}

char *
journey_dup_focus (Journey *self)
{
  return self->focus != NULL ? journey_dup_name (self->focus) : g_strdup ("");
}

void
journey_forget_focus (Journey *self)
{
  g_clear_object (&self->focus);
}

/* Waiting ---------------------------------------------------------------------------------------
 */

static gboolean
is_focused (Journey *self, gconstpointer data)
{
  g_autofree char *name = journey_dup_focus (self);

  return g_str_equal (name, data);
}

void
journey_wait_focus (Journey *self, const char *name)
{
  g_autofree char *what = g_strdup_printf ("the keyboard at \"%s\"", name);

  journey_wait (self, is_focused, name, what);
}

typedef struct
{
  AtspiRole role;
  AtspiAccessible *node;
  const char *name;
  AtspiStateType state;
  gboolean is;
} Expected;

static gboolean
has_role (Journey *self, gconstpointer data)
{
  const Expected *expected = data;

  return self->focus != NULL && atspi_accessible_get_role (self->focus, NULL) == expected->role;
}

void
journey_wait_role (Journey *self, AtspiRole role)
{
  g_autofree char *what = g_strdup_printf ("the keyboard at a node of role %d", (int) role);

  journey_wait (self, has_role, &(Expected){ .role = role }, what);
}

static gboolean
is_in_state (Journey *self, gconstpointer data)
{
  const Expected *expected = data;

  return journey_has_state (expected->node, expected->state) == expected->is;
}

void
journey_wait_state (Journey *self, AtspiAccessible *node, AtspiStateType state, gboolean is)
{
  g_autofree char *name = journey_dup_name (node);
  g_autofree char *what =
      g_strdup_printf ("\"%s\" in state %d: %s", name, (int) state, is ? "yes" : "no");

  journey_wait (self, is_in_state, &(Expected){ .node = node, .state = state, .is = is }, what);
}

static gboolean
is_gone (Journey *self, gconstpointer data)
{
  const Expected *expected = data;
  g_autoptr (AtspiAccessible) found = journey_peek (self, expected->role, expected->name);

  return found == NULL;
}

void
journey_wait_gone (Journey *self, AtspiRole role, const char *name)
{
  g_autofree char *what = g_strdup_printf ("the end of \"%s\"", name);

  journey_wait (self, is_gone, &(Expected){ .role = role, .name = name }, what);
}

/* Waits for words the node tells by @dup; @exactly or among others. */
static void
wait_for_words (Journey *self,
                AtspiAccessible *node,
                char *(*dup) (AtspiAccessible *),
                const char *words,
                gboolean exactly)
{
  gint64 until = journey_get_patience ();
  g_autofree char *seen = NULL;

  do
    {
      g_free (seen);
      seen = dup (node);
      if (exactly ? g_str_equal (seen, words) : strstr (seen, words) != NULL)
        return;
      journey_breathe ();
    }
  while (g_get_monotonic_time () < until);
  g_autofree char *name = journey_dup_name (node);
  g_autofree char *message = g_strdup_printf ("\"%s\" tells \"%s\", not \"%s\"", name, seen, words);
  journey_give_up (self, message);
}

void
journey_wait_name (Journey *self, AtspiAccessible *node, const char *part)
{
  wait_for_words (self, node, journey_dup_name, part, FALSE);
}

void
journey_wait_description (Journey *self, AtspiAccessible *node, const char *part)
{
  wait_for_words (self, node, journey_dup_description, part, FALSE);
}

void
journey_wait_text (Journey *self, AtspiAccessible *node, const char *text)
{
  wait_for_words (self, node, journey_dup_text, text, TRUE);
}
