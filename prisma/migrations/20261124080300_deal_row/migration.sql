-- The flat read model: what it holds, in one view; how it is kept, in one function.

-- The disclosure of a sum: of how many terms something is known, and of how many a source says there is none.
CREATE FUNCTION total_disclosure(
  researched bigint, denied bigint, lo numeric, hi numeric, all_exact boolean
) RETURNS disclosure
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN coalesce(researched, 0) = 0 THEN 'NOT_RESEARCHED'
    WHEN denied = researched THEN 'NONE'
    WHEN hi IS NULL AND lo IS NULL THEN 'UNDISCLOSED'
    WHEN hi IS NULL THEN 'AT_LEAST'
    WHEN lo IS NULL THEN 'UP_TO'
    WHEN lo = hi THEN CASE WHEN all_exact THEN 'EXACT' ELSE 'APPROX' END
    ELSE 'RANGE'
  END::disclosure;

CREATE FUNCTION is_giving(r party_role) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN r IN ('LICENSOR', 'OPTION_GRANTOR', 'SELLER', 'TARGET', 'INVESTEE');

CREATE FUNCTION is_taking(r party_role) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN r IN ('LICENSEE', 'OPTION_HOLDER', 'ACQUIRER', 'INVESTOR');

-- What a person calls the corridor: 'CN → JP', 'CN+US → JP', with partners only 'CN ↔ JP'.
CREATE FUNCTION corridor(giving text[], taking text[], others text[]) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (
    SELECT CASE
      WHEN g <> '' AND t <> '' THEN g || ' → ' || t
      ELSE (SELECT string_agg(DISTINCT c, ' ↔ ' ORDER BY c) FROM unnest(giving || taking || others) AS c)
    END
    FROM (SELECT
      (SELECT coalesce(string_agg(DISTINCT c, '+' ORDER BY c), '') FROM unnest(giving) AS c) AS g,
      (SELECT coalesce(string_agg(DISTINCT c, '+' ORDER BY c), '') FROM unnest(taking) AS c) AS t) AS sides);

-- Money a term group holds. Amounts that a later amendment replaced are not promised any more, and what
-- draws on a pool is never added to it.
CREATE VIEW deal_money_group AS
SELECT deal_id, grp,
  sum(min) AS lo,
  CASE WHEN bool_and(max IS NOT NULL OR disclosure IN ('NONE', 'NOT_RESEARCHED')) THEN sum(max) END AS hi,
  count(*) FILTER (WHERE disclosure <> 'NOT_RESEARCHED') AS researched,
  count(*) FILTER (WHERE disclosure = 'NONE') AS denied,
  bool_and(disclosure IN ('EXACT', 'NONE', 'NOT_RESEARCHED')) AS all_exact,
  bool_and(currency = 'USD') FILTER (WHERE min IS NOT NULL OR max IS NOT NULL) AS usd
