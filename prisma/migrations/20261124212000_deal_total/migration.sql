-- What pictures and totals ask of all deals (decision 0090): how many there are and what is known of their money, by
-- year, by the countries of both sides, by its types and stages, kept as a ledger of differences like deal_tally
-- (decision 0060). A million deals are a quarter of a million of these groups, and a filter leaves fewer.

-- One row a group and difference. Amounts are US dollars by the rate of their day, as deal_row has them; of each sum
-- there is what tells its bounds and its disclosure:
--   min, max       the sums of the bounds that are known
--   floors         how many deals have a lower bound
--   open           how many could raise the sum without limit: something is promised and no upper bound is known
--   disclosed      how many have a bound at all
--   unrated        how many say an amount that has no figure in US dollars
--   researched     how many somebody looked up
--   denied, loose  how many of those say that there is none, and how many are not exact
CREATE TABLE deal_total (
  year smallint NOT NULL,
  giving text[] NOT NULL,
  taking text[] NOT NULL,
  types deal_type[] NOT NULL,
  stages stage[] NOT NULL,
  deals integer NOT NULL,
  conflicts integer NOT NULL,
  unverified integer NOT NULL,
  upfront_min numeric NOT NULL, upfront_max numeric NOT NULL,
  upfront_floors integer NOT NULL, upfront_open integer NOT NULL, upfront_disclosed integer NOT NULL,
  upfront_unrated integer NOT NULL, upfront_researched integer NOT NULL, upfront_denied integer NOT NULL,
  upfront_loose integer NOT NULL,
  headline_min numeric NOT NULL, headline_max numeric NOT NULL,
  headline_floors integer NOT NULL, headline_open integer NOT NULL, headline_disclosed integer NOT NULL,
  headline_unrated integer NOT NULL, headline_researched integer NOT NULL, headline_denied integer NOT NULL,
  headline_loose integer NOT NULL,
  -- What is known to be paid, and of how many deals.
  paid numeric NOT NULL,
  paid_disclosed integer NOT NULL
);

