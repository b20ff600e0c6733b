/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-quick-entry.h: an entry, a row of chips, and the keys Tab, Enter, Escape. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-quick-entry.h"

#include <glib/gi18n-lib.h>

#include "app/pal-visit-edits.h"
#include "atlas/pal-names.h"
#include "record/pal-shorthand.h"

struct _PalQuickEntry
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  char *visit_id; /* what is typed belongs to this visit */
  GtkWidget *box;
  GtkEntry *text; /* not a GtkText: of its text a screen reader would hear nothing */
  GtkWidget *chips_window;
  GtkWidget *chips;
  GtkWidget *hint;
  gboolean compact; /* no room for the hint */
  gboolean insists; /* Enter was pressed on what is not understood */
  char *offered;    /* text that a chip asked for */
  guint offer_id;
  GtkWidget *last; /* the first chip of what was typed last; nullable */
  guint scroll_id;
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
  self->last = NULL;
  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), child);
}

/* Chips ------------------------------------------------------------------------------------------
 */

/**
 * Offer:
 * @start: byte offset of what it takes the place of; the same as @end to insert
 *
 * What a chip that can be chosen does to the text.
 */
typedef struct
{
  gsize start, end;
  char *text;
} Offer;

static void
free_offer (gpointer data, GClosure *closure)
{
  Offer *offer = data;
  g_free (offer->text);
  g_free (offer);
}

/* Out of the click: taking an offer removes the chip that was clicked. */
static gboolean
take_offer_cb (gpointer data)
{
  PalQuickEntry *self = data;
  g_autofree char *text = g_steal_pointer (&self->offered);
  self->offer_id = 0;
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
  return G_SOURCE_REMOVE;
}

static void
offer_clicked_cb (GtkButton *button, Offer *offer)
{
  PalQuickEntry *self =
      PAL_QUICK_ENTRY (gtk_widget_get_ancestor (GTK_WIDGET (button), PAL_TYPE_QUICK_ENTRY));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  if (offer->end > strlen (text) || self->offer_id != 0)
    return;
  g_autofree char *head = g_strndup (text, offer->start);
  self->offered = g_strconcat (head, offer->text, text + offer->end, NULL);
  self->offer_id = g_idle_add (take_offer_cb, self);
}

static void
add_offer (PalQuickEntry *self, const char *label, gsize start, gsize end, const char *text)
{
  Offer *offer = g_new0 (Offer, 1);
  *offer = (Offer){ start, end, g_strdup (text) };
  GtkWidget *chip = gtk_button_new_with_label (label);
  gtk_widget_add_css_class (chip, "pal-chip-offer");
  gtk_widget_set_focus_on_click (chip, FALSE);
  g_signal_connect_data (chip, "clicked", G_CALLBACK (offer_clicked_cb), offer, free_offer, 0);
  gtk_box_append (GTK_BOX (self->chips), chip);
}

static void
add_words (PalQuickEntry *self, const char *words, gboolean is_error)
{
  GtkWidget *chip = gtk_label_new (words);
  gtk_widget_add_css_class (chip, "pal-chip");
  if (is_error)
    gtk_widget_add_css_class (chip, "pal-chip-error");
  gtk_box_append (GTK_BOX (self->chips), chip);
}

/* A word of several meanings: the others, and all of them together. */
static void
add_other_meanings (PalQuickEntry *self, const PalShorthandItem *item)
{
  if (item->others == NULL || item->word_end <= item->word_start)
    return;
  for (guint i = 0; i < item->others->len; i++)
    {
      const PalRegion *region = g_ptr_array_index (item->others, i);
      g_autofree char *name = pal_name_dup_inside (pal_region_get_short_name (region));
      /* Translators: another meaning of a typed word; the placeholder is a body region. */
      g_autofree char *label = g_strdup_printf (_ ("or %s"), name);
      add_offer (self, label, item->word_start, item->word_end, region->id);
    }
  /* Translators: takes every meaning of a typed word, such as all parts of a muscle. */
  add_offer (self, _ ("or all of it"), item->word_end, item->word_end, " all");
}

/* Regions by the name they have on the map; what is typed for them stays short. */
static void
add_suggestions (PalQuickEntry *self, const PalShorthandItem *item)
{
  PalAtlas *atlas = pal_workbench_get_atlas (self->workbench);
  for (guint i = 0; item->suggestions != NULL && item->suggestions[i] != NULL; i++)
    {
      const PalRegion *region = pal_atlas_find_region (atlas, item->suggestions[i]);
      add_offer (self, region != NULL ? pal_region_get_short_name (region) : item->suggestions[i],
                 item->bad_start, item->bad_end, item->suggestions[i]);
    }
}

static void
add_item (PalQuickEntry *self, const PalShorthandItem *item)
{
  if (item->error == NULL)
    {
      add_words (self, item->label, FALSE);
      add_other_meanings (self, item);
      return;
    }
  /* What is near stands beside it and need not be told as well. */
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  g_autofree char *bad = g_strndup (text + item->bad_start, item->bad_end - item->bad_start);
  g_autofree char *short_words = g_strdup_printf (_ ("“%s” is not understood."), bad);
  gboolean is_unknown = item->error->code == PAL_RECORD_ERROR_NOT_UNDERSTOOD;
  add_words (self, is_unknown && item->suggestions != NULL ? short_words : item->error->message,
             TRUE);
  add_suggestions (self, item);
}

