/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The checks of a drawing: the shipped figures meet every bar, spoilt ones are found out. */

#define G_LOG_DOMAIN "test-check"

#include "config.h"

#include <locale.h>

#include "atlas/pal-atlas-check.h"
#include "tests/kit/kit-start.h"

#include <json-glib/json-glib.h>
#include <string.h>

static PalAtlas *atlas;

static void
test_shipped_figures_pass (void)
{
  g_autoptr (GPtrArray) rows = pal_atlas_check (atlas);
  gboolean passed = TRUE;

  /* Nine a drawn view but for the mirror in the two side views, and one of the whole figure. */
  g_assert_cmpuint (rows->len, ==, 3 * (3 * 9 + 2 * 8 + 1));
  for (guint i = 0; i < rows->len; i++)
    {
      const PalCheckRow *row = g_ptr_array_index (rows, i);
      const char *view = row->view < PAL_VIEW_N ? pal_view_to_id (row->view) : "all views";

      g_test_message ("%-8s %-9s %-42s %-22s %-12s %s", pal_figure_to_id (row->figure), view,
                      row->name, row->value, row->bar, row->passed ? "ok" : "FAILED");
      for (guint j = 0; !row->passed && j < row->remarks->len; j++)
        g_test_message ("  %s", (const char *) g_ptr_array_index (row->remarks, j));
      passed = passed && row->passed;
    }
  g_assert_true (passed);
}

static const PalCheckRow *
find_row (GPtrArray *rows, const char *id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const PalCheckRow *row = g_ptr_array_index (rows, i);

      if (g_strcmp0 (row->id, id) == 0)
        return row;
    }

  g_assert_not_reached ();
}

/* Numbers known beforehand: 82.7 % is what the neighbours of this catalogue come to, and 0.84
 * units of gap along all borders leave about 95 % of the body. */
static void
test_numbers (void)
{
  g_autoptr (GPtrArray) rows = pal_atlas_check_figure (atlas, PAL_FIGURE_NEUTRAL);
  const PalCheckRow *neighbours = find_row (rows, "neighbours");
  const PalCheckRow *covered = find_row (rows, "covered");

  g_assert_cmpfloat_with_epsilon (neighbours->measured, 82.7, 0.1);
  g_assert_cmpuint (neighbours->remarks->len, ==, 42);
  g_assert_cmpint (neighbours->view, ==, PAL_VIEW_N);
  g_assert_cmpfloat_with_epsilon (covered->measured, 95.1, 0.2);
}

/* A figure's file to be spoilt. */
static JsonNode *
read_figure (const char *name)
{
  g_autofree char *path = g_strconcat ("/org/palpate/atlas/figures/", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);

  JsonNode *node = json_from_string (g_bytes_get_data (bytes, NULL), &error);
  g_assert_no_error (error);

  return node;
}

static JsonArray *
get_shapes (JsonNode *figure)
{
  return json_object_get_array_member (json_node_get_object (figure), "shapes");
}

static guint
find_shape (JsonNode *figure, const char *region, const char *side)
{
  JsonArray *shapes = get_shapes (figure);

  for (guint i = 0; i < json_array_get_length (shapes); i++)
    {
      JsonObject *shape = json_array_get_object_element (shapes, i);

      if (g_strcmp0 (json_object_get_string_member (shape, "region"), region) == 0 &&
          g_strcmp0 (json_object_get_string_member_with_default (shape, "side", NULL), side) == 0)
        return i;
    }

  g_assert_not_reached ();
}

