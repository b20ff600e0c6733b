/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The matrix of regions and visits, and left against right: how they look, against stored pictures;
 * which rows stand where; and that what is at a point is what was painted there. */

#include "config.h"

#include "kit.h"
#include "picture-kit.h"

#include "draw/pal-balance-paint.h"
#include "draw/pal-matrix-paint.h"

#define WIDTH 900

/* The runner's history, with one finding only carried over at the last visit. */
typedef struct
{
  PalClientFile *file;
  PalInsights *insights;
  PalMatrix *matrix;
} History;

static History
history_new (guint n_visits)
{
  History self = { .file = kit_runner_new (n_visits) };
  PalVisit *last = g_ptr_array_index (self.file->visits, n_visits - 1);
  kit_mark (last, "piriformis", PAL_SIDE_RIGHT, "tight", 2);
  ((PalMark *) g_ptr_array_index (last->marks, last->marks->len - 1))->carried = TRUE;
  kit_mark (g_ptr_array_index (self.file->visits, 0), "piriformis", PAL_SIDE_LEFT, "tight", 1);
  self.insights =
      pal_insights_new (self.file, PAL_NO_DATE, kit_get_atlas (), kit_get_vocabulary (), NULL);
  self.matrix =
      pal_matrix_new (self.file->visits, PAL_NO_DATE, kit_get_atlas (), kit_get_vocabulary ());
  return self;
}

static void
history_clear (History *self)
{
  pal_matrix_free (self->matrix);
  pal_insights_free (self->insights);
  pal_client_file_free (self->file);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (History, history_clear)

static PalMatrixSheet *
sheet_new (const History *history, PalHeatScope scope)
{
  PalMatrixSheet *sheet =
      pal_matrix_sheet_new (history->insights, history->matrix, kit_get_atlas (),
                            &(PalMatrixQuery){ .scope = scope });
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      PalMatrixLine *line = g_ptr_array_index (sheet->lines, i);
      if (line->row == NULL)
        continue;
      line->course = g_strdup (pal_region_class_to_id (line->row->course));
      line->words = g_strdup_printf ("%u / %u", line->row->marked, line->row->examined);
    }
  return sheet;
}

/* Pictures --------------------------------------------------------------------------------------
 */

static cairo_t *
begin (double width, double height, const PalTheme *theme)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cairo_t *cr = cairo_create (surface);
  pal_colour_set (cr, &theme->ground);
  cairo_paint (cr);
  cairo_surface_destroy (surface);
  return cr;
}

static void
compare_matrix (guint n_visits, double width, gboolean rtl, const PalTheme *theme, const char *name)
{
  g_auto (History) history = history_new (n_visits);
  g_autoptr (PalMatrixSheet) sheet = sheet_new (&history, PAL_HEAT_ALL);
  const PalMatrixGeometry geometry = pal_matrix_measure (sheet, width, rtl);
  cairo_t *cr = begin (width, PAL_MATRIX_HEAD_HEIGHT + sheet->height, theme);
  const PalMatrixSpot spot = { pal_matrix_sheet_find (sheet, "itb-mid", PAL_SIDE_LEFT),
                               (int) n_visits - 2 };
  pal_matrix_paint_light (cr, sheet, &geometry, spot, theme);
  pal_matrix_paint (cr, sheet, &geometry, theme);
  pal_matrix_paint_focus (cr, sheet, &geometry, spot, theme);
  picture_kit_compare (cairo_get_target (cr), name);
  cairo_destroy (cr);
}

static void
test_looks (void)
{
  compare_matrix (14, WIDTH, FALSE, pal_theme_get_light (), "matrix-light");
  compare_matrix (14, WIDTH, FALSE, pal_theme_get_dark (), "matrix-dark");
  compare_matrix (14, WIDTH, FALSE, pal_theme_get_mono (), "matrix-mono");
  compare_matrix (14, WIDTH, TRUE, pal_theme_get_light (), "matrix-mirrored");
  compare_matrix (14, 320, FALSE, pal_theme_get_light (), "matrix-narrow");
  compare_matrix (150, WIDTH, FALSE, pal_theme_get_light (), "matrix-long");
}

static void
compare_balance (const PalTheme *theme, const char *name)
{
  g_auto (History) history = history_new (14);
  g_autoptr (GPtrArray) rows = pal_balance_list (history.insights->balance);
  cairo_t *cr = begin (420, pal_balance_get_height (rows->len), theme);
  pal_balance_paint (cr, rows, rows->len, 420, theme);
  picture_kit_compare (cairo_get_target (cr), name);
  cairo_destroy (cr);
}

static void
test_balance_looks (void)
{
  compare_balance (pal_theme_get_light (), "balance-light");
  compare_balance (pal_theme_get_dark (), "balance-dark");
}

/* Rows ------------------------------------------------------------------------------------------
 */

static const PalMatrixLine *
get_line (const PalMatrixSheet *sheet, guint i)
{
  return g_ptr_array_index (sheet->lines, i);
}

