/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Figure files from outside: what is taken, what is refused, and that the refusal says where. */

#define G_LOG_DOMAIN "test-plate-data"

#include "config.h"

#include "atlas/pal-plate.h"
#include "tests/kit/kit-start.h"

#include <string.h>

static PalAtlas *atlas;

#define BOX "M0 0C10 0 20 0 30 0C30 10 30 20 30 30C20 30 10 30 0 30C0 20 0 10 0 0Z"
#define SHAPE                                                                                      \
  "{\"region\":\"soleus\",\"side\":\"left\",\"path\":\"M1 1C5 1 9 1 20 1C20 9 20 15 20 20"         \
  "C9 20 5 20 1 20Z\",\"label\":[10,10]}"
#define PLATE(outline, contours, shapes)                                                           \
  "{\"figure\":\"male\",\"view\":\"front\",\"bounds\":[0,0,40,40],\"outline\":\"" outline          \
  "\",\"contours\":[" contours "],\"uncharted\":[],\"shapes\":[" shapes "]}"

static PalPlate *
parse (const char *data, GError **error)
{
  return pal_plate_new_from_data (atlas, data, strlen (data), "test.json", error);
}

static void
test_taken (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalPlate) plate = parse (PLATE (BOX, "\"M1 1C2 2 3 3 4 4\"", SHAPE), &error);

  g_assert_no_error (error);
  g_assert_cmpint (pal_plate_get_figure (plate), ==, PAL_FIGURE_MALE);
  g_assert_cmpuint (pal_plate_get_n_contours (plate), ==, 1);
  g_assert_cmpuint (pal_plate_get_n_shapes (plate), ==, 1);
  g_assert_cmpuint (pal_plate_get_outline (plate)->n, ==, 6);

  const PalShape *shape = pal_plate_get_shape (plate, 0);
  g_assert_cmpfloat_with_epsilon (shape->area, 19 * 19, 1e-6);
  g_assert_cmpfloat_with_epsilon (shape->bounds.x, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (shape->bounds.width, 19, 1e-9);
  g_assert_true (pal_plate_hit (plate, 5, 5, 0) == shape);
  g_assert_null (pal_plate_hit (plate, 25, 5, 0));
  g_assert_true (pal_plate_hit (plate, 25, 5, 6) == shape);
  g_assert_true (pal_plate_contains_body (plate, 29, 29));
  g_assert_false (pal_plate_contains_body (plate, 31, 29));
  for (PalDirection d = PAL_DIRECTION_UP; d <= PAL_DIRECTION_RIGHT; d++)
    g_assert_null (pal_plate_get_neighbour (plate, shape, d));
}

/* Spaces, commas, several curves after one letter, exponents: as drawing programs write. */
static void
test_spellings (void)
{
  static const char *const outlines[] = {
    "M 0,0 C 10 0 20 0 30 0 30 10 30 20 30 30 20 30 10 30 0 30 0 20 0 10 0 0 Z",
    "M0 0C1e1 0 2E+1 0 +30 -0C30 10 30 20 30 30C20 30 10 30 0 30C0 20 0 10 0 0Z",
    "  M.0 0.\\nC10 0\\t20 0 30 0C30 10 30 20 30 30C20 30 10 30 0 30C0 20 0 10 0 0Z ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (outlines); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *data = g_strdup_printf (
          "{\"figure\":\"male\",\"view\":\"front\",\"bounds\":[0,0,40,40],\"outline\":\"%s\","
          "\"contours\":[],\"uncharted\":[],\"shapes\":[]}",
          outlines[i]);
      g_autoptr (PalPlate) plate = parse (data, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (pal_plate_get_outline (plate)->n, ==, 6);
      g_assert_true (pal_plate_contains_body (plate, 29.9, 29.9));
    }
}

