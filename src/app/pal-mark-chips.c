/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-mark-chips.h. A region has one to three findings: the buttons are made anew. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-mark-chips.h"

#include <glib/gi18n-lib.h>

#include "app/pal-wrap-layout.h"

struct _PalMarkChips
{
  GtkWidget parent_instance;
};

enum
{
  CHOSEN,
  ANOTHER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalMarkChips, pal_mark_chips, GTK_TYPE_WIDGET)

static char *
dup_label (PalWorkbench *workbench, const PalMark *mark)
{
  const PalTerm *kind =
      pal_vocabulary_find (pal_workbench_get_vocabulary (workbench), PAL_TERMS_KIND, mark->kind);
  const char *name = kind != NULL ? pal_term_get_name (kind) : mark->kind;
  return mark->before > 0 ? g_strdup_printf ("%s %d", name, mark->before) : g_strdup (name);
}

static void
add_button (PalMarkChips *self, GtkWidget *button)
{
  gtk_widget_add_css_class (button, "pal-group");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
mark_clicked_cb (GtkWidget *button, PalMarkChips *self)
{
  /* Who listens makes the buttons anew, and takes this one away. */
  g_autoptr (GtkWidget) held = g_object_ref (button);
  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (held), "pal-kind"),
                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (held), "pal-source")));
}

static void
another_clicked_cb (GtkWidget *button, PalMarkChips *self)
{
  g_autoptr (GtkWidget) held = g_object_ref (button);
  g_signal_emit (self, signals[ANOTHER], 0);
}

static void
add_mark (PalMarkChips *self, PalWorkbench *workbench, const PalMark *mark, gboolean is_chosen)
{
  g_autofree char *label = dup_label (workbench, mark);
  GtkWidget *button = gtk_toggle_button_new_with_label (label);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), is_chosen);
  g_object_set_data_full (G_OBJECT (button), "pal-kind", g_strdup (mark->kind), g_free);
  g_object_set_data (G_OBJECT (button), "pal-source", GINT_TO_POINTER (mark->source));
  g_signal_connect_object (button, "clicked", G_CALLBACK (mark_clicked_cb), self, 0);
  add_button (self, button);
}

static void
add_another (PalMarkChips *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Another finding on this region"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Another finding on this region"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (another_clicked_cb), self, 0);
  add_button (self, button);
}

static void
remove_all (PalMarkChips *self)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
pal_mark_chips_dispose (GObject *object)
{
  remove_all (PAL_MARK_CHIPS (object));
  G_OBJECT_CLASS (pal_mark_chips_parent_class)->dispose (object);
}

static void
pal_mark_chips_class_init (PalMarkChipsClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = pal_mark_chips_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  signals[ANOTHER] =
      g_signal_new ("another", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pal_mark_chips_init (PalMarkChips *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), pal_wrap_layout_new (4, 4));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Findings on this region"), -1);
}

void
pal_mark_chips_show (PalMarkChips *self,
                     PalWorkbench *workbench,
                     const char *region,
                     PalSide side,
                     const char *kind,
                     PalSource source)
{
  g_return_if_fail (PAL_IS_MARK_CHIPS (self));
  g_return_if_fail (PAL_IS_WORKBENCH (workbench));
  g_return_if_fail (region != NULL);

  remove_all (self);
  const PalVisit *visit = pal_workbench_get_visit (workbench);
  guint n = 0;
  for (guint i = 0; visit != NULL && i < visit->marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (visit->marks, i);
      if (mark->side != side || !g_str_equal (mark->region, region))
        continue;
      add_mark (self, workbench, mark,
                kind != NULL && mark->source == source && g_str_equal (mark->kind, kind));
      n++;
    }
  if (n > 0)
    add_another (self);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}
