/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The widget of pal-page-view.h. Paper is white whatever the desktop's colours are. */

#define G_LOG_DOMAIN "pal-app"

#include "config.h"

#include "app/pal-page-view.h"

#include <glib/gi18n-lib.h>

/* A page is as wide as on paper at the screen's own 96 dots an inch, and never unreadably small. */
#define NATURAL_SCALE (96.0 / 72.0)
#define MIN_WIDTH 280
/* Cairo sets letters on whole pixels of an image: they are set on these smaller ones. */
#define OVERSAMPLING 3

struct _PalPageView
{
  GtkWidget parent_instance;

  PalPrintJob *job;
  guint page;
  double width, height; /* in points */
  gboolean near;
  cairo_surface_t *image; /* nullable: of the page at its size on the screen */
};

enum
{
  PASSING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalPageView, pal_page_view, GTK_TYPE_WIDGET)

/* As a file ------------------------------------------------------------------------------------ */

/* Returns: (transfer full) (nullable): the document for a drop or a paste. */
static GdkContentProvider *
create_content (PalPageView *self)
{
  g_autoptr (GFile) file = NULL;

  g_signal_emit (self, signals[PASSING], 0, &file);
  return file != NULL ? gdk_content_provider_new_typed (G_TYPE_FILE, file) : NULL;
}

static GdkContentProvider *
prepare_cb (PalPageView *self, double x, double y)
{
  return create_content (self);
}

static void
drag_begin_cb (PalPageView *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, icon, 0, 0);
}

static gboolean
copy_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  g_autoptr (GdkContentProvider) content = create_content (PAL_PAGE_VIEW (widget));

  return content != NULL && gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
}

/* Size and painting ---------------------------------------------------------------------------- */

static GtkSizeRequestMode
pal_page_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pal_page_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  PalPageView *self = PAL_PAGE_VIEW (widget);
  const double ratio = self->height / self->width;
  const int width = (int) (self->width * NATURAL_SCALE + 0.5);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = width;
    }
  else
    *minimum = *natural = (int) ((for_size > 0 ? for_size : width) * ratio + 0.5);
}

static cairo_surface_t *
paint_large (PalPageView *self, int width, int height)
{
  cairo_surface_t *large =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, width * OVERSAMPLING, height * OVERSAMPLING);
  cairo_t *cr = cairo_create (large);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width * OVERSAMPLING / self->width, height * OVERSAMPLING / self->height);
  pal_print_job_paint_page (self->job, cr, self->page);
  cairo_destroy (cr);
  return large;
}

/* Keeps the page at @width and @height pixels of the screen. */
static void
ensure_image (PalPageView *self, int width, int height)
{
  cairo_surface_t *large;
  cairo_t *cr;

  if (self->image != NULL && cairo_image_surface_get_width (self->image) == width &&
      cairo_image_surface_get_height (self->image) == height)
    return;
  g_clear_pointer (&self->image, cairo_surface_destroy);
  large = paint_large (self, width, height);
  self->image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (self->image);
  cairo_scale (cr, 1.0 / OVERSAMPLING, 1.0 / OVERSAMPLING);
  cairo_set_source_surface (cr, large, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (large);
}

static void
pal_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PalPageView *self = PAL_PAGE_VIEW (widget);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const int factor = gtk_widget_get_scale_factor (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  const GdkRGBA white = { 1, 1, 1, 1 };
  cairo_t *cr;

  gtk_snapshot_append_color (snapshot, &white, &bounds);
  if (!self->near || width <= 0 || height <= 0)
    return;
  ensure_image (self, width * factor, height * factor);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, 1.0 / factor, 1.0 / factor);
  cairo_set_source_surface (cr, self->image, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
pal_page_view_finalize (GObject *object)
{
  PalPageView *self = PAL_PAGE_VIEW (object);

  g_clear_pointer (&self->image, cairo_surface_destroy);
  G_OBJECT_CLASS (pal_page_view_parent_class)->finalize (object);
}

/* ---------------------------------------------------------------------------------------------- */

static void
pal_page_view_class_init (PalPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pal_page_view_finalize;
  widget_class->get_request_mode = pal_page_view_get_request_mode;
  widget_class->measure = pal_page_view_measure;
  widget_class->snapshot = pal_page_view_snapshot;
  signals[PASSING] = g_signal_new ("passing", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   g_signal_accumulator_first_wins, NULL, NULL, G_TYPE_FILE, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pal_page_view_init (PalPageView *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
}

GtkWidget *
pal_page_view_new (PalPrintJob *job, guint page, guint n_pages)
{
  PalPageView *self = g_object_new (PAL_TYPE_PAGE_VIEW, NULL);
  const char *title = pal_document_get_title (job->documents->pdata[0]);
  g_autofree char *label = NULL;

  self->job = job;
  self->page = page;
  pal_document_get_size (job->documents->pdata[0], &self->width, &self->height);
  /* Translators: 1: a page, 2: of how many, 3: the title of the document. */
  label = g_strdup_printf (_ ("Page %1$u of %2$u: %3$s"), page + 1, n_pages, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

void
pal_page_view_set_near (PalPageView *self, gboolean near)
{
  g_return_if_fail (PAL_IS_PAGE_VIEW (self));

  if (self->near == near)
    return;
  self->near = near;
  if (!near)
    g_clear_pointer (&self->image, cairo_surface_destroy);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
pal_page_view_get_near (PalPageView *self)
{
  g_return_val_if_fail (PAL_IS_PAGE_VIEW (self), FALSE);
  return self->near;
}
