/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/** From version 3 to 4: what is printed. The therapist's words on clients' pages, which blocks are
 * left out, the practice's logo and the signatures of those who work there. Included by
 * pal-schema.c alone, and frozen with its release. How to read the columns: see pal-schema-1.h. */

#pragma once

/* The indenter knows no SQL. */
/* clang-format off */

static const char schema_4[] =
    "create table summary_texts (" PART_OF ("visit", "visits")
    "block text not null " IS_ID ("block") ","
    /* Null leaves the block out. */
    "text text " IS_TEXT ("text") ","
    "made text " IS_TEXT ("made") ","
    "primary key (visit, position)) strict, without rowid;"

    /* Block ids; null for those the practice leaves out, empty for none. */
    "alter table clients add column summary_left_out text " IS_LIST ("summary_left_out") ";"

    /* PNG files as base64, 256 KB at most: one logo, whose therapist is empty, and signatures. */
    "create table images ("
    "therapist text primary key " IS_NAME ("therapist") ","
    "png text not null check (length (png) between 12 and 349528)) strict, without rowid;";
