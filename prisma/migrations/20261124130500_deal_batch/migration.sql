-- Many deals changed as one act. A preview keeps which deals it saw, at which versions, so that what is applied
-- is what was seen: a deal changed in between is skipped. Applying moves `done` along in the transaction of each
-- part, so that a part is applied once whoever asks again. The facts of what was changed are the audit entries,
-- whose batch_id is the batch's id; the batch holds no fact of a deal.
CREATE TABLE deal_batch (
  id uuid NOT NULL PRIMARY KEY,
  user_id uuid,
  actor_name text NOT NULL,
  edit jsonb,
  undoes uuid,
  deal_ids uuid[] NOT NULL,
  versions int[] NOT NULL,
  total int NOT NULL,
  done int NOT NULL DEFAULT 0,
  tally jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  started_at timestamptz(3),
  finished_at timestamptz(3),
  CONSTRAINT deal_batch_edits_or_undoes CHECK ((edit IS NULL) = (undoes IS NOT NULL)),
  CONSTRAINT deal_batch_versions CHECK (cardinality(deal_ids) = cardinality(versions)),
  CONSTRAINT deal_batch_done CHECK (done BETWEEN 0 AND total)
);

-- Versions only grow: what one undo had to skip, no other can take back.
CREATE UNIQUE INDEX deal_batch_undoes_key ON deal_batch (undoes);

-- The list by tag, and by the batch that changed a deal (audit_of_batch is there already).
CREATE INDEX deal_row_tags ON deal_row USING gin (tags);
