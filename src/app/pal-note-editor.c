/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-note-editor.h: a label, a text view that grows, and a timer. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-note-editor.h"

#include "record/pal-record-types.h"

/* Every key is kept at once (::typed); this long a rest makes it an edit, with its step of undo and
 * its line in the audit trail. */
#define REST_MS 800

struct _PalNoteEditor
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *title;
  GtkWidget *frame;
  GtkTextView *view;
  GtkLabel *placeholder;
  GtkWidget *copy;
  PalSnippets *snippets; /* nullable */
  guint timer;
  gboolean updating;
};

enum
{
  PROP_TITLE = 1,
  PROP_PLACEHOLDER,
  PROP_LINES,
  N_PROPS
};

enum
{
  EDITED,
  TYPED,
  COPY_ASKED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalNoteEditor, pal_note_editor, GTK_TYPE_WIDGET)

static char *
dup_text (PalNoteEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
show_placeholder (PalNoteEditor *self)
{
  gboolean empty = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->view)) == 0;
  gtk_widget_set_visible (GTK_WIDGET (self->placeholder),
                          empty && gtk_text_view_get_editable (self->view));
}

static void
rest_cb (gpointer data)
{
  PalNoteEditor *self = data;
  self->timer = 0;
  g_autofree char *text = dup_text (self);
  g_signal_emit (self, signals[EDITED], 0, text);
}

static void
buffer_changed_cb (PalNoteEditor *self)
{
  show_placeholder (self);
  if (self->updating)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_once (REST_MS, rest_cb, self);
  g_autofree char *text = dup_text (self);
  g_signal_emit (self, signals[TYPED], 0, text);
}

/* Snippets ---------------------------------------------------------------------------------------
 */

static guint
get_caret (GtkTextBuffer *buffer)
{
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  return (guint) gtk_text_iter_get_offset (&caret);
}

/* Selects the next blank at or after a place, so that typing fills it in. */
static gboolean
select_blank (PalNoteEditor *self, guint from)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autofree char *text = dup_text (self);
  guint start, end;
  GtkTextIter a, b;

  if (!pal_snippet_find_blank (text, from, &start, &end))
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (buffer, &a, (int) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &b, (int) end);
  gtk_text_buffer_select_range (buffer, &b, &a);
  return TRUE;
}

/* Whether a code stood before the caret; the text it means stands there now. */
static gboolean
expand_snippet (PalNoteEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autofree char *before = NULL;
  GtkTextIter start, caret;
  const char *text;
  guint n_chars, from;

  if (self->snippets == NULL || !gtk_text_view_get_editable (self->view))
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  start = caret;
  gtk_text_iter_backward_chars (&start, PAL_MAX_SNIPPET_CODE_CHARS + 2);
  before = gtk_text_buffer_get_text (buffer, &start, &caret, FALSE);
  text = pal_snippets_expand (self->snippets, before, &n_chars);
  if (text == NULL)
    return FALSE;
  start = caret;
  gtk_text_iter_backward_chars (&start, (int) n_chars);
  from = (guint) gtk_text_iter_get_offset (&start);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &caret);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (buffer);
  select_blank (self, from);
  return TRUE;
}

/* A blank, Enter or Tab ends a code; Tab then goes from blank to blank before it leaves. */
static gboolean
key_pressed_cb (PalNoteEditor *self, guint key, guint code, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_space || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    {
      gboolean has_blank = FALSE;
      if (expand_snippet (self))
        has_blank = gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (self->view));
      return has_blank ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
    }
  if (key != GDK_KEY_Tab || !gtk_text_view_get_editable (self->view))
    return GDK_EVENT_PROPAGATE;
  if (expand_snippet (self) ||
      select_blank (self, get_caret (gtk_text_view_get_buffer (self->view))))
    return GDK_EVENT_STOP;
  return GDK_EVENT_PROPAGATE;
}

static void
copy_clicked_cb (PalNoteEditor *self)
{
  g_signal_emit (self, signals[COPY_ASKED], 0);
}

