/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The colours of the plates: light, dark, paper in colour and paper in black and white. Each was
 * tuned by itself. The lightness of severities runs one way in every theme, so that their order
 * survives a grey printer and colour blindness; tests/draw measures it. */

#define G_LOG_DOMAIN "pal-draw"

#include "config.h"

#include "draw/pal-theme.h"

#include "insight/pal-compare.h"

/* A colour as designers write it. A constant expression, so it can stand in static tables. */
#define RGBA(hex, alpha)                                                                           \
  {                                                                                                \
    (((hex) >> 16) & 0xff) / 255.0, (((hex) >> 8) & 0xff) / 255.0, ((hex) &0xff) / 255.0, (alpha)  \
  }
#define RGB(hex) RGBA (hex, 1.0)

/* Ivory on white: the marks carry the colour, everything else is warm grey. */
static const PalTheme light = {
  .ground = RGB (0xffffff),
  .body = RGB (0xf8f4ec),
  .region = RGB (0xf4eee4),
  .outline = RGB (0x6b5f53),
  .contour = RGB (0x95897b),
  .border = RGB (0xc9bdac),
  .letter = RGB (0x9a8e80),
  .text = RGB (0x2e2a27),
  .dim_text = RGB (0x6e665e),
  .severity = { RGB (0xf4eee4), RGB (0xf5d594), RGB (0xe8934f), RGB (0xbf3326) },
  .severity_line = { RGB (0xd3c8b9), RGB (0xa97a35), RGB (0x9c4b1c), RGB (0x6d130d) },
  .hatch = RGBA (0x4a1a06, 0.42),
  .change = { [PAL_CHANGE_NONE] = RGBA (0xf4eee4, 0.0),
              [PAL_CHANGE_NEW] = RGB (0xb5322a),
              [PAL_CHANGE_WORSE] = RGB (0xe9964e),
              [PAL_CHANGE_SAME] = RGB (0xf1dfa4),
              [PAL_CHANGE_BETTER] = RGB (0x9cc0e6),
              [PAL_CHANGE_GONE] = RGB (0xffffff),
              [PAL_CHANGE_NOT_COMPARED] = RGBA (0xf4eee4, 0.0) },
  .change_line = { [PAL_CHANGE_NONE] = RGBA (0xd3c8b9, 0.0),
                   [PAL_CHANGE_NEW] = RGB (0x6a120d),
                   [PAL_CHANGE_WORSE] = RGB (0x93491a),
                   [PAL_CHANGE_SAME] = RGB (0x8a742c),
                   [PAL_CHANGE_BETTER] = RGB (0x2c5c92),
                   [PAL_CHANGE_GONE] = RGB (0x5d6a78),
                   [PAL_CHANGE_NOT_COMPARED] = RGB (0xbdb3a6) },
  .ghost = RGB (0x8a5a34),
  .unknown = RGBA (0x8d8274, 0.50),
  .focus = RGB (0x1c63c4),
  .hover = RGB (0x2a6fd0),
  .ink = RGB (0x24407a),
  .accent = RGB (0x1c63c4),
  .outline_px = 1.25,
  .contour_px = 0.85,
  .border_px = 0.70,
  .relief = 0.85,
};

/* Graphite with pale lines; marks glow, and grow lighter as they grow more severe. */
static const PalTheme dark = {
  .ground = RGB (0x1e1e21),
  .body = RGB (0x2a2a2d),
  .region = RGB (0x36353a),
  .outline = RGB (0xb9b1a6),
  .contour = RGB (0x8e877e),
  .border = RGB (0x55524f),
  .letter = RGB (0x9a9389),
  .text = RGB (0xf1eeea),
  .dim_text = RGB (0xb0aaa2),
  .severity = { RGB (0x36353a), RGB (0x735a34), RGB (0xbd7534), RGB (0xf77a5c) },
  .severity_line = { RGB (0x55524f), RGB (0xa88f60), RGB (0xe3a468), RGB (0xffc2ae) },
  .hatch = RGBA (0xfff1dc, 0.34),
  .change = { [PAL_CHANGE_NONE] = RGBA (0x36353a, 0.0),
              [PAL_CHANGE_NEW] = RGB (0xf77a5c),
              [PAL_CHANGE_WORSE] = RGB (0xc87b33),
              [PAL_CHANGE_SAME] = RGB (0x7a6a35),
              [PAL_CHANGE_BETTER] = RGB (0x3f6fa8),
              [PAL_CHANGE_GONE] = RGB (0x1e1e21),
              [PAL_CHANGE_NOT_COMPARED] = RGBA (0x36353a, 0.0) },
  .change_line = { [PAL_CHANGE_NONE] = RGBA (0x55524f, 0.0),
                   [PAL_CHANGE_NEW] = RGB (0xffd0c0),
                   [PAL_CHANGE_WORSE] = RGB (0xf3bb82),
                   [PAL_CHANGE_SAME] = RGB (0xcdb96f),
                   [PAL_CHANGE_BETTER] = RGB (0x9cc4f2),
                   [PAL_CHANGE_GONE] = RGB (0xb3bcc7),
                   [PAL_CHANGE_NOT_COMPARED] = RGB (0x6e6a66) },
  .ghost = RGB (0xe0b083),
  .unknown = RGBA (0xa9a199, 0.36),
  .focus = RGB (0x78aeff),
  .hover = RGB (0x9cc2ff),
  .ink = RGB (0x9fc0ff),
  .accent = RGB (0x78aeff),
  .outline_px = 1.15,
  .contour_px = 0.80,
  .border_px = 0.70,
  .relief = 0.75,
  .is_dark = TRUE,
};

