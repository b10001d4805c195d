-- A deal as it was on a day (decision 0084). What of its row depends on the day is computed by the same functions for
-- every day and for now: `infinity` is the day on which all is known, and folds to the stored states when planned.

-- The day by whose end something dated so had certainly happened: the last of its period, or before it the end of the
-- day or period in which a source tells of it. Without a date of its own, its source's; null when there is none.
CREATE FUNCTION certain_from(day date, known "precision", published date, published_known "precision") RETURNS date
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN day IS NULL THEN period_end(published, published_known)
    ELSE greatest(day, least(period_end(day, known), period_end(published, published_known))) END;

-- A deal's payments as they stood on a day: those that were opened by then, each with its last step that had certainly
-- been taken; whatever came before that step had been, too. `steps` is that step's number. A step that was recorded by
-- mistake, and taken back since, was never taken.
CREATE FUNCTION term_at(of_deal uuid, day date) RETURNS TABLE (
    id uuid, deal_id uuid, kind term_kind, payer_id uuid, payee_id uuid, currency char(3), min numeric, max numeric,
    disclosure disclosure, pool_id uuid, category milestone_category, trigger text, "position" integer,
    state payment_state, state_on date, state_precision "precision", steps integer)
  LANGUAGE sql STABLE PARALLEL SAFE ROWS 5
BEGIN ATOMIC
  SELECT t.id, t.deal_id, t.kind, t.payer_id, t.payee_id, t.currency, t.min, t.max,
    t.disclosure, t.pool_id, t.category, t.trigger, t."position",
    CASE WHEN day = 'infinity' THEN t.state ELSE coalesce(last.to_state, t.initial_state) END,
    CASE WHEN day = 'infinity' THEN t.state_on ELSE last."on" END,
    CASE WHEN day = 'infinity' THEN t.state_precision ELSE last.on_precision END,
    CASE WHEN day = 'infinity' THEN 2147483647 ELSE coalesce(last.seq, 0) END
  FROM payment_term AS t
  LEFT JOIN deal_event AS o ON o.id = t.opened_by_id
  LEFT JOIN source AS os ON os.id = o.source_id
  LEFT JOIN LATERAL (
    SELECT e.seq, e.to_state, e."on", e.on_precision
    FROM standing_payment_event AS e LEFT JOIN source AS s ON s.id = e.source_id
    WHERE e.term_id = t.id AND certain_from(e."on", e.on_precision, s.published_on, s.published_precision) <= day
    ORDER BY e.seq DESC LIMIT 1
  ) AS last ON day <> 'infinity'
  WHERE t.deal_id = of_deal AND (day = 'infinity' OR t.opened_by_id IS NULL OR last.seq > 0
    OR certain_from(o."on", o.on_precision, os.published_on, os.published_precision) <= day);
END;

-- Since when the parts of a deal's life hold, null where that is not known. `status_from`: since when its present status does.
CREATE FUNCTION deal_life(of_deal uuid) RETURNS TABLE (
    announced_from date, closed_from date, ended_from date, exercised_from date, status_from date)
  LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
  SELECT own.announced, own.closed, own.ended, told.exercised,
    CASE d.status
      WHEN 'ACTIVE' THEN coalesce(own.closed, own.announced)
      WHEN 'OPTION_PENDING' THEN coalesce(own.closed, own.announced)
      WHEN 'COMPLETED' THEN coalesce(own.ended, own.closed)
      WHEN 'OPTION_EXERCISED' THEN told.exercised
      WHEN 'OPTION_LAPSED' THEN coalesce(told.lapsed, own.ended)
      WHEN 'TERMINATED' THEN coalesce(told.terminated, own.ended)
      WHEN 'EXPIRED' THEN coalesce(told.expired, own.ended)
      WHEN 'SUPERSEDED' THEN coalesce(own.ended, (
        SELECT min(period_end(heir.announced_on, heir.announced_precision))
        FROM deal_link AS l JOIN deal AS heir ON heir.id = l.from_deal_id
        WHERE l.to_deal_id = d.id AND l.kind = 'SUPERSEDES' AND heir.withdrawn_at IS NULL))
      ELSE own.announced
    END
  FROM deal AS d
  CROSS JOIN LATERAL (
    SELECT min("from") FILTER (WHERE kind = 'CLOSED') AS closed,
      min("from") FILTER (WHERE kind = 'OPTION_EXERCISED') AS exercised,
      min("from") FILTER (WHERE kind = 'OPTION_LAPSED') AS lapsed,
      min("from") FILTER (WHERE kind = 'TERMINATED') AS terminated,
      min("from") FILTER (WHERE kind = 'EXPIRED') AS expired
    FROM (
      SELECT e.kind, certain_from(e."on", e.on_precision, s.published_on, s.published_precision) AS "from"
      FROM deal_event AS e LEFT JOIN source AS s ON s.id = e.source_id
      WHERE e.deal_id = d.id AND e.kind IN ('CLOSED', 'OPTION_EXERCISED', 'OPTION_LAPSED', 'TERMINATED', 'EXPIRED')
    ) AS event
  ) AS told
  CROSS JOIN LATERAL (
    SELECT period_end(d.announced_on, d.announced_precision) AS announced,
      least(period_end(d.closed_on, d.closed_precision), told.closed) AS closed,
      period_end(d.ended_on, d.ended_precision) AS ended
  ) AS own
  WHERE d.id = of_deal;
