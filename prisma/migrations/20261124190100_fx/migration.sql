-- Rates of exchange (decisions 0081 and 0082). One function says what a unit of a currency was worth in US dollars on a
-- day; the flat row shows figures by the rate of the announcement's day, names that rate, and what was paid by the rate
-- of the day of payment. Where no rate is stored there is no figure.

-- A currency's rates are told from the euro, as the central bank publishes them, or from the dollar. So every currency
-- has at most two ways to the dollar, and a pair is never stored both ways round.
ALTER TABLE fx_rate
  ADD CONSTRAINT fx_rate_base CHECK (base = 'EUR' OR (base = 'USD' AND quote <> 'EUR')),
  ADD CONSTRAINT fx_rate_source CHECK (source <> '');

-- The rate of a pair on a day, or else the nearest earlier one within seven days, as "EUR/JPY 130.15 (2023-01-20): who".
CREATE FUNCTION fx_leg(from_currency char(3), to_currency char(3), day date)
  RETURNS TABLE (rate numeric, "on" date, source text)
  LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
  SELECT r.rate, r."on",
    r.base || '/' || r.quote || ' ' || trim_scale(r.rate) || ' (' || r."on" || '): ' || r.source
  FROM fx_rate AS r
  WHERE r.base = from_currency AND r.quote = to_currency AND r."on" BETWEEN day - 7 AND day
  ORDER BY r."on" DESC LIMIT 1;
END;

-- What one unit was worth in US dollars: by the rates of that day, or else of the nearest earlier one within seven
-- days; of two ways, the one whose rates are nearer, and of equally near ones that through the euro, which is
-- published. `on` is the day of the older rate. `source` names every rate with its own day and who said it. A dollar
-- needs no rate and names none; no day, no rate.
CREATE FUNCTION fx_in_usd(currency char(3), day date)
  RETURNS TABLE (rate numeric, "on" date, source text)
  LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
  SELECT way.rate, way."on", way.source FROM (
    SELECT 1::numeric AS rate, NULL::date AS "on", NULL::text AS source, 0 AS rank WHERE currency = 'USD'
    UNION ALL
    SELECT round(dollar.rate / coalesce(own.rate, 1), 18), least(dollar."on", own."on"),
      concat_ws('; ', own.source, dollar.source), 1
    FROM fx_leg('EUR', 'USD', day) AS dollar
    LEFT JOIN LATERAL fx_leg('EUR', currency, day) AS own ON true
    WHERE currency <> 'USD' AND (own.rate IS NOT NULL OR currency = 'EUR')
    UNION ALL
    SELECT round(1 / r.rate, 18), r."on", r.source, 2 FROM fx_leg('USD', currency, day) AS r
  ) AS way
  ORDER BY way."on" DESC NULLS FIRST, way.rank LIMIT 1;
END;

DROP VIEW deal_row_source, term_money, deal_money_group;

-- Money a term group holds. Amounts that a later amendment replaced are not promised any more, and what
-- draws on a pool is never added to it.
CREATE VIEW deal_money_group AS
SELECT deal_id, grp,
  sum(min) AS lo,
  CASE WHEN bool_and(max IS NOT NULL OR disclosure IN ('NONE', 'NOT_RESEARCHED')) THEN sum(max) END AS hi,
  count(*) FILTER (WHERE disclosure <> 'NOT_RESEARCHED') AS researched,
  count(*) FILTER (WHERE disclosure = 'NONE') AS denied,
  bool_and(disclosure IN ('EXACT', 'NONE', 'NOT_RESEARCHED')) AS all_exact
FROM (
  SELECT deal_id, min, max, disclosure,
    CASE
      WHEN kind IN ('UPFRONT', 'PURCHASE_PRICE') THEN 'upfront'
      WHEN kind = 'EQUITY' THEN 'equity'
      WHEN kind IN ('OPTION_FEE', 'OPTION_EXERCISE_FEE') THEN 'option_fee'
      WHEN kind = 'HEADLINE' THEN 'headline'
      WHEN kind IN ('MILESTONE', 'MILESTONE_POOL', 'NEAR_TERM') THEN 'milestones'
    END AS grp
  FROM payment_term
  WHERE pool_id IS NULL AND state <> 'SUPERSEDED'
) AS term
WHERE grp IS NOT NULL
GROUP BY deal_id, grp;

