/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tools of the body stage other than marking: exact points, freehand ink, rubbing ink out. What
 * gestures do with pointer, finger and pen goes through the functions below, so that a test can do
 * it with any pressure. */

#pragma once

#include "app/pal-body-stage.h"
#include "record/pal-visit.h"

G_BEGIN_DECLS

/**
 * PalStageTool:
 * @PAL_STAGE_TOOL_MARK: taps and drags mark regions
 * @PAL_STAGE_TOOL_PIN: a tap sets an exact point, a drag lets an arrow lead from it
 * @PAL_STAGE_TOOL_INK: a drag draws
 * @PAL_STAGE_TOOL_ERASE: a drag rubs out the strokes it meets
 */
typedef enum
{
  PAL_STAGE_TOOL_MARK,
  PAL_STAGE_TOOL_PIN,
  PAL_STAGE_TOOL_INK,
  PAL_STAGE_TOOL_ERASE
} PalStageTool;

/** PalPenSource: what touches the stage; a pen's other end rubs out whatever the tool. */
typedef enum
{
  PAL_PEN_POINTER,
  PAL_PEN_FINGER,
  PAL_PEN_PEN,
  PAL_PEN_ERASER
} PalPenSource;

/*
 * Property: tool (int, PalStageTool)
 *
 * Signals:
 *   ::pin (region, side, point)       point: a PalMarkPoint as pointer, lent
 *   ::ink (stroke)                    stroke: a PalStroke as pointer, lent
 *   ::erase (view, x, y, radius)      figure units: ink that comes this near is to go
 */

void pal_body_stage_set_tool (PalBodyStage *self, PalStageTool tool);
PalStageTool pal_body_stage_get_tool (PalBodyStage *self);

/**
 * PAL_PALM_US:
 *
 * So long after a pen was last felt a finger is taken for the palm of the hand that holds it.
 */
#define PAL_PALM_US (700 * G_TIME_SPAN_MILLISECOND)

/**
 * pal_body_stage_pen_near: tells that a pen is over the stage.
 * @now_us: monotonic
 */
void pal_body_stage_pen_near (PalBodyStage *self, gint64 now_us);

/** pal_body_stage_is_palm: Returns: whether a finger that comes down at @now_us is to be ignored.
 */
gboolean pal_body_stage_is_palm (PalBodyStage *self, gint64 now_us);

/**
 * pal_body_stage_pen_down:
 * @x: pixels of the stage
 * @y: pixels of the stage
 * @pressure: 0 … 1
 * @now_us: monotonic
 *
 * Begins what the tool does.
 *
 * Returns: %FALSE when there is nothing to do: a palm, nothing in sight, a stage only looked at, or
 *   the tool that marks
 */
gboolean pal_body_stage_pen_down (
    PalBodyStage *self, PalPenSource source, double x, double y, double pressure, gint64 now_us);
void pal_body_stage_pen_move (PalBodyStage *self, double x, double y, double pressure);
/** pal_body_stage_pen_up: ends it, and emits what came of it. */
void pal_body_stage_pen_up (PalBodyStage *self);
/** pal_body_stage_pen_cancel: forgets it, as when a second finger turns out to zoom. */
void pal_body_stage_pen_cancel (PalBodyStage *self);

G_END_DECLS
