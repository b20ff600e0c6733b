/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-mark-popover.h: shows a mark, turns each touched control into an edit. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-mark-popover.h"

#include <glib/gi18n-lib.h>

#include "app/pal-mark-chips.h"
#include "app/pal-number-field.h"
#include "app/pal-region-history.h"
#include "app/pal-term-picker.h"
#include "app/pal-visit-edits.h"
#include "record/pal-visit-words.h"

#define N_SEVERITIES 4
/* The note is kept at every key; this long a rest makes an edit of it. */
#define REST_MS 800

struct _PalMarkPopover
{
  GtkPopover parent_instance;

  PalWorkbench *workbench;
  char *region;
  PalSide side;
  char *kind; /* of the mark shown; NULL while nothing is marked */
  PalSource source;
  guint note_timer;  /* while words of the note are not yet an edit */
  gboolean updating; /* the controls follow the record; they are not edits */

  GtkLabel *title;
  GtkLabel *lay;
  GtkLabel *seen;
  PalMarkChips *marks;
  GtkScrolledWindow *scroller;
  GtkDropDown *kinds;
  GtkWidget *before_row;
  GtkWidget *after_row;
  GtkToggleButton *before_1, *before_2, *before_3;
  GtkToggleButton *after_none, *after_0, *after_1, *after_2, *after_3;
  PalTermPicker *techniques;
  PalTermPicker *responses;
  GtkSpinButton *minutes;
  GtkEditable *note;
  GtkToggleButton *therapist_found;
  GtkToggleButton *client_says;
  GtkToggleButton *complaint;
  GtkToggleButton *baseline;
  GtkWidget *both_sides;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (PalMarkPopover, pal_mark_popover, GTK_TYPE_POPOVER)

static GtkToggleButton *
get_before_button (PalMarkPopover *self, int severity)
{
  GtkToggleButton *buttons[N_SEVERITIES] = { NULL, self->before_1, self->before_2, self->before_3 };
  return severity >= 1 && severity < N_SEVERITIES ? buttons[severity] : NULL;
}

static GtkToggleButton *
get_after_button (PalMarkPopover *self, int severity)
{
  GtkToggleButton *buttons[N_SEVERITIES] = { self->after_0, self->after_1, self->after_2,
                                             self->after_3 };
  return severity >= 0 && severity < N_SEVERITIES ? buttons[severity] : self->after_none;
}

static const PalMark *
peek_mark (PalMarkPopover *self)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  if (visit == NULL || self->kind == NULL)
    return NULL;
  for (guint i = 0; i < visit->marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (visit->marks, i);
      if (mark->side == self->side && mark->source == self->source &&
          g_str_equal (mark->region, self->region) && g_str_equal (mark->kind, self->kind))
        return mark;
    }
  return NULL;
}

/* The kind an edit is about: the mark's own, or the one the drop-down shows. */
static const PalTerm *
get_chosen_kind (PalMarkPopover *self)
{
  return pal_vocabulary_get (pal_workbench_get_vocabulary (self->workbench), PAL_TERMS_KIND,
                             gtk_drop_down_get_selected (self->kinds));
}

static void
show_severity_rows (PalMarkPopover *self)
{
  gboolean has_severity = get_chosen_kind (self)->has_severity;
  gtk_widget_set_visible (self->before_row, has_severity);
  gtk_widget_set_visible (self->after_row, has_severity);
}

static void
show_before (PalMarkPopover *self, int severity)
{
  for (int i = 1; i < N_SEVERITIES; i++)
    gtk_toggle_button_set_active (get_before_button (self, i), i == severity);
}

/* A mark the therapist already made of a kind, so that no second one takes its place. */
static const PalMark *
find_of_kind (PalMarkPopover *self, const char *kind)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  return visit != NULL ? pal_visit_find_mark (visit, self->region, self->side, kind) : NULL;
}

/* Where there is no mark yet, or one that was only carried over, a number makes one: see
 * minutes_begun_cb(). */