END;

-- The days on which a deal's row changes, from the announcement on; `infinity` for what is not known to have been so on
-- any day before today.
CREATE FUNCTION deal_days(of_deal uuid) RETURNS TABLE (day date)
  LANGUAGE sql STABLE PARALLEL SAFE ROWS 4
BEGIN ATOMIC
  WITH life AS (SELECT * FROM deal_life(of_deal)),
  step AS (
    SELECT t.id, t.opened_by_id, e.seq, min(certain_from(e."on", e.on_precision, s.published_on, s.published_precision))
      OVER (PARTITION BY t.id ORDER BY e.seq DESC) AS "from"
    FROM payment_term AS t
    LEFT JOIN standing_payment_event AS e ON e.term_id = t.id LEFT JOIN source AS s ON s.id = e.source_id
    WHERE t.deal_id = of_deal
  )
  SELECT DISTINCT greatest(coalesce(fact.day, 'infinity'), life.announced_from) FROM life
  CROSS JOIN LATERAL (
    SELECT life.announced_from AS day
    UNION ALL SELECT life.status_from
    UNION ALL SELECT life.exercised_from WHERE life.exercised_from IS NOT NULL
    UNION ALL SELECT known.day FROM (VALUES (life.closed_from), (life.ended_from)) AS known(day) WHERE known.day IS NOT NULL
    UNION ALL SELECT period_end(d.closed_on, d.closed_precision) FROM deal AS d
      WHERE d.id = of_deal AND d.closed_on IS NOT NULL
    UNION ALL SELECT step."from" FROM step WHERE step.seq IS NOT NULL
    UNION ALL SELECT least(first."from", certain_from(e."on", e.on_precision, s.published_on, s.published_precision))
      FROM (SELECT step.opened_by_id, min(step."from") AS "from" FROM step
        WHERE step.opened_by_id IS NOT NULL GROUP BY step.id, step.opened_by_id) AS first
      JOIN deal_event AS e ON e.id = first.opened_by_id LEFT JOIN source AS s ON s.id = e.source_id
    UNION ALL SELECT period_end(other.announced_on, other.announced_precision)
      FROM (SELECT to_deal_id AS id FROM deal_link WHERE from_deal_id = of_deal
        UNION ALL SELECT from_deal_id FROM deal_link WHERE to_deal_id = of_deal) AS link
      JOIN deal AS other ON other.id = link.id WHERE other.withdrawn_at IS NULL
  ) AS fact;
END;

-- Deals that a deal is linked to and that were announced by a day.
CREATE FUNCTION deals_related(of_deal uuid, day date) RETURNS TABLE (slugs text[])
  LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
  SELECT coalesce(array_agg(DISTINCT other.slug), '{}')
  FROM deal_link AS dl
  JOIN deal AS other ON other.id = CASE WHEN dl.from_deal_id = of_deal THEN dl.to_deal_id ELSE dl.from_deal_id END
  WHERE (dl.from_deal_id = of_deal OR dl.to_deal_id = of_deal) AND other.withdrawn_at IS NULL
    AND (day = 'infinity' OR period_end(other.announced_on, other.announced_precision) <= day);
