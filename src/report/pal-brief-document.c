/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The brief as one page: alerts on top, the map of the last visit beside what to check. */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/pal-brief.h"
#include "report/pal-columns.h"
#include "report/pal-map-figure.h"

#define MAIN_SHARE 0.52
#define LARGE_MAP 260.0
/* Lines of a section that always stand. */
#define LEAST_LINES 3

/* From generous to close: the first that holds everything on one page is taken. */
static const struct
{
  double map_height, body_size, line_spacing;
  gboolean spares;
} degrees[] = {
  { 250, 11.0, 1.15, TRUE }, { 225, 10.6, 1.12, TRUE }, { 200, 10.2, 1.08, TRUE },
  { 175, 9.8, 1.05, TRUE },  { 150, 9.4, 1.02, TRUE },  { 175, 9.8, 1.05, FALSE },
  { 150, 9.4, 1.02, FALSE }, { 120, 9.0, 1.0, FALSE },
};

typedef struct
{
  GPtrArray *top, *main, *side;
  PalMapFigure *figure; /* nullable, owned by its block */
} BriefPage;

static void
brief_page_free (BriefPage *self)
{
  g_ptr_array_unref (self->top);
  g_ptr_array_unref (self->main);
  g_ptr_array_unref (self->side);
  g_free (self);
}

static void
flow (PalDocument *document)
{
  BriefPage *self = document->data;
  PalColumns columns = { .top = self->top,
                         .main = self->main,
                         .side = self->side,
                         .main_share = MAIN_SHARE,
                         .spares = TRUE };
  PalCursor main, side;

  if (document->page.large)
    {
      if (self->figure != NULL)
        self->figure->height = LARGE_MAP;
      pal_columns_flow_single (&columns, document);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (degrees); i++)
    {
      document->page.body_size = degrees[i].body_size;
      document->page.line_spacing = degrees[i].line_spacing;
      columns.spares = degrees[i].spares;
      if (self->figure != NULL)
        self->figure->height = degrees[i].map_height;
      if (pal_columns_flow_first (&columns, document, &main, &side))
        return;
    }
  pal_columns_flow_rest (document, &main, &side);
}

/* Alerts stand in a frame, as what must be seen before hands go on. */
static void
add_alerts (BriefPage *self, const PalBriefSection *section)
{
  g_autoptr (GString) text = g_string_new (section->heading);

  for (guint i = 0; i < section->lines->len; i++)
    g_string_append_printf (text, "\n%s", (const char *) section->lines->pdata[i]);
  pal_blocks_add (self->top, PAL_BLOCK_BOX, text->str);
}

static void
add_section (BriefPage *self, const PalBriefSection *section)
{
  static const char *const on_the_side[] = { "event", "load", "recovery", "patterns", NULL };
  GPtrArray *blocks = g_strv_contains (on_the_side, section->id) ? self->side : self->main;

  if (strcmp (section->id, "alerts") == 0)
    {
      add_alerts (self, section);
      return;
    }
  pal_blocks_add (blocks, PAL_BLOCK_HEADING, section->heading);
  /* What weighs most comes first; the rest makes room when there is much else. */
  for (guint i = 0; i < section->lines->len; i++)
    pal_blocks_add (blocks, PAL_BLOCK_ITEM, section->lines->pdata[i])->spare =
        i >= LEAST_LINES && strcmp (section->id, "last") != 0;
}

static void
add_map (PalDocument *document, BriefPage *self, const PalBrief *brief)
{
  PalBodyMap *map;

  if (brief->last == NULL)
    return;
  map = pal_body_map_new_for_visit (document->atlas, document->vocabulary, brief->last);
  self->figure =
      pal_map_figure_new (document->atlas, document->vocabulary, brief->client->figure, map);
  pal_body_map_set_unknown (map, document->vocabulary, brief->last);
  pal_map_figure_choose_views (self->figure, brief->last);
  pal_map_figure_explain (self->figure, brief->last);
  self->figure->signs |= PAL_LEGEND_SEVERITY;
  self->figure->note = g_strdup (_ ("Grey lines: not examined."));
  self->figure->ruled = TRUE;
  pal_map_figure_add (self->figure, self->top);
}

PalDocument *
pal_brief_document_new (const PalReportSetup *setup, const PalBrief *brief)
{
  /* Translators: the title of a page to read before a booking. */
  PalDocument *document = pal_document_new (setup, _ ("Brief"));
  BriefPage *self = g_new0 (BriefPage, 1);
  g_autofree char *day = pal_date_format_long (brief->today);

  self->top = pal_blocks_new ();
  self->main = pal_blocks_new ();
  self->side = pal_blocks_new ();
  document->data = self;
  document->free_data = (GDestroyNotify) brief_page_free;
  document->flow = flow;
  pal_document_set_client (document, brief->client, day);
  document->foot = g_strdup (_ ("Confidential. What was seen and told, not a diagnosis."));
  for (guint i = 0; i < brief->sections->len; i++)
    add_section (self, brief->sections->pdata[i]);
  add_map (document, self, brief);
  return document;
}
