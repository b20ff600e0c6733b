/* SPDX-FileCopyrightText: The Palpate authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/** From version 6 to 7: the marks of a visit in short, for statistics over a whole practice.
 * Included by pal-schema.c alone, and frozen with its release. How to read the columns: see
 * pal-schema-1.h. */

#pragma once

/* The indenter knows no SQL. */
/* clang-format off */

static const char schema_7[] =
    /* Nothing is recorded here: what the rows say is in marks, and they may be thrown away. A row
     * that is missing is made from the marks again; one that is there is right, because whatever
     * touches a visit's marks, this program or another, takes its row away. */
    "create table mark_words ("
    "number integer primary key check (number between 0 and 65535),"
    "word text not null unique " IS_ID ("word") ") strict;"
    /* Six bytes a mark, see pal-mark-digest.h. */
    "create table mark_digests ("
    "visit integer primary key references visits (key) on delete cascade,"
    "numbers blob not null check (length (numbers) % 6 = 0)) strict;"
    "create trigger marks_inserted after insert on marks begin "
    "delete from mark_digests where visit = new.visit; end;"
    "create trigger marks_deleted after delete on marks begin "
    "delete from mark_digests where visit = old.visit; end;"
    "create trigger marks_updated after update on marks begin "
    "delete from mark_digests where visit in (old.visit, new.visit); end;";
