-- Facets are counted from this index alone: the rows themselves are wide.
CREATE INDEX deal_facets ON deal_row
  (type, structures, status, stages, modalities, giving_countries, taking_countries);

-- The last day of the period that a stored first day and its precision mean: "2025" is due on any day of 2025.
CREATE FUNCTION period_end(first_day date, known "precision") RETURNS date
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE known
    WHEN 'DAY' THEN first_day
    WHEN 'MONTH' THEN (first_day + interval '1 month')::date - 1
    WHEN 'QUARTER' THEN (first_day + interval '3 months')::date - 1
    WHEN 'HALF' THEN (first_day + interval '6 months')::date - 1
    WHEN 'YEAR' THEN (first_day + interval '1 year')::date - 1
  END;

-- The lists' own order of payments, from both ends.
CREATE INDEX milestone_list_by_moved ON payment_term (state_on, id);
CREATE INDEX milestone_list_by_moved_desc ON payment_term (state_on DESC NULLS LAST, id DESC);