END;

DROP VIEW deal_row_source, deal_usd, deal_currency, term_money, deal_money_group;

-- All money of a deal's row on a day. Promises are what the terms say, without what an amendment replaced and without
-- what draws on a pool; what happened goes by the actual amount, else by the term's lower bound; `triggered` holds paid, too.
-- Amounts of several currencies are not added. What was promised goes to dollars by the rate of the announcement's day
-- (`announced`, if it is known to the day), what was paid by that of its own; a sum of which some amount has no rate is no
-- figure. `fx_rate_usd` is that of the deal's one currency, if it is not the dollar; `fx_source` of several currencies
-- names the rates of each.
CREATE FUNCTION deal_money_at(of_deal uuid, announced date, day date) RETURNS TABLE (
    currency text,
    upfront_min numeric, upfront_max numeric, upfront_disclosure disclosure,
    equity_min numeric, equity_max numeric, equity_disclosure disclosure,
    option_fee_min numeric, option_fee_max numeric, option_fee_disclosure disclosure,
    milestones_development_max numeric, milestones_regulatory_max numeric, milestones_sales_max numeric,
    milestones_total_min numeric, milestones_total_max numeric, milestones_disclosure disclosure,
    headline_min numeric, headline_max numeric, headline_disclosure disclosure,
    upfront_share_pct numeric, triggered_to_date numeric, paid_to_date numeric, lapsed_to_date numeric,
    upfront_usd numeric, headline_usd numeric, paid_usd numeric,
    fx_rate_usd numeric, fx_date date, fx_source text,
    upfront_usd_min numeric, upfront_usd_max numeric, headline_usd_min numeric, headline_usd_max numeric)
  LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
  WITH term AS (SELECT * FROM term_at(of_deal, day)),
  step AS (
    SELECT e.term_id, e.seq, e.to_state, e.actual_amount, e.actual_currency, e.actual_disclosure
    FROM term JOIN standing_payment_event AS e ON e.term_id = term.id AND e.seq <= term.steps
  ),
  promise AS (
    SELECT *, CASE
      WHEN kind IN ('UPFRONT', 'PURCHASE_PRICE') THEN 'upfront'
      WHEN kind = 'EQUITY' THEN 'equity'
      WHEN kind IN ('OPTION_FEE', 'OPTION_EXERCISE_FEE') THEN 'option_fee'
      WHEN kind = 'HEADLINE' THEN 'headline'
      WHEN kind IN ('MILESTONE', 'MILESTONE_POOL', 'NEAR_TERM') THEN 'milestones'
    END AS grp
    FROM term WHERE pool_id IS NULL AND state <> 'SUPERSEDED'
  ),
  grouped AS (
    SELECT grp, lo, hi, total_disclosure(researched, denied, lo, hi, all_exact) AS dis FROM (
      SELECT grp, sum(min) AS lo,
        CASE WHEN bool_and(max IS NOT NULL OR disclosure IN ('NONE', 'NOT_RESEARCHED')) THEN sum(max) END AS hi,
        count(*) FILTER (WHERE disclosure <> 'NOT_RESEARCHED') AS researched,
        count(*) FILTER (WHERE disclosure = 'NONE') AS denied,
        bool_and(disclosure IN ('EXACT', 'NONE', 'NOT_RESEARCHED')) AS all_exact
      FROM promise WHERE grp IS NOT NULL GROUP BY grp) AS summed
  ),
  m AS (
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
    FROM grouped
  ),
  k AS (
    SELECT
      CASE WHEN bool_and(max IS NOT NULL) FILTER (WHERE category IN ('RESEARCH', 'DEVELOPMENT'))
           THEN sum(max) FILTER (WHERE category IN ('RESEARCH', 'DEVELOPMENT')) END AS development_hi,
      CASE WHEN bool_and(max IS NOT NULL) FILTER (WHERE category = 'REGULATORY')
           THEN sum(max) FILTER (WHERE category = 'REGULATORY') END AS regulatory_hi,
      CASE WHEN bool_and(max IS NOT NULL) FILTER (WHERE category = 'SALES')
           THEN sum(max) FILTER (WHERE category = 'SALES') END AS sales_hi
    FROM promise WHERE grp = 'milestones'
  ),
  happened AS (
    SELECT coalesce(said.actual_currency, t.currency) AS currency, coalesce(said.actual_amount, t.min) AS amount,
      t.state = 'PAID' AS paid, t.state IN ('LAPSED', 'CANCELLED', 'WAIVED') AS lapsed,
      t.state IN ('TRIGGERED', 'INVOICED', 'PAID', 'DISPUTED') OR EXISTS (
        SELECT FROM step WHERE step.term_id = t.id AND step.to_state IN ('TRIGGERED', 'INVOICED', 'PAID', 'DISPUTED')
      ) AS triggered,
      CASE WHEN t.state_precision = 'DAY' THEN t.state_on END AS on_day
    FROM term AS t
    LEFT JOIN LATERAL (
      SELECT step.actual_amount, step.actual_currency FROM step
      WHERE step.term_id = t.id AND step.actual_amount IS NOT NULL AND step.actual_disclosure <> 'UP_TO'
      ORDER BY step.seq DESC LIMIT 1
    ) AS said ON true
    WHERE t.kind <> 'HEADLINE'
  ),
  s AS (
    SELECT sum(amount) FILTER (WHERE triggered) AS triggered, sum(amount) FILTER (WHERE paid) AS paid,
      sum(amount) FILTER (WHERE lapsed) AS lapsed
    FROM happened
  ),
  c AS (
    SELECT CASE count(DISTINCT used.currency) WHEN 0 THEN NULL WHEN 1 THEN min(used.currency) ELSE 'MIXED' END AS currency
    FROM (
      SELECT term.currency::text AS currency FROM term
        WHERE (term.min IS NOT NULL OR term.max IS NOT NULL) AND term.state <> 'SUPERSEDED'
      UNION ALL
      SELECT step.actual_currency::text FROM step WHERE step.actual_amount IS NOT NULL
    ) AS used
  ),
  usd AS (
    SELECT
      CASE WHEN bool_and(rated) FILTER (WHERE NOT headline) THEN sum(lo) FILTER (WHERE NOT headline) END AS upfront_min,
      CASE WHEN bool_and(rated AND capped) FILTER (WHERE NOT headline)
        THEN sum(hi) FILTER (WHERE NOT headline) END AS upfront_max,
      CASE WHEN bool_and(rated) FILTER (WHERE headline) THEN sum(lo) FILTER (WHERE headline) END AS headline_min,
      CASE WHEN bool_and(rated AND capped) FILTER (WHERE headline)
        THEN sum(hi) FILTER (WHERE headline) END AS headline_max,
      string_agg(DISTINCT source, '; ') AS sources
    FROM (
      SELECT t.kind = 'HEADLINE' AS headline, t.min * r.rate AS lo, t.max * r.rate AS hi, r.source,
        r.rate IS NOT NULL OR (t.min IS NULL AND t.max IS NULL) AS rated,
        t.max IS NOT NULL OR t.disclosure IN ('NONE', 'NOT_RESEARCHED') AS capped
      FROM promise AS t
      LEFT JOIN LATERAL fx_in_usd(t.currency, announced) AS r ON t.min IS NOT NULL OR t.max IS NOT NULL
      WHERE t.grp IN ('upfront', 'headline')
    ) AS rated
  ),
  paid_usd AS (
    SELECT CASE WHEN bool_and(r.rate IS NOT NULL) THEN sum(h.amount * r.rate) END AS paid
    FROM happened AS h LEFT JOIN LATERAL fx_in_usd(h.currency, h.on_day) AS r ON true
    WHERE h.paid AND h.amount IS NOT NULL
  )
  SELECT c.currency,
    CASE WHEN c.currency <> 'MIXED' THEN m.upfront_lo END, CASE WHEN c.currency <> 'MIXED' THEN m.upfront_hi END,
    m.upfront_disclosure,
    CASE WHEN c.currency <> 'MIXED' THEN m.equity_lo END, CASE WHEN c.currency <> 'MIXED' THEN m.equity_hi END,
    m.equity_disclosure,
    CASE WHEN c.currency <> 'MIXED' THEN m.option_fee_lo END, CASE WHEN c.currency <> 'MIXED' THEN m.option_fee_hi END,
    m.option_fee_disclosure,
    CASE WHEN c.currency <> 'MIXED' THEN k.development_hi END,
    CASE WHEN c.currency <> 'MIXED' THEN k.regulatory_hi END,
    CASE WHEN c.currency <> 'MIXED' THEN k.sales_hi END,
    CASE WHEN c.currency <> 'MIXED' THEN m.milestones_lo END, CASE WHEN c.currency <> 'MIXED' THEN m.milestones_hi END,
    m.milestones_disclosure,
    CASE WHEN c.currency <> 'MIXED' THEN m.headline_lo END, CASE WHEN c.currency <> 'MIXED' THEN m.headline_hi END,
    m.headline_disclosure,
    CASE WHEN c.currency <> 'MIXED' AND m.headline_hi > 0 AND m.upfront_disclosure IN ('EXACT', 'APPROX')
         THEN round(100 * m.upfront_hi / m.headline_hi, 2) END,
    CASE WHEN c.currency <> 'MIXED' THEN s.triggered END,
    CASE WHEN c.currency <> 'MIXED' THEN s.paid END,
    CASE WHEN c.currency <> 'MIXED' THEN s.lapsed END,
    coalesce(usd.upfront_max, usd.upfront_min)::numeric(24, 4),
    coalesce(usd.headline_max, usd.headline_min)::numeric(24, 4),
    paid_usd.paid::numeric(24, 4),
    fx.rate::numeric(30, 18), fx."on", coalesce(fx.source, usd.sources),
    usd.upfront_min::numeric(24, 4), usd.upfront_max::numeric(24, 4),
    usd.headline_min::numeric(24, 4), usd.headline_max::numeric(24, 4)
  FROM m CROSS JOIN k CROSS JOIN s CROSS JOIN c CROSS JOIN usd CROSS JOIN paid_usd
  LEFT JOIN LATERAL fx_in_usd(c.currency::char(3), announced) AS fx ON c.currency NOT IN ('USD', 'MIXED');
