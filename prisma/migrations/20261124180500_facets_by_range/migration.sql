-- What else a filter can ask for and leave many rows with: facets and counts of such filters need no other read.
DROP INDEX deal_facets;
CREATE INDEX deal_facets ON deal_row (keys) INCLUDE (
  announced_on, closed_on, upfront_usd, headline_usd, upfront_disclosure, headline_disclosure, has_conflict, unverified);
