/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The client's page is written for everybody: short sentences, short words, no Latin, no names of
 * diseases. What a therapist or a client typed is theirs and not looked at. */

#define G_LOG_DOMAIN "test-plain-words"

#include "config.h"

#include <libintl.h>
#include <string.h>

#include "exchange/pal-demo.h"
#include "report-kit.h"
#include "report/pal-language.h"
#include "report/pal-summary.h"
#include "tests/kit/kit-start.h"

/* School years needed to read it; most people read well what asks for eight, and these pages are
 * read tired. */
#define MAX_GRADE 6.0
/* The most words a sentence has in plain language (ISO 24495-1 asks for short ones; 20 is what
 * style guides of public services count with). */
#define MAX_WORDS 20

/* Beginnings of words that no client has to know, or that no massage therapist may say. */
static const char *const barred_english[] = {
  "muscul",     "gluteus",   "piriformis", "gastrocnem", "soleus",    "iliotib",   "tensor",
  "fascia",     "trapez",    "erector",    "quadratus",  "lumbor",    "psoas",     "iliac",
  "adductor",   "sternocl",  "scalen",     "pectoral",   "rhomboid",  "levator",   "plantar",
  "peroneal",   "tibialis",  "hypertonic", "adhesion",   "dysfunct",  "syndrome",  "tendinop",
  "tendinit",   "fasciitis", "bursitis",   "arthritis",  "inflam",    "rupture",   "sprain",
  "patholog",   "lesion",    "scoliosis",  "sciatica",   "palpat",    "bilateral", "unilateral",
  "lateral",    "medial",    "anterior",   "posterior",  "proximal",  "distal",    "contraind",
  "etiolog",    "chronic",   "acute",      "disorder",   "disease",   "myofasc",   "petrissage",
  "effleurage", "ischaem",   "ischem",     "proprio",    "dorsiflex", "abduct",    "diagnos",
  "patient",    "hyperton",  "thoracic",   "cervical",   "baseline",
};

static const char *const barred_german[] = {
  "musculus", "gluteus",   "piriformis", "gastrocnem", "soleus",    "iliotib",   "tensor",
  "fascia",   "faszi",     "trapez",     "erector",    "quadratus", "lumbor",    "psoas",
  "adduktor", "pectoral",  "rhomboid",   "levator",    "plantar",   "peroneus",  "tibialis",
  "hyperton", "adhäsion",  "dysfunkt",   "syndrom",    "tendin",    "fasziitis", "bursitis",
  "arthrit",  "entzünd",   "ruptur",     "patholog",   "läsion",    "skoliose",  "ischias",
  "palpat",   "bilateral", "lateral",    "medial",     "proximal",  "distal",    "chronisch",
  "akut",     "krankheit", "myofasz",    "petrissage", "diagnos",   "patient",   "thorakal",
  "zervikal",
};

/* Counting
 * ----------------------------------------------------------------------------------------- */

typedef struct
{
  guint sentences, words, syllables, longest;
} Count;

/* Groups of vowels, without a silent e at the end: right for nine words of ten. */
static guint
count_syllables (const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);
  gsize length = strlen (lower);
  gboolean in_group = FALSE;
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    {
      gboolean vowel = strchr ("aeiouy", lower[i]) != NULL;
      n += vowel && !in_group ? 1 : 0;
      in_group = vowel;
    }
  if (n > 1 && length > 2 && lower[length - 1] == 'e' && lower[length - 2] != 'l')
    n--;
  return MAX (n, 1);
}

/* A list behind a colon is read item by item, so a colon ends a sentence as a full stop does. */
static void
count_text (const char *text, Count *count)
{
  g_auto (GStrv) sentences = g_regex_split_simple ("[.!?:;\n]+", text, 0, 0);

  for (guint i = 0; sentences[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_regex_split_simple ("[^\\p{L}\\p{N}’'-]+", sentences[i], 0, 0);
      guint n = 0;

      for (guint k = 0; words[k] != NULL; k++)
        if (strlen (words[k]) > 0 && strcmp (words[k], "-") != 0)
          {
            count->syllables += count_syllables (words[k]);
            n++;
          }
      count->words += n;
      count->sentences += n > 0 ? 1 : 0;
      count->longest = MAX (count->longest, n);
    }
}

/* Flesch–Kincaid grade level: Kincaid, Fishburne, Rogers, Chissom, “Derivation of new readability
 * formulas …”, Research Branch Report 8-75, US Naval Air Station Memphis, 1975. */
static double
get_grade (const Count *count)
{
  return 0.39 * count->words / count->sentences + 11.8 * count->syllables / count->words - 15.59;
}

static void
assert_plain (const char *text, const char *const *barred, guint n_barred, const char *what)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_auto (GStrv) words = g_regex_split_simple ("[^\\p{L}]+", lower, 0, 0);

  for (guint i = 0; words[i] != NULL; i++)
    for (guint k = 0; k < n_barred; k++)
      if (g_str_has_prefix (words[i], barred[k]))
        g_test_fail_printf ("%s: “%s” in: %s", what, words[i], text);
}

/* Each sentence is short, and so is each item of a list of places. */
static void
assert_short (const char *text, const char *what)
{
  g_auto (GStrv) items = g_strsplit (text, ", ", -1);

  for (guint i = 0; items[i] != NULL; i++)
    {
      Count count = { 0 };

      count_text (items[i], &count);
      if (count.longest > MAX_WORDS)
        g_test_fail_printf ("%s: %u words in a sentence: %s", what, count.longest, items[i]);
    }
}

/* Texts
 * -------------------------------------------------------------------------------------------- */

typedef void (*LookAt) (const char *text, const char *what, gpointer data);