END;

-- A deal's figures in US dollars.
CREATE VIEW deal_usd AS
SELECT d.id AS deal_id, m.fx_rate_usd, m.fx_date, m.fx_source, m.upfront_usd_min, m.upfront_usd_max, m.upfront_usd,
  m.headline_usd_min, m.headline_usd_max, m.headline_usd, m.paid_usd
FROM deal d
CROSS JOIN LATERAL deal_money_at(
  d.id, CASE WHEN d.announced_precision = 'DAY' THEN d.announced_on END, 'infinity') AS m;

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
  m.currency, m.upfront_min, m.upfront_max, m.upfront_disclosure, m.equity_min, m.equity_max, m.equity_disclosure,
  m.option_fee_min, m.option_fee_max, m.option_fee_disclosure, m.milestones_development_max,
  m.milestones_regulatory_max, m.milestones_sales_max, m.milestones_total_min, m.milestones_total_max,
  m.milestones_disclosure, m.headline_min, m.headline_max, m.headline_disclosure,
  r.in_headline AS headline_includes_royalties,
  r.disclosure AS royalty_disclosure, r.min_pct AS royalty_min_pct, r.max_pct AS royalty_max_pct,
  r.wording AS royalty_wording,
  m.upfront_share_pct, m.triggered_to_date, m.paid_to_date, m.lapsed_to_date, m.upfront_usd, m.headline_usd,
  m.paid_usd,
  l.slugs AS related_deals,
  e.source_count, e.primary_source_url, e.primary_source_on, e.primary_source_precision,
  e.has_conflict, e.unverified,
  d.summary, d.tags, d.created_at, d.updated_at, d.version,
  concat_ws(' ', fold(d.title), p.search_text, a.search_text) AS search_text,
  m.fx_rate_usd, m.fx_date, m.fx_source, m.upfront_usd_min, m.upfront_usd_max, m.headline_usd_min,
  m.headline_usd_max,
  (SELECT nullif(max(day), 'infinity') FROM deal_days(d.id)) AS since
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
CROSS JOIN LATERAL deal_money_at(
  d.id, CASE WHEN d.announced_precision = 'DAY' THEN d.announced_on END, 'infinity') AS m
