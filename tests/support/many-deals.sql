-- Rows of deal_row alone, $1 of them, the same every time: what the plans of lists are tested on. Shares are uneven
-- as they are in life: few companies have most deals, most dates are late, half of the amounts are not known.
WITH drawn AS (
  SELECT n, (SELECT array_agg(((hashint8extended(n, k) >> 8) & 65535)::int ORDER BY k) FROM generate_series(1, 16) AS k) AS d
  FROM generate_series(1, $1::int) AS n
), facts AS (
  SELECT n, d,
    1 + (power(d[1] / 65536.0, 3) * 30000)::int AS giver,
    30001 + (power(d[2] / 65536.0, 3) * 30000)::int AS taker,
    date '2000-01-01' + (sqrt(d[3] / 65536.0) * 9500)::int AS day,
    (ARRAY['LICENSE', 'LICENSE', 'LICENSE', 'LICENSE', 'LICENSE', 'ACQUISITION', 'OPTION', 'CO_DEVELOPMENT',
      'DISTRIBUTION', 'EQUITY'])[1 + d[4] % 10]::deal_type AS type,
    CASE WHEN d[5] < 300 THEN '{ROYALTY_FINANCING}' WHEN d[5] < 6000 THEN '{EQUITY}' ELSE '{}' END::deal_type[] AS structures,
    (ARRAY['ACTIVE', 'ACTIVE', 'ACTIVE', 'COMPLETED', 'TERMINATED', 'UNKNOWN'])[1 + d[6] % 6]::deal_status AS status,
    (ARRAY['CN', 'CN', 'CN', 'JP', 'JP', 'US', 'US', 'KR', 'GB', 'DE'])[1 + d[7] % 10] AS from_country,
    CASE WHEN d[8] < 60 THEN 'IS' ELSE (ARRAY['JP', 'JP', 'JP', 'US', 'US', 'CN', 'KR', 'CH'])[1 + d[8] % 8] END AS to_country,
    (ARRAY['SMALL_MOLECULE', 'SMALL_MOLECULE', 'MAB', 'ADC', 'BISPECIFIC', 'CELL_THERAPY', 'RNA', 'DEVICE'])[1 + d[9] % 8]::modality AS modality,
    (ARRAY['PHASE_1', 'PHASE_2', 'PHASE_3', 'PRECLINICAL', 'APPROVED'])[1 + d[10] % 5]::stage AS stage,
    CASE WHEN d[11] < 33000 THEN CASE WHEN d[11] < 26000 THEN 'USD' ELSE 'JPY' END END AS currency,
    CASE WHEN d[11] < 33000 AND d[12] % 3 > 0 THEN 100000 * (1 + d[12] % 4000) END AS upfront,
    CASE WHEN d[11] < 33000 AND d[12] % 4 > 0 THEN 1000000 * (100 + d[13] % 900) END AS headline
  FROM drawn
)
INSERT INTO deal_row (
  id, slug, title, type, structures, status, announced_on, announced_precision, closed_on, closed_precision, corridor,
  giving_slugs, giving_names, giving_countries, taking_slugs, taking_names, taking_countries, company_slugs, countries,
  other_parties, parties, asset_slugs, asset_names, modalities, targets, indications, stages, stage,
  territory_include, territory_exclude, exclusivity, currency, upfront_min, upfront_max, upfront_disclosure,
  equity_disclosure, option_fee_disclosure, milestones_disclosure, headline_max, headline_disclosure,
  headline_includes_royalties, royalty_disclosure, paid_to_date, upfront_usd, headline_usd, paid_usd, related_deals,
  source_count, has_conflict, unverified, tags, created_at, updated_at, version, search_text)
SELECT
  overlay(overlay(md5('deal ' || n) PLACING '8' FROM 13) PLACING '8' FROM 17)::uuid, 'synthetic-deal-' || n, 'Deal ' || taker || '-' || n, type, structures, status,
  day, 'DAY', CASE WHEN d[14] < 20000 THEN day + d[14] % 400 END, CASE WHEN d[14] < 20000 THEN 'DAY'::"precision" END,
  from_country || ' → ' || to_country,
  ARRAY['synthetic-' || giver], ARRAY['Synthetic ' || giver], ARRAY[from_country],
  ARRAY['synthetic-' || taker], ARRAY['Synthetic ' || taker], ARRAY[to_country],
  ARRAY['synthetic-' || giver, 'synthetic-' || taker], ARRAY(SELECT DISTINCT unnest(ARRAY[from_country, to_country])),
  '{}',
  jsonb_build_array(
    jsonb_build_object('slug', 'synthetic-' || giver, 'name', 'Synthetic ' || giver, 'native', '合成製薬' || giver,
      'lang', 'ja', 'country', from_country, 'role', 'LICENSOR', 'side', 'giving'),
    jsonb_build_object('slug', 'synthetic-' || taker, 'name', 'Synthetic ' || taker, 'native', NULL, 'lang', NULL,
      'country', to_country, 'role', 'LICENSEE', 'side', 'taking')),
  ARRAY['synthetic-asset-' || n % 5000], ARRAY['SYN-' || n % 5000], ARRAY[modality],
  CASE WHEN d[15] % 5 = 0 THEN '{}' ELSE ARRAY[(ARRAY['PD-1', 'HER2', 'EGFR', 'CD19', 'GLP-1', 'VEGFR'])[1 + d[15] % 6]] END,
  CASE WHEN d[16] % 9 = 0 THEN '{}' ELSE ARRAY['Indication ' || (power(d[16] / 65536.0, 3) * 400)::int] END,
  ARRAY[stage], stage, '{}', '{}', '{}', currency, upfront, upfront,
  CASE WHEN upfront IS NULL THEN 'UNDISCLOSED' ELSE 'EXACT' END::disclosure,
  'NOT_RESEARCHED', 'NOT_RESEARCHED', 'NOT_RESEARCHED', headline,
  CASE WHEN headline IS NULL THEN 'UNDISCLOSED' ELSE 'UP_TO' END::disclosure, false, 'NOT_RESEARCHED',
  CASE WHEN d[14] % 5 = 0 THEN upfront END, CASE WHEN currency = 'USD' THEN upfront END,
  CASE WHEN currency = 'USD' THEN headline END, CASE WHEN currency = 'USD' AND d[14] % 5 = 0 THEN upfront END,
  '{}', 1, d[15] < 1300, d[16] < 8000, '{synthetic}', timestamptz '2026-01-01', timestamptz '2026-01-01' + n * interval '7 seconds',
  1, '製薬' || giver
FROM facts
