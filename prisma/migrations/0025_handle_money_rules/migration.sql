-- Whose a handle's money is, is said by the register of handles alone. Before: holder_claim remembered it too, and late news
-- could leave it wrong. After: holder_claim knows author seats and people who left; the view says how a period ended.
DELETE FROM holder_claim WHERE starts_with(holder, 'handle:');

-- As before (0005), and end_reason: 'lost' is for good, what the handle brought that person is not theirs.
CREATE OR REPLACE VIEW works_verified_handle_view AS
  SELECT platform_id, name, handle_id, person_id, verified_at, ended_at, disputed, end_reason FROM handle_period;

-- That a share was posted whole is a fact of its posting; it is divided once, and goes with a posting that is reversed.
CREATE FUNCTION allocation_guard_undivided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.divided_at IS NULL AND NEW.divided_at IS NOT NULL
     AND (NEW.allocation_id, NEW.contributor, NEW.person_id) = (OLD.allocation_id, OLD.contributor, OLD.person_id) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' AND OLD.divided_at IS NULL
     AND EXISTS (SELECT FROM allocation WHERE id = OLD.allocation_id AND posted_at IS NULL) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'a share posted whole is divided once and never edited';
END $$;
CREATE TRIGGER allocation_undivided_guard BEFORE UPDATE OR DELETE ON allocation_undivided
  FOR EACH ROW EXECUTE FUNCTION allocation_guard_undivided();
