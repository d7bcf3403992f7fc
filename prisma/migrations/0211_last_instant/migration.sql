-- Terms could be scheduled for an instant whose offset leads into the year 10000, which no reader of dates can show: every
-- later change of such terms failed, a no among them. They start at the last instant of 9999 instead.
-- Holds before: effective_from up to the year 10000. Holds after: none beyond 9999.
ALTER TABLE terms_version DISABLE TRIGGER terms_version_insert_only;
UPDATE terms_version SET effective_from = '9999-12-31T23:59:59.999Z' WHERE effective_from > '9999-12-31T23:59:59.999Z';
ALTER TABLE terms_version ENABLE TRIGGER terms_version_insert_only;
ALTER TABLE terms_version ADD CONSTRAINT terms_version_readable CHECK (effective_from <= '9999-12-31T23:59:59.999Z');
