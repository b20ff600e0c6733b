/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the record's types share: checks of single facts and copies of their lists. Every check
 * takes the key of the fact, refuses with "key: sentence", and accepts what is not recorded. */

#pragma once

#include "atlas/pal-vocabulary.h"
#include "record/pal-mark.h"

G_BEGIN_DECLS

/**
 * pal_record_fail:
 * @key: the key as in files, "before"
 * @message: (transfer full): a translated sentence
 *
 * Returns: %FALSE, so that a check can end with it
 */
gboolean pal_record_fail (GError **error, PalRecordError code, const char *key, char *message);

/** pal_record_quote: Returns: (transfer full): @word made fit for a message: valid and short. */
char *pal_record_quote (const char *word);

/** pal_check_text: valid UTF-8 of at most @max_chars characters. */
gboolean pal_check_text (const char *key, const char *text, glong max_chars, GError **error);

/** pal_check_id: 1 … 64 letters, digits, hyphens and dots, as every UUID is (the rule of FHIR). */
gboolean pal_check_id (const char *key, const char *id, GError **error);

gboolean pal_check_int (const char *key, int value, int min, int max, GError **error);

/** pal_check_double: within @min … @max; never infinite, never NaN. */
gboolean pal_check_double (const char *key, double value, double min, double max, GError **error);

gboolean pal_check_date (const char *key, PalDate date, GError **error);
gboolean pal_check_time (const char *key, PalTime time, GError **error);

/** pal_check_region: a region of the catalogue; otherwise names the nearest. */
gboolean pal_check_region (PalAtlas *atlas, const char *key, const char *id, GError **error);

/** pal_check_sided_region: a region, and a side just when it is paired: "region", "side". */
gboolean pal_check_sided_region (PalAtlas *atlas, const char *id, PalSide side, GError **error);

/** pal_check_term: a word of @list, or not recorded. */
gboolean pal_check_term (
    PalVocabulary *vocabulary, PalTermList list, const char *key, const char *id, GError **error);

/** pal_check_terms: as pal_check_term() for each; the key becomes "techniques[1]". */
gboolean pal_check_terms (
    PalVocabulary *vocabulary, PalTermList list, const char *key, char **ids, GError **error);

/** pal_check_point: a place on or near the figure; @x_key and @y_key name the coordinates. */
gboolean pal_check_point (const char *x_key, const char *y_key, double x, double y, GError **error);

/** PalCheckElement: checks one element of a list. */
typedef gboolean (*PalCheckElement) (gconstpointer element,
                                     PalAtlas *atlas,
                                     PalVocabulary *vocabulary,
                                     GError **error);

/** pal_check_list: as @check for each; the key of what is wrong gets "marks[2]." before it. */
gboolean pal_check_list (const char *key,
                         const GPtrArray *list,
                         PalCheckElement check,
                         PalAtlas *atlas,
                         PalVocabulary *vocabulary,
                         GError **error);

/** PalEqual: whether two elements of a list are the same. */
typedef gboolean (*PalEqual) (gconstpointer a, gconstpointer b);

/** pal_record_list_equal: Returns: whether both hold equal elements in the same order. */
gboolean pal_record_list_equal (const GPtrArray *a, const GPtrArray *b, PalEqual equal);

/** pal_record_list_copy: Returns: (transfer full): a deep copy that frees with @free_element. */
GPtrArray *pal_record_list_copy (const GPtrArray *list,
                                 GCopyFunc copy,
                                 GDestroyNotify free_element);

/** pal_check_summary_blocks: @ids: (nullable): of blocks of the client's page. */
gboolean pal_check_summary_blocks (const char *key, char **ids, GError **error);

G_END_DECLS
