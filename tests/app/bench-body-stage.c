/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the body map costs in a real window: processor time of this program for all four views with
 * 30 marks, from what was done until the frame that shows it has been handed to the display. Beside
 * it, what the display server spent on it. How each row is counted is told in
 * resources/help/measures.md. Fails when an aim is missed by ten times, which no busy machine
 * explains. */

#define G_LOG_DOMAIN "bench-body-stage"

#include "config.h"

#include <adwaita.h>
#include <time.h>

#ifdef GDK_WINDOWING_X11
#include <gdk/x11/gdkx.h>
#include <sys/socket.h>
#endif

#include "app/pal-body-stage.h"
#include "atlas/pal-search.h"
#include "kit.h"

#define WIDTH 1280
#define HEIGHT 720
#define N_MARKS 30
#define N_COLD 7
#define N_FIRST 15
#define N_CHANGES 90
#define N_ZOOMS 8
#define WAIT_MS 5000

typedef struct
{
  double us;        /* of this program */
  double server_us; /* of the display server meanwhile */
} Cost;

typedef struct
{
  GtkWidget *window;
  PalBodyStage *stage;
  guint64 server_pid;
  Cost begin; /* readings at the start of what is measured */
  Cost frame_begin;
  double reading_us; /* what measuring itself took so far */
  GArray *frames;    /* a Cost for each frame since it was emptied */
  gboolean painted;
} Bench;

static gboolean all_passed = TRUE;

/* The server's process, asked of its socket; 0 when it is not on this machine. */
static guint64
find_server (GtkWidget *window)
{
#ifdef GDK_WINDOWING_X11
  GdkDisplay *display = gtk_widget_get_display (window);
  struct ucred peer = { 0 };
  socklen_t size = sizeof peer;

  if (GDK_IS_X11_DISPLAY (display) &&
      getsockopt (ConnectionNumber (gdk_x11_display_get_xdisplay (display)), SOL_SOCKET,
                  SO_PEERCRED, &peer, &size) == 0)
    return (guint64) peer.pid;
#endif
  return 0;
}

static double
get_server_us (Bench *self)
{
  g_autofree char *path =
      g_strdup_printf ("/proc/%" G_GUINT64_FORMAT "/schedstat", self->server_pid);
  g_autofree char *text = NULL;

  if (self->server_pid == 0 || !g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  return (double) g_ascii_strtoull (text, NULL, 10) / 1e3;
}

static double
get_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

/* Without what measuring takes. */
static Cost
read_costs (Bench *self)
{
  double us = get_us ();
  Cost cost = { us - self->reading_us, get_server_us (self) };

  self->reading_us += get_us () - us;
  return cost;
}

static void
before_paint_cb (GdkFrameClock *clock, Bench *self)
{
  self->frame_begin = read_costs (self);
}

/* The display is waited for, so that its part of the work is done as well. */
static void
after_paint_cb (GdkFrameClock *clock, Bench *self)
{
  double us = get_us ();
  Cost cost = { us - self->reading_us - self->frame_begin.us, 0 };

  gdk_display_sync (gtk_widget_get_display (self->window));
  cost.server_us = get_server_us (self) - self->frame_begin.server_us;
  self->reading_us += get_us () - us;
  g_array_append_val (self->frames, cost);
  self->painted = TRUE;
}

static gboolean
is_painted (gpointer data)
{
  return ((Bench *) data)->painted;
}

static gboolean
never (gpointer data)
{
  return FALSE;
}

static void
rest (guint ms)
{
  kit_wait_until (never, NULL, ms);
}

static void
begin (Bench *self)
{
  rest (5);
  g_array_set_size (self->frames, 0);
  self->painted = FALSE;
  self->begin = read_costs (self);
}

/* Returns: what was spent since begin(), up to the end of the next frame */
static Cost
finish (Bench *self)
{
  g_assert_true (kit_wait_until (is_painted, self, WAIT_MS));
  Cost now = read_costs (self);
  return (Cost){ now.us - self->begin.us, now.server_us - self->begin.server_us };
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
get_quantile (GArray *costs, double share, gsize offset)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < costs->len; i++)
    g_array_append_vals (sorted, (const char *) &g_array_index (costs, Cost, i) + offset, 1);
  g_array_sort (sorted, compare_doubles);
  return sorted->len == 0
             ? 0
             : g_array_index (sorted, double, (guint) (share * (sorted->len - 1) + 0.5));
}