-- What happened to each term's money, in the currency it happened in, and its last step's day where that is known.
-- `triggered` holds paid, too.
CREATE VIEW term_money AS
SELECT t.id AS term_id, t.deal_id,
  coalesce(last_actual.actual_currency, t.currency) AS currency,
  coalesce(last_actual.actual_amount, t.min) AS amount,
  t.state = 'PAID' AS paid,
  was.triggered,
  t.state IN ('LAPSED', 'CANCELLED', 'WAIVED') AS lapsed,
  CASE WHEN t.state_precision = 'DAY' THEN t.state_on END AS day
FROM payment_term t
LEFT JOIN LATERAL (
  SELECT e.actual_amount, e.actual_currency FROM payment_event e
  WHERE e.term_id = t.id AND e.actual_amount IS NOT NULL AND e.actual_disclosure <> 'UP_TO'
  ORDER BY e.seq DESC LIMIT 1
) AS last_actual ON true
CROSS JOIN LATERAL (
  SELECT t.state IN ('TRIGGERED', 'INVOICED', 'PAID', 'DISPUTED') OR EXISTS (
    SELECT FROM payment_event e
    WHERE e.term_id = t.id AND e.to_state IN ('TRIGGERED', 'INVOICED', 'PAID', 'DISPUTED')) AS triggered
) AS was
WHERE t.kind <> 'HEADLINE';

-- The one currency of a deal's amounts, or MIXED; no row where there is no amount.
CREATE VIEW deal_currency AS
SELECT deal_id, CASE count(DISTINCT currency) WHEN 1 THEN min(currency) ELSE 'MIXED' END AS currency
FROM (
  SELECT deal_id, currency::text FROM payment_term
    WHERE (min IS NOT NULL OR max IS NOT NULL) AND state <> 'SUPERSEDED'
  UNION ALL
  SELECT t.deal_id, e.actual_currency::text FROM payment_term t JOIN payment_event e ON e.term_id = t.id
    WHERE e.actual_amount IS NOT NULL
) AS used
GROUP BY deal_id;

-- A deal's figures in US dollars. What was promised goes by the rate of the announcement's day, what was paid by that
-- of its own; a sum of which some amount has no rate is no figure. `fx_rate_usd` is that of the deal's one currency, if it is
-- not the dollar; `fx_source` of several currencies names the rates of each.
CREATE VIEW deal_usd AS
SELECT d.id AS deal_id,
  fx.rate::numeric(30, 18) AS fx_rate_usd, fx."on" AS fx_date, coalesce(fx.source, m.sources) AS fx_source,
  m.upfront_min::numeric(24, 4) AS upfront_usd_min, m.upfront_max::numeric(24, 4) AS upfront_usd_max,
  coalesce(m.upfront_max, m.upfront_min)::numeric(24, 4) AS upfront_usd,
  m.headline_min::numeric(24, 4) AS headline_usd_min, m.headline_max::numeric(24, 4) AS headline_usd_max,
  coalesce(m.headline_max, m.headline_min)::numeric(24, 4) AS headline_usd,
  s.paid::numeric(24, 4) AS paid_usd
