/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The bond of pal-number-field.h. It lives as long as the spin button. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-number-field.h"

#include "app/pal-entry-values.h"
#include "app/pal-spin.h"
#include "record/pal-visit-words.h"

/* Numbers are kept at every key; this long a rest makes an edit of one. */
#define REST_MS 800

/**
 * Number:
 * @visit_id: of the visit shown: what is handed in later still belongs to it
 * @stay: counts the times the keyboard came here: what is typed during one of them is one step
 * @typed: what stands in the field was typed and is not yet in the record
 * @showing: the field follows the record; nobody types
 * @holding: the adjustment follows the record and the text stays as it was typed
 */
typedef struct
{
  GtkSpinButton *spin;
  PalWorkbench *workbench; /* weak */
  char *visit_id;
  char *field;
  char *description;
  PalNumberBegin begin;
  gpointer data;
  guint stay;
  guint rest_source;
  gboolean typed;
  gboolean showing;
  gboolean holding;
} Number;

static void
free_number (gpointer data)
{
  Number *self = data;

  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_weak_pointer (&self->workbench);
  g_free (self->visit_id);
  g_free (self->field);
  g_free (self->description);
  g_free (self);
}

static Number *
get_number (GtkSpinButton *spin)
{
  return g_object_get_data (G_OBJECT (spin), "pal-number");
}

/* Reading and writing --------------------------------------------------------------------------
 */

static gboolean
read_text (Number *self, double *number, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->spin));
  double lower, upper;

  gtk_spin_button_get_range (self->spin, &lower, &upper);
  if (g_str_equal (text, "–"))
    text = "";
  if (!pal_entry_read_number (text, upper, gtk_spin_button_get_digits (self->spin) == 0, number,
                              error))
    return FALSE;
  *number = MAX (*number, lower);
  return TRUE;
}

/* "" for the dash. */
static char *
dup_words (Number *self, double number)
{
  double lower;

  gtk_spin_button_get_range (self->spin, &lower, NULL);
  return number < lower + 1 ? g_strdup ("") : pal_entry_format_number (number);
}

static void
show_fault (Number *self)
{
  g_autoptr (GError) error = NULL;
  double number;
  const gboolean good = read_text (self, &number, &error);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->spin), good ? NULL : error->message);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_STATE_INVALID,
                               good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (self->spin), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->spin), "error");
}

static int
input_cb (GtkSpinButton *spin, double *number, Number *self)
{
  return read_text (self, number, NULL) ? TRUE : GTK_INPUT_ERROR;
}

static gboolean
output_cb (GtkSpinButton *spin, Number *self)
{
  const gboolean was_showing = self->showing;
  g_autofree char *words = NULL;
  const char *text;

  if (self->holding)
    return TRUE;
  words = dup_words (self, gtk_spin_button_get_value (spin));
  text = *words != '\0' ? words : "–";
  self->showing = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (spin)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  self->showing = was_showing;
  show_fault (self);
  return TRUE;
}

/* Keeping and committing -----------------------------------------------------------------------
 */

static void
commit (Number *self, double number)
{
  g_autofree char *words = dup_words (self, number);
  g_autofree char *merge_key = NULL;

  self->typed = FALSE;
  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (self->workbench == NULL || self->visit_id == NULL || self->field == NULL)
    return;
  merge_key = g_strdup_printf (PAL_MERGE_LASTING "%s %u", self->field, self->stay);
  pal_workbench_commit_number (self->workbench, self->visit_id, self->field, words,
                               self->description, merge_key);
}

static void
commit_typed (Number *self)
{
  double number;

  if (self->typed && read_text (self, &number, NULL))
    commit (self, number);
}

static void
rested_cb (gpointer data)
{
  Number *self = data;

  self->rest_source = 0;
  commit_typed (self);
}

static void
changed_cb (GtkEditable *editable, Number *self)
{
  double number;

  if (self->showing || self->workbench == NULL)
    return;
  show_fault (self);
  if (self->field == NULL)
    {
      if (self->begin != NULL && read_text (self, &number, NULL))
        self->begin (number, self->data);
      return;
    }
  if (self->visit_id == NULL)
    return;
  self->typed = TRUE;
  pal_workbench_keep_typed (self->workbench, self->visit_id, self->field,
                            gtk_editable_get_text (editable));
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add_once (REST_MS, rested_cb, self);
}

/* By the arrows, or by GTK when what was typed is to be taken for good. What cannot be taken brings
 * the number back that was there. */
