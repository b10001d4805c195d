-- A change of many deals touches a column or two of each. Making their rows anew reads every table below them and
-- writes every index twice; this takes over what the row repeats of the deal itself, and nothing else may have
-- changed. The caller holds the deals by having changed them, so that no other refresh comes in between.
CREATE FUNCTION refresh_deal_heads(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  UPDATE deal_row AS head SET type = deal.type, structures = deal.structures, status = deal.status,
    closed_on = deal.closed_on, closed_precision = deal.closed_precision,
    ended_on = deal.ended_on, ended_precision = deal.ended_precision,
    tags = deal.tags, version = deal.version, updated_at = deal.updated_at
  FROM deal WHERE deal.id = head.id AND deal.id = ANY (ids)
$$;