CROSS JOIN LATERAL (
  SELECT
    coalesce(bool_or(rt.in_headline), false) AS in_headline,
    coalesce((array_agg(rt.disclosure ORDER BY rt.position))[1], 'NOT_RESEARCHED') AS disclosure,
    (SELECT min(x.rate_min) FROM royalty_tier x JOIN royalty_term y ON y.id = x.royalty_id WHERE y.deal_id = d.id) AS min_pct,
    (SELECT max(x.rate_max) FROM royalty_tier x JOIN royalty_term y ON y.id = x.royalty_id WHERE y.deal_id = d.id) AS max_pct,
    string_agg(rt.wording, '; ' ORDER BY rt.position) AS wording
  FROM royalty_term rt WHERE rt.deal_id = d.id
) AS r
CROSS JOIN LATERAL deals_related(d.id, 'infinity') AS l
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

-- `since`: the day from whose end all of the row is known to have been so; null when that is not known of some part.
ALTER TABLE deal_row ADD COLUMN since date;

-- What a deal's row was in earlier times, where it differs from what it is; the rest of the row is that of today.
-- From `valid_from` to before `valid_to`, whole days; the last one ends where the row's `since` begins.
CREATE TABLE deal_row_past (
  id uuid NOT NULL,
  valid_from date NOT NULL,
  valid_to date NOT NULL CHECK (valid_to > valid_from),
  status deal_status NOT NULL,
  closed_on date, closed_precision "precision",
  ended_on date, ended_precision "precision",
  currency text,
  upfront_min numeric(24, 4), upfront_max numeric(24, 4), upfront_disclosure disclosure NOT NULL,
  equity_min numeric(24, 4), equity_max numeric(24, 4), equity_disclosure disclosure NOT NULL,
  option_fee_min numeric(24, 4), option_fee_max numeric(24, 4), option_fee_disclosure disclosure NOT NULL,
  milestones_development_max numeric(24, 4), milestones_regulatory_max numeric(24, 4), milestones_sales_max numeric(24, 4),
  milestones_total_min numeric(24, 4), milestones_total_max numeric(24, 4), milestones_disclosure disclosure NOT NULL,
  headline_min numeric(24, 4), headline_max numeric(24, 4), headline_disclosure disclosure NOT NULL,
  upfront_share_pct numeric(24, 2),
  triggered_to_date numeric(24, 4), paid_to_date numeric(24, 4), lapsed_to_date numeric(24, 4),
  upfront_usd numeric(24, 4), headline_usd numeric(24, 4), paid_usd numeric(24, 4),
  fx_rate_usd numeric(30, 18), fx_date date, fx_source text,
  upfront_usd_min numeric(24, 4), upfront_usd_max numeric(24, 4),
  headline_usd_min numeric(24, 4), headline_usd_max numeric(24, 4),
  related_deals text[] NOT NULL,
  keys text[] NOT NULL,
  PRIMARY KEY (id, valid_from)
);

