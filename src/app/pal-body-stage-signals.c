/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the body stage says, see pal-body-stage.h: its signals, and when it keeps silent. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-body-stage-private.h"

enum
{
  CYCLE,
  SET_SEVERITY,
  PAINT,
  DETAILS,
  BOTH_SIDES,
  NOTE,
  HOVERED,
  TYPED,
  PIN,
  INK,
  ERASE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
add_signal (const char *name, guint n_params, ...)
{
  va_list types;

  va_start (types, n_params);
  guint id = g_signal_new_valist (name, PAL_TYPE_BODY_STAGE, G_SIGNAL_RUN_LAST, NULL, NULL, NULL,
                                  NULL, G_TYPE_NONE, n_params, types);
  va_end (types);
  return id;
}

void
pal_body_stage_add_signals (void)
{
  signals[CYCLE] = add_signal ("cycle", 2, G_TYPE_STRING, G_TYPE_INT);
  signals[SET_SEVERITY] = add_signal ("set-severity", 3, G_TYPE_STRING, G_TYPE_INT, G_TYPE_INT);
  signals[PAINT] = add_signal ("paint", 3, G_TYPE_STRING, G_TYPE_INT, G_TYPE_BOOLEAN);
  signals[DETAILS] = add_signal ("details", 3, G_TYPE_STRING, G_TYPE_INT, G_TYPE_INT);
  signals[BOTH_SIDES] = add_signal ("both-sides", 2, G_TYPE_STRING, G_TYPE_INT);
  signals[NOTE] = add_signal ("note", 2, G_TYPE_STRING, G_TYPE_INT);
  signals[HOVERED] = add_signal ("hovered", 2, G_TYPE_STRING, G_TYPE_INT);
  signals[TYPED] = add_signal ("typed", 1, G_TYPE_STRING);
  signals[PIN] = add_signal ("pin", 3, G_TYPE_STRING, G_TYPE_INT, G_TYPE_POINTER);
  signals[INK] = add_signal ("ink", 1, G_TYPE_POINTER);
  signals[ERASE] = add_signal ("erase", 4, G_TYPE_INT, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

void
pal_body_stage_emit_cycle (PalBodyStage *self, const PalShape *shape)
{
  if (self->interactive)
    g_signal_emit (self, signals[CYCLE], 0, shape->region->id, (int) shape->side);
}

void
pal_body_stage_emit_severity (PalBodyStage *self, const PalShape *shape, int severity)
{
  if (self->interactive)
    g_signal_emit (self, signals[SET_SEVERITY], 0, shape->region->id, (int) shape->side, severity);
}

void
pal_body_stage_emit_paint (PalBodyStage *self, const PalShape *shape, gboolean first)
{
  if (self->interactive)
    g_signal_emit (self, signals[PAINT], 0, shape->region->id, (int) shape->side, first);
}

void
pal_body_stage_emit_details (PalBodyStage *self, const PalShape *shape, PalView view)
{
  g_signal_emit (self, signals[DETAILS], 0, shape->region->id, (int) shape->side, (int) view);
}

void
pal_body_stage_emit_both_sides (PalBodyStage *self, const PalShape *shape)
{
  if (self->interactive)
    g_signal_emit (self, signals[BOTH_SIDES], 0, shape->region->id, (int) shape->side);
}

void
pal_body_stage_emit_note (PalBodyStage *self, const PalShape *shape)
{
  if (self->interactive)
    g_signal_emit (self, signals[NOTE], 0, shape->region->id, (int) shape->side);
}

void
pal_body_stage_emit_hovered (PalBodyStage *self, const PalShape *shape)
{
  g_signal_emit (self, signals[HOVERED], 0, shape != NULL ? shape->region->id : NULL,
                 shape != NULL ? (int) shape->side : (int) PAL_SIDE_MIDLINE);
}

void
pal_body_stage_emit_typed (PalBodyStage *self, const char *text)
{
  g_signal_emit (self, signals[TYPED], 0, text);
}

void
pal_body_stage_emit_pin (PalBodyStage *self, const PalShape *shape, PalMarkPoint *point)
{
  if (self->interactive)
    g_signal_emit (self, signals[PIN], 0, shape->region->id, (int) shape->side, point);
}

void
pal_body_stage_emit_ink (PalBodyStage *self, PalStroke *stroke)
{
  if (self->interactive)
    g_signal_emit (self, signals[INK], 0, stroke);
}

void
pal_body_stage_emit_erase (PalBodyStage *self, PalView view, double x, double y, double radius)
{
  if (self->interactive)
    g_signal_emit (self, signals[ERASE], 0, (int) view, x, y, radius);
}
