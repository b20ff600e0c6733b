/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/** From version 2 to 3: regions to look at next time. Included by pal-schema.c alone, and frozen
 * with its release. How to read the columns: see pal-schema-1.h. */

#pragma once

/* The indenter knows no SQL. */
/* clang-format off */

static const char schema_3[] =
    "create table checks_next (" PART_OF ("client", "clients")
    "region text not null " IS_ID ("region") ","
    "side integer not null " IS_SIDE ("side") ","
    "since integer " IS_DAY ("since") ","
    "primary key (client, position)) strict, without rowid;";
