/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* SVG files: whether every shape is an element with a name and what was found there, and whether
 * the file is one that other programs can read. */

#include "config.h"

#include <string.h>

#include "kit.h"
#include "marked-runner.h"
#include "picture-kit.h"

#include "draw/pal-picture.h"

/* What a file holds: titles and descriptions by the id of the element around them. */
typedef struct
{
  GHashTable *titles, *descriptions;
  GHashTable *ids;
  GPtrArray *clips_used;
  GString *text;
  GPtrArray *open; /* ids of open elements, "" where they have none */
} Reading;

static void
start_cb (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  Reading *self = data;
  const char *id = "";

  g_string_truncate (self->text, 0);
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (strcmp (names[i], "id") == 0)
        id = values[i];
      else if (strcmp (names[i], "clip-path") == 0)
        g_ptr_array_add (self->clips_used, g_strdup (values[i]));
      else if (strcmp (names[i], "d") == 0)
        g_assert_cmpint (values[i][0], ==, 'M');
      g_assert_null (strstr (values[i], "nan"));
    }
  if (*id != '\0')
    g_assert_true (g_hash_table_add (self->ids, g_strdup (id)));
  g_ptr_array_add (self->open, g_strdup (id));
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize n, gpointer data, GError **error)
{
  g_string_append_len (((Reading *) data)->text, text, (gssize) n);
}

static void
end_cb (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reading *self = data;
  const char *parent = self->open->len > 1 ? self->open->pdata[self->open->len - 2] : "";

  if (strcmp (element, "title") == 0)
    g_hash_table_insert (self->titles, g_strdup (parent), g_strdup (self->text->str));
  else if (strcmp (element, "desc") == 0)
    g_hash_table_insert (self->descriptions, g_strdup (parent), g_strdup (self->text->str));
  g_ptr_array_set_size (self->open, (int) self->open->len - 1);
}

static Reading *
read_svg (const char *text)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  Reading *self = g_new0 (Reading, 1);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, self, NULL);
  g_autoptr (GError) error = NULL;
  gssize length = (gssize) strlen (text);

  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->descriptions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->clips_used = g_ptr_array_new_with_free_func (g_free);
  self->text = g_string_new (NULL);
  self->open = g_ptr_array_new_with_free_func (g_free);
  g_assert_true (g_utf8_validate (text, length, NULL));
  g_markup_parse_context_parse (context, text, length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  return self;
}

static void
reading_free (Reading *self)
{
  g_hash_table_unref (self->titles);
  g_hash_table_unref (self->descriptions);
  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->clips_used);
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->open);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* Writes all views. Returns: (transfer full): the file */
static char *
write_file (const PalBodyMap *map, const PalTheme *theme, double height)
{
  g_autoptr (KitFolder) folder = kit_folder_new ();
  g_autofree char *path = g_build_filename (folder, "map.svg", NULL);
  g_autoptr (GError) error = NULL;
  char *content = NULL;
  PalPicture picture = { .atlas = kit_get_atlas (),
                         .vocabulary = kit_get_vocabulary (),
                         .map = map,
                         .theme = theme,
                         .height = height,
                         .legend = TRUE };

  pal_picture_set_all_views (&picture);
  pal_picture_write (&picture, path, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  return content;
}

static Reading *
write_and_read (const PalBodyMap *map, const PalTheme *theme, double height)
{
  g_autofree char *content = write_file (map, theme, height);

  return read_svg (content);
}

/* Neutral: 88 in front, 99 behind, 55 on each side, 10 on the soles. */
static void
test_every_shape_is_named (void)
{
  g_autoptr (Reading) reading = write_and_read (NULL, pal_theme_get_light (), 900);
  guint n = 0;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, reading->titles);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    n += strchr (id, '-') != NULL;
  g_assert_cmpuint (n, ==, 88 + 99 + 55 + 55 + 10);
  g_assert_cmpstr (g_hash_table_lookup (reading->titles, "left-itb-mid-left"), ==,
                   "Left iliotibial band, middle third");
  g_assert_cmpstr (g_hash_table_lookup (reading->titles, "right-itb-mid-right"), ==,
                   "Right iliotibial band, middle third");
  g_assert_cmpstr (g_hash_table_lookup (reading->titles, "back-sacrum"), ==, "Sacrum");
  g_assert_cmpstr (g_hash_table_lookup (reading->titles, ""), ==, "Body map");
  g_assert_null (g_hash_table_lookup (reading->descriptions, "left-itb-mid-left"));
}