-- Counts, facets and orders of a day that no index has in order read these alone: the rows are wide.
CREATE INDEX deal_row_as_of ON deal_row (announced_on)
  INCLUDE (id, since, keys, status, closed_on, upfront_usd, headline_usd, paid_usd);
CREATE INDEX deal_row_past_as_of ON deal_row_past (valid_from)
  INCLUDE (id, valid_to, keys, status, closed_on, upfront_usd, headline_usd, paid_usd);

CREATE VIEW deal_row_past_source AS
SELECT d.id, day.valid_from, day.valid_to, was.status,
  CASE WHEN period_end(d.closed_on, d.closed_precision) <= day.valid_from THEN d.closed_on END AS closed_on,
  CASE WHEN period_end(d.closed_on, d.closed_precision) <= day.valid_from THEN d.closed_precision END AS closed_precision,
  CASE WHEN period_end(d.ended_on, d.ended_precision) <= day.valid_from THEN d.ended_on END AS ended_on,
  CASE WHEN period_end(d.ended_on, d.ended_precision) <= day.valid_from THEN d.ended_precision END AS ended_precision,
  m.currency, m.upfront_min, m.upfront_max, m.upfront_disclosure, m.equity_min, m.equity_max, m.equity_disclosure,
  m.option_fee_min, m.option_fee_max, m.option_fee_disclosure, m.milestones_development_max,
  m.milestones_regulatory_max, m.milestones_sales_max, m.milestones_total_min, m.milestones_total_max,
  m.milestones_disclosure, m.headline_min, m.headline_max, m.headline_disclosure, m.upfront_share_pct,
  m.triggered_to_date, m.paid_to_date, m.lapsed_to_date, m.upfront_usd, m.headline_usd, m.paid_usd, m.fx_rate_usd,
  m.fx_date, m.fx_source, m.upfront_usd_min, m.upfront_usd_max, m.headline_usd_min, m.headline_usd_max,
  l.slugs AS related_deals,
  deal_keys(now.type, now.structures, was.status, now.stages, now.modalities, now.giving_countries, now.taking_countries,
    m.currency) AS keys
