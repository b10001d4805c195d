-- A document is edited on a page of its own, by several people: like a record it has a version, which tells
-- an edit that started from an older one. What is stored is at its first.

ALTER TABLE source ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE source ADD CONSTRAINT source_version CHECK (version > 0);