/* @aim_us: 0 where nothing is asked */
static void
report (const char *what, GArray *costs, double aim_us)
{
  double p50 = get_quantile (costs, 0.5, G_STRUCT_OFFSET (Cost, us));
  double p95 = get_quantile (costs, 0.95, G_STRUCT_OFFSET (Cost, us));
  double server = get_quantile (costs, 0.5, G_STRUCT_OFFSET (Cost, server_us));
  g_autofree char *aim =
      aim_us > 0 ? g_strdup_printf ("%7.2f", aim_us / 1e3) : g_strdup ("      –");
  const char *verdict = aim_us <= 0 ? "" : p50 <= aim_us ? "ok" : "MISSED";

  all_passed = all_passed && (aim_us <= 0 || p50 <= 10 * aim_us);
  g_print ("%-44s %s %8.3f %8.3f %8.3f %5u  %s\n", what, aim, p50 / 1e3, p95 / 1e3, server / 1e3,
           costs->len, verdict);
}

static GArray *
costs_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Cost));
}

/* Marks as in a thorough visit: all severities, some treated, some with glyphs. */
static PalBodyMap *
mark_thirty (void)
{
  PalBodyMap *map = pal_body_map_new (kit_get_atlas ());

  pal_body_map_set_mode (map, PAL_MAP_VISIT);
  for (guint i = 0; i < N_MARKS; i++)
    {
      const PalRegion *region = pal_atlas_get_region (kit_get_atlas (), i * 2 + 7);
      PalSide side = region->paired ? (i % 2 ? PAL_SIDE_LEFT : PAL_SIDE_RIGHT) : PAL_SIDE_MIDLINE;
      PalRegionLook *look = pal_body_map_edit (map, region, side);

      look->severity = 1 + (int) i % 3;
      look->after = i % 4 == 0 ? 0 : PAL_UNSET;
      look->kinds = i % 5 == 0 ? 2 : 1;
    }
  return map;
}

static void
show_words (Bench *self)
{
  gtk_window_set_child (GTK_WINDOW (self->window), gtk_label_new ("No client"));
  self->stage = NULL;
  rest (60);
}

static void
show_stage (Bench *self)
{
  GtkWidget *stage = pal_body_stage_new (kit_get_atlas (), kit_get_vocabulary ());

  self->stage = PAL_BODY_STAGE (stage);
  pal_body_stage_set_layout (self->stage, PAL_STAGE_ALL);
  pal_body_stage_set_map (self->stage, mark_thirty ());
  gtk_window_set_child (GTK_WINDOW (self->window), stage);
}

/* A window with words in it, so that fonts are loaded, as in every window of the program. */
static void
open_window (Bench *self)
{
  self->frames = costs_new ();
  self->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (self->window), gtk_label_new ("No client"));
  gtk_window_present (GTK_WINDOW (self->window));
  rest (300);
  self->server_pid = find_server (self->window);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
}

/* The frame that shows a new stage, as the notes on drawing count it; @all: with making the stage
 * and its 307 children. */
static void
measure_first (Bench *self, GArray *frames, GArray *all)
{
  Cost cost;

  show_words (self);
  begin (self);
  show_stage (self);
  cost = finish (self);
  g_array_append_val (all, cost);
  g_array_append_val (frames, g_array_index (self->frames, Cost, 0));
  rest (200);
}

static void
bench_first (Bench *self)
{
  g_autoptr (GArray) frames = costs_new ();
  g_autoptr (GArray) all = costs_new ();

  measure_first (self, frames, all);
  g_array_set_size (frames, 0);
  g_array_set_size (all, 0);
  for (guint i = 0; i < N_FIRST; i++)
    measure_first (self, frames, all);
  report ("first paint", frames, 16000);
  report ("… with making the stage and its widgets", all, 0);
}

