/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands at the head and foot of pages: whose they are, whose practice, which of how many. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/pal-document-private.h"

#define NEAR_SHARE 0.63
#define LOGO_HEIGHT 34.0
#define LARGE_LOGO_HEIGHT 46.0
#define LOGO_GAP 5.0

/* Returns: how high it is, with the air below it. */
static double
show_logo (PalDocument *self, cairo_t *cr, double x, double y, double room)
{
  const PalPage *page = &self->page;
  PalBox box = { x, y, room, page->large ? LARGE_LOGO_HEIGHT : LOGO_HEIGHT };

  if (self->logo == NULL)
    return 0;
  pal_letterhead_fit (self->logo, &box.width, &box.height);
  box.x = pal_page_mirror (page, x + room - box.width, box.width);
  if (cr != NULL)
    {
      pal_document_tag (self, cr, "Figure");
      pal_letterhead_paint (self->logo, cr, &box);
      pal_document_untag (self, cr, "Figure");
    }
  return box.height + LOGO_GAP;
}

/* Logo, practice, therapist and contact at the far edge. Returns: how high they are together. */
static double
show_far_lines (PalDocument *self, cairo_t *cr, double y)
{
  const PalPage *page = &self->page;
  double width = pal_page_get_room (page) * (1 - NEAR_SHARE) - 16;
  double x = page->width - page->margin - width, top = y;

  y += show_logo (self, cr, x, y, width);
  for (guint i = 0; i < self->far_lines->len; i++)
    {
      PalTextStyle style = i == 0 ? PAL_TEXT_SUBHEADING : PAL_TEXT_CONTACT;
      g_autoptr (PangoLayout) layout =
          pal_page_create_layout (page, self->far_lines->pdata[i], style, width);

      gboolean linked;

      pal_page_hold (page, layout, TRUE);
      pal_document_tag (self, cr, "P");
      linked = pal_document_begin_link (self, cr, self->far_lines->pdata[i]);
      y += pal_page_show (page, cr, layout, x, y, width, style);
      if (linked)
        cairo_tag_end (cr, CAIRO_TAG_LINK);
      pal_document_untag (self, cr, "P");
    }
  return y - top;
}

static double
paint_full_head (PalDocument *self, cairo_t *cr)
{
  const PalPage *page = &self->page;
  double width =
      pal_page_get_room (page) * (self->far_lines->len > 0 || self->logo != NULL ? NEAR_SHARE : 1);
  double top = page->margin - 8, y = top, far;
  g_autoptr (PangoLayout) title = pal_page_create_layout (page, self->title, PAL_TEXT_TITLE, width);

  pal_page_hold (page, title, FALSE);
  pal_document_tag (self, cr, "H1");
  y += pal_page_show (page, cr, title, page->margin, y, width, PAL_TEXT_TITLE);
  pal_document_untag (self, cr, "H1");
  if (self->subtitle != NULL)
    {
      g_autoptr (PangoLayout) whose =
          pal_page_create_layout (page, self->subtitle, PAL_TEXT_SUBTITLE, width);
      pal_page_hold (page, whose, FALSE);
      pal_document_tag (self, cr, "P");
      y += pal_page_show (page, cr, whose, page->margin, y, width, PAL_TEXT_SUBTITLE);
      pal_document_untag (self, cr, "P");
    }
  far = show_far_lines (self, cr, top + 2);
  y = MAX (y, top + 2 + far) + 7;
  pal_page_rule (page, cr, y, 1.3, &pal_page_get_theme (page)->text);
  return y + 16;
}

static double
paint_running_head (PalDocument *self, cairo_t *cr)
{
  const PalPage *page = &self->page;
  double width = pal_page_get_room (page), y = page->margin - 8;
  const char *text = self->running != NULL ? self->running : self->subtitle;
  g_autoptr (PangoLayout) whose =
      pal_page_create_layout (page, text != NULL ? text : self->title, PAL_TEXT_CONTACT, width);

  pal_page_hold (page, whose, FALSE);
  y += pal_page_show (page, cr, whose, page->margin, y, width, PAL_TEXT_CONTACT) + 5;
  pal_page_rule (page, cr, y, 0.6, &pal_page_get_theme (page)->border);
  return y + 16;
}

double
pal_document_paint_head (PalDocument *self, cairo_t *cr, guint page)
{
  return page == 0 ? paint_full_head (self, cr) : paint_running_head (self, cr);
}

static char *
create_foot (PalDocument *self, guint page, guint n_pages)
{
  /* Translators: at the foot of a page. */
  g_autofree char *number = g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, n_pages);

  if (self->foot == NULL)
    return g_steal_pointer (&number);
  return g_strdup_printf ("%s · %s", self->foot, number);
}

double
pal_document_paint_foot (PalDocument *self, cairo_t *cr, guint page)
{
  const PalPage *paper = &self->page;
  double width = pal_page_get_room (paper), y;
  guint n_pages = self->pages != NULL ? self->pages->len : 1;
  gboolean numbered = self->numbered || n_pages > 1;
  /* The room is that of the longest form, so that pages do not shift as their number is known. */
  g_autofree char *longest_text = create_foot (self, 98, 99);
  g_autofree char *text = numbered ? create_foot (self, page, n_pages)
                                   : g_strdup (self->foot != NULL ? self->foot : "");
  g_autoptr (PangoLayout) longest =
      pal_page_create_layout (paper, longest_text, PAL_TEXT_FOOT, width);
  g_autoptr (PangoLayout) layout = pal_page_create_layout (paper, text, PAL_TEXT_FOOT, width);

  pal_page_hold (paper, layout, FALSE);
  y = paper->height - paper->margin + 10 - pal_layout_get_height (longest);
  if (*text == '\0')
    return y - 7;
  pal_page_rule (paper, cr, y - 7, 0.6, &pal_page_get_theme (paper)->border);
  pal_page_show (paper, cr, layout, paper->margin, y, width, PAL_TEXT_FOOT);
  return y - 7;
}