FROM deal d
JOIN deal_row now ON now.id = d.id
CROSS JOIN LATERAL (
  SELECT day AS valid_from, lead(day) OVER (ORDER BY day) AS valid_to FROM deal_days(d.id)
) AS day
CROSS JOIN LATERAL deal_life(d.id) AS life
CROSS JOIN LATERAL (
  SELECT CASE
    WHEN life.status_from <= day.valid_from THEN d.status
    WHEN day.valid_from < life.closed_from THEN 'PENDING_CLOSE'
    WHEN life.status_from IS NULL THEN 'UNKNOWN'
    WHEN d.type = 'OPTION' AND life.exercised_from <= day.valid_from THEN 'OPTION_EXERCISED'
    WHEN d.type = 'OPTION' OR d.status IN ('OPTION_EXERCISED', 'OPTION_LAPSED') THEN 'OPTION_PENDING'
    ELSE 'ACTIVE'
  END::deal_status AS status
) AS was
CROSS JOIN LATERAL deal_money_at(
  d.id, CASE WHEN d.announced_precision = 'DAY' THEN d.announced_on END, day.valid_from) AS m
CROSS JOIN LATERAL deals_related(d.id, day.valid_from) AS l
WHERE day.valid_to IS NOT NULL;

-- Makes what names every column of the rows: to be called again by a migration that gives them another one. Planning
-- the views takes several times as long as making the rows of a deal, and a plan for any deals is as good for these: each
-- session plans once.
CREATE PROCEDURE name_deal_row_columns() LANGUAGE plpgsql AS $make$
DECLARE
  columns text := (
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
    WHERE attrelid = 'deal_row_source'::regclass AND attnum > 0);
  past text := (
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
    WHERE attrelid = 'deal_row_past_source'::regclass AND attnum > 0);
  -- What the past has, too, is that of the past where there is one.
  on_day text := (
    SELECT string_agg(CASE WHEN was.attname IS NULL OR now.attname = 'id' THEN format('now.%I', now.attname)
      ELSE format('CASE WHEN was.id IS NULL THEN now.%1$I ELSE was.%1$I END', now.attname) END, ', ' ORDER BY now.attnum)
    FROM pg_attribute AS now
    LEFT JOIN pg_attribute AS was ON was.attrelid = 'deal_row_past'::regclass AND was.attname = now.attname AND was.attnum > 0
    WHERE now.attrelid = 'deal_row'::regclass AND now.attnum > 0 AND NOT now.attisdropped);
