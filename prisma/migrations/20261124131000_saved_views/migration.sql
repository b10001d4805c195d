-- Saved views: what they hold was there. Their order and the one that opens are each person's own, shared views
-- included, so `position` goes from the view to a row a person and page.

ALTER TABLE saved_view
  DROP COLUMN position,
  ADD CONSTRAINT saved_view_page CHECK (page IN ('deals', 'companies', 'assets', 'milestones')),
  ADD CONSTRAINT saved_view_name CHECK (length(name) BETWEEN 1 AND 80),
  ADD CONSTRAINT saved_view_query CHECK (length(query) <= 8000),
  ADD CONSTRAINT saved_view_locked CHECK (shared OR NOT locked);
CREATE INDEX saved_view_shared ON saved_view (page) WHERE shared;

-- A person's own are found by the unique key (user_id, page, name), shared ones by the index above.
CREATE TABLE view_tabs (
  user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE ON UPDATE CASCADE,
  page text NOT NULL,
  view_order uuid[] NOT NULL DEFAULT '{}',
  default_id uuid REFERENCES saved_view ON DELETE SET NULL ON UPDATE CASCADE,
  PRIMARY KEY (user_id, page),
  CONSTRAINT view_tabs_page CHECK (page IN ('deals', 'companies', 'assets', 'milestones'))
);
CREATE INDEX view_tabs_default_id_idx ON view_tabs (default_id);

-- History tells what became of shared views; it has always told of the catalogue and of people.
ALTER TYPE entity_kind ADD VALUE 'VIEW';
