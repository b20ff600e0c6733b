/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The bars of pal-visit-bars.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-visit-bars.h"

#include <glib/gi18n-lib.h>

#include "app/pal-ends-layout.h"

/* Pixels a sentence needs to be read as one, with its icon. */
#define LEAST_SENTENCE 220

/* One bar: an icon, a sentence, and buttons at its end. */
typedef struct
{
  GtkWidget *revealer;
  GtkWidget *box;
  GtkWidget *buttons; /* beside the sentence, or below it where it would be squeezed */
  GtkWidget *icon;
  GtkLabel *label;
} Bar;

struct _PalVisitBars
{
  GtkWidget parent_instance;

  PalWorkbench *workbench;
  Bar alerts;
  GtkWidget *seen;
  Bar consent;
  char *region; /* the question is about it; NULL when none is asked */
};

G_DEFINE_FINAL_TYPE (PalVisitBars, pal_visit_bars, GTK_TYPE_WIDGET)

/* Alerts -----------------------------------------------------------------------------------------
 */

static char *
dup_alerts (const PalClient *client, gboolean *stop)
{
  GString *text = g_string_new (NULL);

  *stop = FALSE;
  for (guint i = 0; i < client->alerts->len; i++)
    {
      const PalAlert *alert = g_ptr_array_index (client->alerts, i);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", alert->text);
      *stop = *stop || alert->level == PAL_ALERT_STOP;
    }
  return g_string_free (text, text->len == 0);
}

static void
show_bar (Bar *bar, const char *text, gboolean stop)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (bar->revealer), text != NULL);
  if (text == NULL)
    return;
  gtk_label_set_label (bar->label, text);
  gtk_image_set_from_icon_name (GTK_IMAGE (bar->icon),
                                stop ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar->icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  stop ? _ ("Do not treat") : _ ("Caution"), -1);
  gtk_widget_remove_css_class (bar->box, stop ? "pal-alert-caution" : "pal-alert-stop");
  gtk_widget_add_css_class (bar->box, stop ? "pal-alert-stop" : "pal-alert-caution");
}

/* A signed visit is over: its alerts were seen or not, and stand in the inspector. */
gboolean
pal_visit_bars_ask_alerts (const PalVisit *visit)
{
  return visit == NULL || (!visit->is_signed && visit->alerts_seen == PAL_NO_TIME);
}

static void
follow_alerts (PalVisitBars *self, const PalClient *client, const PalVisit *visit)
{
  const gboolean to_see = client != NULL && pal_visit_bars_ask_alerts (visit);
  gboolean stop = FALSE;
  g_autofree char *text = to_see ? dup_alerts (client, &stop) : NULL;

  gtk_widget_set_visible (self->seen, visit != NULL);
  show_bar (&self->alerts, text, stop);
}

gboolean
pal_visit_bars_acknowledge (PalVisitBars *self)
{
  PalVisit *visit;

  g_return_val_if_fail (PAL_IS_VISIT_BARS (self), FALSE);

  visit = pal_workbench_edit_visit (self->workbench);
  if (visit == NULL)
    return FALSE;
  visit->alerts_seen = pal_time_now ();
  return pal_workbench_commit_visit (self->workbench, visit, _ ("Acknowledge the alerts"), NULL);
}

static void
seen_clicked_cb (PalVisitBars *self)
{
  pal_visit_bars_acknowledge (self);
}

/* Consent ----------------------------------------------------------------------------------------
 */

/* The first sensitive region a hand went to; NULL when none did. */
static const PalRegion *
find_sensitive (PalAtlas *atlas, const PalVisit *visit)
{
  for (guint i = 0; i < visit->marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (visit->marks, i);
      const PalRegion *region = pal_atlas_find_region (atlas, mark->region);

      if (region != NULL && region->sensitive && mark->source == PAL_SOURCE_THERAPIST &&
          !mark->carried)
        return region;
    }
  return NULL;
}

static char *
dup_question (const PalRegion *region)
{
  /* Translators: asked of the client; %s is a part of the body in everyday words. */
  return g_strdup_printf (_ ("May I work here: %s? You can say stop at any time."),
                          pal_region_get_lay_name (region));
}

static gboolean
is_asked (PalVisitBars *self)
{
  g_autofree char *ask =
      pal_store_get_setting (pal_workbench_get_store (self->workbench), PAL_SETTING_ASK_CONSENT);

  return g_strcmp0 (ask, "no") != 0;
}

static void
follow_consent (PalVisitBars *self, const PalVisit *visit)
{
  const PalRegion *region = NULL;
  g_autofree char *question = NULL;

  if (visit != NULL && !visit->is_signed && visit->consents->len == 0)
    region = find_sensitive (pal_workbench_get_atlas (self->workbench), visit);
  if (region != NULL && !is_asked (self))
    region = NULL;
  g_free (self->region);
  self->region = region != NULL ? g_strdup (region->id) : NULL;
  if (region != NULL)
    question = dup_question (region);
  show_bar (&self->consent, question, FALSE);
}

gboolean
pal_visit_bars_answer (PalVisitBars *self, gboolean given)
{
  const PalRegion *region;
  PalConsent *consent;
  PalVisit *visit;

  g_return_val_if_fail (PAL_IS_VISIT_BARS (self), FALSE);

  if (self->region == NULL)
    return FALSE;
  region = pal_atlas_find_region (pal_workbench_get_atlas (self->workbench), self->region);
  visit = pal_workbench_edit_visit (self->workbench);
  if (visit == NULL)
    return FALSE;
  consent = g_new0 (PalConsent, 1);
  consent->at = pal_time_now ();
  consent->region = g_strdup (region->id);
  consent->given = given;
  consent->wording = dup_question (region);
  g_ptr_array_add (visit->consents, consent);
  return pal_workbench_commit_visit (self->workbench, visit,
                                     given ? _ ("Record consent") : _ ("Record refusal"), NULL);
}

