/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* summary: the page a client takes home, and the words on it. */

#define G_LOG_DOMAIN "palpatectl"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ctl/ctl-documents.h"
#include "ctl/ctl-output.h"
#include "exchange/pal-json-writer.h"
#include "report/pal-summary.h"
#include "store/pal-change.h"

static struct
{
  char *visit;
  char *leave_out;
  char **say;
  char **as_made;
} options;

/* "since,done" */
static gboolean
read_parts (PalSummaryParts *parts)
{
  g_auto (GStrv) names = NULL;

  *parts = PAL_SUMMARY_ALL_PARTS;
  if (options.leave_out == NULL)
    return TRUE;
  names = g_strsplit (options.leave_out, ",", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      PalSummaryParts part;

      if (!pal_summary_part_from_id (names[i], &part))
        return FALSE;
      *parts &= ~part;
    }
  return TRUE;
}

/* "found=All eased." Returns: whether it is one; @words: (out): where they begin */
static gboolean
read_words (const char *option, PalSummaryBlock *block, const char **words)
{
  const char *equals = strchr (option, '=');
  g_autofree char *id = equals != NULL ? g_strndup (option, (gsize) (equals - option)) : NULL;

  *words = equals != NULL ? equals + 1 : NULL;
  return id != NULL && g_utf8_validate (option, -1, NULL) && pal_summary_block_from_id (id, block);
}

static gboolean
check_words (void)
{
  PalSummaryBlock block;
  const char *words;

  for (guint i = 0; options.say != NULL && options.say[i] != NULL; i++)
    if (!read_words (options.say[i], &block, &words))
      return FALSE;
  for (guint i = 0; options.as_made != NULL && options.as_made[i] != NULL; i++)
    if (!pal_summary_block_from_id (options.as_made[i], &block))
      return FALSE;
  return TRUE;
}

static PalVisit *
find_visit (const PalClientFile *file, guint *place)
{
  for (guint i = file->visits->len; i > 0; i--)
    {
      PalVisit *visit = file->visits->pdata[i - 1];

      *place = i - 1;
      if (options.visit == NULL || g_strcmp0 (visit->id, options.visit) == 0)
        return visit;
    }
  return NULL;
}

/* The words that are replaced are kept, so that it can be told when the record moves on. */
static void
change_words (PalVisit *visit, const PalDocument *made)
{
  PalSummaryBlock block;
  const char *words;

  for (guint i = 0; options.say != NULL && options.say[i] != NULL; i++)
    if (read_words (options.say[i], &block, &words))
      pal_visit_set_summary_text (visit, block, words, pal_summary_get_made (made, block));
  for (guint i = 0; options.as_made != NULL && options.as_made[i] != NULL; i++)
    if (pal_summary_block_from_id (options.as_made[i], &block))
      pal_visit_clear_summary_text (visit, block);
}

/* Writes --say and --as-made into the practice, and into @file. */
static gboolean
remember_words (CtlCall *call, const PalReportSetup *setup, PalClientFile *file, GError **error)
{
  guint place = 0;
  PalVisit *before = find_visit (file, &place);
  g_autoptr (PalVisit) after = NULL;
  g_autoptr (PalDocument) made = NULL;
  g_autoptr (PalChange) change = NULL;

  if (options.say == NULL && options.as_made == NULL)
    return TRUE;
  made = pal_summary_new (setup, file, options.visit, PAL_SUMMARY_ALL_PARTS, error);
  if (made == NULL)
    return FALSE;
  after = pal_visit_copy (before);
  change_words (after, made);
  if (!pal_visit_validate (after, call->atlas, call->vocabulary, error))
    return FALSE;
  change = pal_change_new_visit (before, after, _ ("Words of the client’s page"), NULL);
  if (!pal_store_apply (call->store, change, error))
    return FALSE;
  pal_visit_unref (before);
  file->visits->pdata[place] = pal_visit_ref (after);
  return TRUE;
}

