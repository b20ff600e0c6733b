/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-chart-notices.h. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-chart-notices.h"

#include <glib/gi18n-lib.h>

#include "app/pal-visit-edits.h"
#include "insight/pal-unseen.h"

struct _PalChartNotices
{
  GtkBox parent_instance;

  PalWorkbench *workbench;
  char *passed_over; /* id of the visit at which the reminder was sent away */

  GtkWidget *carried;
  GtkLabel *carried_label;
  GtkWidget *unseen;
  GtkLabel *unseen_label;
};

G_DEFINE_FINAL_TYPE (PalChartNotices, pal_chart_notices, GTK_TYPE_BOX)

static const PalPreset *
find_upper_body (PalChartNotices *self)
{
  GPtrArray *presets = pal_atlas_get_presets (pal_workbench_get_atlas (self->workbench));
  for (guint i = 0; i < presets->len; i++)
    {
      const PalPreset *preset = g_ptr_array_index (presets, i);
      if (g_str_equal (preset->id, "upper-body"))
        return preset;
    }
  return NULL;
}

static void
refresh_carried (PalChartNotices *self, const PalVisit *visit)
{
  guint n = 0;
  for (guint i = 0; i < visit->marks->len; i++)
    {
      const PalMark *mark = g_ptr_array_index (visit->marks, i);
      n += mark->carried ? 1 : 0;
    }
  g_autofree char *text =
      g_strdup_printf (ngettext ("%u finding carried over; it counts once confirmed",
                                 "%u findings carried over; they count once confirmed", n),
                       n);
  gtk_label_set_text (self->carried_label, text);
  gtk_widget_set_visible (self->carried, n > 0 && !visit->is_signed);
}

static void
refresh_unseen (PalChartNotices *self, const PalVisit *visit)
{
  const PalPreset *part = find_upper_body (self);
  guint n = 0;
  if (part != NULL && !visit->is_signed && g_strcmp0 (self->passed_over, visit->id) != 0)
    n = pal_unseen_count (pal_workbench_get_visits (self->workbench), visit,
                          pal_workbench_get_atlas (self->workbench),
                          pal_workbench_get_vocabulary (self->workbench), part);
  g_autofree char *text =
      g_strdup_printf (ngettext ("Upper body not checked at the last visit",
                                 "Upper body not checked at the last %u visits", n),
                       n);
  gtk_label_set_text (self->unseen_label, text);
  gtk_widget_set_visible (self->unseen, n >= PAL_UNSEEN_REMINDER);
}

static void
visit_changed_cb (PalChartNotices *self)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  if (visit == NULL)
    return;
  refresh_carried (self, visit);
  refresh_unseen (self, visit);
}

static void
confirm_clicked_cb (PalChartNotices *self)
{
  pal_edits_confirm_carried (self->workbench);
}

static void
checked_clicked_cb (PalChartNotices *self)
{
  const PalPreset *part = find_upper_body (self);
  if (part != NULL)
    pal_edits_apply_preset (self->workbench, part);
}

static void
pass_over_clicked_cb (PalChartNotices *self)
{
  const PalVisit *visit = pal_workbench_get_visit (self->workbench);
  g_free (self->passed_over);
  self->passed_over = visit != NULL ? g_strdup (visit->id) : NULL;
  visit_changed_cb (self);
}

static void
pal_chart_notices_dispose (GObject *object)
{
  PalChartNotices *self = PAL_CHART_NOTICES (object);
  gtk_widget_dispose_template (GTK_WIDGET (self), PAL_TYPE_CHART_NOTICES);
  g_clear_object (&self->workbench);
  g_clear_pointer (&self->passed_over, g_free);
  G_OBJECT_CLASS (pal_chart_notices_parent_class)->dispose (object);
}

static void
pal_chart_notices_class_init (PalChartNoticesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = pal_chart_notices_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/palpate/Palpate/ui/pal-chart-notices.ui");
  gtk_widget_class_bind_template_child (widget_class, PalChartNotices, carried);
  gtk_widget_class_bind_template_child (widget_class, PalChartNotices, carried_label);
  gtk_widget_class_bind_template_child (widget_class, PalChartNotices, unseen);
  gtk_widget_class_bind_template_child (widget_class, PalChartNotices, unseen_label);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, checked_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, pass_over_clicked_cb);
}

static void
pal_chart_notices_init (PalChartNotices *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pal_chart_notices_set_workbench (PalChartNotices *self, PalWorkbench *workbench)
{
  g_return_if_fail (PAL_IS_CHART_NOTICES (self));
  g_return_if_fail (self->workbench == NULL);
  self->workbench = g_object_ref (workbench);
  g_signal_connect_object (workbench, "visit-changed", G_CALLBACK (visit_changed_cb), self,
                           G_CONNECT_SWAPPED);
  visit_changed_cb (self);
}
