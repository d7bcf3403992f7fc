-- Before: a COPY named its entry by a setting of the transaction, looked up once a line. After: each line names it, which is
-- cheaper and leaves no default that a forgotten column could fall back on.
ALTER TABLE line ALTER COLUMN entry_no DROP DEFAULT;