/* In a process of its own, which prints one line. */
static int
run_cold (Bench *self)
{
  g_autoptr (GArray) frames = costs_new ();
  g_autoptr (GArray) all = costs_new ();

  measure_first (self, frames, all);
  Cost cost = g_array_index (frames, Cost, 0);
  g_print ("%f %f\n", cost.us, cost.server_us);
  return 0;
}

static void
bench_cold (const char *program)
{
  g_autoptr (GArray) costs = costs_new ();

  for (guint i = 0; i < N_COLD; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) process =
          g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--cold", NULL);
      g_autofree char *text = NULL;
      char *end;
      Cost cost;

      g_assert_no_error (error);
      g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
      g_assert_no_error (error);
      cost.us = g_ascii_strtod (text, &end);
      cost.server_us = g_ascii_strtod (end, NULL);
      g_array_append_val (costs, cost);
    }
  report ("first paint, the first in a process", costs, 0);
}

static void
bench_changes (Bench *self)
{
  g_autoptr (GArray) costs = costs_new ();
  g_autoptr (PalBodyMap) map = mark_thirty ();

  for (guint i = 0; i < N_CHANGES; i++)
    {
      const PalRegion *region = pal_atlas_get_region (kit_get_atlas (), i % N_MARKS * 2 + 7);
      PalSide side = region->paired ? (i % 2 ? PAL_SIDE_LEFT : PAL_SIDE_RIGHT) : PAL_SIDE_MIDLINE;
      PalRegionLook *look = pal_body_map_edit (map, region, side);
      PalBodyMap *changed;

      look->severity = look->severity > 2.5 ? 1 : look->severity + 1;
      changed = pal_body_map_copy (map);
      begin (self);
      pal_body_stage_set_map (self->stage, changed);
      Cost cost = finish (self);
      g_array_append_val (costs, cost);
    }
  report ("a mark changed", costs, 2000);
}

/* Emits the signal of all controllers of a type, as an event would. */
static void
emit (Bench *self, GType type, const char *signal, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->stage));
  gboolean handled;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        g_signal_emit_by_name (controller, signal, x, y, &handled);
    }
}

static void
bench_hover (Bench *self)
{
  g_autoptr (GArray) costs = costs_new ();

  for (guint i = 0; i < N_CHANGES; i++)
    {
      const PalRegion *region = pal_atlas_get_region (kit_get_atlas (), i % 80);
      PalSide side = region->paired ? PAL_SIDE_LEFT : PAL_SIDE_MIDLINE;
      GdkRectangle box;

      if (!pal_body_stage_get_region_box (self->stage, region->id, side, PAL_VIEW_FRONT, &box))
        continue;
      begin (self);
      emit (self, GTK_TYPE_EVENT_CONTROLLER_MOTION, "motion", box.x + box.width / 2.0,
            box.y + box.height / 2.0);
      if (!kit_wait_until (is_painted, self, 60))
        continue; /* on the same region as before */
      Cost cost = finish (self);
      g_array_append_val (costs, cost);
    }
  report ("hover moved", costs, 1000);
}

/* All frames of animated steps closer, and then of the wheel that pans. What follows the movement,
 * once it rests, is counted apart. */
