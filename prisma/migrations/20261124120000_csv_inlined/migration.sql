-- The same cells three times as fast. A function is taken into the statement around it only when it is declared
-- no steadier than what it calls (array_to_string is STABLE) and its argument is a plain column; a call for every
-- cell is what cost the most. A look at the first character passes nearly every cell by the regular expression.

CREATE OR REPLACE FUNCTION csv_guard(x text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN strpos(E'\'=+-@\t\r\n \u00a0\u3000\u200b\u200c\u200d\u2060\ufeff\uff1d\uff0b\uff0d\uff20', left(x, 1)) > 0
     AND x ~ E'^''*[ \\u00a0\\u3000\\u200b-\\u200d\\u2060\\ufeff]*[-=+@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20]'
    THEN '''' || x ELSE x
  END;

-- Words joined in one cell, guarded as one; none is blank.
CREATE OR REPLACE FUNCTION csv_list(x text[]) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE
    WHEN strpos(E'\'=+-@\t\r\n \u00a0\u3000\u200b\u200c\u200d\u2060\ufeff\uff1d\uff0b\uff0d\uff20', left(x[1], 1)) > 0
     AND array_to_string(x, '|') ~ E'^''*[ \\u00a0\\u3000\\u200b-\\u200d\\u2060\\ufeff]*[-=+@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20]'
    THEN '''' || array_to_string(x, '|') ELSE nullif(array_to_string(x, '|'), '')
  END;