static void
show_minutes (PalMarkPopover *self, const PalMark *mark)
{
  g_autofree char *field =
      mark != NULL && !mark->carried ? pal_visit_words_dup_mark_minutes_id (mark) : NULL;
  g_autofree char *words = pal_edits_describe_mark (self->workbench, self->region, self->side);
  pal_number_field_set_field (self->minutes, field, words);
  pal_number_field_show (self->minutes, mark != NULL ? mark->minutes : PAL_UNSET);
}

static void
refresh (PalMarkPopover *self)
{
  const PalMark *mark = peek_mark (self);
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  const char *kind = self->kind != NULL ? self->kind : pal_workbench_get_kind (self->workbench);
  const PalTerm *term = pal_vocabulary_find (vocabulary, PAL_TERMS_KIND, kind);

  self->updating = TRUE;
  gtk_drop_down_set_selected (self->kinds, term != NULL ? term->index : 0);
  show_severity_rows (self);
  show_before (self, mark != NULL ? mark->before : PAL_UNSET);
  gtk_toggle_button_set_active (get_after_button (self, mark != NULL ? mark->after : PAL_UNSET),
                                TRUE);
  pal_term_picker_set_ids (self->techniques, mark != NULL ? mark->techniques : NULL);
  pal_term_picker_set_ids (self->responses, mark != NULL ? mark->responses : NULL);
  show_minutes (self, mark);
  const char *note = mark != NULL && mark->note != NULL ? mark->note : "";
  if (g_strcmp0 (gtk_editable_get_text (self->note), note) != 0)
    gtk_editable_set_text (self->note, note);
  gtk_toggle_button_set_active (self->therapist_found,
                                mark == NULL || mark->source == PAL_SOURCE_THERAPIST);
  gtk_toggle_button_set_active (self->client_says,
                                mark != NULL && mark->source == PAL_SOURCE_CLIENT);
  gtk_toggle_button_set_active (self->complaint,
                                mark != NULL && mark->concern == PAL_CONCERN_COMPLAINT);
  gtk_toggle_button_set_active (self->baseline,
                                mark != NULL && mark->concern == PAL_CONCERN_BASELINE);
  pal_mark_chips_show (self->marks, self->workbench, self->region, self->side, self->kind,
                       self->source);
  gtk_widget_set_sensitive (self->both_sides, mark != NULL && self->side != PAL_SIDE_MIDLINE);
  gtk_widget_set_visible (gtk_widget_get_parent (self->remove), mark != NULL);
  self->updating = FALSE;
}

static void
flush_note (PalMarkPopover *self)
{
  const PalMark *mark = self->region != NULL ? peek_mark (self) : NULL;
  if (self->note_timer == 0)
    return;
  g_clear_handle_id (&self->note_timer, g_source_remove);
  if (mark != NULL)
    pal_edits_set_mark_note (self->workbench, mark, gtk_editable_get_text (self->note));
}

static void
note_rested_cb (gpointer data)
{
  flush_note (data);
}

/* A copy of the mark to edit; where nothing is marked yet, a moderate one begins. */
static PalMark *
begin_mark (PalMarkPopover *self)
{
  flush_note (self);
  const PalMark *mark = peek_mark (self);
  if (mark == NULL)
    mark = find_of_kind (self, get_chosen_kind (self)->id);
  if (mark != NULL)
    {
      PalMark *copy = pal_mark_copy (mark);
      copy->carried = FALSE;
      return copy;
    }
  const PalTerm *kind = get_chosen_kind (self);
  return pal_mark_new (self->region, self->side, kind->id, kind->has_severity ? 2 : PAL_UNSET);
}

static void
show_mark (PalMarkPopover *self, const char *kind, PalSource source)
{
  char *copy = g_strdup (kind);
  flush_note (self);
  g_free (self->kind);
  self->kind = copy;
  self->source = source;
  refresh (self);
}

