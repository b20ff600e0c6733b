/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The driver behind journey.h: libatspi for reading and actions, xdotool for real keys. */

#include "journey.h"

#include <signal.h>
#include <string.h>

#define PATIENCE_US (20 * G_USEC_PER_SEC)
#define MAX_DEPTH 40

struct _Journey
{
  GSubprocess *process;
  guint pid;
  AtspiAccessible *application;
  guint n_keys;
};

typedef gboolean (*NodeTest) (AtspiAccessible *node, gconstpointer data);

typedef struct
{
  AtspiRole role;
  const char *name;
  gboolean prefix;
} Wanted;

static gboolean
node_is_wanted (AtspiAccessible *node, gconstpointer data)
{
  const Wanted *wanted = data;
  if (atspi_accessible_get_role (node, NULL) != wanted->role)
    return FALSE;
  g_autofree char *name = atspi_accessible_get_name (node, NULL);
  if (name == NULL)
    return FALSE;
  return wanted->prefix ? g_str_has_prefix (name, wanted->name) : g_str_equal (name, wanted->name);
}

/* Depth first. The client side caches names and states: forget them before looking again. */
static AtspiAccessible *
search (AtspiAccessible *node, NodeTest test, gconstpointer data, int depth)
{
  if (node == NULL || depth > MAX_DEPTH)
    return NULL;
  if (test (node, data))
    return g_object_ref (node);
  int n = atspi_accessible_get_child_count (node, NULL);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);
      AtspiAccessible *found = search (child, test, data, depth + 1);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
breathe (void)
{
  for (int i = 0; i < 20 && g_main_context_iteration (NULL, FALSE); i++)
    ;
  g_usleep (20000);
}

static AtspiAccessible *
find_application (guint pid)
{
  g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
  atspi_accessible_clear_cache (desktop);
  int n = atspi_accessible_get_child_count (desktop, NULL);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (desktop, i, NULL);
      if (child != NULL && atspi_accessible_get_process_id (child, NULL) == pid &&
          atspi_accessible_get_child_count (child, NULL) > 0)
        return g_steal_pointer (&child);
    }
  return NULL;
}

Journey *
journey_start (const char *palpate, const char *const *arguments)
{
  static gboolean ready;
  if (!ready)
    atspi_init ();
  ready = TRUE;

  Journey *self = g_new0 (Journey, 1);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_ptr_array_add (argv, (char *) palpate);
  for (guint i = 0; arguments != NULL && arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (char *) arguments[i]);
  g_ptr_array_add (argv, NULL);

  g_autoptr (GError) error = NULL;
  self->process =
      g_subprocess_newv ((const char *const *) argv->pdata, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  self->pid = (guint) g_ascii_strtoull (g_subprocess_get_identifier (self->process), NULL, 10);

  gint64 until = g_get_monotonic_time () + PATIENCE_US;
  while (self->application == NULL && g_get_monotonic_time () < until)
    {
      self->application = find_application (self->pid);
      breathe ();
    }
  if (self->application == NULL)
    g_error ("the window of %s did not come", palpate);
  return self;
}

static void
journey_free (Journey *self)
{
  g_clear_object (&self->application);
  g_clear_object (&self->process);
  g_free (self);
}

void
journey_stop (Journey *self)
{
  journey_key (self, "ctrl+q");
  gint64 until = g_get_monotonic_time () + PATIENCE_US;
  while (g_subprocess_get_identifier (self->process) != NULL && g_get_monotonic_time () < until)
    breathe ();
  g_autoptr (GError) error = NULL;
  if (g_subprocess_get_identifier (self->process) != NULL)
    g_error ("the program did not close when asked to");
  g_subprocess_wait_check (self->process, NULL, &error);
  g_assert_no_error (error);
  journey_free (self);
}

void
journey_kill (Journey *self)
{
  g_subprocess_send_signal (self->process, SIGKILL);
  g_subprocess_wait (self->process, NULL, NULL);
  journey_free (self);
}

static AtspiAccessible *
look (Journey *self, const Wanted *wanted)
{
  atspi_accessible_clear_cache (self->application);
  return search (self->application, node_is_wanted, wanted, 0);
}

/* What the tree looks like, so that a failed look-up tells what was there instead. */
static void
print_tree (AtspiAccessible *node, int depth)
{
  if (node == NULL || depth > MAX_DEPTH)
    return;
  g_autofree char *name = atspi_accessible_get_name (node, NULL);
  g_autofree char *role = atspi_accessible_get_role_name (node, NULL);
  if (name != NULL && *name != '\0')
    g_printerr ("%*s%s \"%s\"\n", depth, "", role, name);
  int n = atspi_accessible_get_child_count (node, NULL);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);
      print_tree (child, depth + 1);
    }
}

