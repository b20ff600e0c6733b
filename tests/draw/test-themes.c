/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether severities stay apart in grey and for the three common deficiencies of colour vision, in
 * every theme. Hatching and outline tell them as well; tone alone must already do. */

#include "config.h"

#include <math.h>

#include "picture-kit.h"

#include "draw/pal-theme.h"

/* For full deficiency, on linear light: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, A
 * physiologically-based model for simulation of color vision deficiency, IEEE TVCG 15 (2009),
 * table 1; the last one is luminance after WCAG 2.1. */
static const struct
{
  const char *name;
  double m[3][3];
} eyes[] = {
  { "protanopia",
    { { 0.152286, 1.052583, -0.204868 },
      { 0.114503, 0.786281, 0.099216 },
      { -0.003882, -0.048116, 1.051998 } } },
  { "deuteranopia",
    { { 0.367322, 0.860646, -0.227968 },
      { 0.280085, 0.672501, 0.047413 },
      { -0.011820, 0.042940, 0.968881 } } },
  { "tritanopia",
    { { 1.255528, -0.076749, -0.178779 },
      { -0.078411, 0.930809, 0.147602 },
      { 0.004733, 0.691367, 0.303900 } } },
  { "grey",
    { { 0.2126, 0.7152, 0.0722 }, { 0.2126, 0.7152, 0.0722 }, { 0.2126, 0.7152, 0.0722 } } },
};

/* Successive severities differ at least so much in lightness, as WCAG 2.1 counts contrast. */
#define MIN_CONTRAST 1.25

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const PalColour *colour, guint eye)
{
  const double light[] = { to_linear (colour->r), to_linear (colour->g), to_linear (colour->b) };
  static const double weight[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    {
      double seen = 0;

      for (guint j = 0; j < 3; j++)
        seen += eyes[eye].m[i][j] * light[j];
      sum += weight[i] * CLAMP (seen, 0, 1);
    }
  return sum;
}

static void
test_severities_stay_apart (gconstpointer data)
{
  const PalTheme *theme = data;

  for (guint eye = 0; eye < G_N_ELEMENTS (eyes); eye++)
    for (guint severity = 1; severity < 3; severity++)
      {
        double mild = get_luminance (&theme->severity[severity], eye);
        double worse = get_luminance (&theme->severity[severity + 1], eye);
        double lighter = MAX (mild, worse), darker = MIN (mild, worse);

        /* Darker as it grows worse; on a dark ground lighter. */
        g_assert_true ((worse > mild) == theme->is_dark);
        if ((lighter + 0.05) / (darker + 0.05) < MIN_CONTRAST)
          g_error ("severities %u and %u: %.2f for %s", severity, severity + 1,
                   (lighter + 0.05) / (darker + 0.05), eyes[eye].name);
      }
}

int
main (int argc, char **argv)
{
  picture_kit_init (&argc, &argv);
  g_test_add_data_func ("/draw/themes/light", pal_theme_get_light (), test_severities_stay_apart);
  g_test_add_data_func ("/draw/themes/dark", pal_theme_get_dark (), test_severities_stay_apart);
  g_test_add_data_func ("/draw/themes/paper", pal_theme_get_paper (), test_severities_stay_apart);
  g_test_add_data_func ("/draw/themes/mono", pal_theme_get_mono (), test_severities_stay_apart);
  return g_test_run ();
}
