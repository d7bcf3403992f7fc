-- Allocation: sealed shares, one partition an allocation, so that two million rows are loaded into an empty table, given
-- their key at the end, and attached. Insert-only. Before: allocation_share is the empty table that the schema made.
DROP TABLE allocation_share;
CREATE TABLE allocation_share (
  allocation_id TEXT NOT NULL,
  contributor   TEXT NOT NULL,
  outcome       TEXT NOT NULL CHECK (outcome IN ('paid', 'floor_not_met')),
  rows          BIGINT NOT NULL,
  tokens        BIGINT NOT NULL,
  weight        DECIMAL(38, 0) NOT NULL,
  floor_micros  BIGINT,
  base_minor    BIGINT NOT NULL,
  leftover      SMALLINT NOT NULL,
  minor         BIGINT NOT NULL,
  capped        BOOLEAN NOT NULL,
  split_minor   BIGINT NOT NULL,
  PRIMARY KEY (allocation_id, contributor)
) PARTITION BY LIST (allocation_id);

CREATE FUNCTION allocation_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is insert-only: a sealed share is corrected by a reversal and a new allocation', TG_TABLE_NAME;
END $$;
-- Row triggers of the parent are taken over by partitions when they are attached.
CREATE TRIGGER allocation_share_insert_only BEFORE UPDATE OR DELETE ON allocation_share
  FOR EACH ROW EXECUTE FUNCTION allocation_refuse_change();
CREATE TRIGGER allocation_split_insert_only BEFORE UPDATE OR DELETE ON allocation_split
  FOR EACH ROW EXECUTE FUNCTION allocation_refuse_change();

-- What was sealed stays as it was; only its publication and posting are still to be written down.
CREATE FUNCTION allocation_guard_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sealed_at IS NOT NULL AND (TG_OP = 'DELETE' OR
     (NEW.sealed_at, NEW.digest, NEW.rules, NEW.clearance_id, NEW.paid_minor, NEW.shares_key) IS DISTINCT FROM
     (OLD.sealed_at, OLD.digest, OLD.rules, OLD.clearance_id, OLD.paid_minor, OLD.shares_key)) THEN
    RAISE EXCEPTION 'a sealed allocation does not change';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER allocation_sealed BEFORE UPDATE OR DELETE ON allocation
  FOR EACH ROW EXECUTE FUNCTION allocation_guard_sealed();

ALTER TABLE allocation ADD CONSTRAINT allocation_totals CHECK (
  paid_minor IS NULL OR paid_minor + undistributed_minor + reserve_minor + fee_minor + retained_minor = gross_minor);
