/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The driver behind journey.h: the program, and xdotool for real keys and buttons. Reading is in
 * journey-nodes.c. */

#define G_LOG_DOMAIN "journey"

#include "config.h"

#include "journey-private.h"

#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Machines that test are busy with other things; nothing waits longer than it must. Whoever writes
 * a journey has less patience, and says how much in JOURNEY_PATIENCE. */
#define PATIENCE_S 60

/* Down and up, of the key and of two modifiers; with the pointer entering, leaving and moving. */
#define EVENTS_PER_KEY 6
#define EVENTS_PER_CLICK 8
/* Between two looks at something that may still move, and how often it is looked at. */
#define REST_US (60 * 1000)
#define MAX_MOVES 40

gint64
journey_get_patience (void)
{
  const char *asked = g_getenv ("JOURNEY_PATIENCE");
  gint64 seconds = asked != NULL ? g_ascii_strtoll (asked, NULL, 10) : PATIENCE_S;

  return g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
}

void
journey_breathe (void)
{
  for (int i = 0; i < 1000 && g_main_context_iteration (NULL, FALSE); i++)
    ;
  g_usleep (5000);
}

/* The program -----------------------------------------------------------------------------------
 */

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

static void
focused_cb (AtspiEvent *event, void *data)
{
  Journey *self = data;

  if (event->detail1 != 0 && event->source != NULL && self->pid != 0 &&
      atspi_accessible_get_process_id (event->source, NULL) == self->pid)
    g_set_object (&self->focus, event->source);
  g_boxed_free (ATSPI_TYPE_EVENT, event);
}

static void
spawn (Journey *self, const char *const *arguments)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (argv, (gpointer) g_getenv ("PALPATE"));
  for (guint i = 0; arguments != NULL && arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);
  self->process =
      g_subprocess_newv ((const char *const *) argv->pdata, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  self->pid = (guint) g_ascii_strtoull (g_subprocess_get_identifier (self->process), NULL, 10);
}

/* Programs of GTK 4.8 do not answer one question of the bus, which libatspi warns of. */
static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return g_strcmp0 (domain, "dbind") != 0;
}

static void
stay_silent (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

Journey *
journey_start (const char *const *arguments)
{
  Journey *self = g_new0 (Journey, 1);
  gint64 until;

  g_test_log_set_fatal_handler (is_fatal, NULL);
  g_log_set_handler ("dbind", G_LOG_LEVEL_WARNING | G_LOG_FLAG_FATAL, stay_silent, NULL);
  if (!atspi_is_initialized ())
    atspi_init ();
  self->listener = atspi_event_listener_new (focused_cb, self, NULL);
  atspi_event_listener_register (self->listener, "object:state-changed:focused", NULL);
  spawn (self, arguments);

  until = journey_get_patience ();
  while (self->application == NULL && g_get_monotonic_time () < until)
    {
      journey_breathe ();
      self->application = find_application (self->pid);
      if (g_subprocess_get_identifier (self->process) == NULL)
        g_error ("the program ended before its window came");
    }
  if (self->application == NULL)
    g_error ("the window did not come");
  return self;
}

static void
journey_free (Journey *self)
{
  atspi_event_listener_deregister (self->listener, "object:state-changed:focused", NULL);
  g_clear_object (&self->listener);
  g_clear_object (&self->focus);
  g_clear_object (&self->application);
  g_clear_object (&self->process);
  g_free (self);
}

static void
press_keys (const char *keys)
{
  g_auto (GStrv) argv = g_strsplit (keys, " ", -1);
  g_autoptr (GStrvBuilder) command = g_strv_builder_new ();

  g_strv_builder_add_many (command, "xdotool", "key", "--delay", "1", NULL);
  g_strv_builder_addv (command, (const char **) argv);
  g_auto (GStrv) whole = g_strv_builder_end (command);
  g_autofree char *output = journey_run ((const char *const *) whole);
}

void
journey_stop (Journey *self)
{
  g_autoptr (GError) error = NULL;
  gint64 until = journey_get_patience ();

  press_keys ("ctrl+q");
  while (g_subprocess_get_identifier (self->process) != NULL && g_get_monotonic_time () < until)
    journey_breathe ();
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

/* GTK takes one event of the display in each turn of its main loop, and answers the bus in each. So
 * as many answers as there were events, and what they led to has been told before the last one. */
static void
settle_after (Journey *self, guint n_events)
{
  for (guint i = 0; i < n_events + 2; i++)
    {
      atspi_accessible_clear_cache (self->application);
      g_free (atspi_accessible_get_name (self->application, NULL));
    }
  journey_breathe ();
}

void
journey_settle (Journey *self)
{
  settle_after (self, 2);
}

void
journey_wait (Journey *self, JourneyCheck check, gconstpointer data, const char *what)
{
  gint64 until = journey_get_patience ();
  g_autofree char *message = NULL;

  while (g_get_monotonic_time () < until)
    {
      if (check (self, data))
        return;
      if (g_subprocess_get_identifier (self->process) == NULL)
        g_error ("the program ended while the test waited for this: %s", what);
      journey_breathe ();
    }
  message = g_strdup_printf ("this did not come: %s", what);
  journey_give_up (self, message);
}

void
journey_picture (Journey *self, const char *name)
{
  const char *folder = g_getenv ("JOURNEY_PICTURES");

  if (folder == NULL)
    return;
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  journey_settle (self);
  g_autofree char *output =
      journey_run ((const char *[]){ "import", "-window", "root", path, NULL });
}

char *
journey_run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (process))
    g_error ("%s %s failed", argv[0], argv[1]);
  return output;
}

