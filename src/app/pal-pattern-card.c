/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One card of pal-patterns-view.h: the chain on the body, its links with the visits they were seen
 * at, what is left to check, and how far the evidence goes. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-patterns-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/pal-check-next-list.h"
#include "app/pal-evidence-button.h"
#include "app/pal-wrap-layout.h"
#include "draw/pal-chain-paint.h"
#include "report/pal-words-insight.h"
#include "report/pal-words-pattern.h"

#define PICTURE_WIDTH 290
#define PICTURE_HEIGHT 360
#define NUMBER_SIZE 22

struct _PalPatternCard
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  PalHighlight *highlight;
  const PalInsights *insights; /* borrowed */
  const PalPatternRow *row;    /* borrowed */
  const PalHeat *heat;         /* borrowed, nullable */
  GtkWidget *box;
  GtkWidget *picture;
  GPtrArray *link_rows;         /* GtkWidget, by link; borrowed */
  guint pointed;                /* bit mask over the links */
  cairo_surface_t *painted;     /* the picture as pixels, or NULL */
  PalChainPicture painted_from; /* what of */
};

G_DEFINE_FINAL_TYPE (PalPatternCard, pal_pattern_card, GTK_TYPE_WIDGET)

static const PalTheme *
get_theme (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ()) ? pal_theme_get_dark ()
                                                                       : pal_theme_get_light ();
}

/* The region of a link to point at: the one marked most often; else the first on the card's side.
 */
static const PalRegion *
find_region (PalPatternCard *self, const PalPatternLink *link, PalSide *side)
{
  PalAtlas *atlas = pal_workbench_get_atlas (self->workbench);
  const PalRegion *first = pal_atlas_get_region (atlas, link->link->regions[0]);
  const PalRegion *best = NULL;
  guint marked = 0;

  for (guint i = 0; i < link->link->n_regions; i++)
    for (PalSide each = PAL_SIDE_MIDLINE; each < PAL_SIDE_N; each++)
      {
        const PalRegion *region = pal_atlas_get_region (atlas, link->link->regions[i]);
        const PalRegionRow *row = pal_insights_find_region (self->insights, region->id, each, NULL);
        if (row == NULL || row->marked <= marked ||
            !pal_chain_link_takes_side (link->link, self->row->side, each))
          continue;
        marked = row->marked;
        best = region;
        *side = each;
      }
  if (best != NULL)
    return best;
  *side = first->paired ? self->row->side : PAL_SIDE_MIDLINE;
  return first;
}

static void
point_at_link (PalPatternCard *self, guint i)
{
  PalSide side = PAL_SIDE_MIDLINE;
  const PalRegion *region = find_region (self, &self->row->links[i], &side);
  pal_highlight_set (self->highlight, region->id, side, NULL);
}

/* The picture ---------------------------------------------------------------------------------- */

static PalChainPicture
make_picture (PalPatternCard *self, double width, double height)
{
  return (PalChainPicture){ .atlas = pal_workbench_get_atlas (self->workbench),
                            .figure = self->insights->client->figure,
                            .insights = self->insights,
                            .row = self->row,
                            .heat = self->heat,
                            .pointed = self->pointed,
                            .theme = get_theme (),
                            .width = width,
                            .height = height };
}

static gboolean
is_painted (const PalPatternCard *self, const PalChainPicture *picture, int scale)
{
  const PalChainPicture *old = &self->painted_from;
  double old_scale = 0;
  if (self->painted == NULL)
    return FALSE;
  cairo_surface_get_device_scale (self->painted, &old_scale, NULL);
  return old->theme == picture->theme && old->pointed == picture->pointed &&
         old->width == picture->width && old->height == picture->height && old_scale == scale;
}

/* Kept as pixels: bodies that fade out take longer to paint than a frame has while the page is
 * scrolled. */
static void
draw_picture (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  PalPatternCard *self = data;
  const int scale = gtk_widget_get_scale_factor (GTK_WIDGET (area));
  PalChainPicture picture = make_picture (self, width, height);

  if (!is_painted (self, &picture, scale))
    {
      g_clear_pointer (&self->painted, cairo_surface_destroy);
      self->painted =
          cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
      cairo_surface_set_device_scale (self->painted, scale, scale);
      cairo_t *pixels = cairo_create (self->painted);
      pal_chain_picture_paint (&picture, pixels);
      cairo_destroy (pixels);
      self->painted_from = picture;
    }
  cairo_set_source_surface (cr, self->painted, 0, 0);
  cairo_paint (cr);
}

