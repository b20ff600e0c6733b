/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/** From version 5 to 6: words that are being typed and not yet part of the record. Included by
 * pal-schema.c alone, and frozen with its release. How to read the columns: see pal-schema-1.h. */

#pragma once

/* The indenter knows no SQL. */
/* clang-format off */

static const char schema_6[] =
    /* One row a field while somebody types in it, written anew at every key; so a handful. */
    "create table typed ("
    "key integer primary key,"
    "client integer not null references clients (key) on delete cascade,"
    /* Null for what belongs to the client. */
    "visit integer references visits (key) on delete cascade,"
    "field text not null " IS_NAME ("field") ","
    "text text not null " IS_TEXT ("text") ") strict;"
    /* A null is never the same as another null; no record has the key 0. */
    "create unique index typed_place on typed (client, ifnull (visit, 0), field);"
    /* For the cascade. */
    "create index typed_visit on typed (visit);";
