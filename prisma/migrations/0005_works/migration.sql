-- Works: what must hold whatever the code does, and the views other capabilities read.

-- States are words of the domain; a misspelt one must not get in.
ALTER TABLE handle ADD CONSTRAINT handle_state CHECK (state IN ('pending', 'verified', 'disputed', 'released', 'lost'));
ALTER TABLE proof ADD CONSTRAINT proof_state CHECK (state IN ('waiting', 'proved', 'replaced'));
ALTER TABLE proof ADD CONSTRAINT proof_method
  CHECK (method IN ('page_code', 'dns_txt', 'well_known', 'meta_tag', 'attestation'));
ALTER TABLE proof_check ADD CONSTRAINT proof_check_result
  CHECK ((finished_at IS NULL) = (outcome IS NULL) AND (outcome IS NULL OR outcome IN ('proved', 'failed')));
ALTER TABLE work_author ADD CONSTRAINT work_author_state CHECK (state IN ('proposed', 'accepted', 'declined'));
ALTER TABLE work_author ADD CONSTRAINT work_author_accepted
  CHECK (share_bps BETWEEN 1 AND 10000 AND (state <> 'accepted' OR (person_id IS NOT NULL AND answered_at IS NOT NULL)));
ALTER TABLE work_identifier ADD CONSTRAINT work_identifier_scheme
  CHECK (scheme IN ('url', 'url_prefix', 'isbn', 'doi', 'sha256'));

-- One person at a time holds a handle, and one dispute at a time is open about it.
CREATE UNIQUE INDEX handle_period_one_open ON handle_period (platform_id, name) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX handle_dispute_one_open ON handle_dispute (platform_id, name) WHERE settled_at IS NULL;

-- A proof period is history: what was true as of an instant stays true, or no run can be repeated.
CREATE FUNCTION works_guard_handle_period() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.ended_at IS NOT NULL AND NEW.ended_at < NEW.verified_at THEN
      RAISE EXCEPTION 'a proof period cannot end before it starts';
    END IF;
    IF EXISTS (SELECT FROM handle_period p WHERE p.platform_id = NEW.platform_id AND p.name = NEW.name
               AND (p.ended_at IS NULL OR p.ended_at > NEW.verified_at)) THEN
      RAISE EXCEPTION 'a proof period cannot overlap an earlier one of the same handle';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.ended_at IS NULL AND NEW.ended_at >= OLD.verified_at
     AND (NEW.id, NEW.handle_id, NEW.platform_id, NEW.name, NEW.person_id, NEW.disputed, NEW.verified_at)
       = (OLD.id, OLD.handle_id, OLD.platform_id, OLD.name, OLD.person_id, OLD.disputed, OLD.verified_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a proof period is never edited: it can only be ended, once';
END $$;
CREATE TRIGGER works_guard_handle_period BEFORE INSERT OR UPDATE OR DELETE ON handle_period
  FOR EACH ROW EXECUTE FUNCTION works_guard_handle_period();

-- Splits are agreed between people: nobody's share changes after it was proposed, and an answer is given once.
CREATE FUNCTION works_guard_author() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'proposed' OR NEW.share_bps <> OLD.share_bps OR NEW.work_id <> OLD.work_id THEN
    RAISE EXCEPTION 'an author''s share is answered once and never edited';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER works_guard_author BEFORE UPDATE ON work_author FOR EACH ROW EXECUTE FUNCTION works_guard_author();

CREATE FUNCTION works_guard_splits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum(share_bps) FROM work_author WHERE work_id = NEW.work_id) <> 10000 THEN
    RAISE EXCEPTION 'the splits of a work sum to exactly 10000 basis points';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER works_guard_splits AFTER INSERT ON work_author
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION works_guard_splits();

-- Whose handle it is, as of t:  verified_at <= t AND (ended_at IS NULL OR ended_at > t). At most one row per handle and
-- instant. While `disputed` is true two people have proved the handle: person_id is the one who proved it first. Their
-- refusal still counts as a refusal; money for the handle goes to `held`, not to them.
CREATE VIEW works_verified_handle_view AS
  SELECT platform_id, name, handle_id, person_id, verified_at, ended_at, disputed FROM handle_period;

-- Which works a person answers for, by what they are recognised. As of t:
-- accepted_at <= t AND (retired_at IS NULL OR retired_at > t). Registering a work proves nothing about who wrote it, so a
-- work's terms and splits reach only rows whose contributor is a verified handle of one of its accepted authors.
-- Shares missing from 10,000 (proposed or declined) are held. Every work has a row with scheme work_id.
CREATE VIEW works_work_matcher_view AS
  SELECT w.id AS work_id, a.person_id, a.share_bps, i.scheme, i.value, a.answered_at AS accepted_at, w.retired_at,
         a.id AS author_id, w.registered_by
  FROM work w
  JOIN work_author a ON a.work_id = w.id AND a.state = 'accepted'
  JOIN (SELECT work_id, scheme, value FROM work_identifier
        UNION ALL SELECT id, 'work_id', id FROM work) i ON i.work_id = w.id;