/* Everything that stands on anybody's page: from the catalogue and from the lists of words. */
static void
foreach_fixed (LookAt look, gpointer data)
{
  static const PalTermList plain[] = { PAL_TERMS_KIND, PAL_TERMS_TECHNIQUE };
  PalVocabulary *vocabulary = kit_get_vocabulary ();
  PalAtlas *atlas = kit_get_atlas ();

  for (guint i = 0; i < pal_atlas_get_n_regions (atlas); i++)
    {
      const PalRegion *region = pal_atlas_get_region (atlas, i);

      look (pal_region_get_lay_name (region), region->id, data);
      if (region->does != NULL)
        look (pal_region_get_does (region), region->id, data);
    }
  for (guint i = 0; i < pal_atlas_get_n_structures (atlas); i++)
    {
      const PalStructure *structure = pal_atlas_get_structure (atlas, i);

      look (pal_structure_get_lay_name (structure), structure->id, data);
    }
  for (guint list = 0; list < G_N_ELEMENTS (plain); list++)
    for (guint i = 0; i < pal_vocabulary_get_n (vocabulary, plain[list]); i++)
      {
        const PalTerm *term = pal_vocabulary_get (vocabulary, plain[list], i);

        if (term->plain != NULL)
          look (pal_term_get_plain (term), term->id, data);
      }
  for (guint i = 0; i < pal_vocabulary_get_n (vocabulary, PAL_TERMS_HOME_CARE); i++)
    {
      const PalTerm *term = pal_vocabulary_get (vocabulary, PAL_TERMS_HOME_CARE, i);

      look (pal_term_get_name (term), term->id, data);
      if (term->detail != NULL)
        look (pal_term_get_detail (term), term->id, data);
    }
}

/* What the page of @file says by itself, block by block. */
static void
foreach_made (const PalClientFile *file, LookAt look, gpointer data)
{
  PalReportSetup setup = report_kit_setup ();
  g_autoptr (PalDocument) document = NULL;

  setup.today =
      pal_time_get_local_date (((const PalVisit *) file->visits->pdata[file->visits->len - 1])->at);
  document = pal_summary_new (&setup, file, NULL, PAL_SUMMARY_ALL_PARTS, NULL);
  for (guint i = PAL_SUMMARY_BLOCK_FOUND; i < PAL_SUMMARY_BLOCK_N; i++)
    {
      const char *made = pal_summary_get_made (document, (PalSummaryBlock) i);

      /* Advice is typed; exercises are among the fixed texts. */
      if (made != NULL && i != PAL_SUMMARY_BLOCK_UNTIL)
        look (made, pal_summary_block_to_id ((PalSummaryBlock) i), data);
    }
}

static PalPractice *
load_demo (void)
{
  g_autoptr (GError) error = NULL;
  PalPractice *practice =
      pal_demo_load (kit_get_atlas (), kit_get_vocabulary (), REPORT_KIT_TODAY, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (practice->files->len, ==, 10);
  return practice;
}

/* Tests
 * -------------------------------------------------------------------------------------------- */

static void
add_to_count (const char *text, const char *what, gpointer data)
{
  count_text (text, data);
}

static void
look_english (const char *text, const char *what, gpointer data)
{
  assert_plain (text, barred_english, G_N_ELEMENTS (barred_english), what);
  assert_short (text, what);
}

static void
look_german (const char *text, const char *what, gpointer data)
{
  assert_plain (text, barred_german, G_N_ELEMENTS (barred_german), what);
  assert_short (text, what);
}

/* The formula on a text whose parts can be counted by hand. */
static void
test_formula (void)
{
  Count count = { 0 };

  count_text ("The cat sat on the mat. It was happy.", &count);
  g_assert_cmpuint (count.sentences, ==, 2);
  g_assert_cmpuint (count.words, ==, 9);
  g_assert_cmpuint (count.syllables, ==, 10);
  g_assert_cmpfloat_with_epsilon (get_grade (&count), -0.724, 0.01);
}

static void
test_grade (void)
{
  g_autoptr (PalPractice) practice = load_demo ();
  Count fixed = { 0 };

  foreach_fixed (add_to_count, &fixed);
  g_test_message ("fixed texts: grade %.1f", get_grade (&fixed));
  g_assert_cmpfloat (get_grade (&fixed), <=, MAX_GRADE);
  for (guint i = 0; i < practice->files->len; i++)
    {
      Count page = { 0 };

      foreach_made (practice->files->pdata[i], add_to_count, &page);
      g_test_message ("page %u: %u words, grade %.1f", i, page.words, get_grade (&page));
      g_assert_cmpuint (page.words, >, 10);
      g_assert_cmpfloat (get_grade (&page), <=, MAX_GRADE);
    }
}

static void
test_english (void)
{
  g_autoptr (PalPractice) practice = load_demo ();

  foreach_fixed (look_english, NULL);
  for (guint i = 0; i < practice->files->len; i++)
    foreach_made (practice->files->pdata[i], look_english, NULL);
}

static void
test_german (void)
{
  g_autoptr (PalPractice) practice = load_demo ();
  g_autoptr (PalLanguageScope) scope = NULL;

  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("PALPATE_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  scope = pal_language_enter ("de");
  if (g_str_equal (pal_summary_block_get_name (PAL_SUMMARY_BLOCK_DONE), "What we did"))
    {
      g_test_skip ("The German catalogue is not there.");
      return;
    }
  foreach_fixed (look_german, NULL);
  for (guint i = 0; i < practice->files->len; i++)
    foreach_made (practice->files->pdata[i], look_german, NULL);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/report/plain-words/formula", test_formula);
  g_test_add_func ("/report/plain-words/grade", test_grade);
  g_test_add_func ("/report/plain-words/english", test_english);
  g_test_add_func ("/report/plain-words/german", test_german);
  return g_test_run ();
}
