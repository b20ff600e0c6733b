/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The shipped words of findings, and the chains. */

#define G_LOG_DOMAIN "test-words"

#include "config.h"

#include "atlas/pal-chains.h"
#include "atlas/pal-vocabulary.h"
#include "tests/kit/kit-start.h"

#include <math.h>

static PalAtlas *atlas;
static PalVocabulary *vocabulary;

static void
test_counts (void)
{
  static const guint n[PAL_TERMS_N] = { 19, 32, 20, 6, 4, 9, 29, 25, 61, 48 };

  for (PalTermList list = PAL_TERMS_KIND; list < PAL_TERMS_N; list++)
    {
      g_test_message ("%s", pal_term_list_to_id (list));
      g_assert_cmpuint (pal_vocabulary_get_n (vocabulary, list), ==, n[list]);
      for (guint i = 0; i < n[list]; i++)
        {
          const PalTerm *term = pal_vocabulary_get (vocabulary, list, i);

          g_assert_cmpuint (term->index, ==, i);
          g_assert_true (pal_vocabulary_find (vocabulary, list, term->id) == term);
          g_assert_cmpstr (pal_term_get_name (term), !=, "");
          g_assert_false (term->own);
        }
    }
  g_assert_null (pal_vocabulary_find (vocabulary, PAL_TERMS_KIND, "effleurage"));
  g_assert_null (pal_vocabulary_find (vocabulary, PAL_TERMS_KIND, NULL));
}

static void
test_kinds (void)
{
  const PalTerm *tight = pal_vocabulary_find (vocabulary, PAL_TERMS_KIND, "tight");
  const PalTerm *clear = pal_vocabulary_find_code (vocabulary, PAL_TERMS_KIND, "OK");

  g_assert_cmpstr (pal_term_get_name (tight), ==, "Tight");
  g_assert_cmpstr (pal_term_get_plain (tight), ==, "feels tight or short");
  g_assert_true (g_str_has_prefix (pal_term_get_detail (tight), "Firm and slow to yield"));
  g_assert_true (tight->has_severity);
  g_assert_false (tight->favourable);
  g_assert_true (pal_vocabulary_find_code (vocabulary, PAL_TERMS_KIND, "T") == tight);
  g_assert_cmpstr (pal_vocabulary_find_code (vocabulary, PAL_TERMS_KIND, "tp")->id, ==,
                   "trigger-point");
  g_assert_nonnull (clear);
  g_assert_true (clear->favourable);
  g_assert_null (pal_vocabulary_find_code (vocabulary, PAL_TERMS_KIND, "zz"));
  g_assert_null (pal_vocabulary_find_code (vocabulary, PAL_TERMS_KIND, ""));
}

/* In shorthand a code follows the side and the severity, so it must never look like one. */
static void
test_codes_are_plain (void)
{
  for (guint i = 0; i < pal_vocabulary_get_n (vocabulary, PAL_TERMS_KIND); i++)
    {
      const PalTerm *kind = pal_vocabulary_get (vocabulary, PAL_TERMS_KIND, i);

      g_assert_cmpuint (g_strv_length (kind->codes), ==, 1);
      g_assert_cmpstr (kind->codes[0], !=, "l");
      g_assert_cmpstr (kind->codes[0], !=, "r");
      g_assert_cmpstr (kind->codes[0], !=, "b");
      g_assert_true (pal_vocabulary_find_code (vocabulary, PAL_TERMS_KIND, kind->codes[0]) == kind);
    }
}

static void
test_particulars (void)
{
  const PalTerm *cupping = pal_vocabulary_find (vocabulary, PAL_TERMS_TECHNIQUE, "cupping");
  const PalTerm *range = pal_vocabulary_find (vocabulary, PAL_TERMS_TEST, "neck-rotation");
  const PalTerm *stance = pal_vocabulary_find (vocabulary, PAL_TERMS_TEST, "single-leg-stance");
  const PalTerm *dizzy = pal_vocabulary_find (vocabulary, PAL_TERMS_SYMPTOM, "dizziness");
  const PalTerm *clot = pal_vocabulary_find (vocabulary, PAL_TERMS_RED_FLAG, "dvt-signs");

  g_assert_true (g_str_has_prefix (pal_term_get_detail (cupping), "Can leave round marks"));
  g_assert_cmpstr (pal_vocabulary_find_code (vocabulary, PAL_TERMS_TECHNIQUE, "eff")->id, ==,
                   "effleurage");
  g_assert_cmpstr (pal_term_get_name (range), ==, "Neck: rotation");
  g_assert_cmpfloat (range->normal_from, ==, 0);
  g_assert_cmpfloat (range->normal_to, ==, 60);
  g_assert_cmpstr (pal_term_get_unit (range), ==, "degrees");
  g_assert_cmpstr (range->source, ==, "AAOS 1965");
  g_assert_true (range->paired);
  g_assert_true (isnan (stance->normal_from));
  g_assert_null (stance->source);
  g_assert_cmpstr (stance->category, ==, "function");
  g_assert_cmpstr (dizzy->red_flag, ==, "neck-artery-signs");
  g_assert_cmpstr (clot->category, ==, "stop");
  g_assert_cmpstr (clot->scope, ==, "whole");
  g_assert_cmpstr (pal_term_get_advice (clot), ==, "Do not treat. Same-day medical advice.");
  g_assert_nonnull (pal_term_get_reason (clot));
  g_assert_null (pal_term_get_advice (dizzy));
}

