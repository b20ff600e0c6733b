/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/** From version 1 to 2: what the client asks time for, the red flags asked about, and words of the
 * practice that are no longer offered. Included by pal-schema.c alone, and frozen with its release.
 * How to read the columns: see pal-schema-1.h. */

#pragma once

/* The indenter knows no SQL. */
/* clang-format off */

static const char schema_2[] =
    "alter table visits add column screened_at integer " IS_MOMENT ("screened_at") ";"
    /* Ids of the flags the client said yes to. */
    "alter table visits add column red_flags text " IS_LIST ("red_flags") ";"

    "create table request_areas (" PART_OF ("visit", "visits")
    "area text not null " IS_ID ("area") ","
    "minutes integer " IS_MINUTES ("minutes") ","
    "primary key (visit, position)) strict, without rowid;"

    /* Old records keep the word; lists no longer offer it. */
    "alter table terms add column retired integer not null default 0 " IS_BOOLEAN ("retired") ";";
