/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Path data as drawing programs write it: relative, shortened, with lines and quadratic curves.
 * The grammar is that of SVG 1.1, section 8.3, without arcs. */

#define G_LOG_DOMAIN "pal-atlas"

#include "config.h"

#include "atlas/pal-drawing-private.h"

#include <math.h>
#include <string.h>

#define MAX_SEGMENTS 20000
#define MAX_COORDINATE 5000.0

/**
 * Reader:
 * @x: current point, @y
 * @start_x: where the current ring began, @start_y
 * @handle_x: last control point, which S and T mirror, @handle_y
 * @previous: the last command in capitals, 0 before the first
 */
typedef struct
{
  const char *at;
  GArray *segments;
  double x, y;
  double start_x, start_y;
  double handle_x, handle_y;
  char previous;
  gboolean open;
} Reader;

static void
skip_separators (Reader *self)
{
  self->at += strspn (self->at, " ,\t\r\n");
}

static gboolean
is_number_next (Reader *self)
{
  skip_separators (self);
  return *self->at != '\0' && strchr ("+-.0123456789", *self->at) != NULL;
}

/* "1.5.5-2" is three numbers: a second dot or a sign begins the next. */
static gboolean
read_number (Reader *self, double *value)
{
  char digits[64];
  gsize n = 0;
  gboolean dot = FALSE;
  char *end = NULL;

  skip_separators (self);
  for (const char *p = self->at; n < sizeof digits - 1; p++)
    {
      gboolean sign = (*p == '-' || *p == '+') && (n == 0 || p[-1] == 'e' || p[-1] == 'E');
      gboolean exponent = (*p == 'e' || *p == 'E') && n > 0;

      if (!g_ascii_isdigit (*p) && !sign && !exponent && !(*p == '.' && !dot))
        break;
      dot = dot || *p == '.' || exponent;
      digits[n++] = *p;
    }
  digits[n] = '\0';
  *value = g_ascii_strtod (digits, &end);
  if (n == 0 || end == digits || !isfinite (*value) || fabs (*value) > MAX_COORDINATE)
    return FALSE;
  self->at += end - digits;
  return TRUE;
}

static gboolean
read_numbers (Reader *self, double *values, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!read_number (self, &values[i]))
      return FALSE;
  return TRUE;
}

static double
tidy (double value)
{
  double rounded = round (value * 100) / 100;

  return rounded == 0 ? 0 : rounded;
}

static gboolean
add (Reader *self, PalSegmentType type, const double *xy, guint n)
{
  PalSegment segment = { type, { 0 } };

  if (self->segments->len >= MAX_SEGMENTS)
    return FALSE;
  for (guint i = 0; i < n; i++)
    segment.xy[i] = tidy (xy[i]);
  g_array_append_val (self->segments, segment);
  return TRUE;
}

static gboolean
move_to (Reader *self, double x, double y)
{
  self->x = self->start_x = self->handle_x = x;
  self->y = self->start_y = self->handle_y = y;
  self->open = TRUE;
  return add (self, PAL_SEGMENT_MOVE, (double[]){ x, y }, 2);
}

/* After a Z the next ring begins where the last one did. */
static gboolean
curve_to (Reader *self, const double *c)
{
  if (self->segments->len == 0 || (!self->open && !move_to (self, self->start_x, self->start_y)))
    return FALSE;
  self->handle_x = c[2];
  self->handle_y = c[3];
  self->x = c[4];
  self->y = c[5];
  return add (self, PAL_SEGMENT_CURVE, c, 6);
}

static gboolean
line_to (Reader *self, double x, double y)
{
  double from_x = self->x, from_y = self->y;

  return curve_to (self, (double[]){ from_x + (x - from_x) / 3, from_y + (y - from_y) / 3,
                                     from_x + (x - from_x) * 2 / 3, from_y + (y - from_y) * 2 / 3,
                                     x, y });
}

