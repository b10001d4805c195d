-- Who froze a set of comparables, and who deleted it, is history. Apart, for a new value of an enum can't be used in the
-- transaction that adds it.
ALTER TYPE entity_kind ADD VALUE 'COMPARABLE_SET';