static void
test_marks_are_described (void)
{
  g_autoptr (PalVisit) visit = marked_runner_new ();
  g_autoptr (PalBodyMap) map =
      pal_body_map_new_for_visit (kit_get_atlas (), kit_get_vocabulary (), visit);
  g_autoptr (Reading) reading = write_and_read (map, pal_theme_get_light (), 900);

  g_assert_cmpstr (g_hash_table_lookup (reading->descriptions, "left-itb-mid-left"), ==,
                   "Severe, Tight, after treatment: Mild");
  g_assert_cmpstr (g_hash_table_lookup (reading->descriptions, "back-achilles-left"), ==,
                   "Moderate, Pain, reported by the client");
  g_assert_cmpstr (g_hash_table_lookup (reading->descriptions, "back-achilles-right"), ==, "Clear");
  g_assert_cmpuint (reading->clips_used->len, >, 20);
  for (guint i = 0; i < reading->clips_used->len; i++)
    {
      const char *url = reading->clips_used->pdata[i];
      g_autofree char *id = g_strndup (url + strlen ("url(#"), strlen (url) - strlen ("url(#)"));
      g_assert_true (g_hash_table_contains (reading->ids, id));
    }
}

/* What a region got better by is told by its rim, which is hatched in files as on the screen. The
 * left tensor fasciae latae went from moderate to clear: no line runs through its core. */
static void
test_rim_is_hatched (void)
{
  g_autoptr (PalVisit) visit = marked_runner_new ();
  g_autoptr (PalBodyMap) map =
      pal_body_map_new_for_visit (kit_get_atlas (), kit_get_vocabulary (), visit);
  g_autofree char *file = write_file (map, pal_theme_get_mono (), 900);
  const char *shape = strstr (file, "id=\"left-tensor-fasciae-latae-left\"");
  const char *hatch = strstr (shape, "stroke=\"#000000\" stroke-opacity=\"0.8\"");
  const char *next = strstr (shape + 1, "id=\"left-");
  guint n_runs = 0;

  g_assert_true (hatch != NULL && hatch < next);
  while (*hatch != '<')
    hatch--;
  for (; *hatch != '>'; hatch++)
    n_runs += *hatch == 'M';
  /* A line across the rim is cut in two by the core, so there are more runs than lines. */
  g_assert_cmpuint (n_runs, >, 7);
}

/* Change and frequency go the same way; so does a picture for a list row. */
static void
test_other_maps (void)
{
  g_autoptr (PalVisit) from = marked_runner_new_before ();
  g_autoptr (PalVisit) to = marked_runner_new ();
  g_autoptr (PalBodyMap) change =
      pal_body_map_new_for_change (kit_get_atlas (), kit_get_vocabulary (), from, to);
  g_autoptr (PalBodyMap) heat = pal_body_map_new (kit_get_atlas ());
  const PalRegion *region = pal_atlas_find_region (kit_get_atlas (), "soleus");
  PalRegionLook *look = pal_body_map_edit (heat, region, PAL_SIDE_LEFT);
  g_autoptr (Reading) changed = write_and_read (change, pal_theme_get_mono (), 900);
  g_autoptr (Reading) frequent = NULL, small = NULL;

  g_assert_cmpstr (g_hash_table_lookup (changed->descriptions, "left-itb-mid-left"), ==, "Worse");
  g_assert_cmpstr (g_hash_table_lookup (changed->descriptions, "back-gluteus-maximus-right"), ==,
                   "Better");
  pal_body_map_set_mode (heat, PAL_MAP_HEAT);
  look->frequency = 0.75;
  look->n_examined = 4;
  frequent = write_and_read (heat, pal_theme_get_dark (), 900);
  g_assert_cmpstr (g_hash_table_lookup (frequent->descriptions, "back-soleus-left"), ==,
                   "Marked at 3 of 4 examinations");
  small = write_and_read (change, pal_theme_get_light (), 90);
  g_assert_cmpstr (g_hash_table_lookup (small->descriptions, "left-itb-mid-left"), ==, "Worse");
}

int
main (int argc, char **argv)
{
  picture_kit_init (&argc, &argv);
  g_test_add_func ("/draw/svg/every-shape-is-named", test_every_shape_is_named);
  g_test_add_func ("/draw/svg/marks-are-described", test_marks_are_described);
  g_test_add_func ("/draw/svg/rim-is-hatched", test_rim_is_hatched);
  g_test_add_func ("/draw/svg/other-maps", test_other_maps);
  return g_test_run ();
}
