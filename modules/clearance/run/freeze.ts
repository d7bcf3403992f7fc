import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText, withEngine } from "@/infra/engine/engine";
import { settled, settleTexts } from "@/infra/engine/settle-texts";
import { recognisedBy } from "@/modules/consent/domain/narrower";
import type { ConsentRequest } from "@/modules/consent/domain/request";
import { answerItems, type FrozenConsent, freezeConsent } from "@/modules/consent/snapshot/freeze-consent";
import type { FrozenFiles } from "../engine/decide";
import { exportSharedWorks } from "../repository";

export type FreezeInput = Readonly<{ organisationId: string; dealId: string; asOf: Date; request: unknown }>;

/**
 * Freezes all consent about this request as of its instant, and the works with co-authors, as Parquet files in `dir`. The
 * result is the same at any time; `ignoreCache` reads the tables alone. Calls `goesOn` during the work; an error it throws
 * ends the work.
 */
export async function freeze(
  clearance: FreezeInput,
  { dir, ignoreCache, goesOn }: Readonly<{ dir: string; ignoreCache: boolean; goesOn: () => Promise<void> }>,
): Promise<{ frozen: FrozenConsent; files: FrozenFiles }> {
  const { organisationId, dealId, asOf } = clearance;
  const request = { ...(clearance.request as object), at: asOf } as ConsentRequest;
  const frozen = await freezeConsent({
    platformId: organisationId,
    dealId,
    request,
    asOf,
    dir,
    ignoreCache,
    goesOn,
  });
  const csv = join(dir, "shared-works.csv");
  await exportSharedWorks(asOf, csv);
  const sharedWorks = join(dir, "shared-works.parquet");
  const files = {
    decisions: frozen.decisionsFile,
    scopes: frozen.scopesFile,
    scopesCount: frozen.scopes,
    sharedWorks,
    sharedWorksCount: await keyedWorks(csv, sharedWorks),
    answer: (connection: DuckDBConnection) => answerItems(connection, frozen, request),
  };
  return { frozen, files };
}

/** Writes the works with what they are recognised by as keys, as rows will be; says how many lines there are. */
async function keyedWorks(csv: string, file: string): Promise<bigint> {
  // The run's own connection is for its rows: this small work goes through an engine of its own.
  return withEngine(async (own) => {
    await own.run(`CREATE TABLE authored AS SELECT * FROM read_csv(${sqlText(csv)}, header = true, columns = {work_id: 'VARCHAR',
      person_id: 'VARCHAR', share_bps: 'BIGINT', scheme: 'VARCHAR', value: 'VARCHAR'})`);
    await settleTexts(own, {
      into: "matcher",
      columns: [["key", "VARCHAR"]],
      select: "SELECT scheme || ' ' || value AS raw FROM authored",
      of(raw) {
        const [scheme = ""] = raw.split(" ", 1);
        return [recognisedBy(scheme, raw.slice(scheme.length + 1)).value];
      },
    });
    await own.run(`COPY (SELECT DISTINCT work_id, person_id, share_bps,
        CASE WHEN scheme IN ('url', 'url_prefix') THEN scheme ELSE 'work_id' END AS match_kind, ${settled("m", "matcher", "true", "m.key")} AS match_value
      FROM authored LEFT JOIN matcher m ON raw = scheme || ' ' || value ORDER BY ALL) TO ${sqlText(file)} (FORMAT parquet)`);
    const counted = await own.runAndReadAll(`SELECT count(*) AS n FROM read_parquet(${sqlText(file)})`);
    return BigInt(String(counted.getRowObjects()[0]?.n ?? 0));
  });
}
