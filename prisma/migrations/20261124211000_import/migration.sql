-- Imports: a file as it came, what was found in each of its rows, and how far the work is. A job does the work in
-- parts; each part keeps its progress in the transaction of what it writes, so that a killed server resumes.

-- Planned and never used; this takes its place.
DROP TABLE import_batch;

CREATE TABLE import_file (
  -- Also the batch of its audit entries.
  id uuid PRIMARY KEY,
  -- Null for a script. Not a foreign key: the import outlives the person, as history does.
  user_id uuid,
  actor_name text NOT NULL,
  via via NOT NULL,
  kind text NOT NULL CHECK (kind IN ('deals', 'companies', 'milestones')),
  name text NOT NULL,
  format text NOT NULL CHECK (format IN ('csv', 'xlsx')),
  bytes bigint NOT NULL,
  header text[] NOT NULL,
  -- The first rows, for the columns to be recognised by.
  sample jsonb NOT NULL,
  -- lib/exchange/import/schema.ts: encoding, delimiter, columns, values, names.
  settings jsonb NOT NULL,
  state text NOT NULL DEFAULT 'uploading' CHECK (state IN
    ('uploading', 'uploaded', 'reading', 'read', 'applying', 'applied', 'undoing', 'undone', 'failed')),
  -- Bytes read, rows applied or entries undone, by state.
  done bigint NOT NULL DEFAULT 0,
  total bigint NOT NULL DEFAULT 0,
  -- Rows by what became of them: lib/exchange/import/rules.ts.
  tally jsonb NOT NULL DEFAULT '{}',
  -- What the person has to say before more rows can be read.
  questions jsonb NOT NULL DEFAULT '{}',
  problem text,
  undo_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  finished_at timestamptz(3)
);
CREATE INDEX import_of_user ON import_file (user_id, created_at DESC);

CREATE TABLE import_chunk (
  import_id uuid NOT NULL REFERENCES import_file ON DELETE CASCADE,
  seq int NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (import_id, seq)
);
-- Compressing a file that is read twice costs more than its room.
ALTER TABLE import_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE import_row (
  import_id uuid NOT NULL REFERENCES import_file ON DELETE CASCADE,
  -- Its line among the records of the file; the header is 1.
  number int NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('create', 'change', 'same', 'reject')),
  -- The record below which it stands, once it is known; rows of one record are applied together.
  record_id uuid,
  -- What the row says, for it to be applied.
  draft json,
  -- What a person sees: changes, notes and problems.
  report json,
  applied boolean NOT NULL DEFAULT false,
  PRIMARY KEY (import_id, number)
);
CREATE INDEX import_row_by_verdict ON import_row (import_id, verdict, number);
CREATE INDEX import_row_by_record ON import_row (import_id, record_id);

-- How a person mapped the columns of a header before.
CREATE TABLE import_mapping (
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  kind text NOT NULL,
  header text NOT NULL,
  settings jsonb NOT NULL,
  PRIMARY KEY (user_id, kind, header)
);

-- A row of a file without an address is recognised by what it says.
CREATE INDEX deal_by_title_and_day ON deal (title, announced_on);
