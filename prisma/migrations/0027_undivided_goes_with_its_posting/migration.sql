-- A posting that is reversed takes back what followed from it, the parts of a divided share too. Before: a share that had been
-- divided could not be forgotten with its posting. After: it goes like the others; the next posting asks anew.
CREATE OR REPLACE FUNCTION allocation_guard_undivided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.divided_at IS NULL AND NEW.divided_at IS NOT NULL
     AND (NEW.allocation_id, NEW.contributor, NEW.person_id) = (OLD.allocation_id, OLD.contributor, OLD.person_id) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM allocation WHERE id = OLD.allocation_id AND posted_at IS NULL) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'a share posted whole is divided once and never edited';
END $$;
