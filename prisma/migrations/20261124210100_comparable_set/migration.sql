-- A set of comparables as it was on a day: its query, and the ledger's rows with the versions and the figures that
-- they had. The rows hold no foreign key to a deal: a set stays as it was, whatever becomes of the deal.
CREATE TABLE comparable_set (
  id uuid NOT NULL PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  query text NOT NULL,
  -- [{ name, more }]: each criterion, and how many more deals met the others.
  criteria jsonb NOT NULL,
  taken_on date NOT NULL,
  user_id uuid,
  actor_name text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX comparable_set_newest ON comparable_set (created_at DESC, id DESC);

CREATE TABLE comparable_row (
  set_id uuid NOT NULL REFERENCES comparable_set (id) ON DELETE CASCADE,
  position int NOT NULL,
  deal_id uuid NOT NULL,
  slug text NOT NULL,
  title text NOT NULL,
  type deal_type NOT NULL,
  status deal_status NOT NULL,
  announced_on date NOT NULL,
  announced_precision "precision" NOT NULL,
  corridor text NOT NULL,
  parties jsonb NOT NULL,
  giving_names text[] NOT NULL,
  taking_names text[] NOT NULL,
  asset_names text[] NOT NULL,
  modalities modality[] NOT NULL,
  stage stage,
  upfront_disclosure disclosure NOT NULL,
  upfront_usd_min numeric(24, 4),
  upfront_usd_max numeric(24, 4),
  headline_disclosure disclosure NOT NULL,
  headline_usd_min numeric(24, 4),
  headline_usd_max numeric(24, 4),
  fx_source text,
  upfront_share_pct numeric(7, 2),
  royalty_disclosure disclosure NOT NULL,
  royalty_min_pct numeric(7, 4),
  royalty_max_pct numeric(7, 4),
  royalty_wording text,
  has_conflict boolean NOT NULL,
  unverified boolean NOT NULL,
  version int NOT NULL,
  included boolean NOT NULL,
  by_hand boolean NOT NULL,
  reason text,
  criterion text,
  PRIMARY KEY (set_id, position)
);

-- A set is made whole and never changed.
CREATE TRIGGER comparable_row_fixed BEFORE UPDATE ON comparable_row
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