/* A paste beyond the record's limit is cut where the limit is, not refused as a whole. */
static void
insert_text_cb (
    PalNoteEditor *self, GtkTextIter *where, char *text, int length, GtkTextBuffer *buffer)
{
  int room = PAL_MAX_TEXT_CHARS - gtk_text_buffer_get_char_count (buffer);
  if (self->updating || g_utf8_strlen (text, length) <= room)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  if (room > 0)
    gtk_text_buffer_insert (buffer, where, text,
                            (int) (g_utf8_offset_to_pointer (text, room) - text));
  gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
pal_note_editor_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PalNoteEditor *self = PAL_NOTE_EDITOR (object);
  switch (id)
    {
    case PROP_TITLE:
      gtk_label_set_text (self->title, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;
    case PROP_PLACEHOLDER:
      gtk_label_set_text (self->placeholder, g_value_get_string (value));
      break;
    case PROP_LINES:
      gtk_widget_set_size_request (GTK_WIDGET (self->view), -1,
                                   22 * (int) g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pal_note_editor_dispose (GObject *object)
{
  PalNoteEditor *self = PAL_NOTE_EDITOR (object);
  if (self->view != NULL)
    pal_note_editor_flush (self);
  self->view = NULL;
  g_clear_pointer (&self->snippets, pal_snippets_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (pal_note_editor_parent_class)->dispose (object);
}

static void
pal_note_editor_class_init (PalNoteEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;
  object_class->set_property = pal_note_editor_set_property;
  object_class->dispose = pal_note_editor_dispose;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, "", flags);
  properties[PROP_LINES] = g_param_spec_uint ("lines", NULL, NULL, 1, 40, 2, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TYPED] = g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[COPY_ASKED] = g_signal_new ("copy-asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
init_view (PalNoteEditor *self)
{
  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  /* So that the focus is found again here and not at the button above. */
  gtk_widget_set_name (GTK_WIDGET (self->view), "text");
  gtk_text_view_set_top_margin (self->view, 8);
  gtk_text_view_set_bottom_margin (self->view, 8);
  gtk_text_view_set_left_margin (self->view, 10);
  gtk_text_view_set_right_margin (self->view, 10);

  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  /* Undo goes through the visit, so that map and words undo in one order. */
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (buffer_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (insert_text_cb), self,
                           G_CONNECT_SWAPPED);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "leave", G_CALLBACK (pal_note_editor_flush), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  /* Before the text view, which would take the key. */
  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

static GtkWidget *
make_heading (PalNoteEditor *self)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "dim-label");
  gtk_box_append (GTK_BOX (heading), GTK_WIDGET (self->title));
  self->copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  gtk_widget_add_css_class (self->copy, "flat");
  gtk_widget_add_css_class (self->copy, "pal-small");
  gtk_widget_set_visible (self->copy, FALSE);
  g_signal_connect_object (self->copy, "clicked", G_CALLBACK (copy_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (heading), self->copy);
  return heading;
}

static void
pal_note_editor_init (PalNoteEditor *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  gtk_box_append (GTK_BOX (self->box), make_heading (self));

  init_view (self);
  self->placeholder = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->placeholder, 0);
  gtk_label_set_wrap (self->placeholder, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->placeholder), GTK_ALIGN_START);
  gtk_widget_set_can_target (GTK_WIDGET (self->placeholder), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->placeholder), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->placeholder), "pal-placeholder");

  GtkWidget *overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->view));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->placeholder));
  self->frame = overlay;
  gtk_widget_set_overflow (overlay, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (overlay, "card");
  gtk_widget_add_css_class (overlay, "pal-note");
  gtk_box_append (GTK_BOX (self->box), overlay);
}

void
pal_note_editor_set_text (PalNoteEditor *self, const char *text)
{
  g_return_if_fail (PAL_IS_NOTE_EDITOR (self));
  g_autofree char *shown = dup_text (self);
  const char *wanted = text != NULL ? text : "";
  if (g_str_equal (shown, wanted))
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->updating = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), wanted, -1);
  self->updating = FALSE;
}

gboolean
pal_note_editor_is_pending (PalNoteEditor *self)
{
  g_return_val_if_fail (PAL_IS_NOTE_EDITOR (self), FALSE);
  return self->timer != 0;
}

void
pal_note_editor_flush (PalNoteEditor *self)
{
  g_return_if_fail (PAL_IS_NOTE_EDITOR (self));
  if (self->timer == 0)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  g_autofree char *text = dup_text (self);
  g_signal_emit (self, signals[EDITED], 0, text);
}

void
pal_note_editor_set_editable (PalNoteEditor *self, gboolean editable)
{
  g_return_if_fail (PAL_IS_NOTE_EDITOR (self));
  gtk_text_view_set_editable (self->view, editable);
  /* What cannot be typed into does not look as if it could, and asks for nothing. */
  if (editable)
    gtk_widget_remove_css_class (self->frame, "pal-locked");
  else
    gtk_widget_add_css_class (self->frame, "pal-locked");
  show_placeholder (self);
}

void
pal_note_editor_set_copy (PalNoteEditor *self, const char *words)
{
  g_return_if_fail (PAL_IS_NOTE_EDITOR (self));
  gtk_widget_set_visible (self->copy, words != NULL);
  gtk_widget_set_tooltip_text (self->copy, words);
  if (words != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    words, -1);
}

void
pal_note_editor_set_snippets (PalNoteEditor *self, PalSnippets *snippets)
{
  g_return_if_fail (PAL_IS_NOTE_EDITOR (self));
  g_clear_pointer (&self->snippets, pal_snippets_unref);
  self->snippets = snippets != NULL ? pal_snippets_ref (snippets) : NULL;
}

gboolean
pal_note_editor_expand (PalNoteEditor *self)
{
  g_return_val_if_fail (PAL_IS_NOTE_EDITOR (self), FALSE);
  return expand_snippet (self);
}

GtkWidget *
pal_note_editor_get_view (PalNoteEditor *self)
{
  g_return_val_if_fail (PAL_IS_NOTE_EDITOR (self), NULL);
  return GTK_WIDGET (self->view);
}