/* Left stands right above right, groups are not torn apart, burdens fall within a group. */
static void
test_order (void)
{
  g_auto (History) history = history_new (14);
  g_autoptr (PalMatrixSheet) sheet = sheet_new (&history, PAL_HEAT_ALL);
  guint64 seen = 0;
  double weight = 4;

  g_assert_cmpuint (sheet->lines->len, >, 6);
  g_assert_nonnull (get_line (sheet, 0)->group);
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const PalMatrixLine *line = get_line (sheet, i);
      if (line->group != NULL)
        {
          g_assert_false (seen >> line->group->index & 1);
          seen |= G_GUINT64_CONSTANT (1) << line->group->index;
          weight = 4;
          continue;
        }
      if (line->is_second)
        {
          g_assert_true (get_line (sheet, i - 1)->region == line->region);
          g_assert_cmpint (get_line (sheet, i - 1)->side, ==, PAL_SIDE_LEFT);
          continue;
        }
      double own = line->row != NULL ? line->row->burden : 0;
      if (line->side == PAL_SIDE_LEFT && get_line (sheet, i + 1)->row != NULL)
        own = MAX (own, get_line (sheet, i + 1)->row->burden);
      g_assert_cmpfloat (own, <=, weight);
      weight = own;
    }
}

static void
test_cells (void)
{
  g_auto (History) history = history_new (14);
  g_autoptr (PalMatrixSheet) sheet = sheet_new (&history, PAL_HEAT_ALL);
  const PalMatrixLine *left =
      get_line (sheet, (guint) pal_matrix_sheet_find (sheet, "piriformis", PAL_SIDE_LEFT));
  const PalMatrixLine *right =
      get_line (sheet, (guint) pal_matrix_sheet_find (sheet, "piriformis", PAL_SIDE_RIGHT));

  g_assert_cmpint (left->cells[0], ==, PAL_MATRIX_MILD);
  g_assert_cmpint (right->cells[13], ==, PAL_MATRIX_CARRIED);
  g_assert_null (right->row);
  g_assert_true (sheet->is_signed[12]);
  g_assert_false (sheet->is_signed[13]);
  g_assert_cmpint (pal_matrix_sheet_find (sheet, "piriformis", PAL_SIDE_MIDLINE), ==, -1);
}

static void
test_scopes (void)
{
  g_auto (History) history = history_new (14);
  g_autoptr (PalMatrixSheet) all = sheet_new (&history, PAL_HEAT_ALL);
  g_autoptr (PalMatrixSheet) baseline = sheet_new (&history, PAL_HEAT_BASELINE);
  g_autoptr (PalMatrixSheet) complaint = sheet_new (&history, PAL_HEAT_COMPLAINT);

  g_assert_cmpint (pal_matrix_sheet_find (baseline, "itb-mid", PAL_SIDE_LEFT), >=, 0);
  g_assert_cmpint (pal_matrix_sheet_find (baseline, "piriformis", PAL_SIDE_LEFT), ==, -1);
  g_assert_cmpuint (complaint->lines->len, <, all->lines->len);
  g_assert_cmpuint (baseline->lines->len, <, all->lines->len);
}

/* The middle of every cell in sight is that cell, mirrored or not, scrolled or not. */
static void
test_pick (gconstpointer data)
{
  const gboolean rtl = GPOINTER_TO_INT (data);
  g_auto (History) history = history_new (60);
  g_autoptr (PalMatrixSheet) sheet = sheet_new (&history, PAL_HEAT_ALL);
  PalMatrixGeometry geometry = pal_matrix_measure (sheet, WIDTH, rtl);
  const int shown = (int) (geometry.cells_width / geometry.cell_width);
  g_assert_cmpfloat (geometry.content_width, >, geometry.cells_width);

  for (int first = 60 - shown; first >= 0; first -= 7)
    {
      geometry.offset = first * geometry.cell_width;
      for (int visit = first; visit < first + shown; visit++)
        for (int line = 0; line < (int) sheet->lines->len; line++)
          {
            const PalRect cell =
                pal_matrix_get_cell (sheet, &geometry, (PalMatrixSpot){ line, visit });
            const PalMatrixSpot spot = pal_matrix_pick (sheet, &geometry, cell.x + cell.width / 2,
                                                        cell.y + cell.height / 2);
            g_assert_cmpint (spot.line, ==, line);
            g_assert_cmpint (spot.visit, ==, visit);
          }
    }
  const double name_x = rtl ? WIDTH - 5 : 5;
  const PalMatrixSpot name =
      pal_matrix_pick (sheet, &geometry, name_x, PAL_MATRIX_HEAD_HEIGHT + 40);
  g_assert_cmpint (name.visit, ==, -1);
  g_assert_cmpint (name.line, ==, 1);
  g_assert_cmpint (pal_matrix_pick (sheet, &geometry, name_x, 5).line, ==, -1);
}

