-- Manifests: the database itself keeps the counts whole and the stored bytes named.
ALTER TABLE manifest ADD CONSTRAINT manifest_counts_add_up
  CHECK (received IS NULL OR (received = accepted + rejected AND accepted >= 0 AND rejected >= 0));
ALTER TABLE manifest ADD CONSTRAINT manifest_ready_is_whole
  CHECK (state <> 'ready' OR (received IS NOT NULL AND (dry_run OR (accepted_key IS NOT NULL AND accepted_sha256 IS NOT NULL))));
ALTER TABLE manifest ADD CONSTRAINT manifest_states
  CHECK (state IN ('queued', 'checking', 'ready', 'failed', 'cancelled'));
ALTER TABLE stored_file ADD CONSTRAINT stored_file_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$' AND bytes >= 0);
ALTER TABLE upload ADD CONSTRAINT upload_states CHECK (state IN ('receiving', 'complete', 'expired'));

-- A ready manifest is what shares are computed from: its bytes and results never change again.
CREATE FUNCTION manifest_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'ready' AND NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'manifest % is ready and cannot change', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (NEW.sha256, NEW.deal_id, NEW.mapping_hash, NEW.dry_run) IS DISTINCT FROM (OLD.sha256, OLD.deal_id, OLD.mapping_hash, OLD.dry_run) THEN
    RAISE EXCEPTION 'manifest % keeps its bytes and its reading', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER manifest_is_frozen BEFORE UPDATE ON manifest FOR EACH ROW EXECUTE FUNCTION manifest_is_frozen();
