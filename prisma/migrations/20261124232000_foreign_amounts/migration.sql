-- A list of deals in other currencies, sorted by dollars: where few of them have a rate, their rows come after those of
-- every deal in dollars. These indexes hold the others alone.
CREATE INDEX deal_list_by_upfront_foreign ON deal_row (upfront_usd, id) WHERE currency <> 'USD';
CREATE INDEX deal_list_by_upfront_foreign_desc ON deal_row (upfront_usd DESC NULLS LAST, id DESC) WHERE currency <> 'USD';
CREATE INDEX deal_list_by_headline_foreign ON deal_row (headline_usd, id) WHERE currency <> 'USD';
CREATE INDEX deal_list_by_headline_foreign_desc ON deal_row (headline_usd DESC NULLS LAST, id DESC)
  WHERE currency <> 'USD';
CREATE INDEX deal_list_by_paid_foreign ON deal_row (paid_usd, id) WHERE currency <> 'USD';
CREATE INDEX deal_list_by_paid_foreign_desc ON deal_row (paid_usd DESC NULLS LAST, id DESC) WHERE currency <> 'USD';
