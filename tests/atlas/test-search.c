/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding regions by words, as therapists type them. */

#define G_LOG_DOMAIN "test-search"

#include "config.h"

#include "atlas/pal-search.h"
#include "tests/kit/kit-start.h"

#include <string.h>

static PalAtlas *atlas;

static char *
join_results (const char *words, guint max_results)
{
  g_autoptr (GArray) matches = pal_atlas_search (atlas, words, max_results);
  g_autoptr (GString) ids = g_string_new (NULL);

  g_assert_cmpuint (matches->len, <=, max_results);
  for (guint i = 0; i < matches->len; i++)
    {
      const PalMatch *match = &g_array_index (matches, PalMatch, i);

      g_assert_cmpfloat (match->score, >, 0);
      g_assert_cmpfloat (match->score, <=, 1);
      if (i > 0)
        g_assert_cmpfloat (match->score, <=, g_array_index (matches, PalMatch, i - 1).score);
      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", match->region->id);
    }

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

/* What stands first, in this order; more may follow. */
static void
test_ranking (void)
{
  static const struct
  {
    const char *words;
    const char *first;
  } cases[] = {
    { "calf", "gastrocnemius-medial gastrocnemius-lateral soleus tibialis-posterior achilles" },
    { "it band", "itb-mid itb-proximal itb-distal" },
    { "ITB", "itb-mid itb-proximal itb-distal" },
    { "bum", "gluteus-maximus piriformis" },
    { "shin splints", "medial-shin tibialis-anterior tibialis-posterior" },
    { "itb-mid", "itb-mid" },
    { "ITB mid", "itb-mid" },
    { "Musculus soleus", "soleus" },
    { "tendo calcaneus", "achilles" },
    { "tractus iliotibialis", "itb-mid itb-proximal itb-distal" },
    { "runner's knee", "patella" },
    { "runners knee", "patella" },
    { "heel cord", "achilles" },
    { "glut", "gluteus-maximus gluteus-medius gluteus-minimus" },
    { "gastroc med", "gastrocnemius-medial" },
    { "medial gastroc", "gastrocnemius-medial" },
    { "pirifromis", "piriformis" },
    { "soelus", "soleus" },
    { "solues", "soleus" },
    { "hamstirng", "biceps-femoris semitendinosus hamstring-origin" },
    { "sternocleidomastiod", "sternocleidomastoid" },
    { "PÍRIFÓRMIS", "piriformis" },
    { "pirifrom", "piriformis" },
    { "gluteals", "gluteus-maximus gluteus-medius gluteus-minimus piriformis" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = join_results (cases[i].words, 10);

      if (!g_str_has_prefix (found, cases[i].first))
        g_error ("“%s” finds %s", cases[i].words, found);
    }
}

static void
test_nothing (void)
{
  static const char *const words[] = { "", "   ", "-", "xyz", "qqqqqqqqqq", "\xF0\x9F\xA6\xB5" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *found = join_results (words[i], 10);

      g_assert_cmpstr (found, ==, "");
    }

  g_autofree char *none = join_results ("calf", 0);
  g_assert_cmpstr (none, ==, "");
  g_autofree char *one = join_results ("calf", 1);
  g_assert_cmpstr (one, ==, "gastrocnemius-medial");
}

/* Nothing a person can paste into the field takes long or breaks it. */
static void
test_long_and_odd (void)
{
  g_autofree char *letters = g_strnfill (100000, 'a');
  g_autofree char *spaced = g_strnfill (20000, 'a');
  for (guint i = 1; i < 20000; i += 2)
    spaced[i] = ' ';

  g_autofree char *first = join_results (letters, 5);
  g_autofree char *second = join_results (spaced, 5);
  g_autofree char *third = join_results ("broken \xff\xfe text", 5);
  g_assert_cmpstr (first, ==, "");
  g_assert_cmpuint (strlen (second), <, 500);
  g_assert_cmpstr (third, ==, "");
}

static const PalMatch *
find_match (GArray *matches, const char *id)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const PalMatch *match = &g_array_index (matches, PalMatch, i);

      if (g_strcmp0 (match->region->id, id) == 0)
        return match;
    }

  return NULL;
}

