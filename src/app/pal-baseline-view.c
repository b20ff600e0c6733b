/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-baseline-view.h. What the therapist says is a fact of the client: it goes
 * through the workbench, is on disk at once, and can be undone. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-baseline-view.h"

#include <glib/gi18n-lib.h>

#include "app/pal-ends-layout.h"
#include "app/pal-evidence-button.h"
#include "app/pal-highlight-link.h"
#include "app/pal-insight-section.h"
#include "app/pal-row-card.h"
#include "report/pal-words-insight.h"

/* Pixels that a name and its visits need to stand beside the buttons. */
#define LEAST_FOR_NAME 110

struct _PalBaselineView
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  PalHighlight *highlight;
  PalInsightFilter *filter;
  const PalInsights *insights; /* borrowed, nullable */
  GtkWidget *section;
  GtkWidget *list;
  GtkLabel *nothing;
};

G_DEFINE_FINAL_TYPE (PalBaselineView, pal_baseline_view, GTK_TYPE_WIDGET)

/* What a button says: a region, a side, and the word; %PAL_BASELINE_NONE takes the word back. */
typedef struct
{
  PalBaselineView *view;
  char *region;
  PalSide side;
  PalBaseline word;
} Said;

static void
free_said (gpointer data, GClosure *closure)
{
  Said *said = data;
  g_free (said->region);
  g_free (said);
}

static void
drop_word (PalClient *client, const char *region, PalSide side)
{
  for (guint i = client->baseline->len; i > 0; i--)
    {
      const PalBaselineWord *word = g_ptr_array_index (client->baseline, i - 1);
      if (word->side == side && g_str_equal (word->region, region))
        g_ptr_array_remove_index (client->baseline, i - 1);
    }
}

static void
said_cb (GtkButton *button, Said *said)
{
  PalBaselineView *self = said->view;
  PalClient *client = pal_workbench_edit_client (self->workbench);
  if (client == NULL)
    return;
  drop_word (client, said->region, said->side);
  if (said->word != PAL_BASELINE_NONE)
    {
      PalBaselineWord *word = g_new0 (PalBaselineWord, 1);
      word->region = g_strdup (said->region);
      word->side = said->side;
      word->confirmed = said->word == PAL_BASELINE_CONFIRMED;
      word->since = pal_time_get_local_date (pal_time_now ());
      g_ptr_array_add (client->baseline, word);
    }
  const PalRegion *region =
      pal_atlas_find_region (pal_workbench_get_atlas (self->workbench), said->region);
  g_autofree char *name = pal_region_dup_short_label (region, said->side);
  /* Translators: stands behind "Undo"; %s is the name of a region, as in "Left TFL". */
  g_autofree char *description = g_strdup_printf (_ ("Baseline of %s"), name);
  pal_workbench_commit_client (self->workbench, client, description, NULL);
}

static GtkWidget *
make_button (PalBaselineView *self,
             const PalRegionRow *row,
             PalBaseline word,
             const char *label,
             const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  Said *said = g_new (Said, 1);
  *said = (Said){ self, g_strdup (row->region->id), row->side, word };
  g_signal_connect_data (button, "clicked", G_CALLBACK (said_cb), said, free_said, 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", name, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  return button;
}

static void
add_buttons (PalBaselineView *self, GtkWidget *box, const PalRegionRow *row, const char *name)
{
  if (row->baseline != PAL_BASELINE_SUGGESTED)
    {
      gtk_box_append (GTK_BOX (box),
                      make_button (self, row, PAL_BASELINE_NONE, _ ("Take Back"), name));
      gtk_widget_add_css_class (gtk_widget_get_last_child (box), "flat");
      return;
    }
  gtk_box_append (GTK_BOX (box),
                  make_button (self, row, PAL_BASELINE_CONFIRMED, _ ("Confirm"), name));
  gtk_box_append (GTK_BOX (box), make_button (self, row, PAL_BASELINE_REFUSED, _ ("Refuse"), name));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "flat");
}

static GtkWidget *
make_names (PalBaselineView *self,
            const PalInsights *insights,
            const PalRegionRow *row,
            const char *name)
{
  g_autofree char *seen = pal_words_of_visits (row->marked, row->examined);
  g_autoptr (GPtrArray) visits = pal_row_list_marked (insights, row);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (name);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_box_append (GTK_BOX (names), title);
  GtkWidget *evidence = pal_evidence_button_new (self->workbench, self->highlight);
  pal_evidence_button_set (PAL_EVIDENCE_BUTTON (evidence), seen, visits, row->region->id,
                           row->side);
  gtk_widget_set_halign (evidence, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (names), evidence);
  gtk_widget_set_hexpand (names, TRUE);
  return names;
}