FROM (
  SELECT deal_id, min, max, disclosure, currency,
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

-- What happened to each term's money, in the currency it happened in. `triggered` holds paid, too.
CREATE VIEW term_money AS
SELECT t.id AS term_id, t.deal_id,
  coalesce(last_actual.actual_currency, t.currency) AS currency,
  coalesce(last_actual.actual_amount, t.min) AS amount,
  t.state = 'PAID' AS paid,
  was.triggered,
  t.state IN ('LAPSED', 'CANCELLED', 'WAIVED') AS lapsed
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
  CASE WHEN c.single THEN m.upfront_lo END AS upfront_min,
  CASE WHEN c.single THEN m.upfront_hi END AS upfront_max,
  m.upfront_disclosure,
  CASE WHEN c.single THEN m.equity_lo END AS equity_min,
  CASE WHEN c.single THEN m.equity_hi END AS equity_max,
  m.equity_disclosure,
  CASE WHEN c.single THEN m.option_fee_lo END AS option_fee_min,
  CASE WHEN c.single THEN m.option_fee_hi END AS option_fee_max,
  m.option_fee_disclosure,
  CASE WHEN c.single THEN k.development_hi END AS milestones_development_max,
  CASE WHEN c.single THEN k.regulatory_hi END AS milestones_regulatory_max,
  CASE WHEN c.single THEN k.sales_hi END AS milestones_sales_max,
  CASE WHEN c.single THEN m.milestones_lo END AS milestones_total_min,
  CASE WHEN c.single THEN m.milestones_hi END AS milestones_total_max,
  m.milestones_disclosure,
  CASE WHEN c.single THEN m.headline_lo END AS headline_min,
  CASE WHEN c.single THEN m.headline_hi END AS headline_max,
  m.headline_disclosure,
  r.in_headline AS headline_includes_royalties,
  r.disclosure AS royalty_disclosure, r.min_pct AS royalty_min_pct, r.max_pct AS royalty_max_pct,
  r.wording AS royalty_wording,
  CASE WHEN c.single AND m.headline_hi > 0 AND m.upfront_disclosure IN ('EXACT', 'APPROX')
       THEN round(100 * m.upfront_hi / m.headline_hi, 2) END AS upfront_share_pct,
  CASE WHEN c.single THEN s.triggered END AS triggered_to_date,
  CASE WHEN c.single THEN s.paid END AS paid_to_date,
  CASE WHEN c.single THEN s.lapsed END AS lapsed_to_date,
  CASE WHEN m.upfront_usd THEN coalesce(m.upfront_hi, m.upfront_lo) END AS upfront_usd,
  CASE WHEN m.headline_usd THEN coalesce(m.headline_hi, m.headline_lo) END AS headline_usd,
  CASE WHEN s.paid_in_usd THEN s.paid END AS paid_usd,
  l.related_deals,
  e.source_count, e.primary_source_url, e.primary_source_on, e.primary_source_precision,
  e.has_conflict, e.unverified,
  d.summary, d.tags, d.created_at, d.updated_at, d.version,
  fold(concat_ws(' ', d.title, p.search_text, a.search_text)) AS search_text
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
      string_agg(cn.name, ' ' ORDER BY cn.position) AS every
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
    string_agg(concat_ws(' ', ass.name, an.every, array_to_string(ass.targets, ' '),
      array_to_string(da.indications, ' ')), ' ' ORDER BY da.position) AS search_text
  FROM deal_asset da
  JOIN asset ass ON ass.id = da.asset_id
  CROSS JOIN LATERAL (
    SELECT string_agg(x.name, ' ' ORDER BY x.position) AS every FROM asset_name x WHERE x.asset_id = ass.id
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
CROSS JOIN LATERAL (
  SELECT count(DISTINCT currency) = 1 AS single,
    CASE count(DISTINCT currency) WHEN 0 THEN NULL WHEN 1 THEN min(currency) ELSE 'MIXED' END AS currency
  FROM (
    SELECT t.currency::text AS currency FROM payment_term t
      WHERE t.deal_id = d.id AND (t.min IS NOT NULL OR t.max IS NOT NULL) AND t.state <> 'SUPERSEDED'
    UNION ALL
    SELECT pe.actual_currency::text FROM payment_term t JOIN payment_event pe ON pe.term_id = t.id
      WHERE t.deal_id = d.id AND pe.actual_amount IS NOT NULL
  ) AS used
) AS c
CROSS JOIN LATERAL (
  SELECT
    max(lo) FILTER (WHERE grp = 'upfront') AS upfront_lo, max(hi) FILTER (WHERE grp = 'upfront') AS upfront_hi,
    coalesce(max(dis) FILTER (WHERE grp = 'upfront'), 'NOT_RESEARCHED') AS upfront_disclosure,
    bool_and(usd) FILTER (WHERE grp = 'upfront') AS upfront_usd,
    max(lo) FILTER (WHERE grp = 'equity') AS equity_lo, max(hi) FILTER (WHERE grp = 'equity') AS equity_hi,
    coalesce(max(dis) FILTER (WHERE grp = 'equity'), 'NOT_RESEARCHED') AS equity_disclosure,
    max(lo) FILTER (WHERE grp = 'option_fee') AS option_fee_lo, max(hi) FILTER (WHERE grp = 'option_fee') AS option_fee_hi,
    coalesce(max(dis) FILTER (WHERE grp = 'option_fee'), 'NOT_RESEARCHED') AS option_fee_disclosure,
    max(lo) FILTER (WHERE grp = 'milestones') AS milestones_lo, max(hi) FILTER (WHERE grp = 'milestones') AS milestones_hi,
    coalesce(max(dis) FILTER (WHERE grp = 'milestones'), 'NOT_RESEARCHED') AS milestones_disclosure,
    max(lo) FILTER (WHERE grp = 'headline') AS headline_lo, max(hi) FILTER (WHERE grp = 'headline') AS headline_hi,
    coalesce(max(dis) FILTER (WHERE grp = 'headline'), 'NOT_RESEARCHED') AS headline_disclosure,
    bool_and(usd) FILTER (WHERE grp = 'headline') AS headline_usd
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
    sum(tm.amount) FILTER (WHERE tm.lapsed) AS lapsed,
    bool_and(tm.currency = 'USD') FILTER (WHERE tm.paid AND tm.amount IS NOT NULL) AS paid_in_usd
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

-- Brings the rows of these deals in step. The lock puts concurrent refreshes of one deal in a line, so that
-- the later one sees what the earlier committed.
CREATE FUNCTION refresh_deal_rows(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM deal WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
  DELETE FROM deal_row WHERE id = ANY (ids);
  INSERT INTO deal_row SELECT * FROM deal_row_source WHERE id = ANY (ids);
END $$;

-- The deals whose row shows something of this record.
CREATE FUNCTION deals_showing(entity_kind, uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT unnest($2) WHERE $1 = 'DEAL'
  UNION SELECT CASE WHEN from_deal_id = ANY ($2) THEN to_deal_id ELSE from_deal_id END FROM deal_link
    WHERE $1 = 'DEAL' AND (from_deal_id = ANY ($2) OR to_deal_id = ANY ($2))
  UNION SELECT deal_id FROM deal_party WHERE $1 = 'COMPANY' AND company_id = ANY ($2)
  UNION SELECT deal_id FROM deal_asset WHERE $1 = 'ASSET' AND asset_id = ANY ($2)
  UNION SELECT entity_id FROM claim WHERE $1 = 'SOURCE' AND entity = 'DEAL' AND source_id = ANY ($2)
$$;

-- Sorting by what may be unknown: unknown last, both ways.
CREATE INDEX deal_list_by_closed_desc ON deal_row (closed_on DESC NULLS LAST, id DESC);
CREATE INDEX deal_list_by_closed ON deal_row (closed_on, id);
CREATE INDEX deal_list_by_stage_desc ON deal_row (stage DESC NULLS LAST, id DESC);
CREATE INDEX deal_list_by_stage ON deal_row (stage, id);
CREATE INDEX deal_list_by_upfront_desc ON deal_row (upfront_usd DESC NULLS LAST, id DESC);
CREATE INDEX deal_list_by_upfront ON deal_row (upfront_usd, id);
CREATE INDEX deal_list_by_headline_desc ON deal_row (headline_usd DESC NULLS LAST, id DESC);
CREATE INDEX deal_list_by_headline ON deal_row (headline_usd, id);
CREATE INDEX deal_list_by_paid_desc ON deal_row (paid_usd DESC NULLS LAST, id DESC);
CREATE INDEX deal_list_by_paid ON deal_row (paid_usd, id);
CREATE INDEX deal_list_by_licensor ON deal_row ((coalesce(giving_names[1], '')), id);
CREATE INDEX deal_list_by_licensee ON deal_row ((coalesce(taking_names[1], '')), id);
