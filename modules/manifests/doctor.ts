import { type Check, sqlCheck } from "@/infra/check";
import { db } from "@/infra/db/db";
import { storedFaults } from "@/infra/files/stored-bytes";

/** Manifests: nothing is dropped silently, and what was stored is still there, byte for byte. */
export const manifestChecks: readonly Check[] = [
  sqlCheck({
    name: "received = accepted + rejected, and each rejected row has a reason",
    of: "checked manifests",
    invariant: 5,
    counted: "SELECT count(*) AS n FROM manifest WHERE state IN ('ready', 'no_usable_rows', 'superseded')",
    faults: `SELECT format('manifest %s: received %s, accepted %s, rejected %s, with a reason %s', id, received, accepted, rejected, reasoned) AS fault
      FROM (SELECT *, (SELECT COALESCE(sum(value::bigint), 0) FROM jsonb_each_text(COALESCE(reasons, '{}'))) AS reasoned FROM manifest) m
      WHERE state IN ('ready', 'no_usable_rows', 'superseded')
        AND (received IS DISTINCT FROM accepted + rejected OR reasoned < rejected OR (rejected = 0 AND reasoned > 0)) ORDER BY id`,
  }),
  {
    name: "stored files are there with the bytes their names say",
    of: "files",
    async run() {
      const { rows } = await db.pool.query<{ id: string; key: string }>(
        `SELECT id, key FROM manifest CROSS JOIN LATERAL (VALUES (accepted_key), (rejected_key)) AS k(key)
         WHERE key IS NOT NULL AND state IN ('ready', 'no_usable_rows', 'superseded') ORDER BY id, key`,
      );
      const faults = await storedFaults(rows.map(({ id, key }) => ({ key, of: `manifest ${id}` })));
      return { checked: BigInt(rows.length), faults };
    },
  },
];