/* A quadratic curve with the handle @qx, @qy as the cubic one it is. */
static gboolean
quadratic_to (Reader *self, double qx, double qy, double x, double y)
{
  double from_x = self->x, from_y = self->y;
  gboolean done =
      curve_to (self, (double[]){ from_x + (qx - from_x) * 2 / 3, from_y + (qy - from_y) * 2 / 3,
                                  x + (qx - x) * 2 / 3, y + (qy - y) * 2 / 3, x, y });

  self->handle_x = qx;
  self->handle_y = qy;
  return done;
}

static gboolean
close_ring (Reader *self)
{
  if (!self->open)
    return FALSE;
  self->open = FALSE;
  self->x = self->start_x;
  self->y = self->start_y;
  return add (self, PAL_SEGMENT_CLOSE, NULL, 0);
}

/* The mirror image of the last handle, if the last command had one of this sort. */
static void
mirror_handle (Reader *self, const char *sorts, double *x, double *y)
{
  gboolean had = self->previous != '\0' && strchr (sorts, self->previous) != NULL;

  *x = had ? 2 * self->x - self->handle_x : self->x;
  *y = had ? 2 * self->y - self->handle_y : self->y;
}

static void
make_absolute (Reader *self, gboolean relative, double *v, guint n)
{
  for (guint i = 0; relative && i < n; i++)
    v[i] += i % 2 == 0 ? self->x : self->y;
}

/* One command with one set of numbers. */
static gboolean
step (Reader *self, char command, gboolean relative)
{
  static const struct
  {
    char command;
    guint n;
  } commands[] = { { 'M', 2 }, { 'L', 2 }, { 'C', 6 }, { 'S', 4 },
                   { 'Q', 4 }, { 'T', 2 }, { 'H', 1 }, { 'V', 1 } };
  guint n = 0;
  double v[6], hx, hy;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (commands[i].command == command)
      n = commands[i].n;
  if (n == 0 || !read_numbers (self, v, n))
    return FALSE;
  if (command == 'V')
    return line_to (self, self->x, v[0] + (relative ? self->y : 0));
  make_absolute (self, relative, v, n);
  switch (command)
    {
    case 'M':
      return move_to (self, v[0], v[1]);
    case 'H':
      return line_to (self, v[0], self->y);
    case 'L':
      return line_to (self, v[0], v[1]);
    case 'C':
      return curve_to (self, v);
    case 'S':
      mirror_handle (self, "CS", &hx, &hy);
      return curve_to (self, (double[]){ hx, hy, v[0], v[1], v[2], v[3] });
    case 'Q':
      return quadratic_to (self, v[0], v[1], v[2], v[3]);
    case 'T':
      mirror_handle (self, "QT", &hx, &hy);
      return quadratic_to (self, hx, hy, v[0], v[1]);
    default:
      return FALSE;
    }
}

/* A letter and all its sets of numbers; what follows a move without a letter are lines. */
static gboolean
read_command (Reader *self)
{
  char letter = *self->at;
  char command = g_ascii_toupper (letter);
  gboolean relative = g_ascii_islower (letter);

  if (!g_ascii_isalpha (letter))
    return FALSE;
  self->at++;
  if (command == 'Z')
    {
      self->previous = 'Z';
      return close_ring (self);
    }
  do
    {
      if (!step (self, command, relative))
        return FALSE;
      self->previous = command;
      if (command == 'M')
        command = 'L';
    }
  while (is_number_next (self));
  return TRUE;
}

gboolean
pal_drawing_read_path (const char *text, PalPath *path, guint *at)
{
  Reader reader = { .at = text, .segments = g_array_new (FALSE, FALSE, sizeof (PalSegment)) };
  gboolean sound = TRUE;

  skip_separators (&reader);
  while (sound && *reader.at != '\0')
    {
      sound = read_command (&reader);
      if (sound)
        skip_separators (&reader);
    }
  *at = (guint) (reader.at - text) + 1;
  sound = sound && reader.segments->len >= 2 &&
          g_array_index (reader.segments, PalSegment, 0).type == PAL_SEGMENT_MOVE;
  path->n = reader.segments->len;
  path->segments = (PalSegment *) (gpointer) g_array_free (reader.segments, FALSE);
  return sound;
}