/* Whatever one list says of regions and red flags is there. */
static void
test_references (void)
{
  for (PalTermList list = PAL_TERMS_KIND; list < PAL_TERMS_N; list++)
    {
      for (guint i = 0; i < pal_vocabulary_get_n (vocabulary, list); i++)
        {
          const PalTerm *term = pal_vocabulary_get (vocabulary, list, i);

          for (guint j = 0; term->regions != NULL && term->regions[j] != NULL; j++)
            g_assert_nonnull (pal_atlas_find_region (atlas, term->regions[j]));
          if (term->red_flag != NULL)
            g_assert_nonnull (pal_vocabulary_find (vocabulary, PAL_TERMS_RED_FLAG, term->red_flag));
        }
    }
}

static void
test_severity (void)
{
  g_assert_cmpstr (pal_severity_get_name (0), ==, "Clear");
  g_assert_cmpstr (pal_severity_get_name (3), ==, "Severe");
  g_assert_cmpstr (pal_severity_get_plain (2), ==, "you notice it");
}

static void
test_own_words (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalVocabulary) own = pal_vocabulary_new (&error);
  PalTermList list = PAL_TERMS_TECHNIQUE;

  g_assert_no_error (error);
  g_assert_true (pal_vocabulary_add_own (own, list, "own-wave", "Welle", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (pal_vocabulary_get_n (own, list), ==, 33);
  g_assert_true (pal_vocabulary_find (own, list, "own-wave")->own);
  g_assert_cmpstr (pal_term_get_name (pal_vocabulary_get (own, list, 32)), ==, "Welle");
  g_assert_null (pal_term_get_plain (pal_vocabulary_get (own, list, 32)));

  g_assert_false (pal_vocabulary_add_own (own, list, "own-wave", "Again", NULL, &error));
  g_assert_error (error, PAL_ATLAS_ERROR, PAL_ATLAS_ERROR_BAD_CATALOGUE);
  g_clear_error (&error);
  g_assert_false (pal_vocabulary_add_own (own, list, "effleurage", "Again", NULL, NULL));
  g_assert_false (pal_vocabulary_add_own (own, list, "own-empty", "", NULL, NULL));
  g_assert_cmpuint (pal_vocabulary_get_n (own, list), ==, 33);
  g_assert_cmpuint (pal_vocabulary_get_n (vocabulary, list), ==, 32);
}

static void
test_chains (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) chains = pal_chains_load (atlas, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (chains->len, ==, 12);

  const PalChain *chain = g_ptr_array_index (chains, 0);
  g_assert_cmpstr (chain->id, ==, "itb-chain");
  g_assert_cmpstr (pal_chain_get_name (chain), ==, "ITB chain");
  g_assert_cmpstr (pal_chain_get_evidence_level (chain), ==, "weak");
  g_assert_true (g_str_has_prefix (pal_chain_get_plain (chain), "Calf and shin work hard"));
  g_assert_cmpuint (chain->links->len, ==, 8);
  g_assert_cmpuint (chain->sources->len, ==, 5);
  g_assert_cmpstr (g_ptr_array_index (chain->sources, 1), ==,
                   "Noehren B, Davis I, Hamill J. Prospective study of the biomechanical factors "
                   "associated with iliotibial band syndrome. Clinical Biomechanics; 2007.");

  const PalChainLink *shoes = g_ptr_array_index (chain->links, 0);
  const PalChainLink *band = g_ptr_array_index (chain->links, 5);
  const PalChainLink *back = g_ptr_array_index (chain->links, 7);
  g_assert_cmpstr (shoes->factor, ==, "shoes");
  g_assert_cmpuint (shoes->n_regions, ==, 0);
  g_assert_cmpstr (pal_chain_link_get_plain (shoes), ==, "worn out, new, or a different model");
  g_assert_cmpstr (pal_chain_link_get_name (band), ==, "Iliotibial band");
  g_assert_null (band->factor);
  g_assert_null (pal_chain_link_get_plain (band));
  g_assert_cmpuint (band->n_regions, ==, 3);
  g_assert_cmpstr (pal_atlas_get_region (atlas, band->regions[0])->id, ==, "itb-distal");
  g_assert_true (band->same_side);
  g_assert_false (back->same_side);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  kit_start (&argc, &argv);
  atlas = pal_atlas_new (&error);
  g_assert_no_error (error);
  vocabulary = pal_vocabulary_new (&error);
  g_assert_no_error (error);

  g_test_add_func ("/atlas/words/counts", test_counts);
  g_test_add_func ("/atlas/words/kinds", test_kinds);
  g_test_add_func ("/atlas/words/codes-are-plain", test_codes_are_plain);
  g_test_add_func ("/atlas/words/particulars", test_particulars);
  g_test_add_func ("/atlas/words/references", test_references);
  g_test_add_func ("/atlas/words/severity", test_severity);
  g_test_add_func ("/atlas/words/own", test_own_words);
  g_test_add_func ("/atlas/chains/itb", test_chains);

  int result = g_test_run ();
  pal_vocabulary_unref (vocabulary);
  pal_atlas_unref (atlas);

  return result;
}