static const char *
get_state (PalBaseline baseline)
{
  switch (baseline)
    {
    case PAL_BASELINE_CONFIRMED:
      return C_ ("baseline", "Confirmed");
    case PAL_BASELINE_REFUSED:
      return C_ ("baseline", "Refused");
    case PAL_BASELINE_SUGGESTED:
    case PAL_BASELINE_NONE:
    case PAL_BASELINE_N:
      break;
    }
  return NULL;
}

static void
add_row (PalBaselineView *self, const PalRegionRow *row)
{
  g_autofree char *name = pal_region_dup_short_label (row->region, row->side);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *word = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_layout_manager (box, pal_ends_layout_new (LEAST_FOR_NAME, 4));
  gtk_widget_add_css_class (box, "pal-insight-row");
  gtk_box_append (GTK_BOX (box), make_names (self, self->insights, row, name));
  if (get_state (row->baseline) != NULL)
    {
      GtkWidget *state = gtk_label_new (get_state (row->baseline));
      gtk_widget_add_css_class (state, "dim-label");
      gtk_box_append (GTK_BOX (word), state);
    }
  add_buttons (self, word, row, name);
  gtk_box_append (GTK_BOX (box), word);
  gtk_widget_add_css_class (box, "pal-linked");
  pal_highlight_link (box, self->highlight, row->region->id, row->side, FALSE);
  gtk_box_append (GTK_BOX (self->list), box);
}

/* Questions first, then what was confirmed, then what was refused. */
static void
refresh (PalBaselineView *self)
{
  static const PalBaseline order[] = { PAL_BASELINE_SUGGESTED, PAL_BASELINE_CONFIRMED,
                                       PAL_BASELINE_REFUSED };
  const PalTerm *kind = pal_insight_filter_get_kind (self->filter);
  gboolean narrowed = kind != NULL || pal_insight_filter_get_group (self->filter) != NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; self->insights != NULL && i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < self->insights->regions->len; j++)
      {
        const PalRegionRow *row = &g_array_index (self->insights->regions, PalRegionRow, j);
        if (row->kind == kind && row->baseline == order[i] &&
            pal_insight_filter_takes (self->filter, row->region))
          add_row (self, row);
      }
  gtk_label_set_text (self->nothing, narrowed ? _ ("Nothing of that kind there.")
                                              : _ ("No visits show a baseline so far."));
  gtk_widget_set_visible (GTK_WIDGET (self->nothing),
                          gtk_widget_get_first_child (self->list) == NULL);
}

static void
pal_baseline_view_dispose (GObject *object)
{
  PalBaselineView *self = PAL_BASELINE_VIEW (object);
  g_clear_pointer (&self->section, gtk_widget_unparent);
  g_clear_object (&self->workbench);
  g_clear_object (&self->highlight);
  g_clear_object (&self->filter);
  self->insights = NULL;
  G_OBJECT_CLASS (pal_baseline_view_parent_class)->dispose (object);
}

static void
pal_baseline_view_class_init (PalBaselineViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_baseline_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pal_baseline_view_init (PalBaselineView *self)
{
}

GtkWidget *
pal_baseline_view_new (PalWorkbench *workbench, PalHighlight *highlight, PalInsightFilter *filter)
{
  PalBaselineView *self = g_object_new (PAL_TYPE_BASELINE_VIEW, NULL);
  self->workbench = g_object_ref (workbench);
  self->highlight = g_object_ref (highlight);
  self->filter = g_object_ref (filter);
  g_signal_connect_object (filter, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  self->section = pal_insight_section_new (
      _ ("There whatever the complaint"),
      _ ("Found again and again at visits that had no complaint nearby. Confirm what is this "
         "client’s baseline; the maps can then show it apart from what they came for."));
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->nothing = GTK_LABEL (gtk_label_new (_ ("No visits show a baseline so far.")));
  gtk_label_set_xalign (self->nothing, 0);
  gtk_label_set_wrap (self->nothing, TRUE);
  gtk_box_append (GTK_BOX (self->section), GTK_WIDGET (self->nothing));
  gtk_box_append (GTK_BOX (self->section), self->list);
  gtk_widget_set_parent (self->section, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
pal_baseline_view_set (PalBaselineView *self, const PalInsights *insights)
{
  g_return_if_fail (PAL_IS_BASELINE_VIEW (self));
  self->insights = insights;
  refresh (self);
}
