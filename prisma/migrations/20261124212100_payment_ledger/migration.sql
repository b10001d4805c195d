-- Two things that happen to a payment and are no move of it (decision 0085). What was paid may become more, by a
-- further part, or less, by a return: a step from PAID to PAID that says what is paid in all by then, and why. And
-- a step may have been recorded by mistake: events are never removed, so another one takes it back, with a reason.
ALTER TABLE payment_event
  ADD COLUMN takes_back boolean NOT NULL DEFAULT false,
  DROP CONSTRAINT payment_event_step,
  ADD CONSTRAINT payment_event_step CHECK (
    CASE
      WHEN takes_back THEN note IS NOT NULL AND actual_amount IS NULL AND from_state <> to_state
      WHEN from_state = 'UNKNOWN' THEN to_state <> 'UNKNOWN'
      WHEN from_state = 'CONTINGENT' THEN to_state IN ('TRIGGERED', 'LAPSED', 'WAIVED', 'CANCELLED', 'SUPERSEDED')
      WHEN from_state = 'TRIGGERED' THEN to_state IN ('INVOICED', 'PAID', 'DISPUTED')
      WHEN from_state = 'INVOICED' THEN to_state IN ('PAID', 'DISPUTED')
      WHEN from_state = 'DISPUTED' THEN to_state IN ('TRIGGERED', 'PAID', 'WAIVED')
      WHEN from_state = 'LAPSED' THEN to_state = 'TRIGGERED' AND note IS NOT NULL
      WHEN from_state = 'PAID' THEN to_state = 'PAID' AND actual_amount IS NOT NULL AND note IS NOT NULL
      ELSE false
    END);

-- The steps that still count: those that no later step of the term took back.
CREATE VIEW standing_payment_event AS
SELECT e.* FROM payment_event e
WHERE NOT e.takes_back AND NOT EXISTS (
  SELECT FROM payment_event back
  WHERE back.term_id = e.term_id AND back.takes_back AND back.seq > e.seq
    AND back.from_state = e.to_state AND back.to_state = e.from_state);

-- What is taken back must be the last step that counts, and name no amount.
CREATE FUNCTION payment_event_takes_back() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last record;
BEGIN
  SELECT from_state, to_state, actual_amount INTO last FROM standing_payment_event
   WHERE term_id = NEW.term_id ORDER BY seq DESC LIMIT 1;
  IF last IS NULL OR last.to_state <> NEW.from_state OR last.from_state <> NEW.to_state
     OR last.actual_amount IS NOT NULL THEN
    RAISE EXCEPTION 'the last step of payment term % is not this one', NEW.term_id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER payment_event_takes_back BEFORE INSERT ON payment_event
  FOR EACH ROW WHEN (NEW.takes_back) EXECUTE FUNCTION payment_event_takes_back();

-- A trigger that was taken back did not happen. As in 20261124190100_fx, but for the events that count.
CREATE OR REPLACE VIEW term_money AS
SELECT t.id AS term_id, t.deal_id,
  coalesce(last_actual.actual_currency, t.currency) AS currency,
  coalesce(last_actual.actual_amount, t.min) AS amount,
  t.state = 'PAID' AS paid,
  was.triggered,
  t.state IN ('LAPSED', 'CANCELLED', 'WAIVED') AS lapsed,
  CASE WHEN t.state_precision = 'DAY' THEN t.state_on END AS day
FROM payment_term t
LEFT JOIN LATERAL (
  SELECT e.actual_amount, e.actual_currency FROM payment_event e
  WHERE e.term_id = t.id AND e.actual_amount IS NOT NULL AND e.actual_disclosure <> 'UP_TO'
  ORDER BY e.seq DESC LIMIT 1
) AS last_actual ON true
CROSS JOIN LATERAL (
  SELECT t.state IN ('TRIGGERED', 'INVOICED', 'PAID', 'DISPUTED') OR EXISTS (
    SELECT FROM standing_payment_event e
    WHERE e.term_id = t.id AND e.to_state IN ('TRIGGERED', 'INVOICED', 'PAID', 'DISPUTED')) AS triggered
) AS was
WHERE t.kind <> 'HEADLINE';

-- Many payments are changed as many deals are: a batch says what its ids are of.
ALTER TABLE deal_batch RENAME COLUMN deal_ids TO ids;
ALTER TABLE deal_batch
  ADD COLUMN noun text NOT NULL DEFAULT 'DEAL',
  ADD CONSTRAINT deal_batch_noun CHECK (noun IN ('DEAL', 'PAYMENT'));
