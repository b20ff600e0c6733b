/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-quick-entry.h: an entry, a row of chips, and the keys Tab, Enter, Escape. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-quick-entry.h"

#include <glib/gi18n-lib.h>

#include "app/pal-visit-edits.h"
#include "record/pal-shorthand.h"

struct _PalQuickEntry
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  GtkWidget *box;
  GtkEntry *text; /* not a GtkText: of its text a screen reader would hear nothing */
  GtkWidget *chips;
  GtkWidget *hint;
};

enum
{
  PREVIEW,
  LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalQuickEntry, pal_quick_entry, GTK_TYPE_WIDGET)

static void
clear_chips (PalQuickEntry *self)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), child);
}

/* The other meanings of an ambiguous word, as a tooltip: a chip has room for one. */
static char *
dup_other_meanings (const PalShorthandItem *item)
{
  if (item->others == NULL || item->others->len == 0)
    return NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < item->others->len; i++)
    {
      const PalRegion *region = g_ptr_array_index (item->others, i);
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", pal_region_get_name (region));
    }
  /* Translators: other meanings of a typed word; the placeholder is a list of body regions. */
  return g_strdup_printf (_ ("Also: %s"), names->str);
}

static char *
dup_error_words (const PalShorthandItem *item)
{
  if (item->suggestions == NULL || item->suggestions[0] == NULL)
    return g_strdup (item->error->message);
  g_autofree char *list = g_strjoinv (", ", item->suggestions);
  /* Translators: the first placeholder is what is wrong, the second a list of near matches. */
  return g_strdup_printf (_ ("%1$s Near: %2$s"), item->error->message, list);
}

static void
add_chip (PalQuickEntry *self, const PalShorthandItem *item)
{
  g_autofree char *words = item->error != NULL ? dup_error_words (item) : g_strdup (item->label);
  GtkWidget *chip = gtk_label_new (words);
  gtk_label_set_ellipsize (GTK_LABEL (chip), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (chip, "pal-chip");
  if (item->error != NULL)
    gtk_widget_add_css_class (chip, "pal-chip-error");
  g_autofree char *others = dup_other_meanings (item);
  if (others != NULL)
    gtk_widget_set_tooltip_text (chip, others);
  gtk_box_append (GTK_BOX (self->chips), chip);
}

/* Underlines the words that were not understood. */
static void
underline_errors (PalQuickEntry *self, GPtrArray *items)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  for (guint i = 0; i < items->len; i++)
    {
      const PalShorthandItem *item = g_ptr_array_index (items, i);
      if (item->error == NULL)
        continue;
      PangoAttribute *underline = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);
      underline->start_index = (guint) item->bad_start;
      underline->end_index = (guint) item->bad_end;
      pango_attr_list_insert (attributes, underline);
    }
  gtk_entry_set_attributes (self->text, attributes);
}

/* What is typed last is often half a word: its error is no news until something follows it. */
static gboolean
is_unfinished (const PalShorthandItem *item, const char *text)
{
  return item->error != NULL && text[item->end] == '\0' && item->bad_end >= item->end;
}

static void
text_changed_cb (PalQuickEntry *self)
{
  clear_chips (self);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  gboolean empty = *text == '\0';
  gtk_widget_set_visible (self->hint, empty);
  gtk_widget_set_visible (self->chips, !empty);
  if (self->workbench == NULL || empty)
    {
      gtk_entry_set_attributes (self->text, NULL);
      g_signal_emit (self, signals[PREVIEW], 0, NULL);
      return;
    }

  g_autoptr (GPtrArray) items =
      pal_shorthand_parse (text, pal_workbench_get_atlas (self->workbench),
                           pal_workbench_get_vocabulary (self->workbench));
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  for (guint i = 0; i < items->len; i++)
    {
      const PalShorthandItem *item = g_ptr_array_index (items, i);
      if (!is_unfinished (item, text))
        add_chip (self, item);
      for (guint j = 0; item->error == NULL && j < item->marks->len; j++)
        g_ptr_array_add (marks, g_ptr_array_index (item->marks, j));
    }
  underline_errors (self, items);
  g_signal_emit (self, signals[PREVIEW], 0, marks);
}

static void
commit (PalQuickEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  if (self->workbench == NULL || *text == '\0')
    return;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) marks =
      pal_shorthand_read (text, pal_workbench_get_atlas (self->workbench),
                          pal_workbench_get_vocabulary (self->workbench), NULL, &error);
  if (marks == NULL)
    {
      pal_workbench_fail (self->workbench, error);
      return;
    }
  if (pal_edits_put_marks (self->workbench, marks))
    gtk_editable_set_text (GTK_EDITABLE (self->text), "");
}

static void
complete (PalQuickEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  int position = gtk_editable_get_position (GTK_EDITABLE (self->text));
  gsize cursor = (gsize) (g_utf8_offset_to_pointer (text, position) - text);
  g_autofree char *completed =
      pal_shorthand_complete (text, cursor, pal_workbench_get_atlas (self->workbench),
                              pal_workbench_get_vocabulary (self->workbench), &cursor);
  if (completed == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->text), completed);
  gtk_editable_set_position (GTK_EDITABLE (self->text),
                             (int) g_utf8_pointer_to_offset (completed, completed + cursor));
}

static gboolean
key_pressed_cb (PalQuickEntry *self, guint keyval, guint keycode, GdkModifierType state)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  if (keyval == GDK_KEY_Escape)
    {
      if (*text != '\0')
        gtk_editable_set_text (GTK_EDITABLE (self->text), "");
      else
        g_signal_emit (self, signals[LEAVE], 0);
      return GDK_EVENT_STOP;
    }
  /* Tab on empty text moves on, as everywhere. */
  if (keyval == GDK_KEY_Tab && *text != '\0' && self->workbench != NULL)
    {
      complete (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
pal_quick_entry_dispose (GObject *object)
{
  PalQuickEntry *self = PAL_QUICK_ENTRY (object);
  g_clear_object (&self->workbench);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAL_TYPE_QUICK_ENTRY);
  G_OBJECT_CLASS (pal_quick_entry_parent_class)->dispose (object);
}

static void
pal_quick_entry_class_init (PalQuickEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = pal_quick_entry_dispose;

  signals[PREVIEW] = g_signal_new ("preview", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[LEAVE] = g_signal_new ("leave", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/palpate/Palpate/ui/pal-quick-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, PalQuickEntry, box);
  gtk_widget_class_bind_template_child (widget_class, PalQuickEntry, text);
  gtk_widget_class_bind_template_child (widget_class, PalQuickEntry, chips);
  gtk_widget_class_bind_template_child (widget_class, PalQuickEntry, hint);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, commit);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
pal_quick_entry_init (PalQuickEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pal_quick_entry_set_workbench (PalQuickEntry *self, PalWorkbench *workbench)
{
  g_return_if_fail (PAL_IS_QUICK_ENTRY (self));
  g_set_object (&self->workbench, workbench);
}

void
pal_quick_entry_begin (PalQuickEntry *self, const char *text)
{
  g_return_if_fail (PAL_IS_QUICK_ENTRY (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
}
