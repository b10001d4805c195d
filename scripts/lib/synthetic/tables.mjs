/** What is written of each table, in the order in which the rows give it. Derived columns are the database's own. */
export const columns = {
  company:
    "id, slug, name, country, city, kind, founded_year, website, parent_id, created_at, updated_at",
  company_name: "id, company_id, name, lang, kind, position",
  company_identifier: "id, company_id, scheme, value, position",
  asset: "id, slug, name, modality, targets, originator_id, current_stage, created_at, updated_at",
  asset_name: "id, asset_id, name, kind, lang, position",
  source:
    "id, kind, publisher, title, url, published_on, published_precision, lang, grade, created_at, updated_at",
  deal: `id, slug, title, type, structures, status, announced_on, announced_precision, closed_on, closed_precision,
    ended_on, ended_precision, summary, tags, created_at, updated_at`,
  deal_party: "id, deal_id, company_id, role, position",
  deal_asset: "id, deal_id, asset_id, stage_at_signing, indications, position",
  deal_event: 'id, deal_id, kind, "on", on_precision, summary, source_id, position',
  deal_link: "id, from_deal_id, to_deal_id, kind, position",
  rights_grant: "id, deal_id, grantee_id, rights, exclusivity, wording, position",
  grant_territory: "id, grant_id, mode, code, position",
  payment_term: `id, deal_id, kind, payer_id, payee_id, currency, min, max, disclosure, in_headline, pool_id, category,
    trigger, expected_on, expected_precision, position, initial_state, state, state_on, state_precision, updated_at`,
  payment_event: `id, term_id, seq, from_state, to_state, "on", on_precision, actual_amount, actual_currency,
    actual_disclosure, note, source_id, created_at`,
  royalty_term: "id, deal_id, payer_id, payee_id, base, wording, disclosure, position",
  royalty_tier:
    "id, royalty_id, sales_from, sales_to, sales_currency, rate_min, rate_max, position",
  claim: "id, entity, entity_id, field, value, source_id, status, reason, position, created_at",
};

/** The read model: the rows of today, and before them what they were. */
export const readModel = ["deal_row", "deal_row_past"];

/** The read model and all it is made of. */
export const tables = [...Object.keys(columns), ...readModel];

/** An array as COPY reads it; no word of ours holds a quote, a backslash or a tab. */
export const list = (words) => `{${words.map((word) => `"${word}"`).join(",")}}`;

const cell = (value) => (value === null || value === undefined ? "\\N" : value);

/** A row as a line of COPY's text format. */
export const line = (values) => `${values.map(cell).join("\t")}\n`;
