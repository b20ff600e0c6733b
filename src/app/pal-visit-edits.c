/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The edits of pal-visit-edits.h: copy the visit, change the copy, commit it with its words. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-visit-edits.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "record/pal-visit-words.h"

/* Figure units: a pin set this near another one takes it away. */
#define SAME_PIN 9.0

char *
pal_edits_describe_mark (PalWorkbench *workbench, const char *region, PalSide side)
{
  const PalRegion *known = pal_atlas_find_region (pal_workbench_get_atlas (workbench), region);
  g_autofree char *label = known != NULL ? pal_region_dup_label (known, side) : g_strdup (region);
  /* Translators: describes an edit behind "Undo"; the placeholder is a body region with its side.
   */
  return g_strdup_printf (_ ("Mark %s"), label);
}

static gboolean
kind_has_severity (PalWorkbench *workbench, const char *kind)
{
  const PalTerm *term =
      pal_vocabulary_find (pal_workbench_get_vocabulary (workbench), PAL_TERMS_KIND, kind);
  return term == NULL || term->has_severity;
}

/* A severity of 0 means: not marked. Keeps all else that an existing mark holds. */
static void
mark_severity (
    PalWorkbench *workbench, PalVisit *visit, const char *region, PalSide side, int severity)
{
  const char *kind = pal_workbench_get_kind (workbench);
  if (severity <= 0)
    {
      pal_visit_remove_mark (visit, region, side, kind);
      return;
    }
  const PalMark *old = pal_visit_find_mark (visit, region, side, kind);
  PalMark *mark = old != NULL ? pal_mark_copy (old) : pal_mark_new (region, side, kind, severity);
  mark->before = kind_has_severity (workbench, kind) ? severity : PAL_UNSET;
  mark->carried = FALSE;
  pal_visit_put_mark (visit, pal_workbench_get_atlas (workbench), mark);
}