char *
journey_ctl (const char *first, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  va_list arguments;

  g_ptr_array_add (argv, (gpointer) g_getenv ("PALPATECTL"));
  va_start (arguments, first);
  for (const char *each = first; each != NULL; each = va_arg (arguments, const char *))
    g_ptr_array_add (argv, (gpointer) each);
  va_end (arguments);
  g_ptr_array_add (argv, NULL);
  return journey_run ((const char *const *) argv->pdata);
}

/* Hands -----------------------------------------------------------------------------------------
 */

static guint
count_keys (const char *keys)
{
  guint n = 1;

  for (const char *c = keys; *c != '\0'; c++)
    n += *c == ' ';
  return n;
}

void
journey_keys_ahead (Journey *self, const char *keys)
{
  press_keys (keys);
  self->n_keys += count_keys (keys);
}

void
journey_keys (Journey *self, const char *keys)
{
  journey_keys_ahead (self, keys);
  settle_after (self, count_keys (keys) * EVENTS_PER_KEY);
}

void
journey_type_ahead (Journey *self, const char *text)
{
  g_autofree char *output =
      journey_run ((const char *[]){ "xdotool", "type", "--delay", "1", "--", text, NULL });

  self->n_keys += (guint) g_utf8_strlen (text, -1);
}

void
journey_type (Journey *self, const char *text)
{
  journey_type_ahead (self, text);
  settle_after (self, (guint) g_utf8_strlen (text, -1) * EVENTS_PER_KEY);
}

guint
journey_count_keys (Journey *self)
{
  return self->n_keys;
}

/* A window draws a border around itself, which is not counted in where its parts say they lie. */
static int
measure_border (Journey *self)
{
  g_autofree char *pid = g_strdup_printf ("%u", self->pid);
  g_autofree char *output =
      journey_run ((const char *[]){ "xdotool", "search", "--all", "--onlyvisible", "--pid", pid,
                                     "--name", "", "getwindowgeometry", NULL });
  const char *size = strstr (output, "Geometry: ");
  g_autoptr (AtspiAccessible) window =
      atspi_accessible_get_child_at_index (self->application, 0, NULL);
  int width = 0;

  if (size == NULL || sscanf (size, "Geometry: %d", &width) != 1)
    g_error ("the size of the window is not known: %s", output);
  return (width - journey_get_box (window).width) / 2;
}

