/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every field that a visit has in a file is on paper too: the tables of the exchange say which
 * there are, this one how each is printed. Whoever adds a field has to say so here. */

#include "config.h"

#include <string.h>

#include "exchange/pal-exchange.h"
#include "exchange/pal-practice-fields.h"
#include "report-kit.h"
#include "report/pal-document-private.h"
#include "report/pal-flow.h"
#include "report/pal-visit-record.h"
#include "tests/kit/kit-start.h"

/* Words of the record of the first visit of tests/exchange/data/full.json. */
static const struct
{
  const char *path;
  const char *printed; /* %NULL: no words on paper; the comment says why */
} fields[] = {
  { "id", NULL }, /* for programs */
  { "at", "Visit 1 Mar 2026, 10:00" },
  { "minutes", "Length 60 minutes" },
  { "type", "Type Maintenance" },
  { "room", "Room 1" },
  { "therapist", "Therapist Ruth" },
  { "signed", "Status Signed by" },
  { "signed_at", "on 1 Mar 2026, 11:02" },
  { "signed_by", "Signed by Ruth" },
  { "alerts_seen", "Acknowledged on 1 Mar 2026, 10:01." },
  { "screening.at", "Asked on 1 Mar 2026, 10:02." },
  { "screening.red_flags", "Signs of a blood clot in the leg" },
  { "complaint.text", "What the client came for Knee" },
  { "complaint.regions.region", "knee, outer side and Sternum" },
  { "complaint.regions.side", "Left knee, outer side and" },
  { "request", "Time asked for: Feet" },
  { "request_areas.group", "Foot and ankle: 20 minutes; Neck" },
  { "request_areas.minutes", "20 minutes; Neck" },
  { "examined", "Examined: Thigh, Knee and Chest and ribs" },
  { "state.sleep_hours", "Sleep 7.5 hours" },
  { "state.sleep_quality", "Sleep quality 6 of 10" },
  { "state.stress", "Stress 4 of 10" },
  { "state.rest_days", "Rest days a week 2" },
  { "state.recovery_sessions", "Recovery sessions 1" },
  { "state.days_since_hard", "hard session 0 days" },
  { "state.pain_at_rest", "Pain at rest 1 of 10" },
  { "state.pain_in_training", "Pain in training 3 of 10" },
  { "state.nutrition", "Food and drink Fine" },
  { "state.breathing", "Breathing Full" },
  { "state.symptoms", "Symptoms Headache" },
  { "state.terrain", "Terrain Road" },
  { "state.shoes", "Shoes Heron" },
  { "state.next_race", "Next race 10 May 2026" },
  { "notes.subjective", "Subjective S " },
  { "notes.objective", "scar or old injury O " },
  { "notes.assessment", "Assessment A " },
  { "notes.plan", "Plan P " },
  { "advice", "Until next time Rest" },
  { "home_care", "Home care: Calf stretch, straight knee" },
  { "next_weeks", "Next visit: in three weeks" },
  { "check_next", "To check next time: Hip and buttock and Soleus" },
  { "consents.at", "1 Mar 2026, 10:05 Sternum" },
  { "consents.region", "Sternum given" },
  { "consents.given", "given May I?" },
  { "consents.wording", "May I?" },
  { "marks.region", "iliotibial band, middle third Tight" },
  { "marks.side", "Left iliotibial band, middle third Tight" },
  { "marks.kind", "Tight 3 Severe" },
  { "marks.before", "3 Severe" },
  { "marks.after", "1 Mild Stripping" },
  { "marks.points.view", NULL }, /* drawn on the map */
  { "marks.points.x", NULL },
  { "marks.points.y", NULL },
  { "marks.points.to.x", NULL },
  { "marks.points.to.y", NULL },
  { "marks.techniques", "Stripping · " },
  { "marks.minutes", "5 minutes · " },
  { "marks.responses", "Warmer found" },
  { "marks.source", "reported by the client" },
  { "marks.carried", "carried over, not confirmed" },
  { "marks.concern", "found whatever the complaint" },
  { "marks.note", "One cord" },
  { "tests.test", "modified Ober test" },
  { "tests.side", "Left -1 degrees" },
  { "tests.value", "-1 degrees" },
  { "tests.note", "Stiff" },
  { "ink.view", NULL }, /* drawn on the map */
  { "ink.points", NULL },
  { "amendments.at", "2 Mar 2026, 08:00, Ruth" },
  { "amendments.author", "08:00, Ruth" },
  { "amendments.reason", "Reason: Forgotten" },
  { "amendments.text", "Left, not right" },
  { "summary_texts.block", NULL }, /* of the client's page, not of the record */
  { "summary_texts.text", NULL },
  { "summary_texts.made", NULL },
};

static PalPractice *
load_example (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "exchange", "data", "full.json", NULL);
  g_autoptr (GError) error = NULL;
  PalPractice *practice =
      pal_practice_read_file (path, kit_get_atlas (), kit_get_vocabulary (), &error);

  g_assert_no_error (error);
  return practice;
}

static char *
read_record (const PalClientFile *file, const char *visit_id)
{
  PalReportSetup setup = report_kit_setup ();
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autoptr (GError) error = NULL;
  PalDocument *document = pal_visit_record_new (&setup, file, visit_id, NULL, &error);
  g_autofree char *path = NULL;

  g_assert_no_error (error);
  path = report_kit_write (document, folder, "record");
  return report_kit_read (path);
}

