/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What tests of documents share. */

#define G_LOG_DOMAIN "report-kit"

#include "config.h"

#include "report-kit.h"

#include <stdarg.h>
#include <string.h>

#include "report/pal-brief.h"
#include "report/pal-forms.h"
#include "report/pal-progress.h"
#include "report/pal-summary.h"
#include "report/pal-visit-record.h"

PalReportSetup
report_kit_setup (void)
{
  return (PalReportSetup){ .atlas = kit_get_atlas (),
                           .vocabulary = kit_get_vocabulary (),
                           .practice_name = "Riverside Sports Massage",
                           .practice_contact = "www.riverside.example",
                           .language = "en",
                           .paper = PAL_PAPER_A4,
                           .today = REPORT_KIT_TODAY };
}

PalInsights *
report_kit_new_insights (const PalClientFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) chains = pal_chains_load (kit_get_atlas (), &error);

  g_assert_no_error (error);
  return pal_insights_new (file, PAL_NO_DATE, kit_get_atlas (), kit_get_vocabulary (), chains);
}

/* Kinds
 * -------------------------------------------------------------------------------------------- */

static PalDocument *
make_summary (const PalReportSetup *setup, const PalClientFile *file)
{
  g_autoptr (GError) error = NULL;
  PalDocument *document = pal_summary_new (setup, file, NULL, PAL_SUMMARY_ALL_PARTS, &error);

  g_assert_no_error (error);
  return document;
}

static PalDocument *
make_record (const PalReportSetup *setup, const PalClientFile *file)
{
  PalRecordTrail trail = { .n = 3, .last = 17, .at = 1772700000, .actor = "M. Okafor" };
  g_autoptr (GError) error = NULL;
  PalDocument *document = pal_visit_record_new (setup, file, NULL, &trail, &error);

  g_assert_no_error (error);
  return document;
}

static PalDocument *
make_brief (const PalReportSetup *setup, const PalClientFile *file)
{
  g_autoptr (PalInsights) insights = report_kit_new_insights (file);
  g_autoptr (PalBrief) brief =
      pal_brief_new (file, insights, setup->atlas, setup->vocabulary, setup->today);

  return pal_brief_document_new (setup, brief);
}

static PalDocument *
make_progress (const PalReportSetup *setup, const PalClientFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) chains = pal_chains_load (setup->atlas, &error);
  PalDocument *document = pal_progress_new (setup, file, PAL_NO_DATE, PAL_NO_DATE, chains, &error);

  g_assert_no_error (error);
  return document;
}

static PalDocument *
make_blank (const PalReportSetup *setup, const PalClientFile *file)
{
  return pal_blank_chart_new (setup, PAL_FIGURE_NEUTRAL, 0);
}

static PalDocument *
make_intake (const PalReportSetup *setup, const PalClientFile *file)
{
  return pal_intake_form_new (setup);
}

static PalDocument *
make_squad (const PalReportSetup *setup, const PalClientFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) chains = pal_chains_load (setup->atlas, &error);
  PalDocument *document = pal_squad_list_new (setup, "Harriers");

  g_assert_no_error (error);
  pal_squad_list_add (document, file, chains);
  return document;
}

const ReportKind *
report_kit_kinds (guint *n)
{
  static const ReportKind kinds[] = {
    { "summary", make_summary, 1 },   { "record", make_record, 2 }, { "brief", make_brief, 1 },
    { "progress", make_progress, 4 }, { "blank", make_blank, 6 },   { "intake", make_intake, 4 },
    { "squad", make_squad, 1 },
  };

  *n = G_N_ELEMENTS (kinds);
  return kinds;
}

/* Files
 * -------------------------------------------------------------------------------------------- */

char *
report_kit_write (PalDocument *document, const char *folder, const char *name)
{
  g_autoptr (PalDocument) owned = document;
  g_autofree char *file = g_strconcat (name, ".pdf", NULL);
  char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (pal_document_write_pdf (owned, path, &error));
  g_assert_no_error (error);
  return path;
}

char *
report_kit_run (const char *tool, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autofree char *program = g_find_program_in_path (tool);
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int wait_status = 0;
  va_list args;

  if (program == NULL)
    return NULL;
  g_ptr_array_add (argv, program);
  va_start (args, tool);
  for (const char *arg = va_arg (args, const char *); arg != NULL;
       arg = va_arg (args, const char *))
    g_ptr_array_add (argv, (gpointer) arg);
  va_end (args);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out,
                NULL, &wait_status, &error);
  g_assert_no_error (error);
  if (wait_status != 0)
    g_test_fail_printf ("%s did not like the file: %s", tool, out);
  return out;
}

gboolean
report_kit_write_words (const char *folder, const char *language, const char *words)
{
  g_autofree char *whole =
      g_strconcat ("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n", words,
                   NULL);
  g_autofree char *po = g_build_filename (folder, "words.po", NULL);
  g_autofree char *place = g_build_filename (folder, language, "LC_MESSAGES", NULL);
  g_autofree char *mo = g_build_filename (place, GETTEXT_PACKAGE ".mo", NULL);
  g_autofree char *said = NULL;

  g_assert_true (g_file_set_contents (po, whole, -1, NULL));
  g_assert_cmpint (g_mkdir_with_parents (place, 0700), ==, 0);
  said = report_kit_run ("msgfmt", "-o", mo, po, NULL);
  return said != NULL;
}

char *
report_kit_read (const char *path)
{
  g_autofree char *text = report_kit_run ("pdftotext", "-raw", path, "-", NULL);
  GString *line;

  if (text == NULL)
    return NULL;
  line = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isspace (*p) && *p != '\f')
      g_string_append_c (line, *p);
    else if (line->len > 0 && line->str[line->len - 1] != ' ')
      g_string_append_c (line, ' ');
  return g_string_free (line, FALSE);
}

void
report_kit_assert_order (const char *text, const char *const *words)
{
  const char *from = text;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = strstr (from, words[i]);

      if (found == NULL)
        g_error ("“%s” is not after “%s” in: %s", words[i], i > 0 ? words[i - 1] : "", text);
      from = found + strlen (words[i]);
    }
}
