-- People who delete their account. Before: 0017's columns. After: a person who left has nothing personal, an author who
-- left answers for nothing from then on, and a share that was agreed still never changes.

ALTER TABLE person ADD CONSTRAINT person_deleted_is_nobody CHECK (
  deleted_at IS NULL OR (email IS NULL AND email_verified IS NULL AND name IS NULL AND image IS NULL AND demo_persona IS NULL));

-- Few among many: whoever is about to be told something is looked up here.
CREATE INDEX person_deleted ON person (id) WHERE deleted_at IS NOT NULL;
CREATE VIEW parties_deleted_person_view AS
  SELECT id AS person_id, deleted_at FROM person WHERE deleted_at IS NOT NULL;

-- An accepted author can leave, once; what is kept of them then is their seat and its share, without name and address.
CREATE OR REPLACE FUNCTION works_guard_author() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'accepted' AND OLD.left_at IS NULL AND NEW.left_at IS NOT NULL
     AND NEW.name = '' AND NEW.email IS NULL AND NEW.token_hash IS NULL
     AND (NEW.id, NEW.work_id, NEW.position, NEW.person_id, NEW.share_bps, NEW.state, NEW.answered_at)
       = (OLD.id, OLD.work_id, OLD.position, OLD.person_id, OLD.share_bps, OLD.state, OLD.answered_at) THEN
    RETURN NEW;
  END IF;
  -- Who declined is forgotten in the same way.
  IF OLD.state = 'declined' AND NEW.name = '' AND NEW.email IS NULL AND NEW.token_hash IS NULL
     AND (NEW.id, NEW.work_id, NEW.share_bps, NEW.state) = (OLD.id, OLD.work_id, OLD.share_bps, OLD.state) THEN
    RETURN NEW;
  END IF;
  IF OLD.state <> 'proposed' OR NEW.share_bps <> OLD.share_bps OR NEW.work_id <> OLD.work_id THEN
    RAISE EXCEPTION 'an author''s share is answered once and never edited';
  END IF;
  RETURN NEW;
END $$;
ALTER TABLE work_author ADD CONSTRAINT work_author_left CHECK (left_at IS NULL OR state = 'accepted');

-- As before (0005), and for an author who left the work counts as retired from then on: its part of a deal is held.
CREATE OR REPLACE VIEW works_work_matcher_view AS
  SELECT w.id AS work_id, a.person_id, a.share_bps, i.scheme, i.value, a.answered_at AS accepted_at,
         LEAST(w.retired_at, a.left_at) AS retired_at, a.id AS author_id, w.registered_by
  FROM work w
  JOIN work_author a ON a.work_id = w.id AND a.state = 'accepted'
  JOIN (SELECT work_id, scheme, value FROM work_identifier
        UNION ALL SELECT id, 'work_id', id FROM work) i ON i.work_id = w.id;

-- Notices that name a person to others: what has to be found when that person leaves.
CREATE INDEX notice_naming_people ON notice (kind)
  WHERE kind IN ('member_joined', 'author_invited', 'seat_accepted', 'seat_declined');
