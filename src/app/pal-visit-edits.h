/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a tap, a digit or a typed line does to the open visit: each is one undoable edit with its
 * description. Shared by the map, the popover, the lists and the quick entry; no widgets. */

#pragma once

#include "app/pal-workbench.h"

G_BEGIN_DECLS

/** pal_edits_cycle: clear, mild, moderate, severe, clear, of the workbench's kind. */
gboolean pal_edits_cycle (PalWorkbench *workbench, const char *region, PalSide side);

/** pal_edits_set_severity: 0 takes the mark of the workbench's kind away. */
gboolean pal_edits_set_severity (PalWorkbench *workbench,
                                 const char *region,
                                 PalSide side,
                                 int severity);

/**
 * pal_edits_paint:
 * @severity: what the drag puts everywhere, or %PAL_UNSET where it begins
 *
 * Where a drag begins it decides what all regions get: one step more than the first had. One drag
 * is one step of undo.
 *
 * Returns: the severity to go on with
 */
int pal_edits_paint (PalWorkbench *workbench, const char *region, PalSide side, int severity);

/** pal_edits_both_sides: copies every mark of this side to the other one. */
gboolean pal_edits_both_sides (PalWorkbench *workbench, const char *region, PalSide side);

/** pal_edits_put_mark: @mark: (transfer full): replaces the mark of the same region, side, kind. */
gboolean pal_edits_put_mark (PalWorkbench *workbench, PalMark *mark, const char *merge_key);

/** pal_edits_replace_mark: changes a mark's kind: takes @old away and puts @mark. */
gboolean pal_edits_replace_mark (PalWorkbench *workbench, const PalMark *old, PalMark *mark);

/** pal_edits_remove_mark: takes a mark away; a toast offers to bring it back. */
gboolean pal_edits_remove_mark (PalWorkbench *workbench, const PalMark *mark);

/** pal_edits_put_marks: @marks: (element-type PalMark): as one step, from the quick entry. */
gboolean pal_edits_put_marks (PalWorkbench *workbench, GPtrArray *marks);

/**
 * pal_edits_pin:
 *
 * Adds an exact point to the mark of the workbench's kind, which it makes where there is none. A
 * pin of the kind "tight" is a trigger point. Where a pin stands already it is taken away, or gets
 * the arrow of the new one.
 */
gboolean pal_edits_pin (PalWorkbench *workbench,
                        const char *region,
                        PalSide side,
                        const PalMarkPoint *point);

/** pal_edits_add_ink: one stroke, one step of undo. */
gboolean pal_edits_add_ink (PalWorkbench *workbench, const PalStroke *stroke);

/**
 * pal_edits_erase_ink:
 * @x: figure units
 * @y: figure units
 * @radius: figure units
 *
 * Returns: whether a stroke passed that near and is gone
 */
gboolean pal_edits_erase_ink (
    PalWorkbench *workbench, PalView view, double x, double y, double radius);

/** pal_edits_confirm_carried: takes all that was carried over for found again. Returns: how many.
 */
guint pal_edits_confirm_carried (PalWorkbench *workbench);

/** pal_edits_set_examined: whether a group was checked at this visit. */
gboolean pal_edits_set_examined (PalWorkbench *workbench, const char *group, gboolean examined);

/** pal_edits_apply_preset: marks every group of a preset as checked. */
gboolean pal_edits_apply_preset (PalWorkbench *workbench, const PalPreset *preset);

/** pal_edits_carry_over: starts from the last visit: its marks come carried over, unconfirmed. */
gboolean pal_edits_carry_over (PalWorkbench *workbench);

/** pal_edits_describe_mark: Returns: (transfer full): what stands behind "Undo" of a mark. */
char *pal_edits_describe_mark (PalWorkbench *workbench, const char *region, PalSide side);

/** pal_edits_set_mark_note: the note of a mark that is there; typing that follows merges. */
gboolean pal_edits_set_mark_note (PalWorkbench *workbench, const PalMark *mark, const char *text);

/** pal_edits_set_note: one section of the notes. */
gboolean pal_edits_set_note (PalWorkbench *workbench, PalNoteSection section, const char *text);

/** pal_edits_copy_note: puts the last visit's words of a section behind what is there. */
gboolean pal_edits_copy_note (PalWorkbench *workbench, PalNoteSection section);

G_END_DECLS