static GPtrArray *
check_figure (JsonNode *figure)
{
  g_autofree char *data = json_to_string (figure, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (PalPlate) plate =
      pal_plate_new_from_data (atlas, data, strlen (data), "spoilt.json", &error);

  g_assert_no_error (error);

  return pal_atlas_check_plate (atlas, plate);
}

static gboolean
has_remark (const PalCheckRow *row, const char *remark)
{
  return g_ptr_array_find_with_equal_func (row->remarks, remark, g_str_equal, NULL);
}

static void
test_missing_shape (void)
{
  g_autoptr (JsonNode) figure = read_figure ("female-back.json");
  json_array_remove_element (get_shapes (figure), find_shape (figure, "soleus", "left"));
  g_autoptr (GPtrArray) rows = check_figure (figure);

  g_assert_false (find_row (rows, "complete")->passed);
  g_assert_cmpfloat (find_row (rows, "complete")->measured, ==, 98);
  g_assert_true (has_remark (find_row (rows, "complete"), "soleus left"));
  g_assert_false (find_row (rows, "covered-with-slop")->passed);
  g_assert_false (find_row (rows, "gaps")->passed);
  g_assert_false (find_row (rows, "symmetry")->passed);
  g_assert_true (has_remark (find_row (rows, "symmetry"), "soleus right"));
  g_assert_true (find_row (rows, "overlap")->passed);
  g_assert_true (find_row (rows, "spill")->passed);
  g_assert_true (find_row (rows, "laterality")->passed);
}

/* The gravest error a body map can have. */
static void
test_swapped_sides (void)
{
  g_autoptr (JsonNode) figure = read_figure ("male-front.json");
  JsonArray *shapes = get_shapes (figure);
  JsonObject *one = json_array_get_object_element (shapes, find_shape (figure, "patella", "left"));
  JsonObject *other =
      json_array_get_object_element (shapes, find_shape (figure, "patella", "right"));

  json_object_set_string_member (one, "side", "right");
  json_object_set_string_member (other, "side", "left");
  g_autoptr (GPtrArray) rows = check_figure (figure);

  g_assert_false (find_row (rows, "laterality")->passed);
  g_assert_cmpfloat (find_row (rows, "laterality")->measured, ==, 86);
  g_assert_true (has_remark (find_row (rows, "laterality"), "patella left"));
  g_assert_true (has_remark (find_row (rows, "laterality"), "patella right"));
  g_assert_true (find_row (rows, "complete")->passed);
}

static void
set_path (JsonNode *figure, const char *region, const char *side, const char *path)
{
  JsonObject *shape =
      json_array_get_object_element (get_shapes (figure), find_shape (figure, region, side));

  json_object_set_string_member (shape, "path", path);
}

static void
test_overlap_and_asymmetry (void)
{
  g_autoptr (JsonNode) figure = read_figure ("neutral-front.json");
  /* A square of 20 × 20 units within the chest, where the breast muscle is. */
  set_path (figure, "sternum", NULL,
            "M40 200C45 200 50 200 60 200C60 205 60 210 60 220C50 220 45 220 40 220"
            "C40 210 40 205 40 200Z");
  g_autoptr (GPtrArray) rows = check_figure (figure);
  const PalCheckRow *overlap = find_row (rows, "overlap");

  g_assert_false (overlap->passed);
  g_assert_cmpfloat (overlap->measured, >, 0.2);
  g_assert_cmpfloat (overlap->measured, <, 0.5);
  g_assert_false (find_row (rows, "symmetry")->passed);
  g_assert_false (find_row (rows, "hits")->passed);
  g_assert_false (find_row (rows, "laterality")->passed);
  g_assert_true (find_row (rows, "spill")->passed);
}

static void
test_spill (void)
{
  g_autoptr (JsonNode) figure = read_figure ("neutral-front.json");
  set_path (figure, "toes", "left",
            "M300 900C305 900 310 900 320 900C320 905 320 910 320 920C310 920 305 920 300 920"
            "C300 910 300 905 300 900Z");
  g_autoptr (GPtrArray) rows = check_figure (figure);

  g_assert_false (find_row (rows, "spill")->passed);
  g_assert_cmpfloat (find_row (rows, "spill")->measured, >, 0.2);
  g_assert_true (find_row (rows, "overlap")->passed);
  g_assert_true (find_row (rows, "complete")->passed);
}

int
main (int argc, char **argv)
{
  /* For the signs of the table: without it they are printed as question marks. */
  setlocale (LC_ALL, "");
  g_autoptr (GError) error = NULL;

  kit_start (&argc, &argv);
  atlas = pal_atlas_new (&error);
  g_assert_no_error (error);

  g_test_add_func ("/atlas/check/shipped-figures-pass", test_shipped_figures_pass);
  g_test_add_func ("/atlas/check/numbers", test_numbers);
  g_test_add_func ("/atlas/check/missing-shape", test_missing_shape);
  g_test_add_func ("/atlas/check/swapped-sides", test_swapped_sides);
  g_test_add_func ("/atlas/check/overlap-and-asymmetry", test_overlap_and_asymmetry);
  g_test_add_func ("/atlas/check/spill", test_spill);

  int result = g_test_run ();
  pal_atlas_unref (atlas);

  return result;
}