static AtspiAccessible *
wait_for (Journey *self, const Wanted *wanted)
{
  gint64 until = g_get_monotonic_time () + PATIENCE_US;
  while (g_get_monotonic_time () < until)
    {
      AtspiAccessible *found = look (self, wanted);
      if (found != NULL)
        return found;
      breathe ();
    }
  print_tree (self->application, 0);
  g_error ("there is no node of role %d with the name \"%s\"", (int) wanted->role, wanted->name);
}

AtspiAccessible *
journey_find (Journey *self, AtspiRole role, const char *name)
{
  return wait_for (self, &(Wanted){ role, name, FALSE });
}

AtspiAccessible *
journey_find_prefix (Journey *self, AtspiRole role, const char *prefix)
{
  return wait_for (self, &(Wanted){ role, prefix, TRUE });
}

AtspiAccessible *
journey_peek (Journey *self, AtspiRole role, const char *name)
{
  return look (self, &(Wanted){ role, name, FALSE });
}

static gboolean
try_action (AtspiAccessible *node, const char *action)
{
  g_autoptr (AtspiAction) actions = atspi_accessible_get_action_iface (node);
  if (actions == NULL)
    return FALSE;
  int n = atspi_action_get_n_actions (actions, NULL);
  for (int i = 0; i < n; i++)
    {
      g_autofree char *name = atspi_action_get_action_name (actions, i, NULL);
      if (g_strcmp0 (name, action) == 0)
        return atspi_action_do_action (actions, i, NULL);
    }
  return FALSE;
}

void
journey_act (AtspiAccessible *node, const char *action)
{
  if (try_action (node, action))
    return;
  g_autofree char *name = atspi_accessible_get_name (node, NULL);
  g_error ("\"%s\" has no action \"%s\"", name, action);
}

/* The names GTK 4.8 gives to buttons made from a label are doubled: "Undo Undo". */
static AtspiAccessible *
find_button (Journey *self, const char *name)
{
  static const AtspiRole roles[] = { ATSPI_ROLE_PUSH_BUTTON, ATSPI_ROLE_TOGGLE_BUTTON,
                                     ATSPI_ROLE_CHECK_BOX,   ATSPI_ROLE_RADIO_BUTTON,
                                     ATSPI_ROLE_PAGE_TAB,    ATSPI_ROLE_MENU_ITEM };
  g_autofree char *doubled = g_strdup_printf ("%s %s", name, name);
  gint64 until = g_get_monotonic_time () + PATIENCE_US;
  while (g_get_monotonic_time () < until)
    {
      for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
        {
          AtspiAccessible *found = look (self, &(Wanted){ roles[i], name, FALSE });
          if (found == NULL)
            found = look (self, &(Wanted){ roles[i], doubled, FALSE });
          if (found != NULL)
            return found;
        }
      breathe ();
    }
  print_tree (self->application, 0);
  g_error ("there is no button \"%s\"", name);
}

void
journey_press (Journey *self, const char *name)
{
  g_autoptr (AtspiAccessible) button = find_button (self, name);
  if (!try_action (button, "click") && !try_action (button, "toggle"))
    journey_click (self, button, 1);
  journey_settle (self);
}

