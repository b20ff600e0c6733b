/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/** From version 7 to 8: words that are being typed may belong to nobody yet. Included by
 * pal-schema.c alone, and frozen with its release. How to read the columns: see pal-schema-1.h. */

#pragma once

/* The indenter knows no SQL. */
/* clang-format off */

static const char schema_8[] =
    "drop index typed_place;"
    "drop index typed_visit;"
    "alter table typed rename to typed_7;"
    "create table typed ("
    "key integer primary key,"
    /* Null for what belongs to the practice, such as the name of somebody who is being added. */
    "client integer references clients (key) on delete cascade,"
    "visit integer references visits (key) on delete cascade,"
    "field text not null " IS_NAME ("field") ","
    "text text not null " IS_TEXT ("text") ") strict;"
    "insert into typed (key, client, visit, field, text) "
    "select key, client, visit, field, text from typed_7;"
    "drop table typed_7;"
    "create unique index typed_place on typed (ifnull (client, 0), ifnull (visit, 0), field);"
    /* For the cascades. */
    "create index typed_client on typed (client);"
    "create index typed_visit on typed (visit);";