FROM deal d
LEFT JOIN LATERAL (SELECT currency FROM deal_currency WHERE deal_id = d.id) AS c ON true
CROSS JOIN LATERAL (SELECT CASE WHEN d.announced_precision = 'DAY' THEN d.announced_on END AS announced) AS day
LEFT JOIN LATERAL fx_in_usd(c.currency::char(3), day.announced) AS fx ON c.currency NOT IN ('USD', 'MIXED')
CROSS JOIN LATERAL (
  SELECT
    CASE WHEN bool_and(rated) FILTER (WHERE NOT headline) THEN sum(lo) FILTER (WHERE NOT headline) END AS upfront_min,
    CASE WHEN bool_and(rated AND capped) FILTER (WHERE NOT headline)
      THEN sum(hi) FILTER (WHERE NOT headline) END AS upfront_max,
    CASE WHEN bool_and(rated) FILTER (WHERE headline) THEN sum(lo) FILTER (WHERE headline) END AS headline_min,
    CASE WHEN bool_and(rated AND capped) FILTER (WHERE headline) THEN sum(hi) FILTER (WHERE headline) END AS headline_max,
    string_agg(DISTINCT source, '; ') AS sources
  FROM (
    SELECT t.kind = 'HEADLINE' AS headline, t.min * r.rate AS lo, t.max * r.rate AS hi, r.source,
      r.rate IS NOT NULL OR (t.min IS NULL AND t.max IS NULL) AS rated,
      t.max IS NOT NULL OR t.disclosure IN ('NONE', 'NOT_RESEARCHED') AS capped
    FROM payment_term t
    LEFT JOIN LATERAL fx_in_usd(t.currency, day.announced) AS r ON t.min IS NOT NULL OR t.max IS NOT NULL
    WHERE t.deal_id = d.id AND t.kind IN ('UPFRONT', 'PURCHASE_PRICE', 'HEADLINE')
      AND t.pool_id IS NULL AND t.state <> 'SUPERSEDED'
  ) AS term
) AS m
CROSS JOIN LATERAL (
  SELECT CASE WHEN bool_and(r.rate IS NOT NULL) THEN sum(tm.amount * r.rate) END AS paid
  FROM term_money tm LEFT JOIN LATERAL fx_in_usd(tm.currency, tm.day) AS r ON true
  WHERE tm.deal_id = d.id AND tm.paid AND tm.amount IS NOT NULL
) AS s;

CREATE VIEW deal_row_source AS
SELECT
  d.id, d.slug, d.title, d.type, d.structures, d.status,
  d.announced_on, d.announced_precision, d.closed_on, d.closed_precision, d.ended_on, d.ended_precision,
  corridor(p.giving_countries, p.taking_countries, p.countries) AS corridor,
  p.giving_slugs, p.giving_names, p.giving_countries,
  p.taking_slugs, p.taking_names, p.taking_countries,
  p.company_slugs, p.countries, p.other_parties, p.parties,
  a.asset_slugs, a.asset_names, a.modalities, a.targets, a.indications, a.stages, a.stage,
  g.territory_include, g.territory_exclude, g.territory_text, g.exclusivity,
  c.currency,
  CASE WHEN c.currency <> 'MIXED' THEN m.upfront_lo END AS upfront_min,
  CASE WHEN c.currency <> 'MIXED' THEN m.upfront_hi END AS upfront_max,
  m.upfront_disclosure,
  CASE WHEN c.currency <> 'MIXED' THEN m.equity_lo END AS equity_min,
  CASE WHEN c.currency <> 'MIXED' THEN m.equity_hi END AS equity_max,
  m.equity_disclosure,
  CASE WHEN c.currency <> 'MIXED' THEN m.option_fee_lo END AS option_fee_min,
  CASE WHEN c.currency <> 'MIXED' THEN m.option_fee_hi END AS option_fee_max,
  m.option_fee_disclosure,
  CASE WHEN c.currency <> 'MIXED' THEN k.development_hi END AS milestones_development_max,
  CASE WHEN c.currency <> 'MIXED' THEN k.regulatory_hi END AS milestones_regulatory_max,
  CASE WHEN c.currency <> 'MIXED' THEN k.sales_hi END AS milestones_sales_max,
  CASE WHEN c.currency <> 'MIXED' THEN m.milestones_lo END AS milestones_total_min,
  CASE WHEN c.currency <> 'MIXED' THEN m.milestones_hi END AS milestones_total_max,
  m.milestones_disclosure,
  CASE WHEN c.currency <> 'MIXED' THEN m.headline_lo END AS headline_min,
  CASE WHEN c.currency <> 'MIXED' THEN m.headline_hi END AS headline_max,
  m.headline_disclosure,
  r.in_headline AS headline_includes_royalties,
  r.disclosure AS royalty_disclosure, r.min_pct AS royalty_min_pct, r.max_pct AS royalty_max_pct,
  r.wording AS royalty_wording,
  CASE WHEN c.currency <> 'MIXED' AND m.headline_hi > 0 AND m.upfront_disclosure IN ('EXACT', 'APPROX')
       THEN round(100 * m.upfront_hi / m.headline_hi, 2) END AS upfront_share_pct,
  CASE WHEN c.currency <> 'MIXED' THEN s.triggered END AS triggered_to_date,
  CASE WHEN c.currency <> 'MIXED' THEN s.paid END AS paid_to_date,
  CASE WHEN c.currency <> 'MIXED' THEN s.lapsed END AS lapsed_to_date,
  u.upfront_usd,
  u.headline_usd,
  u.paid_usd,
  l.related_deals,
  e.source_count, e.primary_source_url, e.primary_source_on, e.primary_source_precision,
  e.has_conflict, e.unverified,
  d.summary, d.tags, d.created_at, d.updated_at, d.version,
  concat_ws(' ', fold(d.title), p.search_text, a.search_text) AS search_text,
  u.fx_rate_usd, u.fx_date, u.fx_source,
  u.upfront_usd_min, u.upfront_usd_max, u.headline_usd_min, u.headline_usd_max