static void
mark_chosen_cb (PalMarkPopover *self, const char *kind, int source)
{
  show_mark (self, kind, source);
}

/* The first kind that is not on the region yet; it is there once something is chosen of it. */
static void
another_asked_cb (PalMarkPopover *self)
{
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  show_mark (self, NULL, PAL_SOURCE_THERAPIST);
  for (guint i = 0; i < pal_vocabulary_get_n (vocabulary, PAL_TERMS_KIND); i++)
    {
      if (find_of_kind (self, pal_vocabulary_get (vocabulary, PAL_TERMS_KIND, i)->id) != NULL)
        continue;
      self->updating = TRUE;
      gtk_drop_down_set_selected (self->kinds, i);
      show_severity_rows (self);
      self->updating = FALSE;
      break;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->kinds));
}

static void
finish_mark (PalMarkPopover *self, PalMark *mark, const char *merge_key)
{
  g_free (self->kind);
  self->kind = g_strdup (mark->kind);
  self->source = mark->source;
  pal_edits_put_mark (self->workbench, mark, merge_key);
  refresh (self);
}

static void
kind_chosen_cb (PalMarkPopover *self)
{
  if (self->updating || self->region == NULL)
    return;
  const PalTerm *kind = get_chosen_kind (self);
  show_severity_rows (self);
  flush_note (self);
  const PalMark *old = peek_mark (self);
  if (old != NULL && g_str_equal (old->kind, kind->id))
    return;
  const PalMark *other = find_of_kind (self, kind->id);
  if (other != NULL || old == NULL)
    {
      /* Shown, not replaced. What has no severity to choose is there once it is chosen. */
      if (other == NULL && !kind->has_severity)
        finish_mark (self, begin_mark (self), NULL);
      else if (other != NULL)
        show_mark (self, kind->id, PAL_SOURCE_THERAPIST);
      return;
    }
  PalMark *mark = pal_mark_copy (old);
  g_free (mark->kind);
  mark->kind = g_strdup (kind->id);
  mark->carried = FALSE;
  if (!kind->has_severity)
    mark->before = mark->after = PAL_UNSET;
  else if (mark->before == PAL_UNSET)
    mark->before = 2;
  g_autofree char *old_kind = g_steal_pointer (&self->kind);
  self->kind = g_strdup (kind->id);
  g_autoptr (PalMark) was = pal_mark_copy (old);
  pal_edits_replace_mark (self->workbench, was, mark);
  refresh (self);
}

static void
before_toggled_cb (GtkToggleButton *button, PalMarkPopover *self)
{
  if (self->updating || self->region == NULL)
    return;
  for (int i = 1; i < N_SEVERITIES; i++)
    {
      if (get_before_button (self, i) != button)
        continue;
      PalMark *mark = begin_mark (self);
      mark->before = i;
      finish_mark (self, mark, NULL);
      return;
    }
}

static void
after_toggled_cb (GtkToggleButton *button, PalMarkPopover *self)
{
  if (self->updating || self->region == NULL || !gtk_toggle_button_get_active (button))
    return;
  PalMark *mark = begin_mark (self);
  mark->after = PAL_UNSET;
  for (int i = 0; i < N_SEVERITIES; i++)
    {
      if (get_after_button (self, i) == button)
        mark->after = i;
    }
  finish_mark (self, mark, NULL);
}

static void
terms_changed_cb (PalMarkPopover *self, PalTermPicker *picker)
{
  if (self->updating || self->region == NULL)
    return;
  PalMark *mark = begin_mark (self);
  char ***ids = picker == self->techniques ? &mark->techniques : &mark->responses;
  g_strfreev (*ids);
  *ids = pal_term_picker_dup_ids (picker);
  finish_mark (self, mark, NULL);
}

static void
minutes_begun_cb (double minutes, gpointer data)
{
  PalMarkPopover *self = data;
  if (self->updating || self->region == NULL || minutes < 1)
    return;
  PalMark *mark = begin_mark (self);
  mark->minutes = (int) minutes;
  finish_mark (self, mark, "mark-minutes");
}