static void
bench_zoom (Bench *self)
{
  g_autoptr (GArray) zooms = costs_new ();
  g_autoptr (GArray) pans = costs_new ();
  g_autoptr (GArray) rests = costs_new ();

  for (guint i = 0; i < N_ZOOMS; i++)
    {
      begin (self);
      pal_body_stage_zoom (self->stage, i % 4 == 3 ? 0 : 1.6);
      Cost first = finish (self); /* with what the start of the movement takes */
      g_array_index (self->frames, Cost, 0) = first;
      rest (130); /* the animation takes 180 */
      g_array_append_vals (zooms, self->frames->data, self->frames->len);
      rest (60);
      begin (self);
      rest (500);
      Cost now = read_costs (self);
      Cost cost = { now.us - self->begin.us, now.server_us - self->begin.server_us };
      g_array_append_val (rests, cost);
      if (i % 4 != 2)
        continue;
      for (guint j = 0; j < 40; j++)
        {
          begin (self);
          emit (self, GTK_TYPE_EVENT_CONTROLLER_SCROLL, "scroll", 0.2, j % 20 < 10 ? 0.3 : -0.3);
          Cost panned = finish (self);
          g_array_append_val (pans, panned);
        }
      rest (400);
    }
  report ("a frame while zooming", zooms, 10000);
  report ("a frame while panning", pans, 10000);
  report ("… and all that follows once it rests", rests, 0);
}

/* In hundreds, with the slop of a finger, all over the box of the plate. */
static void
bench_hits (void)
{
  g_autoptr (GArray) costs = costs_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  guint n_hit = 0;

  for (guint i = 0; i < 200; i++)
    {
      const PalPlate *plate = pal_atlas_get_plate (kit_get_atlas (), PAL_FIGURE_NEUTRAL,
                                                   (PalView) (i % PAL_VIEW_SOLES));
      PalRect box = pal_plate_get_bounds (plate);
      double start = get_us ();

      for (guint j = 0; j < 100; j++)
        n_hit += pal_plate_hit (plate, box.x + g_rand_double (rand) * box.width,
                                box.y + g_rand_double (rand) * box.height, 29) != NULL;
      Cost cost = { (get_us () - start) / 100, 0 };
      g_array_append_val (costs, cost);
    }
  g_assert_cmpuint (n_hit, >, 0);
  report ("hit test", costs, 20);
}

static void
bench_searches (void)
{
  static const char *const words[] = { "calf",         "it band",  "pirifromis",
                                       "gastroc med",  "s",        "outer edge of the foot",
                                       "shin splints", "quadratis" };
  g_autoptr (GArray) costs = costs_new ();

  for (guint i = 0; i < 400; i++)
    {
      double start = get_us ();

      g_array_unref (pal_atlas_search (kit_get_atlas (), words[i % G_N_ELEMENTS (words)], 10));
      Cost cost = { get_us () - start, 0 };
      g_array_append_val (costs, cost);
    }
  report ("search", costs, 1000);
}

/* All, or what the command line names. */
static gboolean
is_wanted (int argc, char *argv[], const char *name)
{
  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], name))
      return TRUE;
  return argc == 1;
}

int
main (int argc, char *argv[])
{
  Bench bench = { 0 };

  adw_init ();
  g_assert_nonnull (kit_get_atlas ());
  g_assert_nonnull (kit_get_vocabulary ());
  open_window (&bench);
  if (argc > 1 && g_str_equal (argv[1], "--cold"))
    return run_cold (&bench);

  g_print ("four views, %d marks, %d × %d, scale %d, %s, ms of processor time\n", N_MARKS, WIDTH,
           HEIGHT, gtk_widget_get_scale_factor (bench.window),
           G_OBJECT_TYPE_NAME (gtk_native_get_renderer (GTK_NATIVE (bench.window))));
  g_print ("%-44s %7s %8s %8s %8s %5s\n", "", "aim", "p50", "p95", "display", "n");
  if (is_wanted (argc, argv, "cold"))
    bench_cold (argv[0]);
  if (is_wanted (argc, argv, "first"))
    bench_first (&bench);
  if (bench.stage == NULL)
    show_stage (&bench);
  rest (400);
  if (is_wanted (argc, argv, "mark"))
    bench_changes (&bench);
  if (is_wanted (argc, argv, "hover"))
    bench_hover (&bench);
  if (is_wanted (argc, argv, "zoom"))
    bench_zoom (&bench);
  if (is_wanted (argc, argv, "atlas"))
    {
      bench_hits ();
      bench_searches ();
    }
  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_array_unref (bench.frames);
  return all_passed ? 0 : 1;
}
