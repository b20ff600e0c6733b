/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The end of a visit record: a stored signature with its day, or lines to sign on. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/pal-facts.h"
#include "report/pal-visit-record-private.h"
#include "report/pal-write-in.h"

#define AIR 14.0
#define PICTURE_HEIGHT (42.0 + AIR)
#define PICTURE_WIDTH 170.0
#define NAME_SHARE 0.66
#define GAP 18.0

/* The picture over a line, the day over another, and what they are below. */
typedef struct
{
  cairo_surface_t *picture;
  char *name;
  char *day;
} Signature;

static void
signature_free (Signature *self)
{
  cairo_surface_destroy (self->picture);
  g_free (self->name);
  g_free (self->day);
  g_free (self);
}

static double
get_label_height (const PalPage *page)
{
  return pal_page_get_size (page, PAL_TEXT_DIM) * 1.6;
}

static double
measure (const PalPage *page, double width, gpointer data)
{
  return PICTURE_HEIGHT + get_label_height (page);
}

/* Something above a line, and words below it. @x: on a page that is not mirrored */
static void
paint_line (const PalPage *page, cairo_t *cr, const char *words, double x, double y, double width)
{
  g_autoptr (PangoLayout) layout = pal_page_create_layout (page, words, PAL_TEXT_DIM, width);

  pal_colour_set (cr, &pal_page_get_theme (page)->dim_text);
  cairo_set_line_width (cr, 0.7);
  cairo_move_to (cr, pal_page_mirror (page, x, width), y);
  cairo_rel_line_to (cr, width, 0);
  cairo_stroke (cr);
  pal_page_hold (page, layout, FALSE);
  pal_page_show (page, cr, layout, x, y + 2, width, PAL_TEXT_DIM);
}

static void
paint (const PalPage *page, cairo_t *cr, const PalBox *box, gpointer data)
{
  const Signature *self = data;
  double x = pal_page_mirror (page, box->x, box->width), line = box->y + PICTURE_HEIGHT;
  double wide = (box->width - GAP) * NAME_SHARE, narrow = box->width - GAP - wide;
  PalBox place = { x, box->y, MIN (wide, PICTURE_WIDTH), PICTURE_HEIGHT - AIR - 3 };
  g_autoptr (PangoLayout) day = pal_page_create_layout (page, self->day, PAL_TEXT_BODY, narrow);

  pal_letterhead_fit (self->picture, &place.width, &place.height);
  place.x = pal_page_mirror (page, x, place.width);
  place.y = line - 3 - place.height;
  pal_letterhead_paint (self->picture, cr, &place);
  pal_page_hold (page, day, FALSE);
  pal_page_show (page, cr, day, x + wide + GAP, line - 3 - pal_layout_get_height (day), narrow,
                 PAL_TEXT_BODY);
  paint_line (page, cr, self->name, x, line, wide);
  paint_line (page, cr, _ ("Date"), x + wide + GAP, line, narrow);
}

static void
add_lines (PalDocument *document, const char *words)
{
  const char *const labels[] = { words, _ ("Date"), NULL };
  static const double shares[] = { 0.68, 0.32 };

  pal_write_in_add_fields (document->blocks, labels, shares);
}

/* Nobody signs a page that says nothing. */
static void
keep_last (GPtrArray *blocks)
{
  if (blocks->len > 0)
    ((PalBlock *) blocks->pdata[blocks->len - 1])->keep = TRUE;
}

void
pal_record_add_signature (PalDocument *document, const PalVisit *visit, const char *png)
{
  const char *name = visit->signed_by != NULL ? visit->signed_by : visit->therapist;
  /* Translators: below a line to sign on; %s is a name. */
  g_autofree char *words =
      name != NULL ? g_strdup_printf (_ ("Signature, %s"), name) : g_strdup (_ ("Signature"));
  cairo_surface_t *picture =
      visit->is_signed ? pal_letterhead_load (png, document->page.mono) : NULL;
  char *day = visit->signed_at != PAL_NO_TIME
                  ? pal_date_format_display (pal_time_get_local_date (visit->signed_at))
                  : g_strdup ("–");
  Signature *self;

  keep_last (document->blocks);
  /* A draft bears nobody's signature. */
  if (picture == NULL)
    {
      add_lines (document, words);
      g_free (day);
      return;
    }
  self = g_new0 (Signature, 1);
  *self = (Signature){ picture, g_steal_pointer (&words), day };
  pal_blocks_add_figure (document->blocks, measure, paint, self, (GDestroyNotify) signature_free);
}
