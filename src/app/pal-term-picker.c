/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-term-picker.h: a menu button over a scrolled list of check buttons. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-term-picker.h"

#include <glib/gi18n-lib.h>

struct _PalTermPicker
{
  GtkWidget parent_instance;

  char *title;
  char *placeholder;
  GtkMenuButton *button;
  GtkLabel *label;
  GtkWidget *list;
  gboolean updating;
};

enum
{
  PROP_TITLE = 1,
  PROP_PLACEHOLDER,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalTermPicker, pal_term_picker, GTK_TYPE_WIDGET)

/* The button says what is chosen, so that a closed list hides nothing. */
static void
show_choice (PalTermPicker *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  for (GtkWidget *check = gtk_widget_get_first_child (self->list); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    {
      if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              gtk_check_button_get_label (GTK_CHECK_BUTTON (check)));
    }
  gtk_label_set_text (self->label, names->len > 0              ? names->str
                                   : self->placeholder != NULL ? self->placeholder
                                                               : self->title);
  g_autofree char *spoken =
      names->len > 0 ? g_strdup_printf ("%s: %s", self->title, names->str) : g_strdup (self->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
check_toggled_cb (PalTermPicker *self)
{
  if (self->updating)
    return;
  show_choice (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
pal_term_picker_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PalTermPicker *self = PAL_TERM_PICKER (object);
  switch (id)
    {
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      break;
    case PROP_PLACEHOLDER:
      g_free (self->placeholder);
      self->placeholder = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  show_choice (self);
}

static void
pal_term_picker_dispose (GObject *object)
{
  PalTermPicker *self = PAL_TERM_PICKER (object);
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pal_term_picker_parent_class)->dispose (object);
}

static void
pal_term_picker_finalize (GObject *object)
{
  g_free (PAL_TERM_PICKER (object)->title);
  g_free (PAL_TERM_PICKER (object)->placeholder);
  G_OBJECT_CLASS (pal_term_picker_parent_class)->finalize (object);
}

static void
pal_term_picker_class_init (PalTermPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->set_property = pal_term_picker_set_property;
  object_class->dispose = pal_term_picker_dispose;
  object_class->finalize = pal_term_picker_finalize;

  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, "", G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL,
                                                      G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pal_term_picker_init (PalTermPicker *self)
{
  self->title = g_strdup ("");
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  GtkWidget *scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);

  GtkWidget *popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->label, 24);
  gtk_label_set_xalign (self->label, 0);

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, GTK_WIDGET (self->label));
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

void
pal_term_picker_fill (PalTermPicker *self, PalVocabulary *vocabulary, PalTermList list)
{
  g_return_if_fail (PAL_IS_TERM_PICKER (self));
  for (guint i = 0; i < pal_vocabulary_get_n (vocabulary, list); i++)
    {
      const PalTerm *term = pal_vocabulary_get (vocabulary, list, i);
      GtkWidget *check = gtk_check_button_new_with_label (pal_term_get_name (term));
      g_object_set_data_full (G_OBJECT (check), "pal-term", g_strdup (term->id), g_free);
      /* A word that is no longer offered shows only where it is chosen. */
      g_object_set_data (G_OBJECT (check), "pal-retired", GINT_TO_POINTER (term->retired));
      gtk_widget_set_visible (check, !term->retired);
      gtk_widget_set_tooltip_text (check, pal_term_get_plain (term));
      g_signal_connect_object (check, "toggled", G_CALLBACK (check_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->list), check);
    }
  show_choice (self);
}

void
pal_term_picker_set_ids (PalTermPicker *self, char **ids)
{
  g_return_if_fail (PAL_IS_TERM_PICKER (self));
  self->updating = TRUE;
  for (GtkWidget *check = gtk_widget_get_first_child (self->list); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    {
      const char *id = g_object_get_data (G_OBJECT (check), "pal-term");
      gboolean chosen = ids != NULL && g_strv_contains ((const char *const *) ids, id);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
      gtk_widget_set_visible (check, chosen || g_object_get_data (G_OBJECT (check),
                                                                  "pal-retired") == NULL);
    }
  self->updating = FALSE;
  show_choice (self);
}

char **
pal_term_picker_dup_ids (PalTermPicker *self)
{
  g_return_val_if_fail (PAL_IS_TERM_PICKER (self), NULL);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  gboolean any = FALSE;
  for (GtkWidget *check = gtk_widget_get_first_child (self->list); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    {
      if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        continue;
      g_strv_builder_add (ids, g_object_get_data (G_OBJECT (check), "pal-term"));
      any = TRUE;
    }
  return any ? g_strv_builder_end (ids) : NULL;
}
