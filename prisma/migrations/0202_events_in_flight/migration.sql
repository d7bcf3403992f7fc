ALTER TABLE event_delivery
  ADD CONSTRAINT event_delivery_state CHECK (state IN ('waiting', 'done', 'failed', 'dropped')),
  ADD CONSTRAINT event_delivery_over CHECK ((state IN ('done', 'dropped')) = (ended_at IS NOT NULL));
-- Those that are not over are few; health and the doctor ask for nothing else.
CREATE INDEX event_delivery_open ON event_delivery (state, created_at) WHERE state IN ('waiting', 'failed');

-- Events that nobody has handled yet get their deliveries when the worker first starts: each has a task that hands it over.
-- Tasks that had failed as often as they may are replaced. An event of which some handlers had run is handed over whole:
-- every handler is safe to run twice.
DO $$
DECLARE
  waiting text;
BEGIN
  IF NOT EXISTS (SELECT FROM outbox_event WHERE handled_at IS NULL) THEN
    RETURN; -- A new database, which may have no queue yet.
  END IF;
  PERFORM graphile_worker.complete_jobs(array_agg(j.id)) FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE t.identifier = 'on-event' AND j.attempts >= j.max_attempts HAVING count(*) > 0;
  FOR waiting IN
    SELECT e.id FROM outbox_event e WHERE e.handled_at IS NULL AND NOT EXISTS (
      SELECT FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
      WHERE t.identifier = 'on-event' AND j.payload->>'eventId' = e.id)
    ORDER BY e.id
  LOOP
    PERFORM graphile_worker.add_job('on-event', json_build_object('eventId', waiting), max_attempts => 8);
  END LOOP;
END $$;
