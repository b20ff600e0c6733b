/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Small values of the record: dates, moments, limits, the record's errors.
 * What a practice records is in pal-mark.h, pal-visit.h and pal-client.h. */

#pragma once

#include "atlas/pal-atlas.h"

G_BEGIN_DECLS

#define PAL_RECORD_ERROR (pal_record_error_quark ())

/**
 * PalRecordError:
 * @PAL_RECORD_ERROR_UNKNOWN_REGION: no region of that name, or several
 * @PAL_RECORD_ERROR_WRONG_SIDE: a side for a midline region, or none for a paired one
 * @PAL_RECORD_ERROR_OUT_OF_RANGE: a number, date or text length outside its limits
 * @PAL_RECORD_ERROR_UNKNOWN_TERM: a kind, technique … that neither we nor the practice know
 * @PAL_RECORD_ERROR_NOT_UNDERSTOOD: shorthand that cannot be read
 * @PAL_RECORD_ERROR_INCONSISTENT: parts that contradict each other (severity on a kind without)
 */
typedef enum
{
  PAL_RECORD_ERROR_UNKNOWN_REGION,
  PAL_RECORD_ERROR_WRONG_SIDE,
  PAL_RECORD_ERROR_OUT_OF_RANGE,
  PAL_RECORD_ERROR_UNKNOWN_TERM,
  PAL_RECORD_ERROR_NOT_UNDERSTOOD,
  PAL_RECORD_ERROR_INCONSISTENT
} PalRecordError;

GQuark pal_record_error_quark (void);

/** PAL_UNSET: a number that was not recorded. Zero is a recorded zero. */
#define PAL_UNSET (-1)

/* Limits the record enforces, repeated as CHECKs in the database and in the schema file. */
#define PAL_MAX_NAME_CHARS 200
#define PAL_MAX_TEXT_CHARS 20000
#define PAL_MIN_YEAR 1900
#define PAL_MAX_YEAR 2200
#define PAL_MAX_MINUTES 1440
#define PAL_MAX_KM 1000.0
/* Runs and training weeks may go on for days; a pair of shoes goes further than any week. */
#define PAL_MAX_TRAINING_MINUTES 10080
#define PAL_MAX_SHOES_KM 100000.0
#define PAL_MAX_ID_CHARS 64
#define PAL_MAX_NEXT_WEEKS 520
/* Points and ink, in figure units: the figures with room around them. */
#define PAL_MAX_POINT_X 1000.0
#define PAL_MIN_POINT_Y (-200.0)
#define PAL_MAX_POINT_Y 1200.0

/**
 * PalDate:
 *
 * A calendar day as days since 1970-01-01 (proleptic Gregorian), or %PAL_NO_DATE.
 */
typedef gint32 PalDate;
#define PAL_NO_DATE G_MININT32

/** pal_date_new: Returns: the day, or %PAL_NO_DATE when there is none such in years 1 … 9999. */
PalDate pal_date_new (int year, int month, int day);
void pal_date_get_ymd (PalDate date, int *year, int *month, int *day);
/** pal_date_parse: reads "2026-03-01". Returns: %FALSE when it is no such day. */
gboolean pal_date_parse (const char *text, PalDate *date);
/** pal_date_format: Returns: (transfer full): "2026-03-01". */
char *pal_date_format (PalDate date);
/** pal_date_format_display: Returns: (transfer full): for people, "1 Mar 2026", translated. */
char *pal_date_format_display (PalDate date);
/** pal_date_format_short: Returns: (transfer full): "1 Mar", for thumbnails of this year. */
char *pal_date_format_short (PalDate date);
/** pal_month_get_short_name: @month: 1 … 12. Returns: (transfer none): translated, "Mar". */
const char *pal_month_get_short_name (int month);
/** pal_date_format_long: Returns: (transfer full): "Monday 1 March 2026", translated. */
char *pal_date_format_long (PalDate date);

/** pal_date_is_sane: Returns: whether @date is within %PAL_MIN_YEAR … %PAL_MAX_YEAR. */
gboolean pal_date_is_sane (PalDate date);
/** pal_date_is_monday: Returns: whether @date can name an ISO week. */
gboolean pal_date_is_monday (PalDate date);

/** pal_week_parse: reads "2026-W09". @monday: (out): its Monday. Returns: %FALSE if no such week */
gboolean pal_week_parse (const char *text, PalDate *monday);
/** pal_week_format: Returns: (transfer full): the ISO 8601 week of @monday, "2026-W09". */
char *pal_week_format (PalDate monday);

/**
 * PalTime:
 *
 * A moment as seconds since 1970-01-01T00:00:00Z, or %PAL_NO_TIME. UTC in files, local on screen.
 */
typedef gint64 PalTime;
#define PAL_NO_TIME G_MININT64

/** pal_time_now: Returns: the moment the system clock shows; only faces of the core call it. */
PalTime pal_time_now (void);
/**
 * pal_time_parse:
 *
 * Reads RFC 3339 with all its parts, "2026-03-01T10:00:00Z" or with an offset, which is applied.
 * Fractions of a second are dropped.
 *
 * Returns: %FALSE for anything else; @time is then untouched
 */
gboolean pal_time_parse (const char *text, PalTime *time);
/** pal_time_format: Returns: (transfer full): "2026-03-01T10:00:00Z". */
char *pal_time_format (PalTime time);
/** pal_time_get_date: Returns: the calendar day of @time in UTC, as files and statistics use. */
PalDate pal_time_get_date (PalTime time);
/** pal_time_get_local_date: Returns: the calendar day of @time where the practice is. */
PalDate pal_time_get_local_date (PalTime time);
/** pal_time_format_clock: Returns: (transfer full): "14:30", local. */
char *pal_time_format_clock (PalTime time);
/** pal_time_is_sane: Returns: whether @time is within %PAL_MIN_YEAR … %PAL_MAX_YEAR. */
gboolean pal_time_is_sane (PalTime time);

/**
 * PalSidedRegion:
 * @region: region id
 *
 * A region and its side, as a complaint names it. Boxed in GArray with pal_sided_region_clear().
 */
typedef struct
{
  char *region;
  PalSide side;
} PalSidedRegion;

void pal_sided_region_clear (PalSidedRegion *self);

/** pal_sided_regions_new: Returns: (transfer full) (element-type PalSidedRegion): none yet; it owns
 * what is added. */
GArray *pal_sided_regions_new (void);

GArray *pal_sided_regions_copy (const GArray *regions);
/** pal_sided_regions_equal: Returns: whether both hold the same in the same order. */
gboolean pal_sided_regions_equal (const GArray *a, const GArray *b);

/** pal_sided_regions_has: Returns: whether the region of that side is among them. */
gboolean pal_sided_regions_has (const GArray *regions, const char *region, PalSide side);

/** pal_sided_regions_add: adds a copy at the end; one that is there already stays where it is. */
void pal_sided_regions_add (GArray *regions, const char *region, PalSide side);

/** pal_strv_equal0: Returns: whether both are %NULL or hold the same strings in order. */
gboolean pal_strv_equal0 (char **a, char **b);

/** pal_uuid_new: Returns: (transfer full): a random version 4 UUID. */
char *pal_uuid_new (void);

G_END_DECLS