void
journey_click_at (Journey *self, int x, int y, int button)
{
  int border = measure_border (self);
  g_autofree char *left = g_strdup_printf ("%d", x + border);
  g_autofree char *top = g_strdup_printf ("%d", y + border);
  g_autofree char *which = g_strdup_printf ("%d", button);
  g_autofree char *output =
      journey_run ((const char *[]){ "xdotool", "mousemove", left, top, "click", which, NULL });

  self->n_clicks++;
  settle_after (self, EVENTS_PER_CLICK);
}

void
journey_click (Journey *self, AtspiAccessible *node, int button)
{
  AtspiRect box = journey_get_box (node);

  journey_click_at (self, box.x + box.width / 2, box.y + box.height / 2, button);
}

static void
turn_wheel (Journey *self, int x, int y, gboolean up)
{
  g_autofree char *left = g_strdup_printf ("%d", x);
  g_autofree char *top = g_strdup_printf ("%d", y);

  g_free (journey_run (
      (const char *[]){ "xdotool", "mousemove", left, top, "click", up ? "4" : "5", NULL }));
  settle_after (self, EVENTS_PER_CLICK);
}

/* In one go and as fast as a hand: who holds still for half a second before moving presses long,
 * which is something else. Motion that comes within one frame counts as one, so it rests between.
 */
void
journey_drag (Journey *self, const AtspiPoint *places, guint n)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  int border = measure_border (self);

  g_ptr_array_add (argv, g_strdup ("xdotool"));
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (argv, g_strdup ("mousemove"));
      g_ptr_array_add (argv, g_strdup_printf ("%d", places[i].x + border));
      g_ptr_array_add (argv, g_strdup_printf ("%d", places[i].y + border));
      g_ptr_array_add (argv, g_strdup ("sleep"));
      g_ptr_array_add (argv, g_strdup ("0.02"));
      if (i > 0 && i + 1 < n)
        continue;
      g_ptr_array_add (argv, g_strdup (i == 0 ? "mousedown" : "mouseup"));
      g_ptr_array_add (argv, g_strdup ("1"));
    }
  g_ptr_array_add (argv, NULL);
  g_free (journey_run ((const char *const *) argv->pdata));
  self->n_clicks++;
  settle_after (self, n * EVENTS_PER_CLICK);
}

/* Where it is once it moves no more: a group that unfolds carries what is below it along. */
static AtspiRect
measure_at_rest (AtspiAccessible *node)
{
  AtspiRect box = journey_get_box (node), next;

  for (guint i = 0; i < MAX_MOVES; i++, box = next)
    {
      g_usleep (REST_US);
      next = journey_get_box (node);
      if (next.y == box.y && next.height == box.height)
        break;
    }
  return box;
}

void
journey_scroll_to (Journey *self, AtspiAccessible *node, AtspiAccessible *within)
{
  gint64 until = journey_get_patience ();
  AtspiRect room = journey_get_box (within);

  while (g_get_monotonic_time () < until)
    {
      AtspiRect box = measure_at_rest (node);
      int middle = box.y + box.height / 2;

      if (box.height > 0 && middle > room.y + 20 && middle < room.y + room.height - 20)
        return;
      turn_wheel (self, room.x + room.width - 4, room.y + room.height / 2, middle < room.y + 20);
    }
  g_autofree char *name = journey_dup_name (node);
  g_autofree char *message = g_strdup_printf ("\"%s\" cannot be scrolled to", name);
  journey_give_up (self, message);
}

void
journey_touch (Journey *self, AtspiAccessible *button)
{
  journey_act (button, "click");
  self->n_clicks++;
  journey_settle (self);
}

guint
journey_count_clicks (Journey *self)
{
  return self->n_clicks;
}

void
journey_focus_window (Journey *self, const char *title)
{
  g_autofree char *pid = g_strdup_printf ("%u", self->pid);
  g_autofree char *output = journey_run ((const char *[]){ "xdotool", "search", "--sync", "--all",
                                                           "--onlyvisible", "--pid", pid, "--name",
                                                           title, "windowfocus", "--sync", NULL });

  journey_settle (self);
}
