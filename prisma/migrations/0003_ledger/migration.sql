-- The database keeps the books even if the code errs. After this migration:
--   an entry has at least two lines and its lines sum to zero per currency, or its transaction does not commit;
--   lines are added only by the transaction that made their entry, in statements that are balanced by themselves;
--   nothing in the journal is updated, deleted or truncated;
--   a deal's pool, unclaimed, held and reserved money cannot be spent twice.
-- The guard runs once per statement over a transition table, so it is linear: a trigger per line would be quadratic.
-- Triggers are ENABLE ALWAYS, so that session_replication_role does not open a side door.

INSERT INTO ledger_account (code, title, normal_side, covered, position) VALUES
  ('bank', 'Bank', 'debit', FALSE, 1),
  ('stripe', 'Payment provider', 'debit', FALSE, 2),
  ('in_transit', 'On its way to contributors', 'credit', FALSE, 3),
  ('deal_pool', 'Deal pools, not yet allocated', 'credit', TRUE, 4),
  ('payable', 'Payable to contributors', 'credit', FALSE, 5),
  ('held', 'Held in disputes', 'credit', TRUE, 6),
  ('unclaimed', 'Unclaimed by handle', 'credit', TRUE, 7),
  ('reserve', 'Reserve for late claims', 'credit', TRUE, 8),
  ('operator_fee', 'Operator fees', 'credit', FALSE, 9),
  ('platform_retained', 'Retained by platforms', 'credit', FALSE, 10);

-- COPY of a bulk entry names its entry by a setting of the transaction instead of a column of the file.
ALTER TABLE line ALTER COLUMN entry_no SET DEFAULT current_setting('remit.entry_no')::bigint;
-- Money of a handle nobody proved is on `unclaimed` (or, disputed, on `held`) under that handle and nowhere else.
ALTER TABLE line ADD CONSTRAINT line_minor_not_zero CHECK (minor <> 0),
  ADD CONSTRAINT line_holder_named CHECK (holder <> ''),
  ADD CONSTRAINT line_handle_money CHECK (
    CASE WHEN starts_with(holder, 'handle:') THEN account = 'unclaimed' OR account = 'held' ELSE account <> 'unclaimed' END);
ALTER TABLE entry ADD CONSTRAINT entry_reverses_fkey FOREIGN KEY (reverses_id) REFERENCES entry (id),
  ADD CONSTRAINT entry_reverses_another CHECK (reverses_id <> id);
ALTER SEQUENCE line_id_seq CACHE 1000;

CREATE FUNCTION ledger_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the books are append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE FUNCTION ledger_stamp_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.xact := pg_current_xact_id()::text::bigint; -- whatever the caller sent
  RETURN NEW;
END $$;

