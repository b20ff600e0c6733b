/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The catalogue: what there is, how it hangs together, what it is called. */

#define G_LOG_DOMAIN "test-catalogue"

#include "config.h"

#include "atlas/pal-atlas.h"
#include "tests/kit/kit-start.h"

static PalAtlas *atlas;

static void
test_counts (void)
{
  guint n_paired = 0;
  guint n_deep = 0;

  g_assert_cmpuint (pal_atlas_get_n_regions (atlas), ==, 87);
  g_assert_cmpuint (pal_atlas_get_n_groups (atlas), ==, 13);
  g_assert_cmpuint (pal_atlas_get_n_structures (atlas), ==, 13);
  g_assert_cmpuint (pal_atlas_get_presets (atlas)->len, ==, 3);
  g_assert_cmpuint (pal_atlas_get_ambiguous (atlas)->len, ==, 73);

  for (guint i = 0; i < 87; i++)
    {
      const PalRegion *region = pal_atlas_get_region (atlas, i);

      g_assert_cmpuint (region->index, ==, i);
      g_assert_true (pal_atlas_find_region (atlas, region->id) == region);
      n_paired += region->paired ? 1 : 0;
      n_deep += region->deep ? 1 : 0;
    }
  g_assert_cmpuint (n_paired, ==, 82);
  g_assert_cmpuint (n_deep, ==, 4);
}

