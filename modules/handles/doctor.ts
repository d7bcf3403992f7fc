import { type Check, sqlCheck } from "@/infra/check";

/** Handles: one holder at a time. */
export const handleChecks: readonly Check[] = [
  sqlCheck({
    name: "a handle has one holder at any time",
    of: "proof periods",
    counted: "SELECT count(*) AS n FROM handle_period",
    faults: `SELECT format('@%s at %s: periods %s and %s overlap', a.name, a.platform_id, a.id, b.id) AS fault FROM handle_period a
      JOIN handle_period b ON b.platform_id = a.platform_id AND b.name = a.name AND b.id > a.id
        AND a.verified_at < COALESCE(b.ended_at, 'infinity') AND b.verified_at < COALESCE(a.ended_at, 'infinity') ORDER BY 1`,
  }),
  sqlCheck({
    name: "verified handles have a running period",
    of: "verified handles",
    counted: "SELECT count(*) AS n FROM handle WHERE state = 'verified'",
    faults: `SELECT format('handle %s is verified without a running period', h.id) AS fault FROM handle h WHERE h.state = 'verified'
      AND NOT EXISTS (SELECT FROM handle_period p WHERE p.handle_id = h.id AND p.ended_at IS NULL) ORDER BY h.id`,
  }),
];