static void
value_changed_cb (GtkSpinButton *spin, Number *self)
{
  const double number = gtk_spin_button_get_value (spin);

  if (self->showing)
    return;
  if (self->field != NULL)
    commit (self, number);
  else if (self->begin != NULL)
    self->begin (number, self->data);
}

static void
flush (GtkSpinButton *spin)
{
  Number *self = get_number (spin);

  if (!self->typed)
    return;
  gtk_spin_button_update (spin);
  /* GTK says nothing when the number is the one it had. */
  commit_typed (self);
}

static void
left_cb (GtkEventController *focus, Number *self)
{
  flush (self->spin);
  self->stay++;
}

/* -----------------------------------------------------------------------------------------------
 */

void
pal_number_field_set_up (GtkSpinButton *spin,
                         PalWorkbench *workbench,
                         const char *field,
                         const char *description)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  Number *self;

  g_return_if_fail (GTK_IS_SPIN_BUTTON (spin));
  g_return_if_fail (PAL_IS_WORKBENCH (workbench));
  g_return_if_fail (description != NULL);

  self = g_new0 (Number, 1);
  self->spin = spin;
  g_set_weak_pointer (&self->workbench, workbench);
  self->field = g_strdup (field);
  self->description = g_strdup (description);
  g_object_set_data_full (G_OBJECT (spin), "pal-number", self, free_number);
  pal_spin_ignore_wheel (spin);
  /* A number field would keep out all but digits, the dash too. */
  gtk_spin_button_set_numeric (spin, FALSE);
  gtk_spin_button_set_update_policy (spin, GTK_UPDATE_IF_VALID);
  g_signal_connect (spin, "input", G_CALLBACK (input_cb), self);
  g_signal_connect (spin, "output", G_CALLBACK (output_cb), self);
  g_signal_connect (spin, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (spin, "value-changed", G_CALLBACK (value_changed_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (spin), focus);
  g_signal_connect_object (workbench, "flush", G_CALLBACK (flush), spin, G_CONNECT_SWAPPED);
  output_cb (spin, self);
}

void
pal_number_field_set_begin (GtkSpinButton *spin, PalNumberBegin begin, gpointer data)
{
  Number *self;

  g_return_if_fail (GTK_IS_SPIN_BUTTON (spin));
  self = get_number (spin);
  g_return_if_fail (self != NULL);

  self->begin = begin;
  self->data = data;
}

/* What was typed for something else was handed in when the keyboard left. */
static void
begin_anew (Number *self)
{
  self->typed = FALSE;
  self->stay++;
  g_clear_handle_id (&self->rest_source, g_source_remove);
}

void
pal_number_field_set_field (GtkSpinButton *spin, const char *field, const char *description)
{
  Number *self;

  g_return_if_fail (GTK_IS_SPIN_BUTTON (spin));
  self = get_number (spin);
  g_return_if_fail (self != NULL);

  if (g_strcmp0 (self->field, field) == 0)
    return;
  begin_anew (self);
  g_free (self->field);
  self->field = g_strdup (field);
  g_free (self->description);
  self->description = g_strdup (description);
  g_clear_pointer (&self->visit_id, g_free);
}

static void
follow (Number *self, double number)
{
  double shown, lower, upper;

  gtk_spin_button_get_range (self->spin, &lower, &upper);
  number = CLAMP (number, lower, upper);
  self->showing = TRUE;
  /* "7." is 7, and the next digit is on its way. */
  self->holding =
      (gtk_widget_get_state_flags (GTK_WIDGET (self->spin)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0 &&
      read_text (self, &shown, NULL) && shown == number;
  gtk_spin_button_set_value (self->spin, number);
  output_cb (self->spin, self);
  self->holding = FALSE;
  self->showing = FALSE;
}

void
pal_number_field_show (GtkSpinButton *spin, double number)
{
  const char *waiting = NULL;
  const PalVisit *visit;
  Number *self;

  g_return_if_fail (GTK_IS_SPIN_BUTTON (spin));
  self = get_number (spin);
  g_return_if_fail (self != NULL);

  visit = self->workbench != NULL ? pal_workbench_get_visit (self->workbench) : NULL;
  if (visit != NULL && g_strcmp0 (self->visit_id, visit->id) != 0)
    {
      begin_anew (self);
      g_free (self->visit_id);
      self->visit_id = g_strdup (visit->id);
      if (self->field != NULL)
        waiting = pal_workbench_peek_typed (self->workbench, self->field);
    }
  if (self->typed)
    return;
  follow (self, number);
  if (waiting == NULL)
    return;
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (spin), waiting);
  self->showing = FALSE;
  self->typed = TRUE;
  show_fault (self);
}