/* Flagged pairs first; pairs never marked are left out. */
static void
test_balance_order (void)
{
  g_auto (History) history = history_new (14);
  g_autoptr (GPtrArray) rows = pal_balance_list (history.insights->balance);
  gboolean flagged = TRUE;

  g_assert_cmpuint (rows->len, >, 2);
  g_assert_true (((const PalBalanceRow *) g_ptr_array_index (rows, 0))->flag);
  for (guint i = 0; i < rows->len; i++)
    {
      const PalBalanceRow *row = g_ptr_array_index (rows, i);
      g_assert_cmpuint (row->left + row->right, >, 0);
      g_assert_true (flagged || !row->flag);
      flagged = row->flag;
    }
}

/* One row for the whole band: marked when any third is, with the most severe of them, and opened
 * there. Regions that belong to nothing stand for themselves. */
static void
test_structures (void)
{
  g_auto (History) history = history_new (14);
  const PalMatrixQuery query = { .by_structure = TRUE };
  g_autoptr (PalMatrixSheet) sheet =
      pal_matrix_sheet_new (history.insights, history.matrix, kit_get_atlas (), &query);
  const int band = pal_matrix_sheet_find (sheet, "itb-mid", PAL_SIDE_LEFT);
  const PalMatrixLine *line = g_ptr_array_index (sheet->lines, (guint) band);
  const PalRegionRow *row =
      pal_insights_find_structure (history.insights, "itb", PAL_SIDE_LEFT, NULL);

  g_assert_cmpint (band, >=, 0);
  g_assert_cmpint (band, ==, pal_matrix_sheet_find (sheet, "itb-proximal", PAL_SIDE_LEFT));
  g_assert_cmpint (pal_matrix_sheet_find (sheet, "soleus", PAL_SIDE_LEFT), ==,
                   pal_matrix_sheet_find (sheet, "gastrocnemius-lateral", PAL_SIDE_LEFT));
  g_assert_cmpstr (line->structure->id, ==, "itb");
  g_assert_true (line->row == row);
  for (guint i = 0; i < row->examined; i++)
    {
      const guint visit = row->window[i];
      g_assert_cmpint (line->cells[visit], ==, PAL_MATRIX_CLEAR + row->severities[i]);
      const PalRegion *part = pal_matrix_line_get_region (line, (int) visit);
      g_assert_cmpint (pal_visit_get_severity (g_ptr_array_index (history.file->visits, visit),
                                               kit_get_vocabulary (), part->id, PAL_SIDE_LEFT,
                                               NULL),
                       ==, row->severities[i]);
    }
}

/* Only the group asked for, and of a kind only what was marked with it. */
static void
test_filters (void)
{
  g_auto (History) history = history_new (14);
  const PalGroup *group = pal_atlas_find_group (kit_get_atlas (), "lower-leg");
  const PalTerm *kind = pal_vocabulary_find (kit_get_vocabulary (), PAL_TERMS_KIND, "pain");
  const PalMatrixQuery by_group = { .group = group };
  const PalMatrixQuery by_kind = { .kind = kind };
  g_autoptr (PalMatrixSheet) legs =
      pal_matrix_sheet_new (history.insights, history.matrix, kit_get_atlas (), &by_group);
  g_autoptr (PalMatrixSheet) pains =
      pal_matrix_sheet_new (history.insights, history.matrix, kit_get_atlas (), &by_kind);

  g_assert_cmpuint (legs->lines->len, >, 1);
  for (guint i = 0; i < legs->lines->len; i++)
    {
      const PalMatrixLine *line = g_ptr_array_index (legs->lines, i);
      g_assert_true (line->region == NULL || line->region->group == group->index);
    }
  g_assert_cmpuint (pains->lines->len, >, 1);
  for (guint i = 0; i < pains->lines->len; i++)
    {
      const PalMatrixLine *line = g_ptr_array_index (pains->lines, i);
      for (guint visit = 0; line->region != NULL && visit < pains->n_visits; visit++)
        {
          const int severity =
              pal_visit_get_severity (g_ptr_array_index (history.file->visits, visit),
                                      kit_get_vocabulary (), line->region->id, line->side, "pain");
          if (line->cells[visit] >= PAL_MATRIX_MILD && line->cells[visit] <= PAL_MATRIX_SEVERE)
            g_assert_cmpint (line->cells[visit] - PAL_MATRIX_CLEAR, ==, severity);
          else
            g_assert_cmpint (severity, ==, 0);
        }
    }
}

int
main (int argc, char **argv)
{
  picture_kit_init (&argc, &argv);
  g_test_add_func ("/draw/matrix/order", test_order);
  g_test_add_func ("/draw/matrix/cells", test_cells);
  g_test_add_func ("/draw/matrix/scopes", test_scopes);
  g_test_add_data_func ("/draw/matrix/pick", GINT_TO_POINTER (FALSE), test_pick);
  g_test_add_data_func ("/draw/matrix/pick-mirrored", GINT_TO_POINTER (TRUE), test_pick);
  g_test_add_func ("/draw/balance/order", test_balance_order);
  g_test_add_func ("/draw/matrix/looks", test_looks);
  g_test_add_func ("/draw/balance/looks", test_balance_looks);
  g_test_add_func ("/draw/matrix/structures", test_structures);
  g_test_add_func ("/draw/matrix/filters", test_filters);
  return g_test_run ();
}