FROM deal d
CROSS JOIN LATERAL (
  SELECT
    coalesce(array_agg(co.slug ORDER BY dp.position) FILTER (WHERE is_giving(dp.role) AND NOT dp.again), '{}') AS giving_slugs,
    coalesce(array_agg(co.name ORDER BY dp.position) FILTER (WHERE is_giving(dp.role) AND NOT dp.again), '{}') AS giving_names,
    coalesce(array_agg(co.country::text ORDER BY dp.position) FILTER (WHERE is_giving(dp.role) AND NOT dp.again), '{}') AS giving_countries,
    coalesce(array_agg(co.slug ORDER BY dp.position) FILTER (WHERE is_taking(dp.role) AND NOT dp.again), '{}') AS taking_slugs,
    coalesce(array_agg(co.name ORDER BY dp.position) FILTER (WHERE is_taking(dp.role) AND NOT dp.again), '{}') AS taking_names,
    coalesce(array_agg(co.country::text ORDER BY dp.position) FILTER (WHERE is_taking(dp.role) AND NOT dp.again), '{}') AS taking_countries,
    coalesce(array_agg(DISTINCT co.slug), '{}') AS company_slugs,
    coalesce(array_agg(DISTINCT co.country::text), '{}') AS countries,
    coalesce(array_agg(dp.role || ':' || co.slug || ':' || co.name ORDER BY dp.position)
      FILTER (WHERE NOT is_giving(dp.role) AND NOT is_taking(dp.role)), '{}') AS other_parties,
    coalesce(jsonb_agg(jsonb_build_object(
      'slug', co.slug, 'name', co.name, 'native', n.native, 'lang', n.native_lang, 'country', co.country,
      'role', dp.role,
      'side', CASE WHEN is_giving(dp.role) THEN 'giving' WHEN is_taking(dp.role) THEN 'taking' ELSE 'other' END
    ) ORDER BY dp.position), '[]') AS parties,
    string_agg(n.every, ' ' ORDER BY dp.position) AS search_text
  FROM (
    SELECT *, row_number() OVER (
      PARTITION BY company_id, is_giving(role), is_taking(role) ORDER BY position) > 1 AS again
    FROM deal_party WHERE deal_id = d.id
  ) AS dp
  JOIN company co ON co.id = dp.company_id
  CROSS JOIN LATERAL (
    SELECT
      (array_agg(cn.name ORDER BY cn.position) FILTER (WHERE cn.kind = 'NATIVE'))[1] AS native,
      (array_agg(cn.lang ORDER BY cn.position) FILTER (WHERE cn.kind = 'NATIVE'))[1] AS native_lang,
      string_agg(cn.folded, ' ' ORDER BY cn.position) AS every
    FROM company_name cn WHERE cn.company_id = co.id
  ) AS n
) AS p
CROSS JOIN LATERAL (
  SELECT
    coalesce(array_agg(ass.slug ORDER BY da.position), '{}') AS asset_slugs,
    coalesce(array_agg(ass.name ORDER BY da.position), '{}') AS asset_names,
    coalesce(array_agg(DISTINCT ass.modality), '{}') AS modalities,
    (SELECT coalesce(array_agg(DISTINCT x), '{}') FROM deal_asset da2
       JOIN asset a2 ON a2.id = da2.asset_id, unnest(a2.targets) AS x WHERE da2.deal_id = d.id) AS targets,
    (SELECT coalesce(array_agg(DISTINCT x), '{}') FROM deal_asset da2, unnest(da2.indications) AS x
       WHERE da2.deal_id = d.id) AS indications,
    coalesce(array_agg(DISTINCT da.stage_at_signing), '{}') AS stages,
    max(da.stage_at_signing) FILTER (WHERE da.stage_at_signing NOT IN ('UNKNOWN', 'DISCONTINUED', 'PLATFORM')) AS stage,
    string_agg(concat_ws(' ', ass.folded, an.every, fold(array_to_string(ass.targets, ' ')),
      fold(array_to_string(da.indications, ' '))), ' ' ORDER BY da.position) AS search_text
  FROM deal_asset da
  JOIN asset ass ON ass.id = da.asset_id
  CROSS JOIN LATERAL (
    SELECT string_agg(x.folded, ' ' ORDER BY x.position) AS every FROM asset_name x WHERE x.asset_id = ass.id
  ) AS an
  WHERE da.deal_id = d.id
) AS a
CROSS JOIN LATERAL (
  SELECT
    (SELECT coalesce(array_agg(DISTINCT gt.code::text), '{}') FROM grant_territory gt
       JOIN rights_grant rg ON rg.id = gt.grant_id WHERE rg.deal_id = d.id AND gt.mode = 'INCLUDE') AS territory_include,
    (SELECT coalesce(array_agg(DISTINCT gt.code::text), '{}') FROM grant_territory gt
       JOIN rights_grant rg ON rg.id = gt.grant_id WHERE rg.deal_id = d.id AND gt.mode = 'EXCLUDE') AS territory_exclude,
    string_agg(rg.wording, '; ' ORDER BY rg.position) AS territory_text,
    coalesce(array_agg(DISTINCT rg.exclusivity) FILTER (WHERE rg.exclusivity <> 'UNKNOWN'), '{}') AS exclusivity
  FROM rights_grant rg WHERE rg.deal_id = d.id
) AS g
LEFT JOIN LATERAL (SELECT currency FROM deal_currency WHERE deal_id = d.id) AS c ON true
CROSS JOIN LATERAL (SELECT * FROM deal_usd WHERE deal_id = d.id) AS u
CROSS JOIN LATERAL (
  SELECT
    max(lo) FILTER (WHERE grp = 'upfront') AS upfront_lo, max(hi) FILTER (WHERE grp = 'upfront') AS upfront_hi,
    coalesce(max(dis) FILTER (WHERE grp = 'upfront'), 'NOT_RESEARCHED') AS upfront_disclosure,
    max(lo) FILTER (WHERE grp = 'equity') AS equity_lo, max(hi) FILTER (WHERE grp = 'equity') AS equity_hi,
    coalesce(max(dis) FILTER (WHERE grp = 'equity'), 'NOT_RESEARCHED') AS equity_disclosure,
    max(lo) FILTER (WHERE grp = 'option_fee') AS option_fee_lo, max(hi) FILTER (WHERE grp = 'option_fee') AS option_fee_hi,
    coalesce(max(dis) FILTER (WHERE grp = 'option_fee'), 'NOT_RESEARCHED') AS option_fee_disclosure,
    max(lo) FILTER (WHERE grp = 'milestones') AS milestones_lo, max(hi) FILTER (WHERE grp = 'milestones') AS milestones_hi,
    coalesce(max(dis) FILTER (WHERE grp = 'milestones'), 'NOT_RESEARCHED') AS milestones_disclosure,
    max(lo) FILTER (WHERE grp = 'headline') AS headline_lo, max(hi) FILTER (WHERE grp = 'headline') AS headline_hi,
    coalesce(max(dis) FILTER (WHERE grp = 'headline'), 'NOT_RESEARCHED') AS headline_disclosure
  FROM (
    SELECT *, total_disclosure(researched, denied, lo, hi, all_exact) AS dis
    FROM deal_money_group WHERE deal_id = d.id
  ) AS grp
) AS m
CROSS JOIN LATERAL (
  SELECT
    CASE WHEN bool_and(t.max IS NOT NULL) FILTER (WHERE t.category IN ('RESEARCH', 'DEVELOPMENT'))
         THEN sum(t.max) FILTER (WHERE t.category IN ('RESEARCH', 'DEVELOPMENT')) END AS development_hi,
    CASE WHEN bool_and(t.max IS NOT NULL) FILTER (WHERE t.category = 'REGULATORY')
         THEN sum(t.max) FILTER (WHERE t.category = 'REGULATORY') END AS regulatory_hi,
    CASE WHEN bool_and(t.max IS NOT NULL) FILTER (WHERE t.category = 'SALES')
         THEN sum(t.max) FILTER (WHERE t.category = 'SALES') END AS sales_hi
  FROM payment_term t
  WHERE t.deal_id = d.id AND t.pool_id IS NULL AND t.state <> 'SUPERSEDED'
    AND t.kind IN ('MILESTONE', 'MILESTONE_POOL', 'NEAR_TERM')
) AS k
CROSS JOIN LATERAL (
  SELECT
    coalesce(bool_or(rt.in_headline), false) AS in_headline,
    coalesce((array_agg(rt.disclosure ORDER BY rt.position))[1], 'NOT_RESEARCHED') AS disclosure,
    (SELECT min(x.rate_min) FROM royalty_tier x JOIN royalty_term y ON y.id = x.royalty_id WHERE y.deal_id = d.id) AS min_pct,
    (SELECT max(x.rate_max) FROM royalty_tier x JOIN royalty_term y ON y.id = x.royalty_id WHERE y.deal_id = d.id) AS max_pct,
    string_agg(rt.wording, '; ' ORDER BY rt.position) AS wording
  FROM royalty_term rt WHERE rt.deal_id = d.id
) AS r
CROSS JOIN LATERAL (
  SELECT
    sum(tm.amount) FILTER (WHERE tm.triggered) AS triggered,
    sum(tm.amount) FILTER (WHERE tm.paid) AS paid,
    sum(tm.amount) FILTER (WHERE tm.lapsed) AS lapsed
  FROM term_money tm WHERE tm.deal_id = d.id
) AS s
CROSS JOIN LATERAL (
  SELECT coalesce(array_agg(DISTINCT other.slug), '{}') AS related_deals
  FROM deal_link dl
  JOIN deal other ON other.id = CASE WHEN dl.from_deal_id = d.id THEN dl.to_deal_id ELSE dl.from_deal_id END
  WHERE (dl.from_deal_id = d.id OR dl.to_deal_id = d.id) AND other.withdrawn_at IS NULL
) AS l
CROSS JOIN LATERAL (
  SELECT
    (SELECT count(DISTINCT used.source_id)::int FROM (
       SELECT cl.source_id FROM claim cl WHERE cl.entity = 'DEAL' AND cl.entity_id = d.id
       UNION ALL SELECT de.source_id FROM deal_event de WHERE de.deal_id = d.id
       UNION ALL SELECT pe.source_id FROM payment_event pe JOIN payment_term pt ON pt.id = pe.term_id WHERE pt.deal_id = d.id
     ) AS used) AS source_count,
    best.url AS primary_source_url, best.published_on AS primary_source_on,
    best.published_precision AS primary_source_precision,
    EXISTS (
      SELECT FROM claim cl WHERE cl.entity = 'DEAL' AND cl.entity_id = d.id AND cl.status <> 'SUPERSEDED'
        AND cl.value IS NOT NULL
      GROUP BY cl.field HAVING count(DISTINCT cl.value) > 1
    ) AS has_conflict,
    NOT EXISTS (
      SELECT FROM claim cl JOIN source so ON so.id = cl.source_id
      WHERE cl.entity = 'DEAL' AND cl.entity_id = d.id AND cl.status = 'ACCEPTED' AND so.grade <> 'RECALLED'
    ) AS unverified
  FROM (SELECT) AS one
  LEFT JOIN LATERAL (
    SELECT so.url, so.published_on, so.published_precision
    FROM claim cl JOIN source so ON so.id = cl.source_id
    WHERE cl.entity = 'DEAL' AND cl.entity_id = d.id AND cl.status <> 'REJECTED' AND so.url IS NOT NULL
    ORDER BY so.grade, so.published_on NULLS LAST, so.id LIMIT 1
  ) AS best ON true
) AS e
WHERE d.withdrawn_at IS NULL;