static void
test_structure_and_exactness (void)
{
  g_autoptr (GArray) exact = pal_atlas_search (atlas, "calf", 10);
  g_autoptr (GArray) wrong = pal_atlas_search (atlas, "soelus", 10);

  g_assert_cmpstr (find_match (exact, "achilles")->structure->id, ==, "calf");
  g_assert_null (find_match (exact, "tibialis-posterior")->structure);
  g_assert_true (find_match (exact, "soleus")->exact);
  g_assert_cmpfloat (find_match (exact, "soleus")->score, ==, 1);
  g_assert_cmpfloat (find_match (exact, "peroneals")->score, <, 1);
  g_assert_false (find_match (wrong, "soleus")->exact);
  g_assert_cmpfloat (find_match (wrong, "soleus")->score, <, 1);
}

static void
test_resolve (void)
{
  static const struct
  {
    const char *words;
    const char *id;
    guint n_others;
    gboolean forgiven;
    const char *structure;
  } cases[] = {
    { "itb-mid", "itb-mid", 0, FALSE, NULL },
    { "itb", "itb-mid", 2, FALSE, "itb" },
    { "it band", "itb-mid", 2, FALSE, "itb" },
    { "calf", "gastrocnemius-medial", 3, FALSE, "calf" },
    { "Calf, inner", "gastrocnemius-medial", 0, FALSE, NULL },
    { "jaw", "masseter", 0, FALSE, NULL },
    { "TFL", "tensor-fasciae-latae", 0, FALSE, NULL },
    { "bum", "gluteus-maximus", 1, FALSE, NULL },
    { "adductors", "adductors", 2, FALSE, "inner-thigh" },
    { "pirifromis", "piriformis", 0, TRUE, NULL },
    { "soelus", "soleus", 0, TRUE, NULL },
    { "hamstirng", "biceps-femoris", 2, TRUE, "hamstrings" },
    { "kneecapp", "patella", 0, TRUE, NULL },
    { "gastroc med", "gastrocnemius-medial", 0, TRUE, NULL },
    { "gluteals", "gluteus-maximus", 3, FALSE, "gluteals" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PalResolution resolution = { 0 };

      g_test_message ("%s", cases[i].words);
      g_assert_true (pal_atlas_resolve (atlas, cases[i].words, &resolution, NULL));
      g_assert_cmpstr (resolution.region->id, ==, cases[i].id);
      g_assert_cmpuint (resolution.others != NULL ? resolution.others->len : 0, ==,
                        cases[i].n_others);
      g_assert_cmpint (resolution.forgiven, ==, cases[i].forgiven);
      g_assert_cmpstr (resolution.structure != NULL ? resolution.structure->id : NULL, ==,
                       cases[i].structure);
      pal_resolution_clear (&resolution);
      g_assert_null (resolution.others);
    }
}

static void
test_refuse (void)
{
  static const struct
  {
    const char *words;
    const char *nearest;
  } cases[] = {
    { "tib", "tibialis-anterior tibialis-posterior medial-shin" },
    { "xyz", "" },
    { "", "" },
    { "left", "" },
    { "gastrox med lat", "" },
    { "bananas", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PalResolution resolution = { 0 };
      g_auto (GStrv) nearest = NULL;

      g_test_message ("%s", cases[i].words);
      g_assert_false (pal_atlas_resolve (atlas, cases[i].words, &resolution, &nearest));
      g_assert_null (resolution.region);
      g_assert_nonnull (nearest);
      g_assert_cmpuint (g_strv_length (nearest), <=, 3);
      if (cases[i].nearest != NULL)
        {
          g_autofree char *joined = g_strjoinv (" ", nearest);

          g_assert_cmpstr (joined, ==, cases[i].nearest);
        }
    }
}

/* Whatever the catalogue itself calls a region must lead to it. */
static void
test_every_name (void)
{
  for (guint i = 0; i < pal_atlas_get_n_regions (atlas); i++)
    {
      const PalRegion *region = pal_atlas_get_region (atlas, i);
      const char *names[] = { region->id, region->name, region->short_name };

      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        {
          PalResolution resolution = { 0 };

          g_test_message ("%s", names[j]);
          g_assert_true (pal_atlas_resolve (atlas, names[j], &resolution, NULL));
          g_assert_true (resolution.region == region);
          g_assert_false (resolution.forgiven);
          pal_resolution_clear (&resolution);
        }
      for (guint j = 0; region->aliases[j] != NULL; j++)
        {
          g_autoptr (GArray) matches = pal_atlas_search (atlas, region->aliases[j], 10);

          g_assert_nonnull (find_match (matches, region->id));
        }
    }
}

static void
test_ambiguous_order (void)
{
  GPtrArray *list = pal_atlas_get_ambiguous (atlas);

  for (guint i = 0; i < list->len; i++)
    {
      const PalAmbiguousAlias *ambiguous = g_ptr_array_index (list, i);
      g_autoptr (GArray) matches = pal_atlas_search (atlas, ambiguous->alias, 87);

      g_test_message ("%s", ambiguous->alias);
      g_assert_cmpuint (matches->len, >=, ambiguous->n_regions);
      for (guint j = 0; j < ambiguous->n_regions; j++)
        g_assert_cmpuint (g_array_index (matches, PalMatch, j).region->index, ==,
                          ambiguous->regions[j]);
    }
}

static void
test_fold (void)
{
  static const char *const cases[][2] = {
    { "Soleus", "soleus" }, { "PÍRIFÓRMIS", "piriformis" },
    { "Gesäß", "gesass" },  { "ﬁbula", "fibula" },
    { "Ⅳ", "iv" },          { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = pal_text_fold (cases[i][0]);

      g_assert_cmpstr (folded, ==, cases[i][1]);
    }
}

static void
test_distance (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    guint limit;
    guint distance;
  } cases[] = {
    { "soleus", "soleus", 2, 0 },  { "soelus", "soleus", 2, 1 },
    { "solus", "soleus", 2, 1 },   { "solleus", "soleus", 2, 1 },
    { "sokeus", "soleus", 2, 1 },  { "kitten", "sitting", 5, 3 },
    { "kitten", "sitting", 2, 3 }, { "kitten", "sitting", 1, 2 },
    { "", "abc", 5, 3 },           { "ca", "abc", 5, 3 },
    { "äöü", "aöü", 5, 1 },        { "a", "", 0, 1 },
    { "abcdef", "badcfe", 6, 3 },  { "", "", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpuint (pal_text_distance (cases[i].a, cases[i].b, cases[i].limit), ==,
                        cases[i].distance);
      g_assert_cmpuint (pal_text_distance (cases[i].b, cases[i].a, cases[i].limit), ==,
                        cases[i].distance);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  kit_start (&argc, &argv);
  atlas = pal_atlas_new (&error);
  g_assert_no_error (error);

  g_test_add_func ("/atlas/search/ranking", test_ranking);
  g_test_add_func ("/atlas/search/nothing", test_nothing);
  g_test_add_func ("/atlas/search/long-and-odd", test_long_and_odd);
  g_test_add_func ("/atlas/search/structure-and-exactness", test_structure_and_exactness);
  g_test_add_func ("/atlas/search/every-name", test_every_name);
  g_test_add_func ("/atlas/search/ambiguous-order", test_ambiguous_order);
  g_test_add_func ("/atlas/resolve/takes", test_resolve);
  g_test_add_func ("/atlas/resolve/refuses", test_refuse);
  g_test_add_func ("/atlas/text/fold", test_fold);
  g_test_add_func ("/atlas/text/distance", test_distance);

  int result = g_test_run ();
  pal_atlas_unref (atlas);

  return result;
}
