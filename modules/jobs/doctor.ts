import { type Check, sqlCheck } from "@/infra/check";

/** Long work: nothing waits for a job that is gone. */
export const jobChecks: readonly Check[] = [
  sqlCheck({
    name: "running and queued jobs are on the queue",
    of: "unfinished jobs",
    counted: "SELECT count(*) AS n FROM job_run WHERE state IN ('queued', 'running')",
    faults: `SELECT format('job %s (%s) is %s, but the queue does not know it', j.id, j.kind, j.state) AS fault FROM job_run j
      WHERE j.state IN ('queued', 'running') AND j.created_at < now() - interval '1 minute'
        AND NOT EXISTS (SELECT FROM graphile_worker._private_jobs q WHERE q.payload->>'jobId' = j.id AND q.attempts < q.max_attempts) ORDER BY j.id`,
  }),
  sqlCheck({
    name: "events were handed on",
    of: "events",
    counted: "SELECT count(*) AS n FROM outbox_event",
    faults: `SELECT format('event %s (%s) waits since %s', id, type, at) AS fault FROM outbox_event e
      WHERE handled_at IS NULL AND at < now() - interval '15 minutes'
        AND NOT EXISTS (SELECT FROM event_delivery d WHERE d.event_id = e.id) ORDER BY at`,
  }),
  sqlCheck({
    name: "every step after an event is done",
    of: "deliveries of events",
    counted: "SELECT count(*) AS n FROM event_delivery",
    // A delivery that comes after others waits as long as they do; all tries of one take half an hour.
    faults: `SELECT format('%s of event %s (%s) %s since %s', d.handler, d.event_id, e.type,
        CASE d.state WHEN 'failed' THEN 'has failed; it waits' ELSE 'waits' END, d.created_at) AS fault
      FROM event_delivery d JOIN outbox_event e ON e.id = d.event_id
      WHERE d.state = 'failed' OR (d.state = 'waiting' AND d.created_at < now() - interval '2 hours' AND NOT EXISTS (
        SELECT FROM event_delivery b WHERE b.event_id = d.event_id AND b.handler = ANY (d.after) AND b.state IN ('waiting', 'failed')))
      ORDER BY d.created_at`,
  }),
  sqlCheck({
    name: "an event is handled when all its steps are over",
    of: "handled events",
    counted: "SELECT count(*) AS n FROM outbox_event WHERE handled_at IS NOT NULL",
    faults: `SELECT format('event %s (%s) counts as handled, %s is %s', e.id, e.type, d.handler, d.state) AS fault
      FROM event_delivery d JOIN outbox_event e ON e.id = d.event_id
      WHERE d.state IN ('waiting', 'failed') AND e.handled_at IS NOT NULL ORDER BY e.id`,
  }),
  sqlCheck({
    name: "nothing is under way without a job",
    of: "manifests, clearances and allocations under way",
    counted: `SELECT (SELECT count(*) FROM manifests_manifest_view WHERE state IN ('queued', 'checking')) + (SELECT count(*) FROM clearance_clearance_view WHERE state IN ('queued', 'running'))
      + (SELECT count(*) FROM allocation_allocation_view WHERE state IN ('queued', 'running')) AS n`,
    faults: `SELECT format('%s is %s, its job is %s', x.id, x.state, COALESCE(j.state, 'missing')) AS fault FROM (
        SELECT id, state, job_id FROM manifests_manifest_view WHERE state IN ('queued', 'checking')
        UNION ALL SELECT id, state, job_id FROM clearance_clearance_view WHERE state IN ('queued', 'running')
        UNION ALL SELECT id, state, job_id FROM allocation_allocation_view WHERE state IN ('queued', 'running')) x
      LEFT JOIN job_run j ON j.id = x.job_id WHERE j.id IS NULL OR j.state IN ('succeeded', 'failed', 'cancelled') ORDER BY x.id`,
  }),
];