static void
note_changed_cb (PalMarkPopover *self)
{
  if (self->updating || self->region == NULL)
    return;
  const PalMark *shown = peek_mark (self);
  const char *text = gtk_editable_get_text (self->note);
  /* A note makes a mark where there is none, and confirms one that was carried over. */
  if (shown == NULL || shown->carried)
    {
      PalMark *mark = begin_mark (self);
      pal_visit_set_text (&mark->note, text);
      finish_mark (self, mark, "mark-note");
      return;
    }
  g_autofree char *field = pal_visit_words_dup_mark_id (shown);
  pal_workbench_keep_typed (self->workbench, pal_workbench_get_visit (self->workbench)->id, field,
                            text);
  g_clear_handle_id (&self->note_timer, g_source_remove);
  self->note_timer = g_timeout_add_once (REST_MS, note_rested_cb, self);
}

static void
set_source (PalMarkPopover *self, PalSource source)
{
  flush_note (self);
  const PalMark *old = peek_mark (self);
  PalMark *mark = begin_mark (self);
  mark->source = source;
  if (old == NULL)
    {
      finish_mark (self, mark, NULL);
      return;
    }
  g_autoptr (PalMark) was = pal_mark_copy (old);
  self->source = mark->source;
  pal_edits_replace_mark (self->workbench, was, mark);
  refresh (self);
}

static void
therapist_found_clicked_cb (PalMarkPopover *self)
{
  set_source (self, PAL_SOURCE_THERAPIST);
}

static void
client_says_clicked_cb (PalMarkPopover *self)
{
  set_source (self, PAL_SOURCE_CLIENT);
}

/* The same button again says neither. */
static void
set_concern (PalMarkPopover *self, PalConcern concern)
{
  PalMark *mark = begin_mark (self);
  mark->concern = mark->concern == concern ? PAL_CONCERN_UNSET : concern;
  finish_mark (self, mark, NULL);
}

static void
complaint_clicked_cb (PalMarkPopover *self)
{
  set_concern (self, PAL_CONCERN_COMPLAINT);
}

static void
baseline_clicked_cb (PalMarkPopover *self)
{
  set_concern (self, PAL_CONCERN_BASELINE);
}

static void
both_sides_clicked_cb (PalMarkPopover *self)
{
  flush_note (self);
  pal_edits_both_sides (self->workbench, self->region, self->side);
}

static void
remove_clicked_cb (PalMarkPopover *self)
{
  flush_note (self);
  const PalMark *mark = peek_mark (self);
  if (mark == NULL)
    return;
  g_autoptr (PalMark) copy = pal_mark_copy (mark);
  gtk_popover_popdown (GTK_POPOVER (self));
  pal_edits_remove_mark (self->workbench, copy);
}

static void
fill_kinds (PalMarkPopover *self)
{
  PalVocabulary *vocabulary = pal_workbench_get_vocabulary (self->workbench);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  for (guint i = 0; i < pal_vocabulary_get_n (vocabulary, PAL_TERMS_KIND); i++)
    {
      const PalTerm *term = pal_vocabulary_get (vocabulary, PAL_TERMS_KIND, i);
      /* An old mark may still hold it. Translators: %s is a word such as "Tight". */
      g_autofree char *name = g_strdup_printf (term->retired ? _ ("%s (no longer used)") : "%s",
                                               pal_term_get_name (term));
      gtk_string_list_append (names, name);
    }
  self->updating = TRUE;
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (names));
  self->updating = FALSE;
}

static void
pal_mark_popover_dispose (GObject *object)
{
  PalMarkPopover *self = PAL_MARK_POPOVER (object);
  if (self->workbench != NULL)
    flush_note (self);
  self->updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), PAL_TYPE_MARK_POPOVER);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (pal_mark_popover_parent_class)->dispose (object);
}