static void
agreed_clicked_cb (PalVisitBars *self)
{
  pal_visit_bars_answer (self, TRUE);
}

static void
declined_clicked_cb (PalVisitBars *self)
{
  pal_visit_bars_answer (self, FALSE);
}

/* -------------------------------------------------------------------------------------------------
 */

static void
follow (PalVisitBars *self)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);

  follow_alerts (self, pal_workbench_get_client (self->workbench), visit);
  follow_consent (self, visit);
}

static void
add_button (PalVisitBars *self, Bar *bar, GtkWidget *button, GCallback callback)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pal-bar-button");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar->buttons), button);
}

static void
build_bar (PalVisitBars *self, Bar *bar)
{
  GtkWidget *said = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  bar->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (bar->box, pal_ends_layout_new (LEAST_SENTENCE, 10));
  bar->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_widget_set_halign (bar->buttons, GTK_ALIGN_END);
  bar->icon = gtk_image_new ();
  bar->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (bar->label, TRUE);
  gtk_label_set_wrap_mode (bar->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (bar->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (bar->label), TRUE);
  gtk_box_append (GTK_BOX (said), bar->icon);
  gtk_box_append (GTK_BOX (said), GTK_WIDGET (bar->label));
  gtk_box_append (GTK_BOX (bar->box), said);
  gtk_box_append (GTK_BOX (bar->box), bar->buttons);
  gtk_widget_add_css_class (bar->box, "pal-visit-bar");
  bar->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (bar->revealer), bar->box);
  gtk_widget_set_parent (bar->revealer, GTK_WIDGET (self));
}

/* A box would ask its labels how wide they must be to stay as low as they are in a wide window, and
 * so push a narrow one apart: the width is always that of any height. */
static GtkSizeRequestMode
pal_visit_bars_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pal_visit_bars_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  const gboolean is_width = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, orientation, is_width ? -1 : for_size, &child_minimum,
                          &child_natural, NULL, NULL);
      *minimum = is_width ? MAX (*minimum, child_minimum) : *minimum + child_minimum;
      *natural = is_width ? MAX (*natural, child_natural) : *natural + child_natural;
    }
}

static void
pal_visit_bars_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkAllocation place = { 0, 0, width, 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &place.height, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &place, -1);
      place.y += place.height;
    }
}

static void
pal_visit_bars_dispose (GObject *object)
{
  PalVisitBars *self = PAL_VISIT_BARS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workbench);

  G_OBJECT_CLASS (pal_visit_bars_parent_class)->dispose (object);
}

static void
pal_visit_bars_finalize (GObject *object)
{
  g_free (PAL_VISIT_BARS (object)->region);

  G_OBJECT_CLASS (pal_visit_bars_parent_class)->finalize (object);
}

static void
pal_visit_bars_class_init (PalVisitBarsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pal_visit_bars_dispose;
  G_OBJECT_CLASS (klass)->finalize = pal_visit_bars_finalize;
  GTK_WIDGET_CLASS (klass)->measure = pal_visit_bars_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = pal_visit_bars_size_allocate;
  GTK_WIDGET_CLASS (klass)->get_request_mode = pal_visit_bars_get_request_mode;
}

static void
pal_visit_bars_init (PalVisitBars *self)
{
  build_bar (self, &self->alerts);
  self->seen = gtk_button_new_with_mnemonic (_ ("S_een"));
  gtk_widget_set_tooltip_text (self->seen, _ ("Record that the alerts were seen at this visit"));
  add_button (self, &self->alerts, self->seen, G_CALLBACK (seen_clicked_cb));
  build_bar (self, &self->consent);
  add_button (self, &self->consent, gtk_button_new_with_label (_ ("Agreed")),
              G_CALLBACK (agreed_clicked_cb));
  add_button (self, &self->consent, gtk_button_new_with_label (_ ("Declined")),
              G_CALLBACK (declined_clicked_cb));
}

GtkWidget *
pal_visit_bars_new (PalWorkbench *workbench)
{
  PalVisitBars *self;

  g_return_val_if_fail (PAL_IS_WORKBENCH (workbench), NULL);

  self = g_object_new (PAL_TYPE_VISIT_BARS, NULL);
  self->workbench = g_object_ref (workbench);
  g_signal_connect_object (workbench, "visit-changed", G_CALLBACK (follow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "client-changed", G_CALLBACK (follow), self,
                           G_CONNECT_SWAPPED);
  follow (self);
  return GTK_WIDGET (self);
}

static const char *
get_text (Bar *bar)
{
  return gtk_revealer_get_reveal_child (GTK_REVEALER (bar->revealer))
             ? gtk_label_get_label (bar->label)
             : NULL;
}

const char *
pal_visit_bars_get_alerts (PalVisitBars *self)
{
  g_return_val_if_fail (PAL_IS_VISIT_BARS (self), NULL);
  return get_text (&self->alerts);
}

const char *
pal_visit_bars_get_question (PalVisitBars *self)
{
  g_return_val_if_fail (PAL_IS_VISIT_BARS (self), NULL);
  return get_text (&self->consent);
}