static void
test_bad_paths (void)
{
  static const char *const outlines[] = {
    "",
    "Z",
    "M",
    "M0",
    "M0 0",
    "M0 0Z Z",
    "M0 0L10 10Z",
    "m0 0C1 1 2 2 3 3Z",
    "M0 0C1 1 2 2 3Z",
    "M0 0C1 1 2 2 3 3",
    "C1 1 2 2 3 3Z",
    "M0 0 5 5C1 1 2 2 3 3Z",
    "M0 0C1 1 2 2 3 3M5 5C1 1 2 2 3 3Z",
    "M0 0C1 1 2 2 nan 3Z",
    "M0 0C1 1 2 2 inf 3Z",
    "M0 0C1 1 2 2 -inf 3Z",
    "M0 0C1 1 2 2 0x10 3Z",
    "M0 0C1 1 2 2 1e9 3Z",
    "M0 0C1 1 2 2 1e999 3Z",
    "M0 0C1 1 2 2 3 3Z garbage",
    "M0 0C1 1 2 2 3 3Z<script>",
    "M0 0C--1 1 2 2 3 3Z",
  };

  for (guint i = 0; i < G_N_ELEMENTS (outlines); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *data = g_strdup_printf (
          "{\"figure\":\"male\",\"view\":\"front\",\"bounds\":[0,0,40,40],\"outline\":\"%s\","
          "\"contours\":[],\"uncharted\":[],\"shapes\":[]}",
          outlines[i]);

      g_test_message ("“%s”", outlines[i]);
      g_assert_null (parse (data, &error));
      g_assert_error (error, PAL_ATLAS_ERROR, PAL_ATLAS_ERROR_BAD_DRAWING);
      g_assert_nonnull (strstr (error->message, "test.json"));
      g_assert_nonnull (strstr (error->message, "outline"));
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *data;
    const char *says;
  } cases[] = {
    { "", "test.json" },
    { "[]", "test.json" },
    { "null", "test.json" },
    { "{", "test.json" },
    { "{}", "figure" },
    { "{\"figure\":7}", "figure" },
    { "{\"figure\":\"child\"}", "child" },
    { "{\"figure\":\"male\",\"view\":\"right\"}", "right" },
    { "{\"figure\":\"male\",\"view\":\"front\",\"bounds\":[0,0,40]}", "bounds" },
    { "{\"figure\":\"male\",\"view\":\"front\",\"bounds\":[0,0,-40,40]}", "bounds" },
    { "{\"figure\":\"male\",\"view\":\"front\",\"bounds\":[0,0,\"4\",40]}", "bounds" },
    { PLATE (BOX, "\"M1 1C2 2 3 3 4 4Z\"", SHAPE), "contours[0]" },
    { PLATE (BOX, "7", SHAPE), "contours" },
    { PLATE (BOX, "", "7"), "shapes[0]" },
    { PLATE (BOX, "", "{}"), "shapes[0]" },
    { PLATE (BOX, "", "{\"region\":\"tail\"}"), "tail" },
    { PLATE (BOX, "", SHAPE "," SHAPE), "soleus" },
    { PLATE (BOX, "", "{\"region\":\"soleus\",\"side\":\"middle\"}"), "middle" },
    { PLATE (BOX, "", "{\"region\":\"soleus\",\"label\":[0,0],\"path\":\"" BOX "\"}"), "soleus" },
    { PLATE (BOX, "", "{\"region\":\"sacrum\",\"side\":\"left\"}"), "sacrum" },
    { PLATE (BOX, "", "{\"region\":\"sacrum\",\"label\":[0],\"path\":\"" BOX "\"}"), "label" },
    { PLATE (BOX, "", "{\"region\":\"sacrum\",\"label\":[0,0]}"), "path" },
    { PLATE (BOX, "", "{\"region\":\"sacrum\",\"deep\":1,\"label\":[0,0],\"path\":\"" BOX "\"}"),
      "deep" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_null (parse (cases[i].data, &error));
      g_assert_error (error, PAL_ATLAS_ERROR, PAL_ATLAS_ERROR_BAD_DRAWING);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static void
test_hostile (void)
{
  g_autofree char *deep = g_strnfill (1000000, '[');
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) bytes_error = NULL;
  static const char bytes[] = "{\"figure\":\"m\xff\xfe\0le\"}";

  g_assert_null (parse (deep, &error));
  g_assert_error (error, PAL_ATLAS_ERROR, PAL_ATLAS_ERROR_BAD_DRAWING);
  g_assert_null (
      pal_plate_new_from_data (atlas, bytes, sizeof bytes - 1, "test.json", &bytes_error));
  g_assert_error (bytes_error, PAL_ATLAS_ERROR, PAL_ATLAS_ERROR_BAD_DRAWING);
}

/* Any one byte of a sound file made wrong: refused or taken, but never a crash or a hang. */
static void
test_broken_bytes (void)
{
  static const char good[] = PLATE (BOX, "\"M1 1C2 2 3 3 4 4\"", SHAPE);
  static const char wrong[] = { '\0', '"', '}', ']', 'Z', '9', '-', (char) 0xff };
  guint n_refused = 0;

  for (gsize i = 0; i < strlen (good); i++)
    {
      for (gsize j = 0; j < sizeof wrong; j++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *data = g_strdup (good);
          g_autoptr (PalPlate) plate = NULL;

          data[i] = wrong[j];
          plate = pal_plate_new_from_data (atlas, data, strlen (good), "test.json", &error);
          g_assert_true ((plate == NULL) == (error != NULL));
          n_refused += plate == NULL ? 1 : 0;
        }
      g_autoptr (PalPlate) torn = pal_plate_new_from_data (atlas, good, i, "test.json", NULL);
      g_assert_null (torn);
    }
  g_assert_cmpuint (n_refused, >, strlen (good));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  kit_start (&argc, &argv);
  atlas = pal_atlas_new (&error);
  g_assert_no_error (error);

  g_test_add_func ("/atlas/plate-data/taken", test_taken);
  g_test_add_func ("/atlas/plate-data/spellings", test_spellings);
  g_test_add_func ("/atlas/plate-data/bad-paths", test_bad_paths);
  g_test_add_func ("/atlas/plate-data/refused", test_refused);
  g_test_add_func ("/atlas/plate-data/hostile", test_hostile);
  g_test_add_func ("/atlas/plate-data/broken-bytes", test_broken_bytes);

  int result = g_test_run ();
  pal_atlas_unref (atlas);

  return result;
}
