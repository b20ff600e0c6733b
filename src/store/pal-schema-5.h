/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/** From version 4 to 5: which word a word of the practice is a new name of. Included by
 * pal-schema.c alone, and frozen with its release. How to read the columns: see pal-schema-1.h. */

#pragma once

/* The indenter knows no SQL. */
/* clang-format off */

static const char schema_5[] =
    "alter table terms add column replaces text " IS_ID ("replaces") ";";
