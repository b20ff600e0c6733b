/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a part of the body was not looked at: counted by hand. */

#include "config.h"

#include "insight/pal-unseen.h"
#include "kit.h"
#include "tests/kit/kit-start.h"

static const PalPreset *
get_upper_body (void)
{
  GPtrArray *presets = pal_atlas_get_presets (kit_get_atlas ());
  for (guint i = 0; i < presets->len; i++)
    {
      const PalPreset *preset = g_ptr_array_index (presets, i);
      if (g_str_equal (preset->id, "upper-body"))
        return preset;
    }
  g_assert_not_reached ();
}

/* Visits a week apart, one a letter: l legs, u the neck, e everything without a list, n nothing,
 * m legs with a mark on the shoulder, k legs with the client's own word about it. */
static GPtrArray *
create_visits (const char *letters)
{
  GPtrArray *visits = g_ptr_array_new_with_free_func ((GDestroyNotify) pal_visit_unref);
  for (guint i = 0; letters[i] != '\0'; i++)
    {
      PalVisit *visit = pal_visit_new (KIT_RUNNER_ID, 1760000000 + (PalTime) i * 7 * 86400);
      g_strfreev (visit->examined);
      visit->examined = letters[i] == 'e' ? NULL
                                          : kit_words_new (letters[i] == 'n'   ? ""
                                                           : letters[i] == 'u' ? "neck"
                                                                               : "thigh lower-leg");
      if (letters[i] == 'm' || letters[i] == 'k')
        {
          PalMark *mark = pal_mark_new ("trapezius-upper", PAL_SIDE_LEFT, "tight", 2);
          mark->source = letters[i] == 'k' ? PAL_SOURCE_CLIENT : PAL_SOURCE_THERAPIST;
          g_ptr_array_add (visit->marks, mark);
        }
      g_ptr_array_add (visits, visit);
    }
  return visits;
}

/* The visit under way is the last letter. */
static guint
count (const char *letters)
{
  g_autoptr (GPtrArray) visits = create_visits (letters);
  const PalVisit *now = g_ptr_array_index (visits, visits->len - 1);
  return pal_unseen_count (visits, now, kit_get_atlas (), kit_get_vocabulary (), get_upper_body ());
}

static void
test_counts (void)
{
  g_assert_cmpuint (count ("n"), ==, 0);
  g_assert_cmpuint (count ("un"), ==, 0);
  g_assert_cmpuint (count ("uln"), ==, 1);
  g_assert_cmpuint (count ("ulul"
                           "lln"),
                    ==, 3);
  g_assert_cmpuint (count ("llll"), ==, 3);
  /* Looked at now, or everything at once, or found by the hand alone. */
  g_assert_cmpuint (count ("lllu"), ==, 0);
  g_assert_cmpuint (count ("llelln"), ==, 2);
  g_assert_cmpuint (count ("llmlln"), ==, 2);
  /* What the client says is no look. */
  g_assert_cmpuint (count ("llklln"), ==, 5);
  /* A visit at which nothing was examined says nothing. */
  g_assert_cmpuint (count ("ulnnln"), ==, 2);
}

/* An old visit opened again does not count what came after it. */
static void
test_looks_back_only (void)
{
  g_autoptr (GPtrArray) visits = create_visits ("ulll");
  g_assert_cmpuint (pal_unseen_count (visits, g_ptr_array_index (visits, 2), kit_get_atlas (),
                                      kit_get_vocabulary (), get_upper_body ()),
                    ==, 1);
}

int
main (int argc, char *argv[])
{
  kit_start (&argc, &argv);
  g_test_add_func ("/insight/unseen/counts", test_counts);
  g_test_add_func ("/insight/unseen/looks-back-only", test_looks_back_only);
  return g_test_run ();
}