-- At the end of the table, behind what it derives of itself: from here on the refresh names the columns.
ALTER TABLE deal_row
  ADD COLUMN fx_rate_usd numeric(30, 18),
  ADD COLUMN fx_date date,
  ADD COLUMN fx_source text,
  ADD COLUMN upfront_usd_min numeric(24, 4),
  ADD COLUMN upfront_usd_max numeric(24, 4),
  ADD COLUMN headline_usd_min numeric(24, 4),
  ADD COLUMN headline_usd_max numeric(24, 4);

-- Writers of deals share this lock and writers of rates hold it alone, each to the end of its transaction: a row is
-- never made by rates that are about to change, and no row that is being made is missed.
CREATE FUNCTION share_fx_rates() RETURNS void LANGUAGE sql
  RETURN pg_advisory_xact_lock_shared(hashtext('fx_rate'));
CREATE FUNCTION hold_fx_rates() RETURNS void LANGUAGE sql
  RETURN pg_advisory_xact_lock(hashtext('fx_rate'));

-- Brings the rows of these deals in step. The lock of each deal puts concurrent refreshes of it in a line, so that the
-- later one sees what the earlier committed.
DO $make$
DECLARE
  columns text := (
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
    WHERE attrelid = 'deal_row_source'::regclass AND attnum > 0);