/* As light, with less ink in the body and no relief: a printer would turn it into dots. */
static const PalTheme paper = {
  .ground = RGB (0xffffff),
  .body = RGB (0xffffff),
  .region = RGB (0xf8f4ed),
  .outline = RGB (0x5c5147),
  .contour = RGB (0x8a7e71),
  .border = RGB (0xd0c5b6),
  .letter = RGB (0x857a6d),
  .text = RGB (0x2b2723),
  .dim_text = RGB (0x645c54),
  .severity = { RGB (0xf8f4ed), RGB (0xf7d68f), RGB (0xe88f49), RGB (0xbd3024) },
  .severity_line = { RGB (0xd0c5b6), RGB (0xa17230), RGB (0x974618), RGB (0x69110b) },
  .hatch = RGBA (0x451604, 0.50),
  .change = { [PAL_CHANGE_NONE] = RGBA (0xf8f4ed, 0.0),
              [PAL_CHANGE_NEW] = RGB (0xb5322a),
              [PAL_CHANGE_WORSE] = RGB (0xe9964e),
              [PAL_CHANGE_SAME] = RGB (0xf3e2a8),
              [PAL_CHANGE_BETTER] = RGB (0x9cc0e6),
              [PAL_CHANGE_GONE] = RGB (0xffffff),
              [PAL_CHANGE_NOT_COMPARED] = RGBA (0xf8f4ed, 0.0) },
  .change_line = { [PAL_CHANGE_NONE] = RGBA (0xd0c5b6, 0.0),
                   [PAL_CHANGE_NEW] = RGB (0x6a120d),
                   [PAL_CHANGE_WORSE] = RGB (0x8e4416),
                   [PAL_CHANGE_SAME] = RGB (0x83702a),
                   [PAL_CHANGE_BETTER] = RGB (0x28578c),
                   [PAL_CHANGE_GONE] = RGB (0x55616e),
                   [PAL_CHANGE_NOT_COMPARED] = RGB (0xb5ab9e) },
  .ghost = RGB (0x80522e),
  .unknown = RGBA (0x8d8274, 0.55),
  .focus = RGB (0x1c63c4),
  .hover = RGB (0x2a6fd0),
  .ink = RGB (0x24407a),
  .accent = RGB (0x1c63c4),
  .outline_px = 1.00,
  .contour_px = 0.70,
  .border_px = 0.55,
  .relief = 0.0,
};

/* For a printer that has one ink. Fills are few light greys; the hatching does the telling. */
static const PalTheme mono = {
  .ground = RGB (0xffffff),
  .body = RGB (0xffffff),
  .region = RGB (0xffffff),
  .outline = RGB (0x1a1a1a),
  .contour = RGB (0x555555),
  .border = RGB (0xb4b4b4),
  .letter = RGB (0x333333),
  .text = RGB (0x000000),
  .dim_text = RGB (0x4a4a4a),
  .severity = { RGB (0xffffff), RGB (0xf2f2f2), RGB (0xd2d2d2), RGB (0x9a9a9a) },
  .severity_line = { RGB (0xb4b4b4), RGB (0x4a4a4a), RGB (0x222222), RGB (0x000000) },
  .hatch = RGBA (0x000000, 0.80),
  .change = { [PAL_CHANGE_NONE] = RGBA (0xffffff, 0.0),
              [PAL_CHANGE_NEW] = RGB (0x4a4a4a),
              [PAL_CHANGE_WORSE] = RGB (0xa8a8a8),
              [PAL_CHANGE_SAME] = RGB (0xdcdcdc),
              [PAL_CHANGE_BETTER] = RGB (0xf2f2f2),
              [PAL_CHANGE_GONE] = RGB (0xffffff),
              [PAL_CHANGE_NOT_COMPARED] = RGBA (0xffffff, 0.0) },
  .change_line = { [PAL_CHANGE_NONE] = RGBA (0xb4b4b4, 0.0),
                   [PAL_CHANGE_NEW] = RGB (0x000000),
                   [PAL_CHANGE_WORSE] = RGB (0x000000),
                   [PAL_CHANGE_SAME] = RGB (0x333333),
                   [PAL_CHANGE_BETTER] = RGB (0x333333),
                   [PAL_CHANGE_GONE] = RGB (0x555555),
                   [PAL_CHANGE_NOT_COMPARED] = RGB (0x9a9a9a) },
  .ghost = RGB (0x555555),
  .unknown = RGBA (0x000000, 0.35),
  .focus = RGB (0x000000),
  .hover = RGB (0x333333),
  .ink = RGB (0x000000),
  .accent = RGB (0x000000),
  .outline_px = 1.05,
  .contour_px = 0.70,
  .border_px = 0.55,
  .relief = 0.0,
  .is_mono = TRUE,
};

const PalTheme *
pal_theme_get_light (void)
{
  return &light;
}

const PalTheme *
pal_theme_get_dark (void)
{
  return &dark;
}

const PalTheme *
pal_theme_get_paper (void)
{
  return &paper;
}

const PalTheme *
pal_theme_get_mono (void)
{
  return &mono;
}

void
pal_colour_set (cairo_t *cr, const PalColour *colour)
{
  cairo_set_source_rgba (cr, colour->r, colour->g, colour->b, colour->a);
}
