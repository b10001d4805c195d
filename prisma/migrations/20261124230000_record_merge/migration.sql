-- Merges of records that are one thing, and pairs that look alike and are not. What a merge changed is in the audit
-- entries of its batch; this says which record stands for which, for addresses and for the undo.

CREATE TABLE record_merge (
  id uuid PRIMARY KEY,
  entity entity_kind NOT NULL CHECK (entity IN ('COMPANY', 'ASSET', 'DEAL')),
  kept_id uuid NOT NULL,
  merged_id uuid NOT NULL CHECK (merged_id <> kept_id),
  user_id uuid,
  actor_name text NOT NULL,
  reason text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  undone_at timestamptz(3)
);
CREATE INDEX record_merge_merged_id_idx ON record_merge (merged_id);
CREATE INDEX record_merge_created_at_idx ON record_merge (created_at DESC);
-- A record stands for itself or for one other.
CREATE UNIQUE INDEX record_merge_once ON record_merge (merged_id) WHERE undone_at IS NULL;

CREATE TABLE not_duplicate (
  entity entity_kind NOT NULL CHECK (entity IN ('COMPANY', 'ASSET', 'DEAL')),
  a_id uuid NOT NULL,
  b_id uuid NOT NULL CHECK (a_id < b_id),
  actor_name text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (entity, a_id, b_id)
);
