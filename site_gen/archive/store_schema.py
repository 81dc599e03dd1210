"""The tables of the store. Another schema is another store: the old one is made again."""

import zlib

SCHEMA = """
CREATE TABLE files (
    path TEXT PRIMARY KEY, key BLOB, published BLOB, own BLOB, diagnostics BLOB
) WITHOUT ROWID;
CREATE TABLE meetings (
    path TEXT PRIMARY KEY, id TEXT, body TEXT, year INTEGER, day TEXT, status TEXT,
    approved_at TEXT, is_shadowed INTEGER DEFAULT 0, made_of TEXT, row BLOB
);
CREATE INDEX meetings_shadowed ON meetings (path) WHERE is_shadowed;
CREATE TABLE whole_meetings (path TEXT PRIMARY KEY, meeting BLOB);
CREATE INDEX meetings_by_id ON meetings (id);
-- With all that lists of every meeting ask for, so that none reads the rows themselves.
CREATE INDEX meetings_by_day ON meetings (day DESC, id, path, year, is_shadowed, made_of);
CREATE INDEX meetings_by_body ON meetings (body, day, id);
CREATE INDEX meetings_by_approval ON meetings (approved_at);
CREATE TABLE joint (path TEXT, body TEXT);
CREATE INDEX joint_by_path ON joint (path);
CREATE INDEX joint_by_body ON joint (body);
CREATE TABLE questions (
    path TEXT, position INTEGER, meeting TEXT, address TEXT, number TEXT, body TEXT, year INTEGER,
    day TEXT, row BLOB
);
CREATE INDEX questions_by_path ON questions (path);
CREATE INDEX questions_by_year ON questions (year, day DESC, meeting, position);
CREATE TABLE decisions (
    path TEXT, position INTEGER, meeting TEXT, body TEXT, year INTEGER, day TEXT, row BLOB
);
CREATE INDEX decisions_by_path ON decisions (path);
CREATE INDEX decisions_by_year ON decisions (year, day DESC, meeting, position);
CREATE TABLE parts (
    path TEXT, position INTEGER, meeting TEXT, person TEXT, year INTEGER, day TEXT, row BLOB
);
CREATE INDEX parts_by_path ON parts (path);
CREATE INDEX parts_by_person ON parts (person, year, day DESC, meeting, position);
-- Every build asks for these two sums, and a change adds little to them.
CREATE TABLE part_sums (
    person TEXT, year INTEGER, number INTEGER, PRIMARY KEY (person, year)
) WITHOUT ROWID;
CREATE TRIGGER part_put AFTER INSERT ON parts BEGIN
    INSERT INTO part_sums VALUES (new.person, new.year, 1)
    ON CONFLICT DO UPDATE SET number = number + 1;
END;
CREATE TRIGGER part_dropped AFTER DELETE ON parts BEGIN
    UPDATE part_sums SET number = number - 1 WHERE person = old.person AND year = old.year;
END;
CREATE TABLE record_sums (kind TEXT PRIMARY KEY, number INTEGER) WITHOUT ROWID;
CREATE TABLE earlier (
    path TEXT, meeting TEXT, address TEXT, line INTEGER, body TEXT, day TEXT, number TEXT,
    opening TEXT
);
CREATE INDEX earlier_by_path ON earlier (path);
CREATE INDEX earlier_by_question ON earlier (body, day);
CREATE TABLE promised (path TEXT, line INTEGER, question TEXT, opening TEXT);
CREATE INDEX promised_by_path ON promised (path);
CREATE TABLE links (path TEXT, target TEXT, fragment TEXT, link BLOB);
CREATE INDEX links_by_path ON links (path);
CREATE INDEX links_by_target ON links (target);
CREATE TABLE record_counts (path TEXT, kind TEXT, number INTEGER);
CREATE INDEX record_counts_by_path ON record_counts (path);
CREATE TRIGGER record_count_put AFTER INSERT ON record_counts BEGIN
    INSERT INTO record_sums VALUES (new.kind, new.number)
    ON CONFLICT DO UPDATE SET number = number + new.number;
END;
CREATE TRIGGER record_count_dropped AFTER DELETE ON record_counts BEGIN
    UPDATE record_sums SET number = number - old.number WHERE kind = old.kind;
END;
-- With rows of their own numbers: in a tree by path, texts of thousands of bytes would lie between
-- the paths, and to find one would take ten times as long.
CREATE TABLE products (path TEXT, name TEXT, content BLOB, PRIMARY KEY (path, name));
-- Products of which there is nothing: to look at each product itself takes long.
CREATE TABLE empty_products (path TEXT, name TEXT, PRIMARY KEY (path, name)) WITHOUT ROWID;
CREATE TABLE entries (path TEXT, list TEXT, rank TEXT, content BLOB);
CREATE INDEX entries_by_path ON entries (path);
CREATE INDEX entries_by_rank ON entries (list, rank DESC);
CREATE TABLE superseded (path TEXT PRIMARY KEY, meeting TEXT, content BLOB);
CREATE TABLE kept (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE inputs (folder TEXT PRIMARY KEY, files BLOB) WITHOUT ROWID;
CREATE TABLE remembered (name TEXT PRIMARY KEY, key BLOB, value BLOB) WITHOUT ROWID;
CREATE TABLE built (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE outputs (
    path TEXT PRIMARY KEY, kind TEXT, id TEXT, year INTEGER
) WITHOUT ROWID;
CREATE TABLE output_folders (folder TEXT PRIMARY KEY, stamps BLOB) WITHOUT ROWID;
"""
SCHEMA_VERSION = zlib.crc32(SCHEMA.encode())
# Of one file of minutes each; the rest is of the site.
TABLES_BY_PATH = (
    "files",
    "meetings",
    "whole_meetings",
    "questions",
    "decisions",
    "parts",
    "earlier",
    "promised",
    "links",
    "record_counts",
    "products",
    "empty_products",
    "entries",
    "joint",
)