static void
picture_moved_cb (GtkEventController *controller, double x, double y, PalPatternCard *self)
{
  PalChainPicture picture = make_picture (self, gtk_widget_get_width (self->picture),
                                          gtk_widget_get_height (self->picture));
  int link = pal_chain_picture_pick (&picture, x, y);
  if (link >= 0)
    point_at_link (self, (guint) link);
  else
    pal_highlight_clear (self->highlight);
}

static void
left_cb (GtkEventController *controller, PalPatternCard *self)
{
  pal_highlight_clear (self->highlight);
}

static GtkWidget *
create_picture (PalPatternCard *self, const char *name)
{
  GtkWidget *picture =
      g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (picture), PICTURE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (picture), PICTURE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (picture), draw_picture, self, NULL);
  gtk_widget_set_valign (picture, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_signal_connect_object (motion, "motion", G_CALLBACK (picture_moved_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (left_cb), self, 0);
  gtk_widget_add_controller (picture, motion);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), picture, G_CONNECT_SWAPPED);
  return picture;
}

/* Links ---------------------------------------------------------------------------------------- */

static void
draw_number (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const PalPatternLink *link = g_object_get_data (G_OBJECT (area), "pal-link");
  pal_chain_number_paint (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0 - 1.5,
                          GPOINTER_TO_UINT (data), link->seen > 0, get_theme ());
}

static GtkWidget *
create_number (const PalPatternLink *link, guint number)
{
  GtkWidget *area = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), NUMBER_SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), NUMBER_SIZE);
  g_object_set_data (G_OBJECT (area), "pal-link", (gpointer) link);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_number, GUINT_TO_POINTER (number),
                                  NULL);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), area, G_CONNECT_SWAPPED);
  return area;
}

/* What "check next time" asks for: the link's regions on the side of the card. */
static GArray *
list_regions (PalPatternCard *self, const PalPatternLink *link)
{
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (PalSidedRegion));
  for (guint i = 0; i < link->link->n_regions; i++)
    {
      const PalRegion *region =
          pal_atlas_get_region (pal_workbench_get_atlas (self->workbench), link->link->regions[i]);
      PalSidedRegion item = { region->id, region->paired ? self->row->side : PAL_SIDE_MIDLINE };
      g_array_append_val (regions, item);
    }
  return regions;
}

typedef struct
{
  PalWorkbench *workbench;
  GArray *regions; /* PalSidedRegion whose ids are the atlas' own */
  gboolean wanted;
} CheckEdit;

static void
make_edit (gpointer data)
{
  CheckEdit *edit = data;
  pal_check_next_edit (edit->workbench, edit->regions, edit->wanted);
  g_array_unref (edit->regions);
  g_object_unref (edit->workbench);
  g_free (edit);
}

/* The edit computes the page anew, and the card with its buttons goes: not while one is pressed. */
static void
check_toggled_cb (GtkToggleButton *button, PalPatternCard *self)
{
  const PalPatternLink *link = g_object_get_data (G_OBJECT (button), "pal-link");
  CheckEdit *edit = g_new0 (CheckEdit, 1);
  edit->workbench = g_object_ref (self->workbench);
  edit->regions = list_regions (self, link);
  edit->wanted = gtk_toggle_button_get_active (button);
  g_idle_add_once (make_edit, edit);
}

static GtkWidget *
create_check (PalPatternCard *self, const PalPatternLink *link)
{
  g_autoptr (GArray) regions = list_regions (self, link);
  GtkWidget *button = gtk_toggle_button_new ();
  gboolean wanted = FALSE;
  for (guint i = 0; i < regions->len; i++)
    {
      const PalSidedRegion *item = &g_array_index (regions, PalSidedRegion, i);
      wanted |= pal_check_next_has (self->workbench, item->region, item->side);
    }
  gtk_button_set_label (GTK_BUTTON (button),
                        wanted ? _ ("On the list for next time") : _ ("Check next time"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), wanted);
  gtk_widget_set_tooltip_text (button,
                               _ ("Show these regions on the chart until they are examined"));
  gtk_widget_add_css_class (button, "pal-small");
  g_object_set_data (G_OBJECT (button), "pal-link", (gpointer) link);
  g_autofree char *spoken = g_strdup_printf (
      /* Translators: read aloud: what a button does, and to what: "Remove: Marathon". */
      _ ("%1$s: %2$s"), gtk_button_get_label (GTK_BUTTON (button)),
      pal_chain_link_get_name (link->link));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (check_toggled_cb), self, 0);
  return button;
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
link_entered_cb (GtkEventController *controller, double x, double y, PalPatternCard *self)
{
  point_at_link (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (controller), "pal-place")));
}

