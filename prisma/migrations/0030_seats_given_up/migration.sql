-- Seats that nobody can accept any more, for whoever decides what becomes of their money. Before: they could only be found by reading
-- every seat there is. After: an index holds these few alone, and the view says since when and why.
CREATE INDEX work_author_given_up ON work_author (id) WHERE state = 'declined' OR left_at IS NOT NULL;
CREATE VIEW works_given_up_seat_view AS
  SELECT id AS author_id, work_id, CASE WHEN left_at IS NULL THEN 'declined' ELSE 'left' END AS why,
         COALESCE(left_at, answered_at) AS given_up_at
  FROM work_author WHERE state = 'declined' OR left_at IS NOT NULL;
