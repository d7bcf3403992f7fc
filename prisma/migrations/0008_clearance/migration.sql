-- Clearance: a finished decision does not change; another instant or another manifest is another clearance.
CREATE FUNCTION clearance_guard_finished() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'succeeded' THEN
    RAISE EXCEPTION 'a finished clearance does not change';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER clearance_finished BEFORE UPDATE OR DELETE ON clearance
  FOR EACH ROW EXECUTE FUNCTION clearance_guard_finished();
