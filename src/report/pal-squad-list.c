/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of a squad, for the day before an event: alerts, what keeps coming back, room to write.
 */

#define G_LOG_DOMAIN "pal-report"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "report/pal-brief.h"
#include "report/pal-document-private.h"
#include "report/pal-forms.h"

/* Lines of a brief that go into a cell. */
#define MAX_LINES 3

typedef struct
{
  PalTable *table;
} SquadList;

static void
squad_list_free (SquadList *self)
{
  g_clear_pointer (&self->table, pal_table_unref);
  g_free (self);
}

PalDocument *
pal_squad_list_new (const PalReportSetup *setup, const char *squad)
{
  static const double shares[] = { 0.19, 0.13, 0.22, 0.28, 0.18, 0 };
  PalDocument *document = pal_document_new (setup, squad);
  SquadList *self = g_new0 (SquadList, 1);
  g_autofree char *day = pal_date_format_long (setup->today);

  self->table = pal_table_new (shares);
  self->table->bold[0] = TRUE;
  self->table->row_air = 6;
  self->table->head = g_new0 (char *, 6);
  self->table->head[0] = g_strdup (_ ("Name"));
  self->table->head[1] = g_strdup (_ ("Last visit"));
  self->table->head[2] = g_strdup (_ ("Alerts"));
  self->table->head[3] = g_strdup (_ ("Keeps coming back"));
  self->table->head[4] = g_strdup (_ ("Today"));
  document->data = self;
  document->free_data = (GDestroyNotify) squad_list_free;
  document->subtitle = g_strdup (day);
  document->numbered = TRUE;
  document->foot = g_strdup (_ ("Confidential. What was seen and told, not a diagnosis."));
  return document;
}

/* Returns: (transfer full): the lines of a section of the brief, or nothing. */
static char *
create_lines (const PalBrief *brief, const char *id, guint max)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < brief->sections->len; i++)
    {
      const PalBriefSection *section = brief->sections->pdata[i];

      for (guint k = 0; strcmp (section->id, id) == 0 && k < section->lines->len && k < max; k++)
        {
          if (text->len > 0)
            g_string_append_c (text, '\n');
          g_string_append (text, section->lines->pdata[k]);
        }
    }
  return g_string_free (text, FALSE);
}

void
pal_squad_list_add (PalDocument *document, const PalClientFile *file, GPtrArray *chains)
{
  SquadList *self = document->data;
  g_autoptr (PalInsights) insights =
      pal_insights_new (file, PAL_NO_DATE, document->atlas, document->vocabulary, chains);
  g_autoptr (PalBrief) brief =
      pal_brief_new (file, insights, document->atlas, document->vocabulary, document->today);
  char **cells = g_new0 (char *, 6);

  cells[0] = pal_client_dup_name (file->client);
  cells[1] = brief->last != NULL
                 ? pal_date_format_display (pal_time_get_local_date (brief->last->at))
                 : g_strdup ("–");
  /* Alerts are never cut short. */
  cells[2] = create_lines (brief, "alerts", G_MAXUINT);
  cells[3] = create_lines (brief, "recurring", MAX_LINES);
  cells[4] = g_strdup ("");
  pal_blocks_add_row (document->blocks, self->table, cells);
}
