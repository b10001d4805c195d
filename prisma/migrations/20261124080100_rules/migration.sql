-- What must never be, whoever writes: amounts that contradict their disclosure, dates that are not the
-- first day of their period, steps that the payment machine forbids, changed history.

-- A business date is whole (day and precision, or neither) and lies on the first day of its period.
CREATE FUNCTION is_partial_date(day date, p "precision") RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN day IS NULL OR p IS NULL THEN day IS NULL AND p IS NULL
    WHEN extract(year FROM day) NOT BETWEEN 1900 AND 2100 THEN false
    WHEN p = 'DAY' THEN true
    WHEN extract(day FROM day) <> 1 THEN false
    WHEN p = 'MONTH' THEN true
    WHEN p = 'QUARTER' THEN extract(month FROM day) IN (1, 4, 7, 10)
    WHEN p = 'HALF' THEN extract(month FROM day) IN (1, 7)
    ELSE extract(month FROM day) = 1
  END;

-- DOMAIN: EXACT, APPROX => min = max; UP_TO => max only; AT_LEAST => min only; RANGE => min < max;
-- UNDISCLOSED, NONE, NOT_RESEARCHED => neither. 0 is legal only as EXACT.
CREATE FUNCTION is_disclosed_amount(lo numeric, hi numeric, d disclosure) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE d
    WHEN 'EXACT' THEN lo IS NOT NULL AND hi IS NOT NULL AND lo = hi AND lo >= 0
    WHEN 'APPROX' THEN lo IS NOT NULL AND hi IS NOT NULL AND lo = hi AND lo > 0
    WHEN 'UP_TO' THEN lo IS NULL AND hi IS NOT NULL AND hi > 0
    WHEN 'AT_LEAST' THEN lo IS NOT NULL AND lo > 0 AND hi IS NULL
    WHEN 'RANGE' THEN lo IS NOT NULL AND hi IS NOT NULL AND lo > 0 AND lo < hi
    ELSE lo IS NULL AND hi IS NULL
  END;

ALTER TABLE company
  ADD CONSTRAINT company_country CHECK (country ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT company_founded CHECK (founded_year BETWEEN 1000 AND 2100),
  ADD CONSTRAINT company_not_its_own_parent CHECK (parent_id <> id),
  ADD CONSTRAINT company_website CHECK (website ~ '^https?://'),
  ADD CONSTRAINT company_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT company_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL));

ALTER TABLE asset
  ADD CONSTRAINT asset_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT asset_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL));

ALTER TABLE deal
  ADD CONSTRAINT deal_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT deal_announced CHECK (is_partial_date(announced_on, announced_precision)),
  ADD CONSTRAINT deal_closed CHECK (is_partial_date(closed_on, closed_precision)),
  ADD CONSTRAINT deal_ended CHECK (is_partial_date(ended_on, ended_precision)),
  ADD CONSTRAINT deal_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL));

ALTER TABLE deal_event
  ADD CONSTRAINT deal_event_on CHECK (is_partial_date("on", on_precision));

ALTER TABLE deal_link
  ADD CONSTRAINT deal_link_not_to_itself CHECK (from_deal_id <> to_deal_id);

ALTER TABLE source
  ADD CONSTRAINT source_url CHECK (url ~ '^https?://'),
  ADD CONSTRAINT source_says_what_it_is CHECK (url IS NOT NULL OR title IS NOT NULL),
  ADD CONSTRAINT source_published CHECK (is_partial_date(published_on, published_precision));

-- One claim a field is accepted.
CREATE UNIQUE INDEX claim_one_accepted ON claim (entity, entity_id, field) WHERE status = 'ACCEPTED';

-- One NAME a company.
CREATE UNIQUE INDEX company_one_name ON company_name (company_id) WHERE kind = 'NAME';

ALTER TABLE fx_rate
  ADD CONSTRAINT fx_rate_positive CHECK (rate > 0),
  ADD CONSTRAINT fx_rate_two_currencies CHECK (base <> quote);

ALTER TABLE payment_term
  ADD CONSTRAINT payment_term_amount CHECK (is_disclosed_amount(min, max, disclosure)),
  ADD CONSTRAINT payment_term_currency CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT payment_term_amount_has_currency
    CHECK (currency IS NOT NULL OR (min IS NULL AND max IS NULL)),
  ADD CONSTRAINT payment_term_not_its_own_pool CHECK (pool_id <> id),
  ADD CONSTRAINT payment_term_threshold
    CHECK (threshold_amount > 0 AND threshold_currency ~ '^[A-Z]{3}$'
           OR (threshold_amount IS NULL AND threshold_currency IS NULL)),
  ADD CONSTRAINT payment_term_initial_state CHECK (initial_state IN ('CONTINGENT', 'UNKNOWN')),
  ADD CONSTRAINT payment_term_expected CHECK (is_partial_date(expected_on, expected_precision)),
  ADD CONSTRAINT payment_term_state_on CHECK (is_partial_date(state_on, state_precision));