/* Ids are in people's records: these stand for all of them, first, last and the famous ones. */
static void
test_ids_stay (void)
{
  static const struct
  {
    guint index;
    const char *id;
    const char *group;
    const char *name;
  } cases[] = {
    { 0, "forehead", "head", "Forehead (frontalis)" },
    { 86, "forefoot", "foot", "Forefoot (metatarsal heads)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PalRegion *region = pal_atlas_get_region (atlas, cases[i].index);

      g_assert_cmpstr (region->id, ==, cases[i].id);
      g_assert_cmpstr (pal_atlas_get_group (atlas, region->group)->id, ==, cases[i].group);
      g_assert_cmpstr (pal_region_get_name (region), ==, cases[i].name);
    }
  g_assert_null (pal_atlas_find_region (atlas, "tail"));
  g_assert_null (pal_atlas_find_region (atlas, ""));
  g_assert_null (pal_atlas_find_region (atlas, NULL));
  g_assert_null (pal_atlas_find_group (atlas, "itb-mid"));
}

static void
test_iliotibial_band (void)
{
  const PalRegion *region = pal_atlas_find_region (atlas, "itb-mid");
  const PalStructure *band = pal_atlas_find_structure (atlas, "itb");

  g_assert_nonnull (region);
  g_assert_true (region->paired);
  g_assert_false (region->deep);
  g_assert_cmpuint (region->views, ==,
                    1u << PAL_VIEW_FRONT | 1u << PAL_VIEW_BACK | 1u << PAL_VIEW_LEFT);
  g_assert_cmpstr (pal_region_get_short_name (region), ==, "ITB mid");
  g_assert_cmpstr (pal_region_get_lay_name (region), ==, "outer thigh");
  g_assert_cmpstr (region->latin, ==, "Tractus iliotibialis");
  g_assert_nonnull (band);
  g_assert_cmpstr (pal_structure_get_short_name (band), ==, "ITB");
  g_assert_cmpuint (band->n_regions, ==, 3);
  g_assert_cmpuint (band->regions[1], ==, region->index);
}

static void
test_groups_hold_all (void)
{
  g_autofree guint *seen = g_new0 (guint, 87);

  for (guint i = 0; i < pal_atlas_get_n_groups (atlas); i++)
    {
      const PalGroup *group = pal_atlas_get_group (atlas, i);

      g_assert_true (pal_atlas_find_group (atlas, group->id) == group);
      for (guint j = 0; j < group->n_regions; j++)
        {
          seen[group->regions[j]]++;
          g_assert_cmpuint (pal_atlas_get_region (atlas, group->regions[j])->group, ==, i);
        }
    }
  for (guint i = 0; i < 87; i++)
    g_assert_cmpuint (seen[i], ==, 1);
}

static gboolean
has_neighbour (const PalRegion *region, guint index)
{
  for (guint i = 0; i < region->n_neighbours; i++)
    {
      if (region->neighbours[i] == index)
        return TRUE;
    }

  return FALSE;
}

static void
test_neighbours_are_mutual (void)
{
  guint n = 0;

  for (guint i = 0; i < 87; i++)
    {
      const PalRegion *region = pal_atlas_get_region (atlas, i);

      g_assert_false (has_neighbour (region, i));
      for (guint j = 0; j < region->n_neighbours; j++)
        {
          n++;
          g_assert_true (has_neighbour (pal_atlas_get_region (atlas, region->neighbours[j]), i));
        }
    }
  g_assert_cmpuint (n, >, 2 * 87);
}

static void
assert_label (const char *id, PalSide side, const char *full, const char *brief, const char *lay)
{
  const PalRegion *region = pal_atlas_find_region (atlas, id);
  g_autofree char *label = pal_region_dup_label (region, side);
  g_autofree char *short_label = pal_region_dup_short_label (region, side);
  g_autofree char *lay_label = pal_region_dup_lay_label (region, side);

  g_assert_cmpstr (label, ==, full);
  g_assert_cmpstr (short_label, ==, brief);
  g_assert_cmpstr (lay_label, ==, lay);
}

static void
test_labels (void)
{
  assert_label ("soleus", PAL_SIDE_LEFT, "Left soleus", "Left soleus", "left lower calf");
  assert_label ("achilles", PAL_SIDE_LEFT, "Left Achilles tendon", "Left Achilles",
                "left Achilles tendon");
  assert_label ("itb-mid", PAL_SIDE_RIGHT, "Right iliotibial band, middle third", "Right ITB mid",
                "right outer thigh");
  assert_label ("patella", PAL_SIDE_RIGHT, "Right patella", "Right kneecap", "right kneecap");
  assert_label ("sacrum", PAL_SIDE_MIDLINE, "Sacrum", "Sacrum", "base of the spine");
}

static void
test_ids_of_sides_and_views (void)
{
  PalSide side = PAL_SIDE_RIGHT;
  PalView view = PAL_VIEW_SOLES;
  PalFigure figure = PAL_FIGURE_MALE;

  g_assert_null (pal_side_to_id (PAL_SIDE_MIDLINE));
  g_assert_cmpstr (pal_side_to_id (PAL_SIDE_LEFT), ==, "left");
  g_assert_true (pal_side_from_id (NULL, &side));
  g_assert_cmpint (side, ==, PAL_SIDE_MIDLINE);
  g_assert_true (pal_side_from_id ("right", &side));
  g_assert_cmpint (side, ==, PAL_SIDE_RIGHT);
  g_assert_false (pal_side_from_id ("Left", &side));
  g_assert_false (pal_side_from_id ("", &side));
  g_assert_cmpint (side, ==, PAL_SIDE_RIGHT);
  g_assert_cmpint (pal_side_mirror (PAL_SIDE_LEFT), ==, PAL_SIDE_RIGHT);
  g_assert_cmpint (pal_side_mirror (PAL_SIDE_MIDLINE), ==, PAL_SIDE_MIDLINE);

  for (PalView v = PAL_VIEW_FRONT; v < PAL_VIEW_N; v++)
    {
      g_assert_true (pal_view_from_id (pal_view_to_id (v), &view));
      g_assert_cmpint (view, ==, v);
    }
  g_assert_false (pal_view_from_id ("top", &view));
  g_assert_false (pal_view_from_id (NULL, &view));
  for (PalFigure f = PAL_FIGURE_NEUTRAL; f < PAL_FIGURE_N; f++)
    {
      g_assert_true (pal_figure_from_id (pal_figure_to_id (f), &figure));
      g_assert_cmpint (figure, ==, f);
    }
  g_assert_false (pal_figure_from_id ("child", &figure));
}

static gpointer
read_in_thread (gpointer data)
{
  PalAtlas *mine = data;
  guint n = pal_atlas_get_n_regions (mine);

  pal_atlas_unref (mine);

  return GUINT_TO_POINTER (n);
}

static void
test_any_thread (void)
{
  GThread *thread = g_thread_new ("reader", read_in_thread, pal_atlas_ref (atlas));

  g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (thread)), ==, 87);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  kit_start (&argc, &argv);
  atlas = pal_atlas_new (&error);
  g_assert_no_error (error);

  g_test_add_func ("/atlas/catalogue/counts", test_counts);
  g_test_add_func ("/atlas/catalogue/ids-stay", test_ids_stay);
  g_test_add_func ("/atlas/catalogue/iliotibial-band", test_iliotibial_band);
  g_test_add_func ("/atlas/catalogue/groups-hold-all", test_groups_hold_all);
  g_test_add_func ("/atlas/catalogue/neighbours-are-mutual", test_neighbours_are_mutual);
  g_test_add_func ("/atlas/catalogue/labels", test_labels);
  g_test_add_func ("/atlas/catalogue/ids-of-sides-and-views", test_ids_of_sides_and_views);
  g_test_add_func ("/atlas/catalogue/any-thread", test_any_thread);

  int result = g_test_run ();
  pal_atlas_unref (atlas);

  return result;
}