static void
follow_pointer (PalPatternCard *self, GtkWidget *widget, guint place)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  g_object_set_data (G_OBJECT (motion), "pal-place", GUINT_TO_POINTER (place));
  g_signal_connect_object (motion, "enter", G_CALLBACK (link_entered_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (left_cb), self, 0);
  gtk_widget_add_controller (widget, motion);
}

static GtkWidget *
create_evidence (PalPatternCard *self, const PalPatternLink *link)
{
  g_autofree char *seen = pal_words_seen_at (link->seen, link->looked_at);
  g_autoptr (GPtrArray) visits = g_ptr_array_new ();
  PalSide side = PAL_SIDE_MIDLINE;
  const PalRegion *region = find_region (self, link, &side);
  for (guint i = 0; i < link->seen; i++)
    g_ptr_array_add (visits, (gpointer) pal_insights_get_visit (self->insights, link->visits[i]));
  GtkWidget *button = pal_evidence_button_new (self->workbench, self->highlight);
  pal_evidence_button_set (PAL_EVIDENCE_BUTTON (button), seen, visits, region->id, side);
  return button;
}

static GtkWidget *
create_link_row (PalPatternCard *self, guint place)
{
  const PalPatternLink *link = &self->row->links[place];
  const char *last = pal_words_link_last (link);
  GtkWidget *row = pal_wrap_box_new (8, 2);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_box_append (GTK_BOX (head), create_number (link, place + 1));
  gtk_box_append (GTK_BOX (head), create_label (pal_chain_link_get_name (link->link), NULL));
  gtk_box_append (GTK_BOX (row), head);
  if (link->looked_at > 0 && link->seen > 0)
    gtk_box_append (GTK_BOX (row), create_evidence (self, link));
  if (last != NULL)
    gtk_box_append (GTK_BOX (row), create_label (last, "dim-label"));
  if (link->last == PAL_LINK_UNKNOWN)
    gtk_box_append (GTK_BOX (row), create_check (self, link));
  gtk_widget_add_css_class (row, "pal-link-row");
  follow_pointer (self, row, place);
  return row;
}

/* The whole card ------------------------------------------------------------------------------- */

static GtkWidget *
create_sources (const PalChain *chain)
{
  GtkWidget *expander = gtk_expander_new (_ ("Sources"));
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  for (guint i = 0; i < chain->sources->len; i++)
    {
      GtkWidget *label = create_label (g_ptr_array_index (chain->sources, i), "caption");
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (list), label);
    }
  gtk_expander_set_child (GTK_EXPANDER (expander), list);
  gtk_widget_add_css_class (expander, "caption");
  return expander;
}

/* The visits at which two links or more were seen: what the card as a whole rests on. */
static GtkWidget *
create_strength (PalPatternCard *self)
{
  g_autofree char *strength = pal_words_pattern (self->row);
  g_autoptr (GPtrArray) visits = g_ptr_array_new ();
  GtkWidget *line = pal_wrap_box_new (6, 0);
  for (guint place = 0; place < self->insights->visits->len; place++)
    {
      guint seen = 0;
      for (guint i = 0; i < self->row->n_links; i++)
        for (guint k = 0; k < self->row->links[i].seen; k++)
          seen += self->row->links[i].visits[k] == place;
      if (seen >= 2)
        g_ptr_array_add (visits, (gpointer) pal_insights_get_visit (self->insights, place));
    }
  g_autofree char *label = pal_words_n_visits (visits->len);
  GtkWidget *evidence = pal_evidence_button_new (self->workbench, self->highlight);
  pal_evidence_button_set (PAL_EVIDENCE_BUTTON (evidence), label, visits, NULL, PAL_SIDE_MIDLINE);
  gtk_box_append (GTK_BOX (line), create_label (strength, NULL));
  gtk_box_append (GTK_BOX (line), evidence);
  return line;
}

