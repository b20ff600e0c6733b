/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The line of pal-change-line.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-change-line.h"

#include <adwaita.h>

#include "app/pal-evidence-button.h"
#include "app/pal-highlight-link.h"
#include "draw/pal-body-paint.h"

#define SIGN_WIDTH 26
#define SIGN_HEIGHT 18

struct _PalChangeLine
{
  GtkFlowBoxChild parent_instance;

  const PalSpanRow *row;
  GtkWidget *evidence;
};

G_DEFINE_FINAL_TYPE (PalChangeLine, pal_change_line, GTK_TYPE_FLOW_BOX_CHILD)

static void
draw_sign (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const PalTheme *theme = adw_style_manager_get_dark (adw_style_manager_get_default ())
                              ? pal_theme_get_dark ()
                              : pal_theme_get_light ();
  pal_change_swatch_paint (cr, 0.5, 0.5, width - 1, height - 1, GPOINTER_TO_INT (data), theme);
}

static GtkWidget *
make_sign (PalChangeWord change)
{
  GtkWidget *sign = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (sign), SIGN_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (sign), SIGN_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sign), draw_sign, GINT_TO_POINTER (change),
                                  NULL);
  gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), sign, G_CONNECT_SWAPPED);
  return sign;
}

static GtkWidget *
make_detail (const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static char *
dup_detail (const PalTerm *kind, const char *caption)
{
  if (kind == NULL)
    return g_strdup (caption);
  return g_strdup_printf ("%s · %s", pal_term_get_name (kind), caption);
}

/* The name of the place is what one looks for: it breaks where there is no room, and is never cut.
 */
static GtkWidget *
make_name (const char *region)
{
  GtkWidget *name = gtk_label_new (region);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  return name;
}

static void
pal_change_line_class_init (PalChangeLineClass *klass)
{
}

static void
pal_change_line_init (PalChangeLine *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "pal-change-line");
}

GtkWidget *
pal_change_line_new (PalWorkbench *workbench,
                     PalHighlight *highlight,
                     const PalSpanRow *row,
                     gboolean names_kind,
                     const char *caption,
                     const char *visits_label,
                     GPtrArray *visits)
{
  PalChangeLine *self = g_object_new (PAL_TYPE_CHANGE_LINE, NULL);
  const PalTerm *kind =
      pal_vocabulary_find (pal_workbench_get_vocabulary (workbench), PAL_TERMS_KIND, row->kind);
  g_autofree char *region = pal_region_dup_label (row->region, row->side);
  const char *word = pal_change_word_get_name (row->change);

  self->row = row;
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), make_name (region));
  g_autofree char *detail = dup_detail (names_kind ? kind : NULL, caption);
  gtk_box_append (GTK_BOX (texts), make_detail (detail));

  self->evidence = pal_evidence_button_new (workbench, highlight);
  gtk_widget_set_valign (self->evidence, GTK_ALIGN_CENTER);
  pal_evidence_button_set (PAL_EVIDENCE_BUTTON (self->evidence), visits_label, visits,
                           row->region->id, row->side);

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_widget_add_css_class (box, "pal-change-row");
  gtk_box_append (GTK_BOX (box), make_sign (row->change));
  gtk_box_append (GTK_BOX (box), texts);
  GtkWidget *word_label = gtk_label_new (word);
  gtk_widget_add_css_class (word_label, "dim-label");
  gtk_box_append (GTK_BOX (box), word_label);
  gtk_box_append (GTK_BOX (box), self->evidence);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (self), box);

  g_autofree char *spoken =
      g_strdup_printf ("%s, %s: %s, %s", region,
                       kind != NULL ? pal_term_get_name (kind) : row->kind, word, caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  pal_highlight_link (GTK_WIDGET (self), highlight, row->region->id, row->side, FALSE);
  return GTK_WIDGET (self);
}

const PalSpanRow *
pal_change_line_get_row (PalChangeLine *self)
{
  g_return_val_if_fail (PAL_IS_CHANGE_LINE (self), NULL);
  return self->row;
}

void
pal_change_line_open (PalChangeLine *self)
{
  g_return_if_fail (PAL_IS_CHANGE_LINE (self));
  gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_first_child (self->evidence)));
}
