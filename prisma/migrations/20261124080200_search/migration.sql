-- Names and text that find a record in any script, at one character or many.

-- Folds width, case, accents and runs of space: 'Ｔａｋｅｄａ' and 'takeda', 'ﾀｹﾀﾞ' and 'タケダ'.
-- Accents go by decomposition; kana voicing marks (U+3099) are not accents and are composed again.
CREATE FUNCTION fold(x text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN btrim(regexp_replace(
    normalize(regexp_replace(normalize(lower(normalize(x, NFKC)), NFKD), '[\u0300-\u036f]', '', 'g'), NFKC),
    '\s+', ' ', 'g'));

-- A company's name without its legal form, to match "HUTCHMED (China) Limited" with "HUTCHMED (China)".
CREATE FUNCTION company_key(x text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN coalesce(
    nullif(
      btrim(
        regexp_replace(
          regexp_replace(
            fold(x),
            '(株式会社|集团股份有限公司|股份有限公司|有限责任公司|有限公司|股份公司|주식회사)', '', 'g'),
          '([ ,.]+(co|company|corp|corporation|inc|incorporated|limited|ltd|llc|plc|gmbh|ag|sa|s\.a|nv|n\.v|kk|k\.k|ab|a/s|bv|b\.v|pte|pty|sdn|bhd|holdings?)\.?)+$', ''),
        ' ,.'),
      ''),
    fold(x));

-- Bigrams of each word, and single characters of scripts where one character is a word's worth.
CREATE FUNCTION grams(x text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (
    SELECT coalesce(array_agg(DISTINCT g), '{}')
    FROM regexp_split_to_table(fold(x), '[\s!-/:-@\[-`{-~、。・（）]+') AS word,
    LATERAL (
      SELECT substr(word, i, 2) AS g FROM generate_series(1, length(word) - 1) AS i
      UNION ALL
      SELECT substr(word, i, 1) FROM generate_series(1, length(word)) AS i WHERE substr(word, i, 1) >= '⺀'
    ) AS piece);

-- What a row must contain to hold the query; the caller still compares the text. A lone Latin letter
-- narrows nothing and gives no gram.
CREATE FUNCTION query_grams(q text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (
    SELECT coalesce(array_agg(DISTINCT g), '{}')
    FROM regexp_split_to_table(fold(q), '[\s!-/:-@\[-`{-~、。・（）]+') AS word,
    LATERAL (
      SELECT substr(word, i, 2) AS g FROM generate_series(1, length(word) - 1) AS i
      UNION ALL
      SELECT word WHERE length(word) = 1 AND word >= '⺀'
    ) AS piece);

-- Derived, so that no writer can forget them.
ALTER TABLE company_name
  ADD COLUMN search_key text NOT NULL GENERATED ALWAYS AS (company_key(name)) STORED,
  ADD COLUMN folded text NOT NULL GENERATED ALWAYS AS (fold(name)) STORED,
  ADD COLUMN grams text[] NOT NULL GENERATED ALWAYS AS (grams(name)) STORED;
CREATE INDEX company_name_key ON company_name (search_key);
CREATE INDEX company_name_grams ON company_name USING gin (grams);

ALTER TABLE asset_name
  ADD COLUMN folded text NOT NULL GENERATED ALWAYS AS (fold(name)) STORED,
  ADD COLUMN grams text[] NOT NULL GENERATED ALWAYS AS (grams(name)) STORED;
CREATE INDEX asset_name_folded ON asset_name (folded);
CREATE INDEX asset_name_grams ON asset_name USING gin (grams);

ALTER TABLE asset
  ADD COLUMN folded text NOT NULL GENERATED ALWAYS AS (fold(name)) STORED,
  ADD COLUMN grams text[] NOT NULL GENERATED ALWAYS AS (grams(name)) STORED;
CREATE INDEX asset_folded ON asset (folded);
CREATE INDEX asset_grams ON asset USING gin (grams);

ALTER TABLE deal_row
  ADD COLUMN grams text[] NOT NULL GENERATED ALWAYS AS (grams(search_text)) STORED;
CREATE INDEX deal_row_grams ON deal_row USING gin (grams);