BEGIN
  EXECUTE format($function$
    CREATE OR REPLACE FUNCTION refresh_deal_past(ids uuid[]) RETURNS void LANGUAGE plpgsql
      SET plan_cache_mode = force_generic_plan AS $$
    BEGIN
      DELETE FROM deal_row_past WHERE id = ANY (ids);
      INSERT INTO deal_row_past (%1$s) SELECT %1$s FROM deal_row_past_source WHERE id = ANY (ids);
    END $$$function$, past);
  -- Brings the rows of these deals in step. The lock of each deal puts concurrent refreshes of it in a line, so that
  -- the later one sees what the earlier committed.
  EXECUTE format($function$
    CREATE OR REPLACE FUNCTION refresh_deal_rows(ids uuid[]) RETURNS void LANGUAGE plpgsql
      SET plan_cache_mode = force_generic_plan AS $$
    BEGIN
      PERFORM share_fx_rates();
      PERFORM FROM deal WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
      DELETE FROM deal_row WHERE id = ANY (ids);
      INSERT INTO deal_row (%1$s) SELECT %1$s FROM deal_row_source WHERE id = ANY (ids);
      PERFORM refresh_deal_past(ids);
    END $$$function$, columns);
  -- The deals as they were at the end of a day before today. A list reads this as it reads `deal_row`.
  EXECUTE format($function$
    CREATE OR REPLACE FUNCTION deal_row_on(day date) RETURNS SETOF deal_row LANGUAGE sql STABLE PARALLEL SAFE AS $$
      SELECT %1$s FROM deal_row AS now
      LEFT JOIN deal_row_past AS was ON was.id = now.id AND was.valid_from <= day AND was.valid_to > day
      WHERE now.announced_on <= day AND (now.since <= day OR was.id IS NOT NULL)
    $$$function$, on_day);
END $make$;
CALL name_deal_row_columns();

CREATE OR REPLACE FUNCTION refresh_deal_heads(ids uuid[]) RETURNS void LANGUAGE plpgsql
  SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  PERFORM share_fx_rates();
  UPDATE deal_row AS head SET type = deal.type, structures = deal.structures, status = deal.status,
    closed_on = deal.closed_on, closed_precision = deal.closed_precision,
    ended_on = deal.ended_on, ended_precision = deal.ended_precision,
    tags = deal.tags, version = deal.version, updated_at = deal.updated_at,
    since = (SELECT nullif(max(day), 'infinity') FROM deal_days(deal.id))
  FROM deal WHERE deal.id = head.id AND deal.id = ANY (ids);
  PERFORM refresh_deal_past(ids);
END $$;

-- The figures that go by a rate alone, of the rows where they differ. The caller holds the rates.
CREATE OR REPLACE FUNCTION refresh_deal_usd(ids uuid[]) RETURNS integer LANGUAGE plpgsql
  SET plan_cache_mode = force_generic_plan AS $$
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
  PERFORM refresh_deal_past(ids);
  RETURN changed;
END $$;

-- The deals whose row shows something of this record: of a source, the day on which it told of an event or a payment, too.
CREATE OR REPLACE FUNCTION deals_showing(entity_kind, uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT unnest($2) WHERE $1 = 'DEAL'
  UNION SELECT CASE WHEN from_deal_id = ANY ($2) THEN to_deal_id ELSE from_deal_id END FROM deal_link
    WHERE $1 = 'DEAL' AND (from_deal_id = ANY ($2) OR to_deal_id = ANY ($2))
  UNION SELECT deal_id FROM deal_party WHERE $1 = 'COMPANY' AND company_id = ANY ($2)
  UNION SELECT deal_id FROM deal_asset WHERE $1 = 'ASSET' AND asset_id = ANY ($2)
  UNION SELECT entity_id FROM claim WHERE $1 = 'SOURCE' AND entity = 'DEAL' AND source_id = ANY ($2)
  UNION SELECT deal_id FROM deal_event WHERE $1 = 'SOURCE' AND source_id = ANY ($2)
  UNION SELECT t.deal_id FROM payment_event e JOIN payment_term t ON t.id = e.term_id
    WHERE $1 = 'SOURCE' AND e.source_id = ANY ($2)
$$;

UPDATE deal_row SET since = (SELECT nullif(max(day), 'infinity') FROM deal_days(deal_row.id));
SELECT refresh_deal_past(ARRAY(SELECT id FROM deal_row));
