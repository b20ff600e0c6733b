/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The beta distribution: the belief about a share after counting. Own code, because libm has none
 * and a whole library for one function would be too much. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * pal_beta_cdf:
 * @x: a share, clamped to 0 … 1
 * @a: above 0
 * @b: above 0
 *
 * The regularised incomplete beta function I(x; a, b): the probability that a Beta(a, b) variable
 * is at most @x.
 *
 * Method: the continued fraction 8.17.22 of the NIST Digital Library of Mathematical Functions,
 * evaluated from the front (Lentz, Applied Optics 1976; Thompson and Barnett, J Comput Phys 1986)
 * on that side of the mean (a + 1) / (a + b + 2) where it converges fast, by the symmetry
 * I(x; a, b) = 1 − I(1 − x; b, a). Absolute error below 1e-12 for a, b up to 1,000.
 *
 * Example: I(1/3; 1, 2) = 1 − (2/3)² = 0.5556.
 *
 * Returns: a probability, 0 … 1
 */
double pal_beta_cdf (double x, double a, double b);

/**
 * pal_beta_quantile:
 * @p: a probability, 0 … 1
 * @a: above 0
 * @b: above 0
 *
 * The share that a Beta(a, b) variable stays below with probability @p: pal_beta_cdf() turned
 * round by Halley's steps, which are kept within a bracket that only ever shrinks.
 *
 * Example: for Beta(½, ½) it is sin²(πp / 2), so 0.5 for @p = 0.5 and 0.0062 for @p = 0.05.
 *
 * Returns: a share, 0 … 1
 */
double pal_beta_quantile (double p, double a, double b);

G_END_DECLS