void
journey_set_text (Journey *self, AtspiRole role, const char *name, const char *text)
{
  g_autoptr (AtspiAccessible) node = journey_find (self, role, name);
  g_autoptr (AtspiEditableText) editable = atspi_accessible_get_editable_text_iface (node);
  if (editable == NULL || !atspi_editable_text_set_text_contents (editable, text, NULL))
    g_error ("\"%s\" takes no text", name);
  journey_settle (self);
}

char *
journey_dup_text (AtspiAccessible *node)
{
  g_autoptr (AtspiText) text = atspi_accessible_get_text_iface (node);
  if (text == NULL)
    return g_strdup ("");
  return atspi_text_get_text (text, 0, atspi_text_get_character_count (text, NULL), NULL);
}

static void
run_quietly (const char *const *argv)
{
  g_autofree char *output = journey_run (argv);
}

void
journey_keys (Journey *self, const char *const *keys)
{
  for (guint i = 0; keys[i] != NULL; i++)
    journey_key (self, keys[i]);
}

void
journey_key (Journey *self, const char *key)
{
  run_quietly ((const char *[]){ "xdotool", "key", "--clearmodifiers", key, NULL });
  self->n_keys++;
  if (!g_str_equal (key, "ctrl+q"))
    journey_settle (self);
}

void
journey_type (Journey *self, const char *text)
{
  run_quietly ((const char *[]){ "xdotool", "type", "--delay", "4", text, NULL });
  self->n_keys += (guint) g_utf8_strlen (text, -1);
  journey_settle (self);
}

void
journey_click (Journey *self, AtspiAccessible *node, int button)
{
  g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (node);
  g_assert_nonnull (component);
  g_autofree AtspiRect *box =
      atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL);
  g_assert_nonnull (box);
  g_autofree char *x = g_strdup_printf ("%d", box->x + box->width / 2);
  g_autofree char *y = g_strdup_printf ("%d", box->y + box->height / 2);
  g_autofree char *b = g_strdup_printf ("%d", button);
  run_quietly ((const char *[]){ "xdotool", "mousemove", x, y, "click", b, NULL });
  journey_settle (self);
}

void
journey_wait_gone (Journey *self, AtspiRole role, const char *name)
{
  gint64 until = g_get_monotonic_time () + PATIENCE_US;
  while (g_get_monotonic_time () < until)
    {
      g_autoptr (AtspiAccessible) found = journey_peek (self, role, name);
      if (found == NULL)
        return;
      breathe ();
    }
  g_error ("\"%s\" is still there", name);
}

void
journey_wait_description (Journey *self, AtspiRole role, const char *name, const char *part)
{
  g_autofree char *seen = NULL;
  gint64 until = g_get_monotonic_time () + PATIENCE_US;
  while (g_get_monotonic_time () < until)
    {
      g_autoptr (AtspiAccessible) node = journey_find (self, role, name);
      g_free (seen);
      seen = atspi_accessible_get_description (node, NULL);
      if (seen != NULL && strstr (seen, part) != NULL)
        return;
      breathe ();
    }
  g_error ("\"%s\" is described as \"%s\", not as \"%s\"", name, seen, part);
}

void
journey_settle (Journey *self)
{
  for (int i = 0; i < 2; i++)
    {
      breathe ();
      atspi_accessible_clear_cache (self->application);
      g_free (atspi_accessible_get_name (self->application, NULL));
    }
}

void
journey_picture (Journey *self, const char *path)
{
  if (path == NULL)
    return;
  journey_settle (self);
  run_quietly ((const char *[]){ "import", "-window", "root", path, NULL });
}

guint
journey_count_keys (Journey *self)
{
  return self->n_keys;
}

char *
journey_run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (process))
    g_error ("%s failed", argv[0]);
  return g_steal_pointer (&output);
}
