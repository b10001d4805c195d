-- A currency has a history: of its rates, one entry an act (decision 0081). In a migration of its own, for a new value
-- of an enum can't be used in the transaction that adds it.
ALTER TYPE entity_kind ADD VALUE 'CURRENCY';
