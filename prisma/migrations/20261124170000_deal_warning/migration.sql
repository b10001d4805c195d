-- What the rules find doubtful in a deal, kept when the deal is written, so that the quality page and the table's
-- filter need not read every deal. What depends on today or on a company's country is asked of deal_row instead.
CREATE TABLE deal_warning (
  deal_id uuid NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  code text NOT NULL,
  path text NOT NULL,
  PRIMARY KEY (deal_id, code, path)
);
CREATE INDEX deal_warning_by_code ON deal_warning (code, deal_id);

-- Whether both sides are in one country and the same.
CREATE FUNCTION one_country(giving text[], taking text[]) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN cardinality(giving) > 0 AND cardinality(taking) > 0 AND giving[1] = ALL (giving || taking);

CREATE INDEX deal_row_pending ON deal_row (announced_on, id) WHERE status = 'PENDING_CLOSE';
CREATE INDEX deal_row_one_country ON deal_row (announced_on, id)
  WHERE one_country(giving_countries, taking_countries);
CREATE INDEX deal_row_closed_early ON deal_row (announced_on, id)
  WHERE period_end(closed_on, closed_precision) < announced_on;