/* Takes exactly this mark away: the client's and the therapist's may stand on one region. */
static gboolean
take_mark (PalVisit *visit, const PalMark *mark)
{
  for (guint i = 0; i < visit->marks->len; i++)
    {
      if (pal_mark_equal (g_ptr_array_index (visit->marks, i), mark))
        {
          g_ptr_array_remove_index (visit->marks, i);
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
pal_edits_cycle (PalWorkbench *workbench, const char *region, PalSide side)
{
  g_autoptr (PalVisit) visit = pal_workbench_edit_visit (workbench);
  if (visit == NULL)
    return FALSE;
  pal_visit_cycle_mark (visit, pal_workbench_get_atlas (workbench),
                        pal_workbench_get_vocabulary (workbench), region, side,
                        pal_workbench_get_kind (workbench));
  g_autofree char *words = pal_edits_describe_mark (workbench, region, side);
  return pal_workbench_commit_visit (workbench, g_steal_pointer (&visit), words, NULL);
}

gboolean
pal_edits_set_severity (PalWorkbench *workbench, const char *region, PalSide side, int severity)
{
  g_autoptr (PalVisit) visit = pal_workbench_edit_visit (workbench);
  if (visit == NULL)
    return FALSE;
  mark_severity (workbench, visit, region, side, severity);
  g_autofree char *words = pal_edits_describe_mark (workbench, region, side);
  return pal_workbench_commit_visit (workbench, g_steal_pointer (&visit), words, NULL);
}

int
pal_edits_paint (PalWorkbench *workbench, const char *region, PalSide side, int severity)
{
  g_autoptr (PalVisit) visit = pal_workbench_edit_visit (workbench);
  if (visit == NULL)
    return PAL_UNSET;
  gboolean first = severity == PAL_UNSET;
  const char *kind = pal_workbench_get_kind (workbench);
  const PalMark *mark = pal_visit_find_mark (visit, region, side, kind);
  if (first)
    severity = mark != NULL ? (mark->before + 1) % 4 : 1;
  mark_severity (workbench, visit, region, side, severity);
  pal_workbench_commit_visit (workbench, g_steal_pointer (&visit), _ ("Paint regions"), "paint");
  return severity;
}

gboolean
pal_edits_both_sides (PalWorkbench *workbench, const char *region, PalSide side)
{
  if (side == PAL_SIDE_MIDLINE)
    return FALSE;
  g_autoptr (PalVisit) visit = pal_workbench_edit_visit (workbench);
  if (visit == NULL)
    return FALSE;
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();
  for (guint i = 0; i < visit->marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (visit->marks, i);
      if (mark->side != side || !g_str_equal (mark->region, region))
        continue;
      PalMark *copy = pal_mark_copy (mark);
      copy->side = pal_side_mirror (side);
      /* An exact spot belongs to the side where the finger was. */
      g_clear_pointer (&copy->points, g_array_unref);
      g_ptr_array_add (copies, copy);
    }
  for (guint i = 0; i < copies->len; i++)
    pal_visit_put_mark (visit, pal_workbench_get_atlas (workbench), g_ptr_array_index (copies, i));
  return pal_workbench_commit_visit (workbench, g_steal_pointer (&visit), _ ("Mark both sides"),
                                     NULL);
}

gboolean
pal_edits_put_mark (PalWorkbench *workbench, PalMark *mark, const char *merge_key)
{
  g_autoptr (PalVisit) visit = pal_workbench_edit_visit (workbench);
  if (visit == NULL)
    {
      pal_mark_free (mark);
      return FALSE;
    }
  g_autofree char *words = pal_edits_describe_mark (workbench, mark->region, mark->side);
  pal_visit_put_mark (visit, pal_workbench_get_atlas (workbench), mark);
  return pal_workbench_commit_visit (workbench, g_steal_pointer (&visit), words, merge_key);
}

gboolean
pal_edits_set_mark_note (PalWorkbench *workbench, const PalMark *mark, const char *text)
{
  const PalVisit *visit = pal_workbench_get_visit (workbench);
  if (visit == NULL)
    return FALSE;
  g_autofree char *field = pal_visit_words_dup_mark_id (mark);
  g_autofree char *words = pal_edits_describe_mark (workbench, mark->region, mark->side);
  return pal_workbench_commit_typed (workbench, visit->id, field, text, words);
}

gboolean
pal_edits_replace_mark (PalWorkbench *workbench, const PalMark *old, PalMark *mark)
{
  g_autoptr (PalVisit) visit = pal_workbench_edit_visit (workbench);
  if (visit == NULL)
    {
      pal_mark_free (mark);
      return FALSE;
    }
  g_autofree char *words = pal_edits_describe_mark (workbench, mark->region, mark->side);
  take_mark (visit, old);
  pal_visit_put_mark (visit, pal_workbench_get_atlas (workbench), mark);
  return pal_workbench_commit_visit (workbench, g_steal_pointer (&visit), words, NULL);
}

gboolean
pal_edits_remove_mark (PalWorkbench *workbench, const PalMark *mark)
{
  g_autoptr (PalVisit) visit = pal_workbench_edit_visit (workbench);
  if (visit == NULL)
    return FALSE;
  const PalRegion *region =
      pal_atlas_find_region (pal_workbench_get_atlas (workbench), mark->region);
  g_autofree char *label = pal_region_dup_label (region, mark->side);
  /* Translators: behind "Undo"; the placeholder is a body region with its side. */
  g_autofree char *words = g_strdup_printf (_ ("Remove %s"), label);
  if (!take_mark (visit, mark))
    return FALSE;
  if (!pal_workbench_commit_visit (workbench, g_steal_pointer (&visit), words, NULL))
    return FALSE;
  /* Translators: the placeholder is a body region with its side. */
  g_autofree char *notice = g_strdup_printf (_ ("%s removed"), label);
  g_signal_emit_by_name (workbench, "notice", notice, TRUE);
  return TRUE;
}

gboolean
pal_edits_put_marks (PalWorkbench *workbench, GPtrArray *marks)
{
  g_autoptr (PalVisit) visit = pal_workbench_edit_visit (workbench);
  if (visit == NULL || marks->len == 0)
    return FALSE;
  PalAtlas *atlas = pal_workbench_get_atlas (workbench);
  for (guint i = 0; i < marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (marks, i);
      const PalRegion *region = pal_atlas_find_region (atlas, mark->region);
      /* Typed 0: looked at, and clear. */
      if (mark->before == 0)
        {
          pal_visit_remove_mark (visit, mark->region, mark->side, mark->kind);
          if (region != NULL)
            pal_visit_set_examined (visit, atlas, pal_atlas_get_group (atlas, region->group)->id,
                                    TRUE);
          continue;
        }
      pal_visit_put_mark (visit, atlas, pal_mark_copy (mark));
    }
  const PalMark *only = g_ptr_array_index (marks, 0);
  g_autofree char *words =
      marks->len == 1 ? pal_edits_describe_mark (workbench, only->region, only->side)
                      : g_strdup_printf (ngettext ("Mark %u region", "Mark %u regions", marks->len),
                                         marks->len);
  return pal_workbench_commit_visit (workbench, g_steal_pointer (&visit), words, NULL);
}

/* Nobody pins a band that is tight all along: a pin of that kind is a trigger point. */
static const char *
get_pin_kind (PalWorkbench *workbench)
{
  const char *kind = pal_workbench_get_kind (workbench);
  return g_str_equal (kind, "tight") ? "trigger-point" : kind;
}

static gboolean
remove_pin (PalMark *mark, const PalMarkPoint *point)
{
  for (guint i = 0; mark->points != NULL && i < mark->points->len; i++)
    {
      const PalMarkPoint *old = &g_array_index (mark->points, PalMarkPoint, i);
      if (old->view == point->view && hypot (old->x - point->x, old->y - point->y) <= SAME_PIN)
        {
          g_array_remove_index (mark->points, i);
          if (mark->points->len == 0)
            g_clear_pointer (&mark->points, g_array_unref);
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
pal_edits_pin (PalWorkbench *workbench, const char *region, PalSide side, const PalMarkPoint *point)
{
  g_autoptr (PalVisit) visit = pal_workbench_edit_visit (workbench);
  if (visit == NULL)
    return FALSE;
  const char *kind = get_pin_kind (workbench);
  const PalMark *old = pal_visit_find_mark (visit, region, side, kind);
  PalMark *mark = old != NULL ? pal_mark_copy (old)
                              : pal_mark_new (region, side, kind,
                                              kind_has_severity (workbench, kind) ? 2 : PAL_UNSET);
  gboolean removed = remove_pin (mark, point);
  if (!removed || point->refers)
    {
      if (mark->points == NULL)
        mark->points = g_array_new (FALSE, FALSE, sizeof (PalMarkPoint));
      g_array_append_val (mark->points, *point);
    }
  mark->carried = FALSE;
  g_autofree char *label = pal_edits_describe_mark (workbench, region, side);
  pal_visit_put_mark (visit, pal_workbench_get_atlas (workbench), mark);
  return pal_workbench_commit_visit (workbench, g_steal_pointer (&visit), label, NULL);
}

gboolean
pal_edits_add_ink (PalWorkbench *workbench, const PalStroke *stroke)
{
  g_autoptr (PalVisit) visit = pal_workbench_edit_visit (workbench);
  if (visit == NULL)
    return FALSE;
  PalStroke *copy = g_memdup2 (stroke, sizeof *stroke);
  copy->points = g_array_copy (stroke->points);
  g_ptr_array_add (visit->ink, copy);
  return pal_workbench_commit_visit (workbench, g_steal_pointer (&visit), _ ("Draw"), NULL);
}

/* How far a point lies from a piece of a stroke. */
static double
measure_distance (const double *from, const double *to, double x, double y)
{
  double dx = to[0] - from[0], dy = to[1] - from[1];
  double length = dx * dx + dy * dy;
  double t = length > 0 ? ((x - from[0]) * dx + (y - from[1]) * dy) / length : 0;
  t = CLAMP (t, 0, 1);
  return hypot (x - from[0] - t * dx, y - from[1] - t * dy);
}

static gboolean
is_near (const PalStroke *stroke, double x, double y, double radius)
{
  const double *points = (const double *) (void *) stroke->points->data;
  for (guint i = 0; i < stroke->points->len / 3; i++)
    {
      if (measure_distance (points + 3 * (i > 0 ? i - 1 : 0), points + 3 * i, x, y) <= radius)
        return TRUE;
    }
  return FALSE;
}

gboolean
pal_edits_erase_ink (PalWorkbench *workbench, PalView view, double x, double y, double radius)
{
  const PalVisit *shown = pal_workbench_get_visit (workbench);
  for (guint i = 0; shown != NULL && i < shown->ink->len; i++)
    {
      const PalStroke *stroke = g_ptr_array_index (shown->ink, i);
      if (stroke->view != view || !is_near (stroke, x, y, radius))
        continue;
      g_autoptr (PalVisit) visit = pal_workbench_edit_visit (workbench);
      if (visit == NULL)
        return FALSE;
      g_ptr_array_remove_index (visit->ink, i);
      return pal_workbench_commit_visit (workbench, g_steal_pointer (&visit), _ ("Rub out"), NULL);
    }
  return FALSE;
}

guint
pal_edits_confirm_carried (PalWorkbench *workbench)
{
  g_autoptr (PalVisit) visit = pal_workbench_edit_visit (workbench);
  if (visit == NULL)
    return 0;
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  for (guint i = 0; i < visit->marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (visit->marks, i);
      if (!mark->carried)
        continue;
      PalMark *copy = pal_mark_copy (mark);
      copy->carried = FALSE;
      g_ptr_array_add (marks, copy);
    }
  /* Put again, so that the groups of what is now found count as examined. */
  for (guint i = 0; i < marks->len; i++)
    pal_visit_put_mark (visit, pal_workbench_get_atlas (workbench), g_ptr_array_index (marks, i));
  if (!pal_workbench_commit_visit (workbench, g_steal_pointer (&visit), _ ("Confirm findings"),
                                   NULL))
    return 0;
  return marks->len;
}

gboolean
pal_edits_set_examined (PalWorkbench *workbench, const char *group, gboolean examined)
{
  g_autoptr (PalVisit) visit = pal_workbench_edit_visit (workbench);
  if (visit == NULL)
    return FALSE;
  PalAtlas *atlas = pal_workbench_get_atlas (workbench);
  const PalGroup *known = pal_atlas_find_group (atlas, group);
  g_return_val_if_fail (known != NULL, FALSE);
  pal_visit_set_examined (visit, atlas, group, examined);
  /* Translators: behind "Undo"; the placeholder is a part of the body such as "Hip". */
  g_autofree char *words = g_strdup_printf (examined ? _ ("%s checked") : _ ("%s not checked"),
                                            pal_group_get_name (known));
  return pal_workbench_commit_visit (workbench, g_steal_pointer (&visit), words, NULL);
}

gboolean
pal_edits_apply_preset (PalWorkbench *workbench, const PalPreset *preset)
{
  g_autoptr (PalVisit) visit = pal_workbench_edit_visit (workbench);
  if (visit == NULL)
    return FALSE;
  PalAtlas *atlas = pal_workbench_get_atlas (workbench);
  for (guint i = 0; preset->items[i] != NULL; i++)
    {
      /* A preset may name single regions: one region alone does not make its group examined. */
      if (pal_atlas_find_group (atlas, preset->items[i]) != NULL)
        pal_visit_set_examined (visit, atlas, preset->items[i], TRUE);
    }
  /* Translators: behind "Undo"; the placeholder is a round of checks such as "Runner's round". */
  g_autofree char *words = g_strdup_printf (_ ("%s checked"), pal_preset_get_name (preset));
  return pal_workbench_commit_visit (workbench, g_steal_pointer (&visit), words, NULL);
}

gboolean
pal_edits_carry_over (PalWorkbench *workbench)
{
  const PalVisit *previous = pal_workbench_get_previous_visit (workbench);
  g_autoptr (PalVisit) visit = pal_workbench_edit_visit (workbench);
  if (visit == NULL || previous == NULL)
    return FALSE;
  pal_visit_carry_over (visit, previous);
  return pal_workbench_commit_visit (workbench, g_steal_pointer (&visit),
                                     _ ("Start from the last visit"), NULL);
}

gboolean
pal_edits_set_note (PalWorkbench *workbench, PalNoteSection section, const char *text)
{
  const PalVisit *visit = pal_workbench_get_visit (workbench);
  if (visit == NULL)
    return FALSE;
  /* Translators: behind "Undo"; the placeholder is a section of the notes such as "Plan". */
  g_autofree char *words = g_strdup_printf (_ ("Edit %s"), pal_note_section_get_name (section));
  return pal_workbench_commit_typed (workbench, visit->id, pal_visit_words_get_note_id (section),
                                     text, words);
}

gboolean
pal_edits_copy_note (PalWorkbench *workbench, PalNoteSection section)
{
  const PalVisit *previous = pal_workbench_get_previous_visit (workbench);
  g_autoptr (PalVisit) visit = pal_workbench_edit_visit (workbench);
  if (visit == NULL || previous == NULL || previous->notes[section] == NULL)
    return FALSE;
  g_autofree char *text =
      visit->notes[section] != NULL
          ? g_strconcat (visit->notes[section], "\n", previous->notes[section], NULL)
          : g_strdup (previous->notes[section]);
  pal_visit_set_text (&visit->notes[section], text);
  /* Translators: behind "Undo"; the placeholder is a section of the notes such as "Plan". */
  g_autofree char *words = g_strdup_printf (_ ("Copy %s"), pal_note_section_get_name (section));
  return pal_workbench_commit_visit (workbench, g_steal_pointer (&visit), words, NULL);
}