static void
print_block (PalJsonWriter *json, const PalDocument *document, const PalVisit *visit, guint i)
{
  PalSummaryBlock block = (PalSummaryBlock) i;
  const PalSummaryText *own = pal_visit_find_summary_text (visit, block);
  const char *made = pal_summary_get_made (document, block);

  pal_json_writer_begin_object (json, NULL, FALSE);
  pal_json_writer_text (json, "block", pal_summary_block_to_id (block));
  pal_json_writer_flag (json, "printed", pal_summary_has_block (document, block));
  if (made != NULL)
    pal_json_writer_text (json, "made", made);
  if (own != NULL && own->text != NULL)
    {
      pal_json_writer_text (json, "text", own->text);
      pal_json_writer_flag (json, "outdated", pal_summary_is_outdated (document, block));
    }
  pal_json_writer_end (json);
}

/* --json: the blocks of the page in words. */
static void
print_blocks (const PalDocument *document, const PalClientFile *file)
{
  GString *text = g_string_new (NULL);
  PalJsonWriter json;
  guint place = 0;
  const PalVisit *visit = find_visit (file, &place);

  pal_json_writer_init (&json, text);
  pal_json_writer_begin_object (&json, NULL, FALSE);
  pal_json_writer_text (&json, "visit", visit->id);
  pal_json_writer_begin_array (&json, "blocks", FALSE);
  for (guint i = 0; i < PAL_SUMMARY_BLOCK_N; i++)
    print_block (&json, document, visit, i);
  pal_json_writer_end (&json);
  pal_json_writer_end (&json);
  ctl_print_json (text);
}

static PalDocument *
make (CtlCall *call, PalSummaryParts parts, GError **error)
{
  g_autoptr (PalClientFile) file = NULL;
  PalReportSetup setup;
  PalDocument *document = NULL;
  gboolean writes = options.say != NULL || options.as_made != NULL;

  if (ctl_check_text ("--visit", options.visit, error))
    file = ctl_paper_open_client_with (call,
                                       writes ? PAL_STORE_OPEN_DEFAULT : PAL_STORE_OPEN_READ_ONLY,
                                       error);
  if (file == NULL)
    return NULL;
  ctl_paper_prepare (call, file->client->language, &setup);
  if (remember_words (call, &setup, file, error))
    document = pal_summary_new (&setup, file, options.visit, parts, error);
  if (document != NULL && call->json)
    print_blocks (document, file);
  return document;
}

static CtlStatus
run_summary (CtlCall *call)
{
  CtlStatus status = ctl_paper_check (call, !call->json);
  PalSummaryParts parts;
  GError *error = NULL;
  g_autoptr (PalDocument) document = NULL;

  if (status != CTL_OK)
    return status;
  if (!read_parts (&parts) || !check_words ())
    return ctl_usage (call, _ ("The blocks of the page are map, complaint, found, explanations, "
                               "recurring, done, since, until and next."));
  document = make (call, parts, &error);
  if (document != NULL && ctl_paper.out == NULL)
    return CTL_OK;
  return ctl_paper_finish (g_steal_pointer (&document), &error);
}

static const GOptionEntry entries[] = {
  { "visit", 0, 0, G_OPTION_ARG_FILENAME, &options.visit,
    N_ ("About this visit (default: the newest)"), N_ ("ID") },
  { "leave-out", 0, 0, G_OPTION_ARG_FILENAME, &options.leave_out,
    N_ ("Blocks to leave out this once, with commas between"), N_ ("BLOCKS") },
  { "say", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.say,
    N_ ("These words for a block, from now on; none leave it out"), N_ ("BLOCK=TEXT") },
  { "as-made", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.as_made,
    N_ ("The words made from the record again"), N_ ("BLOCK") },
  CTL_PAPER_ENTRIES,
};

const CtlVerb ctl_summary = {
  .name = "summary",
  .usage = N_ ("CLIENT --out FILE.pdf"),
  .min_args = 1,
  .max_args = 1,
  .summary = N_ ("Write the page a client takes home"),
  .description = N_ (
      "The blocks of the page are map, complaint, found, explanations, recurring, done, since, "
      "until and next. What the client or the practice leaves out stays out; --say and --as-made "
      "are kept with the visit.\n\n"
      "--json prints {\"visit\": \"…\", \"blocks\": [{\"block\": \"found\", \"printed\": true, "
      "\"made\": \"…\", \"text\": \"…\", \"outdated\": false}, …]}; --out may be left out then."),
  .options = entries,
  .has_json = TRUE,
  .run = run_summary,
};