BEGIN
  EXECUTE format($function$
    CREATE OR REPLACE FUNCTION refresh_deal_rows(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM share_fx_rates();
      PERFORM FROM deal WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
      DELETE FROM deal_row WHERE id = ANY (ids);
      INSERT INTO deal_row (%1$s) SELECT %1$s FROM deal_row_source WHERE id = ANY (ids);
    END $$$function$, columns);
END $make$;

-- The deals that hold an amount in these currencies, announced or paid in these days.
CREATE FUNCTION deals_converted(codes char(3)[], first date, last date) RETURNS SETOF uuid
  LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT t.deal_id FROM payment_term t JOIN deal d ON d.id = t.deal_id
  WHERE t.currency = ANY (codes)
    AND (d.announced_on BETWEEN first AND last OR t.state_on BETWEEN first AND last)
  UNION
  SELECT t.deal_id FROM payment_event e JOIN payment_term t ON t.id = e.term_id
  WHERE e.actual_currency = ANY (codes) AND t.state_on BETWEEN first AND last;
END;

-- The figures that go by a rate alone, of the rows where they differ. The caller holds the rates.
CREATE FUNCTION refresh_deal_usd(ids uuid[]) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  changed integer;
BEGIN
  UPDATE deal_row AS row SET
    fx_rate_usd = now.fx_rate_usd, fx_date = now.fx_date, fx_source = now.fx_source,
    upfront_usd_min = now.upfront_usd_min, upfront_usd_max = now.upfront_usd_max, upfront_usd = now.upfront_usd,
    headline_usd_min = now.headline_usd_min, headline_usd_max = now.headline_usd_max, headline_usd = now.headline_usd,
    paid_usd = now.paid_usd
  FROM deal_usd AS now
  WHERE now.deal_id = row.id AND row.id = ANY (ids)
    AND (row.fx_rate_usd, row.fx_date, row.fx_source, row.upfront_usd_min, row.upfront_usd_max, row.upfront_usd,
        row.headline_usd_min, row.headline_usd_max, row.headline_usd, row.paid_usd)
      IS DISTINCT FROM (now.fx_rate_usd, now.fx_date, now.fx_source, now.upfront_usd_min, now.upfront_usd_max,
        now.upfront_usd, now.headline_usd_min, now.headline_usd_max, now.headline_usd, now.paid_usd);
  GET DIAGNOSTICS changed = ROW_COUNT;
  RETURN changed;
END $$;

CREATE OR REPLACE FUNCTION refresh_deal_heads(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  SELECT share_fx_rates();
  UPDATE deal_row AS head SET type = deal.type, structures = deal.structures, status = deal.status,
    closed_on = deal.closed_on, closed_precision = deal.closed_precision,
    ended_on = deal.ended_on, ended_precision = deal.ended_precision,
    tags = deal.tags, version = deal.version, updated_at = deal.updated_at
  FROM deal WHERE deal.id = head.id AND deal.id = ANY (ids)
$$;

SELECT refresh_deal_usd(ARRAY(SELECT id FROM deal_row));
