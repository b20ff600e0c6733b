/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-generated-note.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-generated-note.h"

#include <glib/gi18n-lib.h>

#include "record/pal-objective.h"

struct _PalGeneratedNote
{
  GtkBox parent_instance;

  PalWorkbench *workbench;
  GtkLabel *lines;
};

G_DEFINE_FINAL_TYPE (PalGeneratedNote, pal_generated_note, GTK_TYPE_BOX)

static void
visit_changed_cb (PalGeneratedNote *self)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  g_autofree char *lines =
      visit != NULL ? pal_objective_dup_findings (visit, pal_workbench_get_atlas (self->workbench),
                                                  pal_workbench_get_vocabulary (self->workbench))
                    : g_strdup ("");
  if (g_strcmp0 (gtk_label_get_text (self->lines), lines) != 0)
    gtk_label_set_text (self->lines, lines);
  gtk_widget_set_visible (GTK_WIDGET (self), *lines != '\0');
}

/* Both parts, for a letter or another program. */
static void
copy_clicked_cb (PalGeneratedNote *self)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  if (visit == NULL)
    return;
  pal_workbench_flush (self->workbench);
  visit = pal_workbench_get_visit (self->workbench);
  g_autofree char *whole =
      pal_objective_merge (gtk_label_get_text (self->lines), visit->notes[PAL_NOTE_OBJECTIVE]);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), whole);
}

static void
pal_generated_note_dispose (GObject *object)
{
  g_clear_object (&PAL_GENERATED_NOTE (object)->workbench);

  G_OBJECT_CLASS (pal_generated_note_parent_class)->dispose (object);
}

static void
pal_generated_note_class_init (PalGeneratedNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_generated_note_dispose;
}

static void
pal_generated_note_init (PalGeneratedNote *self)
{
  GtkWidget *title = gtk_label_new (_ ("Objective, from the map"));
  GtkWidget *lines = gtk_label_new (NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "pal-generated");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), copy);
  gtk_box_append (GTK_BOX (self), head);

  gtk_widget_add_css_class (copy, "flat");
  gtk_widget_add_css_class (copy, "pal-small");
  gtk_widget_set_tooltip_text (copy, _ ("Copy the findings and the note below"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (copy), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Copy the findings and the note below"), -1);
  g_signal_connect_object (copy, "clicked", G_CALLBACK (copy_clicked_cb), self, G_CONNECT_SWAPPED);

  self->lines = GTK_LABEL (lines);
  gtk_label_set_xalign (self->lines, 0);
  gtk_label_set_wrap (self->lines, TRUE);
  gtk_label_set_wrap_mode (self->lines, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (self->lines, TRUE);
  gtk_widget_add_css_class (lines, "dim-label");
  gtk_widget_add_css_class (lines, "caption");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (lines), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  title, NULL, -1);
  gtk_box_append (GTK_BOX (self), lines);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
pal_generated_note_new (void)
{
  return g_object_new (PAL_TYPE_GENERATED_NOTE, NULL);
}

void
pal_generated_note_set_workbench (PalGeneratedNote *self, PalWorkbench *workbench)
{
  g_return_if_fail (PAL_IS_GENERATED_NOTE (self));
  g_return_if_fail (self->workbench == NULL);

  self->workbench = g_object_ref (workbench);
  g_signal_connect_object (workbench, "visit-changed", G_CALLBACK (visit_changed_cb), self,
                           G_CONNECT_SWAPPED);
  visit_changed_cb (self);
}

const char *
pal_generated_note_get_text (PalGeneratedNote *self)
{
  g_return_val_if_fail (PAL_IS_GENERATED_NOTE (self), NULL);
  return gtk_label_get_text (self->lines);
}
