-- What lists sort by: names folded, so that case, width and accents don't part what belongs together, and
-- null where there is none, which comes last both ways.

-- At the end of the table, so that `INSERT INTO deal_row SELECT *` of its view still fits.
ALTER TABLE deal_row
  ADD COLUMN title_key text NOT NULL GENERATED ALWAYS AS (fold(title)) STORED,
  ADD COLUMN giving_key text GENERATED ALWAYS AS (fold(giving_names[1])) STORED,
  ADD COLUMN taking_key text GENERATED ALWAYS AS (fold(taking_names[1])) STORED;

DROP INDEX deal_list_by_title, deal_list_by_licensor, deal_list_by_licensee;
CREATE INDEX deal_list_by_title ON deal_row (title_key, id);
CREATE INDEX deal_list_by_licensor ON deal_row (giving_key, id);
CREATE INDEX deal_list_by_licensor_desc ON deal_row (giving_key DESC NULLS LAST, id DESC);
CREATE INDEX deal_list_by_licensee ON deal_row (taking_key, id);
CREATE INDEX deal_list_by_licensee_desc ON deal_row (taking_key DESC NULLS LAST, id DESC);

ALTER TABLE company ADD COLUMN name_key text NOT NULL GENERATED ALWAYS AS (fold(name)) STORED;
DROP INDEX company_list_by_name, company_list_by_country, asset_list_by_name;
CREATE INDEX company_list_by_name ON company (name_key, id);
CREATE INDEX asset_list_by_name ON asset (folded, id);
