/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/** The tables of version 1. Included by pal-schema.c alone, and frozen with the first release.
 *
 * How to read them: days are counted from 1970-01-01, moments are seconds from then, in UTC. Null
 * is what was not recorded. Sides are 0 midline, 1 left, 2 right; views 0 front, 1 back, 2 left,
 * 3 right, 4 soles; figures 0 neutral, 1 female, 2 male. Lists of ids are text, one a line. The
 * parts of a record are numbered by `position` from 0. */

#pragma once

/* The indenter knows no SQL. */
/* clang-format off */

/* The limits of the record, once more, so that a slip above cannot reach the file. */
#define IS_DAY(column) "check (" column " between -25567 and 84370)"
#define IS_MOMENT(column) "check (" column " between -2208988800 and 7289654399)"
#define IS_BOOLEAN(column) "check (" column " in (0, 1))"
#define IS_ID(column) "check (length (" column ") between 1 and 64)"
#define IS_NAME(column) "check (length (" column ") <= 200)"
#define IS_TEXT(column) "check (length (" column ") <= 20000)"
#define IS_LIST(column) "check (length (" column ") <= 200000)"
#define IS_MINUTES(column) "check (" column " between 0 and 1440)"
#define IS_KM(column) "check (" column " between 0 and 1000)"
#define IS_SCALE(column) "check (" column " between 0 and 10)"
#define IS_SIDE(column) "check (" column " between 0 and 2)"
#define IS_VIEW(column) "check (" column " between 0 and 4)"

#define PART_OF(owner, table)                                                                      \
  owner " integer not null references " table " (key) on delete cascade,"                          \
        "position integer not null check (position >= 0),"