static void
pal_mark_popover_finalize (GObject *object)
{
  PalMarkPopover *self = PAL_MARK_POPOVER (object);
  g_free (self->region);
  g_free (self->kind);
  G_OBJECT_CLASS (pal_mark_popover_parent_class)->finalize (object);
}

static void
pal_mark_popover_class_init (PalMarkPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = pal_mark_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = pal_mark_popover_finalize;

  g_type_ensure (PAL_TYPE_MARK_CHIPS);
  g_type_ensure (PAL_TYPE_TERM_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/palpate/Palpate/ui/pal-mark-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, title);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, lay);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, kinds);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, before_row);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, after_row);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, before_1);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, before_2);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, before_3);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, after_none);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, after_0);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, after_1);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, after_2);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, after_3);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, techniques);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, responses);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, minutes);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, note);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, therapist_found);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, client_says);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, complaint);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, baseline);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, seen);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, marks);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, both_sides);
  gtk_widget_class_bind_template_child (widget_class, PalMarkPopover, remove);
  gtk_widget_class_bind_template_callback (widget_class, mark_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, another_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, before_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, after_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, terms_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, therapist_found_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, client_says_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, complaint_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, baseline_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, both_sides_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
pal_mark_popover_init (PalMarkPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* As high as the window allows: what does not fit is scrolled to, never cut. */
static void
fit_window (PalMarkPopover *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int height = root != NULL ? gtk_widget_get_height (GTK_WIDGET (root)) : 0;
  gtk_scrolled_window_set_max_content_height (self->scroller, MAX (280, height - 90));
}

GtkWidget *
pal_mark_popover_new (PalWorkbench *workbench)
{
  PalMarkPopover *self = g_object_new (PAL_TYPE_MARK_POPOVER, NULL);
  self->workbench = g_object_ref (workbench);
  g_signal_connect_object (workbench, "flush", G_CALLBACK (flush_note), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "closed", G_CALLBACK (flush_note), NULL);
  pal_number_field_set_up (self->minutes, workbench, NULL, "");
  pal_number_field_set_begin (self->minutes, minutes_begun_cb, self);
  fill_kinds (self);
  pal_term_picker_fill (self->techniques, pal_workbench_get_vocabulary (workbench),
                        PAL_TERMS_TECHNIQUE);
  pal_term_picker_fill (self->responses, pal_workbench_get_vocabulary (workbench),
                        PAL_TERMS_RESPONSE);
  return GTK_WIDGET (self);
}

void
pal_mark_popover_show_region (
    PalMarkPopover *self, const char *region, PalSide side, const char *kind, gboolean to_note)
{
  g_return_if_fail (PAL_IS_MARK_POPOVER (self));
  const PalRegion *known =
      pal_atlas_find_region (pal_workbench_get_atlas (self->workbench), region);
  g_return_if_fail (known != NULL);

  flush_note (self);
  g_free (self->region);
  self->region = g_strdup (region);
  self->side = side;
  self->source = PAL_SOURCE_THERAPIST;
  g_clear_pointer (&self->kind, g_free);
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  for (guint i = 0; visit != NULL && self->kind == NULL && i < visit->marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (visit->marks, i);
      if (mark->side == side && g_str_equal (mark->region, region) &&
          (kind == NULL || g_str_equal (mark->kind, kind)))
        {
          self->kind = g_strdup (mark->kind);
          self->source = mark->source;
        }
    }

  g_autofree char *label = pal_region_dup_label (known, side);
  gtk_label_set_text (self->title, label);
  gtk_label_set_text (self->lay, pal_region_get_does (known));
  g_autofree char *seen = pal_region_history_dup_words (self->workbench, known, side);
  gtk_label_set_text (self->seen, seen != NULL ? seen : "");
  gtk_widget_set_visible (GTK_WIDGET (self->seen), seen != NULL);
  refresh (self);
  fit_window (self);
  gtk_popover_popup (GTK_POPOVER (self));
  if (to_note)
    gtk_widget_grab_focus (GTK_WIDGET (self->note));
}
