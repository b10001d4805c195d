-- What the overview counts, without reading the wide rows of deal_row: each index holds all that its query asks.

-- Deals by year, by the countries of both sides, with what is in doubt.
CREATE INDEX deal_row_flows ON deal_row (announced_on)
  INCLUDE (giving_countries, taking_countries, has_conflict, unverified);

-- The announced totals in US dollars.
CREATE INDEX deal_row_usd_headlines ON deal_row (headline_disclosure) INCLUDE (headline_min, headline_max)
  WHERE currency = 'USD' AND (headline_min IS NOT NULL OR headline_max IS NOT NULL);

-- The newest of the deals in doubt, however few they are.
CREATE INDEX deal_row_conflicts ON deal_row (announced_on DESC, id DESC) WHERE has_conflict;
CREATE INDEX deal_row_unverified ON deal_row (announced_on DESC, id DESC) WHERE unverified;

-- Open payments by the day they are expected.
CREATE INDEX milestone_list_by_expected ON payment_term (expected_on, id)
  WHERE expected_on IS NOT NULL AND state = 'CONTINGENT';
