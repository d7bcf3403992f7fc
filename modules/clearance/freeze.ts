import { join } from "node:path";
import { sqlText, withEngine } from "@/infra/engine";
import type { ConsentRequest } from "@/modules/consent/domain/request";
import { type FrozenConsent, freezeConsent } from "@/modules/consent/freeze-consent";
import type { FrozenFiles } from "./engine/decide";
import { exportSharedWorks } from "./repository";

export type FreezeInput = Readonly<{ organisationId: string; dealId: string; asOf: Date; request: unknown }>;

/**
 * Everything consent says about this request as of its instant, and the works whose authors share, as Parquet files in
 * `dir`. As of the same instant it is always the same; `anew` asks the tables alone, without the set kept to save time.
 */
export async function freeze(
  clearance: FreezeInput,
  { dir, anew }: Readonly<{ dir: string; anew: boolean }>,
): Promise<{ frozen: FrozenConsent; files: FrozenFiles }> {
  const { organisationId, dealId, asOf } = clearance;
  const request = { ...(clearance.request as object), at: asOf } as ConsentRequest;
  const frozen = await freezeConsent({ platformId: organisationId, dealId, request, asOf, dir, anew });
  const csv = join(dir, "shared-works.csv");
  await exportSharedWorks(asOf, csv);
  const sharedWorks = join(dir, "shared-works.parquet");
  // The roll-up occupies the run's own connection: this small statement goes through an engine of its own.
  const counted = await withEngine(async (own) => {
    await own.run(`COPY (SELECT * FROM read_csv(${sqlText(csv)}, header = true, columns = {work_id: 'VARCHAR',
      person_id: 'VARCHAR', share_bps: 'BIGINT', match_kind: 'VARCHAR', match_value: 'VARCHAR'}) ORDER BY ALL)
      TO ${sqlText(sharedWorks)} (FORMAT parquet)`);
    return own.runAndReadAll(`SELECT count(*) AS n FROM read_parquet(${sqlText(sharedWorks)})`);
  });
  const files = {
    decisions: frozen.decisionsFile,
    overrides: frozen.overridesFile,
    overridesCount: frozen.overrides,
    sharedWorks,
    sharedWorksCount: BigInt(String(counted.getRowObjects()[0]?.n ?? 0)),
  };
  return { frozen, files };
}