/* As much as there is room for of what was typed last, from its beginning on. */
static gboolean
scroll_cb (gpointer data)
{
  PalQuickEntry *self = data;
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->chips_window));
  double room = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  gboolean mirrored = gtk_widget_get_direction (self->chips) == GTK_TEXT_DIR_RTL;
  graphene_rect_t box;

  self->scroll_id = 0;
  if (self->last == NULL || !gtk_widget_compute_bounds (self->last, self->chips, &box))
    return G_SOURCE_REMOVE;
  gtk_adjustment_set_value (adjustment, mirrored
                                            ? MAX (0, box.origin.x + box.size.width -
                                                          gtk_adjustment_get_page_size (adjustment))
                                            : MIN (room, box.origin.x));
  return G_SOURCE_REMOVE;
}

/* Not at once: the window that scrolls is still giving out sizes, and would put the old place back.
 */
static void
scroll_soon (PalQuickEntry *self)
{
  if (self->scroll_id == 0)
    self->scroll_id = g_idle_add (scroll_cb, self);
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

/* What is typed last is often half a word: its error is no news until something follows it. What is
 * near is offered all the same. */
static gboolean
is_unfinished (const PalShorthandItem *item, const char *text)
{
  return item->error != NULL && text[item->end] == '\0' && item->bad_end >= item->end;
}

static void
refresh (PalQuickEntry *self)
{
  clear_chips (self);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  gboolean empty = *text == '\0';
  gtk_widget_set_visible (self->hint, empty && !self->compact);
  gtk_widget_set_visible (self->chips_window, !empty);
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
      GtkWidget *before = gtk_widget_get_last_child (self->chips);
      if (self->insists || !is_unfinished (item, text))
        add_item (self, item);
      else
        add_suggestions (self, item);
      if (gtk_widget_get_last_child (self->chips) != before)
        self->last = before != NULL ? gtk_widget_get_next_sibling (before)
                                    : gtk_widget_get_first_child (self->chips);
      for (guint j = 0; item->error == NULL && j < item->marks->len; j++)
        g_ptr_array_add (marks, g_ptr_array_index (item->marks, j));
    }
  underline_errors (self, items);
  g_signal_emit (self, signals[PREVIEW], 0, marks);
}

static void
text_changed_cb (PalQuickEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  if (self->visit_id != NULL)
    pal_workbench_keep_typed (self->workbench, self->visit_id, PAL_TYPED_SHORTHAND,
                              *text != '\0' ? text : NULL);
  self->insists = FALSE;
  refresh (self);
}

/* Half a line stays with the visit it was typed for, and is there again when that is opened. */
static void
visit_changed_cb (PalQuickEntry *self)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  const char *id = visit != NULL ? visit->id : NULL;
  if (g_strcmp0 (self->visit_id, id) == 0)
    return;
  g_clear_pointer (&self->visit_id, g_free);
  g_autofree char *text =
      g_strdup (pal_workbench_peek_typed (self->workbench, PAL_TYPED_SHORTHAND));
  gtk_editable_set_text (GTK_EDITABLE (self->text), text != NULL ? text : "");
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
  self->visit_id = g_strdup (id);
}

static void
commit (PalQuickEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  if (self->workbench == NULL || *text == '\0')
    return;
  g_autoptr (GPtrArray) marks =
      pal_shorthand_read (text, pal_workbench_get_atlas (self->workbench),
                          pal_workbench_get_vocabulary (self->workbench), NULL, NULL);
  if (marks == NULL)
    {
      /* Now half a word is news: its chip says what is wrong and what is near. */
      self->insists = TRUE;
      refresh (self);
      gtk_widget_error_bell (GTK_WIDGET (self->text));
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
  g_clear_pointer (&self->visit_id, g_free);
  g_clear_object (&self->workbench);
  g_clear_handle_id (&self->offer_id, g_source_remove);
  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_clear_pointer (&self->offered, g_free);
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
  gtk_widget_class_bind_template_child (widget_class, PalQuickEntry, chips_window);
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
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (
                               GTK_SCROLLED_WINDOW (self->chips_window)),
                           "changed", G_CALLBACK (scroll_soon), self, G_CONNECT_SWAPPED);
}

void
pal_quick_entry_set_workbench (PalQuickEntry *self, PalWorkbench *workbench)
{
  g_return_if_fail (PAL_IS_QUICK_ENTRY (self));
  g_return_if_fail (self->workbench == NULL);
  self->workbench = g_object_ref (workbench);
  g_signal_connect_object (workbench, "visit-changed", G_CALLBACK (visit_changed_cb), self,
                           G_CONNECT_SWAPPED);
  visit_changed_cb (self);
}

void
pal_quick_entry_set_compact (PalQuickEntry *self, gboolean compact)
{
  g_return_if_fail (PAL_IS_QUICK_ENTRY (self));
  self->compact = !!compact;
  gtk_widget_set_visible (self->hint,
                          !compact && *gtk_editable_get_text (GTK_EDITABLE (self->text)) == 0);
}

void
pal_quick_entry_begin (PalQuickEntry *self, const char *text)
{
  g_return_if_fail (PAL_IS_QUICK_ENTRY (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  /* What was begun before goes on. */
  g_autofree char *whole =
      g_strconcat (gtk_editable_get_text (GTK_EDITABLE (self->text)), text, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->text), whole);
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
}
