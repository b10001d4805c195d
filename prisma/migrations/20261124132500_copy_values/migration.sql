-- COPY takes no parameters. Its values are put into settings of its transaction by a statement that does take
-- them, and are read back by this function in the place of each parameter.
--
-- IMMUTABLE is true for as long as a statement is planned and run once, as COPY's always is: the planner then sees
-- the value itself and chooses the same plan as for a parameter. Use it nowhere else.
CREATE FUNCTION copy_value(setting text, sample anyelement) RETURNS anyelement
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
  value sample%TYPE;
BEGIN
  value := current_setting(setting);
  RETURN value;
END
$$;
