-- Where the rows of an archive wait, as text, while it is imported (lib/exchange/archive): put there by COPY, read by
-- statements that write whole tables. Nothing here outlives the import, so that nothing of it is logged.

CREATE UNLOGGED TABLE archive_row (
  archive_id uuid NOT NULL,
  file text NOT NULL,
  -- The row's place in its file.
  n integer NOT NULL,
  cells text[] NOT NULL,
  PRIMARY KEY (archive_id, file, n)
);

-- The cell as it was before `csv_guard`: takes away exactly the quote that it put.
CREATE FUNCTION csv_unguard(x text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN left(x, 1) = '''' AND csv_guard(substr(x, 2)) <> substr(x, 2) THEN substr(x, 2) ELSE x END;