-- The statement that adds up some rows of the shape of deal_row; written once for the view, the triggers and the rebuild.
CREATE FUNCTION deal_totals_of(relation text, sign integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT format(
    'SELECT extract(year FROM announced_on)::smallint AS year, giving_countries AS giving, taking_countries AS taking,
       type || structures AS types, stages, %2$s * count(*)::integer AS deals,
       %2$s * count(*) FILTER (WHERE has_conflict)::integer AS conflicts,
       %2$s * count(*) FILTER (WHERE unverified)::integer AS unverified,
       %3$s,
       %2$s * coalesce(sum(paid_usd), 0) AS paid, %2$s * count(paid_usd)::integer AS paid_disclosed
     FROM %1$s GROUP BY 1, 2, 3, 4, 5',
    relation, sign, string_agg(format(
      '%2$s * coalesce(sum(%1$s_usd_min), 0) AS %1$s_min, %2$s * coalesce(sum(%1$s_usd_max), 0) AS %1$s_max,
       %2$s * count(%1$s_usd_min)::integer AS %1$s_floors,
       %2$s * count(*) FILTER (WHERE %1$s_usd_max IS NULL
         AND %1$s_disclosure NOT IN (''NONE'', ''NOT_RESEARCHED''))::integer AS %1$s_open,
       %2$s * count(coalesce(%1$s_usd_min, %1$s_usd_max))::integer AS %1$s_disclosed,
       %2$s * count(*) FILTER (WHERE coalesce(%1$s_usd_min, %1$s_usd_max) IS NULL
         AND %1$s_disclosure NOT IN (''NONE'', ''NOT_RESEARCHED'', ''UNDISCLOSED''))::integer AS %1$s_unrated,
       %2$s * count(*) FILTER (WHERE %1$s_disclosure <> ''NOT_RESEARCHED'')::integer AS %1$s_researched,
       %2$s * count(*) FILTER (WHERE %1$s_disclosure = ''NONE'')::integer AS %1$s_denied,
       %2$s * count(*) FILTER (WHERE %1$s_disclosure NOT IN (''EXACT'', ''NONE'', ''NOT_RESEARCHED''))::integer AS %1$s_loose',
      figure, sign), ', ' ORDER BY figure DESC))
  FROM unnest('{upfront,headline}'::text[]) AS figure
$$;

-- What the ledger must add up to.
DO $$ BEGIN EXECUTE 'CREATE VIEW deal_total_source AS ' || deal_totals_of('deal_row', 1); END $$;

-- Puts the differences of each group together, as compact_deal_tally does: one at a time, and never to wait for.
CREATE FUNCTION compact_deal_total() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed'
    OR NOT pg_try_advisory_xact_lock(hashtext('deal_total')) THEN
    RETURN;
  END IF;
  WITH scattered AS (
    SELECT year, giving, taking, types, stages FROM deal_total GROUP BY 1, 2, 3, 4, 5
    HAVING count(*) > 1 OR sum(deals) = 0
  ), gone AS (
    DELETE FROM deal_total AS t USING scattered AS s
    WHERE t.year = s.year AND t.giving = s.giving AND t.taking = s.taking
      AND t.types = s.types AND t.stages = s.stages
    RETURNING t.*
  )
  INSERT INTO deal_total
  SELECT year, giving, taking, types, stages, sum(deals), sum(conflicts), sum(unverified),
    sum(upfront_min), sum(upfront_max), sum(upfront_floors), sum(upfront_open), sum(upfront_disclosed),
    sum(upfront_unrated), sum(upfront_researched), sum(upfront_denied), sum(upfront_loose),
    sum(headline_min), sum(headline_max), sum(headline_floors), sum(headline_open), sum(headline_disclosed),
    sum(headline_unrated), sum(headline_researched), sum(headline_denied), sum(headline_loose),
    sum(paid), sum(paid_disclosed)
  FROM gone GROUP BY 1, 2, 3, 4, 5 HAVING sum(deals) <> 0;
END $$;

-- Adds what came, or takes away what went, as its argument says; both are called `counted` by its triggers.
CREATE FUNCTION keep_deal_total() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  added integer;
BEGIN
  EXECUTE 'INSERT INTO deal_total ' || deal_totals_of('counted', TG_ARGV[0]::integer);
  GET DIAGNOSTICS added = ROW_COUNT;
  IF random() < added / 4000.0 THEN
    PERFORM compact_deal_total();
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER deal_total_added AFTER INSERT ON deal_row
  REFERENCING NEW TABLE AS counted FOR EACH STATEMENT EXECUTE FUNCTION keep_deal_total('1');
CREATE TRIGGER deal_total_removed AFTER DELETE ON deal_row
  REFERENCING OLD TABLE AS counted FOR EACH STATEMENT EXECUTE FUNCTION keep_deal_total('-1');
CREATE TRIGGER deal_total_changed_from AFTER UPDATE ON deal_row
  REFERENCING OLD TABLE AS counted FOR EACH STATEMENT EXECUTE FUNCTION keep_deal_total('-1');
CREATE TRIGGER deal_total_changed_to AFTER UPDATE ON deal_row
  REFERENCING NEW TABLE AS counted FOR EACH STATEMENT EXECUTE FUNCTION keep_deal_total('1');

-- For what went past the triggers, and to begin with.
CREATE FUNCTION rebuild_deal_total() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE deal_row IN SHARE MODE;
  DELETE FROM deal_total;
  INSERT INTO deal_total SELECT * FROM deal_total_source;
END $$;

SELECT rebuild_deal_total();

-- The overview read these instead.
DROP INDEX deal_row_flows, deal_row_usd_headlines;

-- What each payment came to, by the last of its steps that says so.
CREATE INDEX payment_event_actual ON payment_event (term_id, seq DESC)
  INCLUDE (actual_amount, actual_currency, actual_disclosure) WHERE actual_amount IS NOT NULL;
-- Payments as they stand, without the wide rows: how many of a state, and what those that were made are known to be.
CREATE INDEX payment_term_states ON payment_term (state, deal_id) WHERE kind <> 'HEADLINE';
CREATE INDEX payment_term_paid ON payment_term (id) INCLUDE (deal_id, currency, min, max, disclosure)
  WHERE state = 'PAID' AND kind <> 'HEADLINE';
-- Those whose deal is withdrawn are passed over: they are few.
CREATE INDEX deal_withdrawn ON deal (id) WHERE withdrawn_at IS NOT NULL;
