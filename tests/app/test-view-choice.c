/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which views are shown when there is no room for all. */

#include "config.h"

#include "app/pal-view-choice.h"
#include "kit.h"
#include "tests/kit/kit-start.h"

#define FRONT (1 << PAL_VIEW_FRONT)
#define BACK (1 << PAL_VIEW_BACK)
#define LEFT (1 << PAL_VIEW_LEFT)
#define RIGHT (1 << PAL_VIEW_RIGHT)
#define SOLES (1 << PAL_VIEW_SOLES)

/* What is largest where can be seen on the figure: the band on the outside of the thigh from the
 * side, the calf from behind, the breastbone from the front, the sole from below. */
static void
test_choice (void)
{
  static const struct
  {
    const char *regions[3];
    PalSide sides[3];
    guint n_views;
    guint views;
  } cases[] = {
    { { NULL }, { 0 }, 2, FRONT | BACK },
    { { "itb-mid" }, { PAL_SIDE_LEFT }, 1, LEFT },
    { { "itb-mid" }, { PAL_SIDE_RIGHT }, 1, RIGHT },
    { { "itb-mid", "gastrocnemius-medial" }, { PAL_SIDE_LEFT, PAL_SIDE_LEFT }, 2, BACK | LEFT },
    { { "sternum", "itb-mid" }, { PAL_SIDE_MIDLINE, PAL_SIDE_RIGHT }, 2, FRONT | RIGHT },
    { { "itb-mid" }, { PAL_SIDE_LEFT }, 4, FRONT | BACK | LEFT | RIGHT },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PalBodyMap) map = pal_body_map_new (kit_get_atlas ());
      for (guint k = 0; k < 3 && cases[i].regions[k] != NULL; k++)
        pal_body_map_edit (map, pal_atlas_find_region (kit_get_atlas (), cases[i].regions[k]),
                           cases[i].sides[k])
            ->severity = 2;
      PalBodyMap *maps[] = { map };
      g_assert_cmpuint (pal_view_choose (kit_get_atlas (), PAL_FIGURE_NEUTRAL, maps, 1,
                                         cases[i].n_views),
                        ==, cases[i].views);
    }
}

/* The soles come along with the back, for what is seen there best. */
static void
test_soles (void)
{
  g_autoptr (PalBodyMap) map = pal_body_map_new (kit_get_atlas ());
  pal_body_map_edit (map, pal_atlas_find_region (kit_get_atlas (), "plantar-fascia"), PAL_SIDE_LEFT)
      ->severity = 2;
  PalBodyMap *maps[] = { map };
  guint views = pal_view_choose (kit_get_atlas (), PAL_FIGURE_NEUTRAL, maps, 1, 4);
  g_assert_cmpuint (views, ==, FRONT | BACK | LEFT | RIGHT | SOLES);
}

int
main (int argc, char **argv)
{
  kit_start (&argc, &argv);
  g_test_add_func ("/app/view-choice/choice", test_choice);
  g_test_add_func ("/app/view-choice/soles", test_soles);
  return g_test_run ();
}
