import { isDeepStrictEqual } from "node:util";
import { type Check, rerunCheck, sqlCheck } from "@/infra/check";
import { verifyDocument } from "@/infra/crypto/signer";
import { db } from "@/infra/db/db";
import { storedFaults } from "@/infra/files/stored-bytes";
import { CLEARANCE_KIND } from "./certificate";
import { allSucceeded, type ClearanceRow } from "./repository";
import { rerunClearance } from "./run/rerun-clearance";

type Row = {
  id: string;
  digest: string;
  input_digest: string;
  consent_digest: string;
  certificate: string;
  manifest_sha256: string;
  counts: unknown;
};

/** Clearances: their counts cover every accepted row, and their certificates say what the rows say. */
export const clearanceChecks: readonly Check[] = [
  sqlCheck({
    name: "verdicts cover every accepted row of the manifest",
    of: "finished clearances",
    counted: "SELECT count(*) AS n FROM clearance WHERE state = 'succeeded'",
    faults: `SELECT format('clearance %s: %s rows have a verdict, the manifest has %s', c.id, r.rows, m.accepted) AS fault
      FROM clearance c JOIN manifests_manifest_view m ON m.id = c.manifest_id
      CROSS JOIN LATERAL (SELECT COALESCE(sum((x->>'rows')::bigint), 0) AS rows FROM jsonb_array_elements(COALESCE(c.reasons, '[]')) x) r
      WHERE c.state = 'succeeded' AND r.rows IS DISTINCT FROM m.accepted ORDER BY c.id`,
  }),
  {
    name: "certificates are signed by us and agree with the clearance",
    of: "certificates",
    invariant: 4,
    async run() {
      const { rows } = await db.pool.query<Row>(
        `SELECT id, digest, input_digest, consent_digest, certificate, manifest_sha256, counts FROM clearance
         WHERE state = 'succeeded' ORDER BY id`,
      );
      const faults: string[] = [];
      for (const row of rows) faults.push(...(await certificateFaults(row)));
      return { checked: BigInt(rows.length), faults };
    },
  },
  rerunCheck({
    name: "a rerun reproduces digest and counts",
    of: "clearances run again",
    thing: "clearance",
    newest: decidedByTheseRules,
    rerun: rerunClearance,
  }),
  {
    name: "verdicts are stored",
    of: "files",
    async run() {
      const { rows } = await db.pool.query<{ id: string; key: string }>(
        `SELECT id, key FROM clearance CROSS JOIN LATERAL (VALUES (verdicts_key), (shared_works_key)) AS k(key)
         WHERE key IS NOT NULL AND state = 'succeeded' ORDER BY id, key`,
      );
      const faults = await storedFaults(rows.map(({ id, key }) => ({ key, of: `clearance ${id}` })));
      return { checked: BigInt(rows.length), faults };
    },
  },
];

/** Those that must come to the same again: what other rules decided is left to its certificate. Newest first. */
async function decidedByTheseRules(): Promise<readonly ClearanceRow[]> {
  const same: ClearanceRow[] = [];
  for (const row of await allSucceeded()) {
    const content = await verifyDocument(row.certificate ?? "").then(
      (document) => document.content as Record<string, unknown>,
      () => null, // Another check says so; whether it comes to the same is still worth knowing.
    );
    if (content === null || content.kind === CLEARANCE_KIND) same.push(row);
  }
  return same;
}

async function certificateFaults(row: Row): Promise<readonly string[]> {
  const of = `clearance ${row.id}`;
  let content: Record<string, unknown>;
  try {
    content = (await verifyDocument(row.certificate)).content as Record<string, unknown>;
  } catch {
    return [`${of}: the signature of its certificate does not hold`];
  }
  const said = [content.clearance, content.digest, content.inputDigest, content.consentDigest];
  const stands = [row.id, row.digest, row.input_digest, row.consent_digest];
  const manifest = content.manifest as { sha256?: unknown } | undefined;
  const agrees =
    isDeepStrictEqual(said, stands) &&
    manifest?.sha256 === row.manifest_sha256 &&
    isDeepStrictEqual(content.counts, row.counts);
  return agrees ? [] : [`${of}: its certificate says something else than its row`];
}