static GtkWidget *
create_words (PalPatternCard *self, const char *name)
{
  const PalChain *chain = self->row->chain;
  g_autofree char *factors = pal_words_factors (chain);
  g_autofree char *evidence = pal_words_evidence (chain);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (words), create_label (name, "heading"));
  gtk_box_append (GTK_BOX (words), create_strength (self));
  /* Translators: %s is one or two sentences on how the places of a pattern may hang together. */
  g_autofree char *meaning =
      g_strdup_printf (_ ("What it may mean: %s"), pal_chain_get_plain (chain));
  gtk_box_append (GTK_BOX (words), create_label (meaning, "dim-label"));
  for (guint i = 0; i < self->row->n_links; i++)
    {
      GtkWidget *row = create_link_row (self, i);
      g_ptr_array_add (self->link_rows, row);
      gtk_box_append (GTK_BOX (words), row);
    }
  if (factors != NULL)
    gtk_box_append (GTK_BOX (words), create_label (factors, "dim-label"));
  GtkWidget *sure = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (sure, "pal-evidence-box");
  gtk_box_append (GTK_BOX (sure), create_label (evidence, NULL));
  if (chain->sources->len > 0)
    gtk_box_append (GTK_BOX (sure), create_sources (chain));
  gtk_box_append (GTK_BOX (words), sure);
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

static gboolean
has_region (const PalPatternCard *self, const PalPatternLink *link, const PalRegion *region)
{
  PalSide side = pal_highlight_get_side (self->highlight);
  for (guint i = 0; i < link->link->n_regions; i++)
    if (link->link->regions[i] == region->index &&
        pal_chain_link_takes_side (link->link, self->row->side, side))
      return TRUE;
  return FALSE;
}

static void
highlight_changed_cb (PalPatternCard *self)
{
  const char *id = pal_highlight_get_region (self->highlight);
  const PalRegion *region =
      id != NULL ? pal_atlas_find_region (pal_workbench_get_atlas (self->workbench), id) : NULL;
  guint pointed = 0;
  for (guint i = 0; i < self->link_rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->link_rows, i);
      if (region != NULL && has_region (self, &self->row->links[i], region))
        {
          pointed |= 1u << i;
          gtk_widget_add_css_class (row, "pal-pointed");
        }
      else
        gtk_widget_remove_css_class (row, "pal-pointed");
    }
  if (pointed == self->pointed)
    return;
  self->pointed = pointed;
  gtk_widget_queue_draw (self->picture);
}

static void
pal_pattern_card_dispose (GObject *object)
{
  PalPatternCard *self = PAL_PATTERN_CARD (object);
  g_ptr_array_set_size (self->link_rows, 0);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workbench);
  g_clear_object (&self->highlight);
  G_OBJECT_CLASS (pal_pattern_card_parent_class)->dispose (object);
}

static void
pal_pattern_card_finalize (GObject *object)
{
  g_ptr_array_unref (PAL_PATTERN_CARD (object)->link_rows);
  g_clear_pointer (&PAL_PATTERN_CARD (object)->painted, cairo_surface_destroy);
  G_OBJECT_CLASS (pal_pattern_card_parent_class)->finalize (object);
}

static void
pal_pattern_card_class_init (PalPatternCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_pattern_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = pal_pattern_card_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pal_pattern_card_init (PalPatternCard *self)
{
  self->link_rows = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 20);
  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_add_css_class (self->box, "pal-pattern-card");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
pal_pattern_card_new (PalWorkbench *workbench,
                      PalHighlight *highlight,
                      const PalInsights *insights,
                      const PalPatternRow *row,
                      const PalHeat *heat)
{
  PalPatternCard *self = g_object_new (PAL_TYPE_PATTERN_CARD, NULL);
  g_autofree char *name = pal_words_pattern_name (row);
  self->workbench = g_object_ref (workbench);
  self->highlight = g_object_ref (highlight);
  self->insights = insights;
  self->row = row;
  self->heat = heat;
  self->picture = create_picture (self, name);
  gtk_box_append (GTK_BOX (self->box), self->picture);
  gtk_box_append (GTK_BOX (self->box), create_words (self, name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (highlight, "changed", G_CALLBACK (highlight_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
pal_pattern_card_set_narrow (PalPatternCard *self, gboolean narrow)
{
  g_return_if_fail (PAL_IS_PATTERN_CARD (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}
