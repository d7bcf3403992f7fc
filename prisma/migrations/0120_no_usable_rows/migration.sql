-- A manifest whose checks accepted no row is not ready: it never counts and is never cleared.
ALTER TABLE manifest DROP CONSTRAINT manifest_states;
ALTER TABLE manifest ADD CONSTRAINT manifest_states
  CHECK (state IN ('queued', 'checking', 'ready', 'no_usable_rows', 'failed', 'cancelled'));

CREATE OR REPLACE FUNCTION manifest_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('ready', 'no_usable_rows') AND NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'manifest % is checked and cannot change', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (NEW.sha256, NEW.deal_id, NEW.mapping_hash, NEW.dry_run) IS DISTINCT FROM (OLD.sha256, OLD.deal_id, OLD.mapping_hash, OLD.dry_run) THEN
    RAISE EXCEPTION 'manifest % keeps its bytes and its reading', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

-- What a clearance was made of stays as the clearance names it; the rest is called what it is.
ALTER TABLE manifest DISABLE TRIGGER manifest_is_frozen;
UPDATE manifest m SET state = 'no_usable_rows'
  WHERE state = 'ready' AND accepted = 0 AND NOT EXISTS (SELECT FROM clearance c WHERE c.manifest_id = m.id);
ALTER TABLE manifest ENABLE TRIGGER manifest_is_frozen;

-- NOT VALID: rows from before may be named by clearances.
ALTER TABLE manifest ADD CONSTRAINT manifest_rows_are_usable CHECK (
  CASE state WHEN 'ready' THEN accepted > 0 WHEN 'no_usable_rows' THEN received IS NOT NULL AND accepted = 0 ELSE true END) NOT VALID;