ALTER TABLE royalty_tier
  ADD CONSTRAINT royalty_tier_sales CHECK (sales_from >= 0 AND (sales_to IS NULL OR sales_to > sales_from)),
  ADD CONSTRAINT royalty_tier_rate
    CHECK ((rate_min IS NULL OR rate_min BETWEEN 0 AND 100) AND (rate_max IS NULL OR rate_max BETWEEN 0 AND 100)
           AND (rate_min IS NULL OR rate_max IS NULL OR rate_min <= rate_max));

ALTER TABLE payment_event
  ADD CONSTRAINT payment_event_seq CHECK (seq > 0),
  ADD CONSTRAINT payment_event_on CHECK (is_partial_date("on", on_precision)),
  ADD CONSTRAINT payment_event_amount
    CHECK (is_disclosed_amount(
      CASE WHEN actual_disclosure IN ('EXACT', 'APPROX', 'AT_LEAST') THEN actual_amount END,
      CASE WHEN actual_disclosure IN ('EXACT', 'APPROX', 'UP_TO') THEN actual_amount END,
      actual_disclosure)),
  ADD CONSTRAINT payment_event_amount_has_disclosure
    CHECK (actual_amount IS NULL OR actual_disclosure IN ('EXACT', 'APPROX', 'AT_LEAST', 'UP_TO')),
  ADD CONSTRAINT payment_event_amount_has_currency
    CHECK (actual_amount IS NULL OR actual_currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT payment_event_step CHECK (
    CASE from_state
      WHEN 'UNKNOWN' THEN to_state <> 'UNKNOWN'
      WHEN 'CONTINGENT' THEN to_state IN ('TRIGGERED', 'LAPSED', 'WAIVED', 'CANCELLED', 'SUPERSEDED')
      WHEN 'TRIGGERED' THEN to_state IN ('INVOICED', 'PAID', 'DISPUTED')
      WHEN 'INVOICED' THEN to_state IN ('PAID', 'DISPUTED')
      WHEN 'DISPUTED' THEN to_state IN ('TRIGGERED', 'PAID', 'WAIVED')
      WHEN 'LAPSED' THEN to_state = 'TRIGGERED' AND note IS NOT NULL
      ELSE false
    END);

-- A step starts where the term stands, and moves it. The lock keeps two steps from starting at one place.
CREATE FUNCTION payment_event_moves_term() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  term record;
BEGIN
  SELECT state, (SELECT coalesce(max(seq), 0) FROM payment_event WHERE term_id = t.id) AS last
    INTO term FROM payment_term t WHERE t.id = NEW.term_id FOR UPDATE;
  IF term.state <> NEW.from_state OR term.last + 1 <> NEW.seq THEN
    RAISE EXCEPTION 'payment term % stands at % after step %', NEW.term_id, term.state, term.last
      USING ERRCODE = 'serialization_failure';
  END IF;
  UPDATE payment_term
     SET state = NEW.to_state, state_on = NEW."on", state_precision = NEW.on_precision, updated_at = now()
   WHERE id = NEW.term_id;
  RETURN NEW;
END $$;

CREATE TRIGGER payment_event_moves_term BEFORE INSERT ON payment_event
  FOR EACH ROW EXECUTE FUNCTION payment_event_moves_term();

-- A term without a step stands at its beginning, whatever the writer said.
CREATE FUNCTION payment_term_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' OR NOT EXISTS (SELECT FROM payment_event WHERE term_id = NEW.id) THEN
    NEW.state := NEW.initial_state;
    NEW.state_on := NULL;
    NEW.state_precision := NULL;
  ELSIF NEW.initial_state <> OLD.initial_state THEN
    RAISE EXCEPTION 'payment term % has moved since it began', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER payment_term_begins BEFORE INSERT OR UPDATE OF initial_state ON payment_term
  FOR EACH ROW EXECUTE FUNCTION payment_term_begins();

-- Append-only tables. A role without the privilege is stopped earlier; this stops the owner too.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_never_emptied BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A payment's step is never rewritten. It goes only with its deal, when an administrator purges that.
CREATE TRIGGER payment_event_append_only BEFORE UPDATE ON payment_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
