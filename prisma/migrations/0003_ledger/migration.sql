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

ALTER TABLE entry_total ADD CONSTRAINT entry_total_entry_fkey FOREIGN KEY (entry_no) REFERENCES entry (no),
  ADD CONSTRAINT entry_total_account_fkey FOREIGN KEY (account) REFERENCES ledger_account (code),
  ADD CONSTRAINT entry_total_currency_iso CHECK (currency ~ '^[A-Z]{3}$');

CREATE FUNCTION ledger_guard_lines() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched BIGINT[];
  fault RECORD;
BEGIN
  -- One pass over the new lines; all that follows works on these few sums. Balances are locked in (account, deal) order.
  WITH sums AS MATERIALIZED (
    SELECT entry_no, account, COALESCE(deal_id, '') AS deal_id, currency, sum(minor) AS minor,
           COALESCE(sum(minor) FILTER (WHERE minor > 0), 0) AS debit, COALESCE(-sum(minor) FILTER (WHERE minor < 0), 0) AS credit,
           count(*) AS lines
    FROM added GROUP BY entry_no, account, COALESCE(deal_id, ''), currency
  ), balances AS (
    INSERT INTO account_balance AS b (account, deal_id, currency, minor)
      SELECT account, deal_id, currency, sum(minor) FROM sums GROUP BY account, deal_id, currency ORDER BY account, deal_id, currency
      ON CONFLICT (account, deal_id, currency) DO UPDATE SET minor = b.minor + EXCLUDED.minor
  ), totals AS (
    INSERT INTO entry_total AS t (entry_no, account, deal_id, currency, minor, debit_minor, credit_minor, lines)
      SELECT entry_no, account, deal_id, currency, minor, debit, credit, lines FROM sums
      ON CONFLICT (entry_no, account, deal_id, currency) DO UPDATE SET minor = t.minor + EXCLUDED.minor,
        debit_minor = t.debit_minor + EXCLUDED.debit_minor, credit_minor = t.credit_minor + EXCLUDED.credit_minor,
        lines = t.lines + EXCLUDED.lines
  )
  SELECT array_agg(DISTINCT entry_no) INTO touched FROM sums;

  SELECT n.no INTO fault FROM unnest(touched) AS n(no) LEFT JOIN entry e ON e.no = n.no
    WHERE e.xact IS DISTINCT FROM pg_current_xact_id()::text::bigint LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'late lines: entry % was not made by this database transaction', fault.no USING ERRCODE = 'integrity_constraint_violation';
  END IF;

  SELECT entry_no, currency, sum(minor) AS minor INTO fault FROM entry_total
    WHERE entry_no = ANY (touched) GROUP BY entry_no, currency HAVING sum(minor) <> 0 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'unbalanced: the lines of entry % sum to % %', fault.entry_no, fault.minor, fault.currency USING ERRCODE = 'integrity_constraint_violation';
  END IF;

  SELECT b.account, b.deal_id, b.currency, b.minor INTO fault
    FROM entry_total t JOIN ledger_account a ON a.code = t.account AND a.covered
    JOIN account_balance b ON b.account = t.account AND b.deal_id = t.deal_id AND b.currency = t.currency
    WHERE t.entry_no = ANY (touched) AND CASE a.normal_side WHEN 'credit' THEN b.minor > 0 ELSE b.minor < 0 END LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'not covered: % of % would be overdrawn by % %', fault.account, fault.deal_id, fault.minor, fault.currency USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'ledger_covered';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION ledger_check_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT COALESCE(sum(lines), 0) FROM entry_total WHERE entry_no = NEW.no) < 2 THEN
    RAISE EXCEPTION 'an entry has at least two lines: % has not', NEW.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF EXISTS (SELECT FROM entry_total WHERE entry_no = NEW.no GROUP BY currency HAVING sum(minor) <> 0) THEN
    RAISE EXCEPTION 'unbalanced: entry %', NEW.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER entry_stamp BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION ledger_stamp_entry();
CREATE CONSTRAINT TRIGGER entry_complete AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ledger_check_entry();
CREATE TRIGGER line_guard AFTER INSERT ON line REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_guard_lines();
CREATE TRIGGER entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON entry FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER line_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON line FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER entry_total_append_only BEFORE DELETE OR TRUNCATE ON entry_total FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
-- Depth 0 is a statement of the caller; the guard itself works at depth 1.
CREATE TRIGGER entry_total_derived BEFORE INSERT OR UPDATE ON entry_total FOR EACH STATEMENT
  WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER ledger_account_fixed BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON ledger_account FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();

ALTER TABLE entry ENABLE ALWAYS TRIGGER entry_stamp, ENABLE ALWAYS TRIGGER entry_complete, ENABLE ALWAYS TRIGGER entry_append_only;
ALTER TABLE line ENABLE ALWAYS TRIGGER line_guard, ENABLE ALWAYS TRIGGER line_append_only;
ALTER TABLE entry_total ENABLE ALWAYS TRIGGER entry_total_append_only, ENABLE ALWAYS TRIGGER entry_total_derived;
ALTER TABLE ledger_account ENABLE ALWAYS TRIGGER ledger_account_fixed;
