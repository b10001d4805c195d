-- What the CSV exports need of the database: the formula guard, and dates and lists as text.

-- A text cell that a spreadsheet would take for a formula gets one leading quote; so does one that would
-- lose a quote on import. The same rule as guardCell in lib/exchange/rules.ts.
CREATE FUNCTION csv_guard(x text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN x ~ E'^''*[ \\u00a0\\u3000\\u200b-\\u200d\\u2060\\ufeff]*[-=+@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20]' THEN '''' || x
    ELSE x
  END;

CREATE FUNCTION csv_list(x text[]) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN csv_guard(nullif(array_to_string(x, '|'), ''));

-- Only what is known of a date: 2024, 2024-11, 2024-Q3, 2024-H1, 2024-11-22.
CREATE FUNCTION csv_date(day date, p "precision") RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE p
    WHEN 'YEAR' THEN to_char(day, 'YYYY')
    WHEN 'MONTH' THEN to_char(day, 'YYYY-MM')
    WHEN 'QUARTER' THEN to_char(day, 'YYYY-"Q"Q')
    WHEN 'HALF' THEN to_char(day, 'YYYY') || CASE WHEN extract(month FROM day) < 7 THEN '-H1' ELSE '-H2' END
    WHEN 'DAY' THEN to_char(day, 'YYYY-MM-DD')
  END;

CREATE FUNCTION csv_instant(at timestamptz) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

-- true and false in words, as the files say them.
CREATE FUNCTION csv_flag(x boolean) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN x THEN 'true' WHEN NOT x THEN 'false' END;
