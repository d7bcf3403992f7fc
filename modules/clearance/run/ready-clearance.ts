import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Tx } from "@/infra/db/db";
import { engineMemoryBytes, withEngine } from "@/infra/engine/engine";
import { storage, workFile } from "@/infra/files/storage";
import type { JobHandle } from "@/infra/work/job-run";
import { DomainError, notFound } from "@/kernel/errors";
import type { DealBasis, Weighting } from "@/modules/deals/domain/state/deal";
import { readyManifest } from "@/modules/manifests/read/ready-manifest";
import { decide, writeVerdicts } from "../engine/decide";
import { rollUp, rowWeightSql } from "../engine/roll-up";
import { type ClearanceRow, findClearance, latestSucceeded } from "../repository";
import { type FreezeInput, freeze } from "./freeze";

/** A clearance that came to its end, for allocations. Keys name private files: see engine/decide.ts for their columns. */
export type ReadyClearance = Readonly<{
  id: string;
  dealId: string;
  dealVersion: number;
  organisationId: string;
  manifestId: string;
  basis: DealBasis;
  weighting: Weighting;
  asOf: Date;
  createdAt: Date;
  digest: string;
  verdictsKey: string;
  sharedWorksKey: string;
}> &
  FreezeInput;

/** The named clearance of the deal, or its newest. Throws NOT_FOUND or CLEARANCE_NOT_READY. */
export async function readyClearance(
  dealId: string,
  clearanceId: string | undefined,
  tx?: Tx,
): Promise<ReadyClearance> {
  const row = await (clearanceId === undefined
    ? latestSucceeded(dealId, tx)
    : findClearance(clearanceId, tx));
  if (row === null && clearanceId === undefined)
    throw new DomainError(
      "CLEARANCE_NOT_READY",
      "Clear a manifest of this deal first: shares are computed from it.",
    );
  if (row === null || row.dealId !== dealId) throw notFound("clearance");
  return ready(row);
}

function ready(row: ClearanceRow): ReadyClearance {
  const { digest, verdictsKey, sharedWorksKey } = row;
  if (row.state !== "succeeded" || digest === null || verdictsKey === null || sharedWorksKey === null)
    throw new DomainError(
      "CLEARANCE_NOT_READY",
      `This clearance is ${row.state}; wait until it has succeeded.`,
    );
  return {
    ...row,
    basis: row.basis as DealBasis,
    weighting: row.weighting as Weighting,
    digest,
    verdictsKey,
    sharedWorksKey,
  };
}

/** Under which key the verdicts with row weights under `weighting` are, once `verdictsUnder` has made them. */
export function storedVerdicts(clearance: ReadyClearance, weighting: Weighting): string {
  if (rowWeightSql(weighting, false) === null || weighting === clearance.weighting)
    return clearance.verdictsKey;
  return `clearances/${clearance.id}/verdicts-${weighting}.parquet`;
}

/**
 * The storage key of this clearance's verdicts with row weights under `weighting`. Weightings that follow from rows and
 * tokens alone need none; the clearance's own are there; any other is computed once by going over the rows again.
 */
export async function verdictsUnder(
  clearance: ReadyClearance,
  weighting: Weighting,
  job: JobHandle,
): Promise<string> {
  const key = storedVerdicts(clearance, weighting);
  if (key === clearance.verdictsKey) return key;
  if ((await storage().size(key)) !== null) return key;
  const manifest = await readyManifest(clearance.manifestId);
  const accepted = await storage().localPath(manifest.acceptedKey);
  const dir = await workFile(".verdicts");
  await mkdir(dir, { recursive: true });
  try {
    const { files } = await freeze(clearance, { dir, ignoreCache: false, goesOn: job.goesOn });
    const memory = engineMemoryBytes();
    await withEngine(
      async (connection) => {
        await rollUp({ connection, accepted, counted: manifest, weighting, memory, job });
        await decide(connection, files, { accepted, workColumn: manifest.workColumn, weighting });
        await writeVerdicts(connection, join(dir, "verdicts.parquet"));
      },
      { goesOn: job.goesOn },
    );
    await storage().putFile(key, join(dir, "verdicts.parquet"));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
  return key;
}
