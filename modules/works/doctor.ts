import { type Check, sqlCheck } from "@/infra/check";

/** Works: whole splits. */
export const worksChecks: readonly Check[] = [
  sqlCheck({
    name: "splits of a work add up to 10,000 basis points",
    of: "works",
    counted: "SELECT count(*) AS n FROM work",
    faults: `SELECT format('work %s: splits add up to %s', w.id, COALESCE(sum(a.share_bps), 0)) AS fault FROM work w
      LEFT JOIN work_author a ON a.work_id = w.id GROUP BY w.id HAVING COALESCE(sum(a.share_bps), 0) <> 10000 ORDER BY w.id`,
  }),
];
