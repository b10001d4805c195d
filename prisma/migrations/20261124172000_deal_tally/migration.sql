-- Facets and counts at a million deals. Each row holds its facets' values as keys ('from:CN'), so that one index
-- finds any of them and the planner knows how frequent each is. How many deals hold a key, and each two keys
-- together, is kept as a ledger of differences, which are only ever added: writers never wait for one another as
-- they would for a counter, and the sum is what a transaction may see.

CREATE FUNCTION deal_keys(
  type deal_type, structures deal_type[], status deal_status, stages stage[], modalities modality[],
  giving_countries text[], taking_countries text[], currency text
) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (
    SELECT array_agg(DISTINCT key ORDER BY key) FROM (
      SELECT 'status:' || status
      UNION ALL SELECT 'currency:' || currency WHERE currency IS NOT NULL
      UNION ALL SELECT 'type:' || x FROM unnest(type || structures) AS x
      UNION ALL SELECT 'stage:' || x FROM unnest(stages) AS x
      UNION ALL SELECT 'modality:' || x FROM unnest(modalities) AS x
      UNION ALL SELECT 'from:' || x FROM unnest(giving_countries) AS x
      UNION ALL SELECT 'to:' || x FROM unnest(taking_countries) AS x) AS keys(key));

-- At the end of the table, so that `INSERT INTO deal_row SELECT *` of its view still fits.
ALTER TABLE deal_row
  ADD COLUMN keys text[] NOT NULL GENERATED ALWAYS AS (
    deal_keys(type, structures, status, stages, modalities, giving_countries, taking_countries, currency)) STORED;

CREATE INDEX deal_row_keys ON deal_row USING gin (keys);
CREATE INDEX deal_row_indications ON deal_row USING gin (indications);
CREATE INDEX deal_row_targets ON deal_row USING gin (targets);
-- Facets are counted from this index alone, equal lists together, with the ranges that leave many rows: the rows
-- themselves are wide.
DROP INDEX deal_facets;
CREATE INDEX deal_facets ON deal_row (keys) INCLUDE (announced_on, upfront_usd, headline_usd);

-- `a` is a key, or '' for every deal; `b` is a key of another facet that the same deals hold, or '' again.
CREATE TABLE deal_tally (
  a text NOT NULL,
  b text NOT NULL,
  n integer NOT NULL
);
CREATE INDEX deal_tally_a ON deal_tally (a);
CREATE INDEX deal_tally_b ON deal_tally (b);

-- The pairs that a row with these keys counts for: each two of different facets once, and each with ''.
CREATE FUNCTION deal_pairs(keys text[]) RETURNS TABLE (a text, b text)
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT one.key, other.key FROM unnest(''::text || keys) AS one(key), unnest(''::text || keys) AS other(key)
    WHERE one.key < other.key AND split_part(one.key, ':', 1) <> split_part(other.key, ':', 1)
    UNION ALL SELECT '', '';
  END;

-- What the ledger must add up to.
CREATE VIEW deal_tally_source AS
SELECT pair.a, pair.b, sum(n)::integer AS n
FROM (SELECT keys, count(*) AS n FROM deal_row GROUP BY keys) AS rows
CROSS JOIN LATERAL deal_pairs(keys) AS pair
GROUP BY pair.a, pair.b;

-- Puts the differences of each pair together. One at a time, and never to wait for: who comes second leaves it.
-- A transaction that keeps its first snapshot could meet rows that are gone.
CREATE FUNCTION compact_deal_tally() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed'
    OR NOT pg_try_advisory_xact_lock(hashtext('deal_tally')) THEN
    RETURN;
  END IF;
  WITH scattered AS (
    SELECT a, b FROM deal_tally GROUP BY a, b HAVING count(*) > 1 OR sum(n) = 0
  ), gone AS (
    DELETE FROM deal_tally USING scattered
    WHERE deal_tally.a = scattered.a AND deal_tally.b = scattered.b
    RETURNING deal_tally.a, deal_tally.b, n
  )
  INSERT INTO deal_tally SELECT a, b, sum(n) FROM gone GROUP BY a, b HAVING sum(n) <> 0;
END $$;

CREATE FUNCTION keep_deal_tally() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  added integer := 0;
  more integer;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO deal_tally
      SELECT pair.a, pair.b, -sum(n)
      FROM (SELECT keys, count(*) AS n FROM old_rows GROUP BY keys) AS rows
      CROSS JOIN LATERAL deal_pairs(keys) AS pair GROUP BY pair.a, pair.b;
    GET DIAGNOSTICS added = ROW_COUNT;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO deal_tally
      SELECT pair.a, pair.b, sum(n)
      FROM (SELECT keys, count(*) AS n FROM new_rows GROUP BY keys) AS rows
      CROSS JOIN LATERAL deal_pairs(keys) AS pair GROUP BY pair.a, pair.b;
    GET DIAGNOSTICS more = ROW_COUNT;
    added := added + more;
  END IF;
  -- So often that some thousands of differences are added up at a reading, whether writes are small or large.
  IF random() < added / 4000.0 THEN
    PERFORM compact_deal_tally();
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER deal_tally_added AFTER INSERT ON deal_row
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_deal_tally();
CREATE TRIGGER deal_tally_changed AFTER UPDATE ON deal_row
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_deal_tally();
CREATE TRIGGER deal_tally_removed AFTER DELETE ON deal_row
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_deal_tally();

-- For what went past the triggers, and to begin with.
CREATE FUNCTION rebuild_deal_tally() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE deal_row IN SHARE MODE;
  DELETE FROM deal_tally;
  INSERT INTO deal_tally SELECT a, b, n FROM deal_tally_source;
END $$;

SELECT rebuild_deal_tally();