static void
check_field (const char *path, const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].path, path))
      {
        if (fields[i].printed != NULL && strstr (text, fields[i].printed) == NULL)
          g_test_fail_printf ("%s: “%s” is not on paper.", path, fields[i].printed);
        return;
      }
  g_test_fail_printf ("%s is in the file; how is it printed?", path);
}

static void
check_set (const PalFieldSet *set, const char *prefix, const char *text)
{
  for (guint i = 0; i < set->n_fields; i++)
    {
      const PalField *field = &set->fields[i];
      g_autofree char *path = g_strconcat (prefix, *prefix != '\0' ? "." : "", field->key, NULL);

      if (field->set != NULL)
        check_set (field->set, path, text);
      else
        check_field (path, text);
    }
}

static void
test_every_field (void)
{
  g_autoptr (PalPractice) practice = load_example ();
  g_autofree char *text = read_record (practice->files->pdata[0], "v-1");

  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed.");
      return;
    }
  check_set (&pal_visit_fields, "", text);
  /* Of the client: what the visit is read with. */
  g_assert_nonnull (strstr (text, "Activity level Club"));
  g_assert_nonnull (strstr (text, "Preferences Quiet"));
  g_assert_nonnull (strstr (text, "These shoes since 15 Aug 2025, 310.5 km"));
}

/* What the map says and what was typed stand apart, and nothing is said twice. */
static void
test_generated_lines (void)
{
  g_autoptr (PalPractice) practice = load_example ();
  PalClientFile *file = practice->files->pdata[0];
  PalVisit *visit = file->visits->pdata[0];
  g_autofree char *text = NULL;
  const char *heading, *line, *typed;

  pal_visit_set_text (&visit->notes[PAL_NOTE_OBJECTIVE],
                      "Typed first.\nSternum: scar or old injury\nTyped last.");
  text = read_record (file, "v-1");
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed.");
      return;
    }
  heading = strstr (text, "Made from the findings on the map:");
  g_assert_nonnull (heading);
  line =
      strstr (heading, "Left iliotibial band, middle third: tight, severe → mild after stripping");
  g_assert_nonnull (line);
  typed = strstr (line, "Typed first. Sternum: scar or old injury Typed last.");
  g_assert_nonnull (typed);
  g_assert_null (strstr (typed + strlen ("Typed first. Sternum"), "Sternum: scar"));
  g_assert_null (g_strstr_len (line, typed - line, "Sternum"));
}

/* A visit without findings says nothing that nobody found. */
static void
test_nothing_generated (void)
{
  g_autoptr (PalPractice) practice = load_example ();
  g_autofree char *text = read_record (practice->files->pdata[0], "v-2");

  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed.");
      return;
    }
  g_assert_null (strstr (text, "Made from the findings"));
  g_assert_null (strstr (text, "Red flags"));
  g_assert_null (strstr (text, "Minutes asked for"));
}

/* A clock that went wrong makes nobody minus three years old. */
static void
test_before_birth (void)
{
  g_autoptr (PalPractice) practice = load_example ();
  PalClientFile *file = practice->files->pdata[0];
  g_autofree char *text = NULL;

  file->client->born = pal_date_new (2029, 5, 1);
  text = read_record (file, "v-1");
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed.");
      return;
    }
  g_assert_nonnull (strstr (text, "Born 1 May 2029 "));
  g_assert_null (strstr (text, "(-"));
  g_assert_null (strstr (text, "year)"));
}

/* Asked, and all answered with no: that is worth a line. */
static void
test_screening_without_yes (void)
{
  g_autoptr (PalPractice) practice = load_example ();
  PalClientFile *file = practice->files->pdata[0];
  PalVisit *visit = file->visits->pdata[0];
  g_autofree char *text = NULL;

  g_clear_pointer (&visit->red_flags, g_strfreev);
  text = read_record (file, "v-1");
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not installed.");
      return;
    }
  g_assert_nonnull (strstr (text, "Red flags None was answered with yes. Asked on 1 Mar 2026"));
}

/* The last of a list stays with the signature below it, and is one of the list all the same. */
static void
test_kept_item (void)
{
  PalReportSetup setup = report_kit_setup ();
  g_autoptr (PalDocument) document = pal_document_new (&setup, "Record");
  guint n_dots = 0;

  pal_blocks_add (document->blocks, PAL_BLOCK_ITEM, "First");
  pal_blocks_add (document->blocks, PAL_BLOCK_ITEM, "Last")->keep = TRUE;
  pal_blocks_add (document->blocks, PAL_BLOCK_BODY, "Signature");
  g_assert_cmpuint (pal_document_get_n_pages (document), ==, 1);
  for (guint i = 0; i < ((GPtrArray *) document->pages->pdata[0])->len; i++)
    {
      const PalPlaced *placed = ((GPtrArray *) document->pages->pdata[0])->pdata[i];

      n_dots += placed->type == PAL_PLACED_DOT;
    }
  g_assert_cmpuint (n_dots, ==, 2);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/report/visit-record/every-field", test_every_field);
  g_test_add_func ("/report/visit-record/generated-lines", test_generated_lines);
  g_test_add_func ("/report/visit-record/nothing-generated", test_nothing_generated);
  g_test_add_func ("/report/visit-record/screening-without-yes", test_screening_without_yes);
  g_test_add_func ("/report/visit-record/before-birth", test_before_birth);
  g_test_add_func ("/report/visit-record/kept-item", test_kept_item);
  return g_test_run ();
}