static const char schema_1[] =
    /* People ---------------------------------------------------------------------------------- */
    /* Autoincrement: a key is never used again, so undoing a deletion finds its place free. */
    "create table clients ("
    "key integer primary key autoincrement,"
    "id text not null unique " IS_ID (
        "id") ","
              "revision integer not null check (revision > 0),"
              "given text " IS_NAME (
                  "given") ","
    "family text " IS_NAME ("family") ","
    "born integer " IS_DAY (
    "born") ","
    "figure integer not null "
    "check (figure between 0 "
    "and 2),"
    "language text " IS_NAME ("language") ","
    "phone text " IS_NAME (
    "phone") ","
    "email text " IS_NAME (
    "email") ","
    "sport text " IS_NAME (
    "sport") ","
    "level text " IS_ID (
    "level") ","
    "squad text " IS_NAME (
    "squad") ","
    "goal text " IS_TEXT ("goal") ","
    "history text " IS_TEXT ("history") ","
    "preferences text " IS_TEXT ("preferences") ","
    "check (length (given) > 0 or length (family) > 0)"
    ") strict;"

    "create table alerts (" PART_OF ("client", "clients") "text text " IS_TEXT ("text") ","
    "level integer not null check (level in (0, 1)),"
    "primary key (client, position)) strict, without rowid;"

    "create table events (" PART_OF ("client", "clients") "date integer " IS_DAY ("date") ","
    "name text " IS_NAME (
    "name") ","
    "primary key (client, position)) strict, without rowid;"

    "create table runs (" PART_OF ("client",
    "clients") "date integer " IS_DAY ("date") ","
    "km real " IS_KM ("km") ","
    "minutes integer check (minutes between 0 and 10080),"
    "effort real " IS_SCALE ("effort") ","
    "terrain text " IS_NAME ("terrain") ","
    "shoes text " IS_NAME (
    "shoes") ","
    "primary key (client, position)) strict, without rowid;"

    "create table training_weeks (" PART_OF ("client",
    "clients") "monday integer " IS_DAY ("monday") ","
    "km real " IS_KM ("km") ","
    "longest_km real " IS_KM ("longest_km") ","
    "minutes integer check (minutes between 0 and 10080),"
    "sessions integer check (sessions >= 0),"
    "effort real " IS_SCALE (
    "effort") ","
    "terrain text " IS_LIST (
    "terrain") ","
    "shoes text " IS_NAME ("shoes") ","
    "primary key (client, position)) strict, without rowid;"

    "create table shoes (" PART_OF (
    "client",
    "clients") "model text " IS_NAME ("model") ","
    "since integer " IS_DAY (
    "since") ","
    "km real check (km between 0 and 100000),"
    "primary key (client, position)) strict, without rowid;"

    "create table baseline_words (" PART_OF ("client",
    "clients") "region text not null " IS_ID ("region") ","
    "side integer not null " IS_SIDE (
    "side") ","
    "confirmed integer not null " IS_BOOLEAN (
    "confirmed") ","
    "since integer " IS_DAY ("since") ","
    "primary key (client, position)) strict, without rowid;"

    /* Visits ---------------------------------------------------------------------------------- */
    "create table visits ("
    "key integer primary key autoincrement,"
    "id text not null unique " IS_ID ("id") ","
    "client integer not null references clients (key) on delete cascade,"
    "revision integer not null check (revision > 0),"
    "at integer not null " IS_MOMENT ("at") ","
    "minutes integer " IS_MINUTES (
    "minutes") ","
    "type text " IS_ID (
    "type") ","
    "room text " IS_NAME ("room") ","
    "therapist text " IS_NAME ("therapist") ","
    "is_signed integer not null " IS_BOOLEAN ("is_signed") ","
    "signed_at integer " IS_MOMENT (
    "signed_at") ","
    "signed_by text " IS_NAME (
    "signed_by") ","
    "complaint text " IS_TEXT ("complaint") ","
    "request text " IS_TEXT ("request") ","
    /* Groups; null means that everything was examined, empty that nothing was. */
    "examined text " IS_LIST ("examined") ","
    "sleep_hours real check (sleep_hours between 0 and 24),"
    "sleep_quality integer " IS_SCALE (
    "sleep_quality") ","
    "stress integer " IS_SCALE ("stress") ","
    "rest_days integer check (rest_days >= 0),"
    "recovery_sessions integer check (recovery_sessions >= 0),"
    "days_since_hard integer check (days_since_hard >= 0),"
    "pain_at_rest integer " IS_SCALE (
    "pain_at_rest") ","
    "pain_in_training integer " IS_SCALE (
    "pain_in_training") ","
    "nutrition text " IS_TEXT ("nutrition") ","
    "breathing text check (breathing in ('full', 'restricted')),"
    "symptoms text " IS_LIST ("symptoms") ","
    "terrain text " IS_LIST ("terrain") ","
    "shoes text " IS_NAME (
    "shoes") ","
    "next_race integer " IS_DAY (
    "next_race") ","
    "subjective text " IS_TEXT ("subjective") ","
    "objective text " IS_TEXT ("objective") ","
    "assessment text " IS_TEXT (
    "assessment") ","
    "plan text " IS_TEXT ("plan") ","
    "advice text " IS_TEXT ("advice") ","
    "home_care text " IS_LIST ("home_care") ","
    "next_weeks integer check (next_weeks between 0 and 520),"
    "alerts_seen integer " IS_MOMENT (
    "alerts_seen") ","
    "check_next text " IS_LIST (
    "check_next") ") strict;"
    /* Holds all the list of clients asks for, in the order visits are read. */
    "create index visits_by_client on visits (client, at, key, is_signed, next_weeks);"
    "create index visits_unsigned on visits (at, key) where is_signed = 0;"

    "create table complaint_regions (" PART_OF ("visit",
    "visits") "region text not null " IS_ID ("region") ","
    "side integer not null " IS_SIDE ("side") ","
    "primary key (visit, position)) strict, without rowid;"

    /* A million in a large practice; clustered by visit, so that a history lies together. */
    "create table marks (" PART_OF ("visit", "visits") "region text not null " IS_ID ("region") ","
    "side integer not null " IS_SIDE ("side") ","
    "kind text not null " IS_ID (
    "kind") ","
    "severity_before integer check (severity_before between 1 and 3),"
    "severity_after integer check (severity_after between 0 and 3),"
    "techniques text " IS_LIST ("techniques") ","
    "minutes integer " IS_MINUTES ("minutes") ","
    "responses text " IS_LIST ("responses") ","
    /* 0 therapist, 1 client */
    "source integer not null check (source in (0, 1)),"
    "carried integer not null " IS_BOOLEAN ("carried") ","
    /* 0 not said, 1 complaint, 2 baseline */
    "concern integer not null check (concern between 0 and 2),"
    "note text " IS_TEXT ("note") ","
    "primary key (visit, position)) strict, without rowid;"

    /* Numbered within the visit; deferred, because the tail of a visit's marks is written anew. */
    "create table mark_points (" PART_OF ("visit", "visits") "mark integer not null,"
    "view integer not null " IS_VIEW ("view") ","
    "x real not null check (x between -1000 and 1000),"
    "y real not null check (y between -200 and 1200),"
    "refers integer not null " IS_BOOLEAN ("refers") ","
    "to_x real not null check (to_x between -1000 and 1000),"
    "to_y real not null check (to_y between -200 and 1200),"
    "primary key (visit, position),"
    "foreign key (visit, mark) references marks (visit, position) deferrable initially deferred"
    ") strict, without rowid;"
    "create index mark_points_by_mark on mark_points (visit, mark);"

    "create table tests (" PART_OF (
    "visit",
    "visits") "test text not null " IS_ID ("test") ","
    "side integer not null " IS_SIDE ("side") ","
    "value real not null check (value between -180 and 360),"
    "note text " IS_TEXT (
    "note") ","
    "primary key (visit, position)) strict, without rowid;"

    /* Points: x, y, pressure in turns, little-endian doubles. With rowid: rows are large. */
    "create table ink (" PART_OF (
    "visit", "visits") "view integer not null " IS_VIEW ("view") ","
    "points blob not null check (length (points) % 24 = 0),"
    "primary key (visit, position)) strict;"

    "create table amendments (" PART_OF (
    "visit",
    "visits") "at integer not null " IS_MOMENT ("at") ","
    "author text " IS_NAME (
    "author") ","
    "reason text " IS_TEXT (
    "reason") ","
    "text text " IS_TEXT ("text") ","
    "primary key (visit, position)) strict, without rowid;"

    "create table consents (" PART_OF ("visit", "visits") "at integer not null " IS_MOMENT ("at") ","
    "region text not null " IS_ID (
    "region") ","
    "given integer not null " IS_BOOLEAN (
    "given") ","
    "wording text " IS_TEXT ("wording") ","
    "primary key (visit, position)) strict, without rowid;"

    /* The practice ---------------------------------------------------------------------------- */
    /* Lists: 0 kinds, 1 techniques, 2 responses, 3 visit types, 4 activity levels, 5 terrains,
    * 6 symptoms, 7 home care, 8 tests, 9 red flags. */
    "create table terms ("
    "key integer primary key,"
    "list integer not null check (list between 0 and 9),"
    "id text not null " IS_ID ("id") ","
    "name text not null check (length (name) between 1 and 200),"
    "has_severity integer not null " IS_BOOLEAN (
    "has_severity") ","
    "unique (list, id)) strict;"

    "create table settings ("
    "name text primary key " IS_ID ("name") ","
    "value text not null " IS_TEXT ("value") ") strict, without rowid;"

    /* Who did what when, never what was written. Each hash covers the row and the hash before. */
    "create table audit ("
    "seq integer primary key autoincrement,"
    "at integer not null,"
    "actor text not null " IS_NAME (
    "actor") ","
    "what text not null " IS_NAME ("what") ","
    "record text not null " IS_NAME (
    "record") ","
    "body text not null " IS_TEXT (
    "body") ","
    "hash blob not null check (length (hash) = 32)) strict;"
    "create index audit_by_record on audit (record, seq);"
    "create trigger audit_keeps_rows before delete on audit "
    "begin select raise (abort, 'the audit trail only grows'); end;"
    "create trigger audit_keeps_words before update on audit "
    "begin select raise (abort, 'the audit trail only grows'); end;";
