import { mkdir, rm } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { contentDigest, fileDigest } from "@/infra/engine/content-digest";
import { sqlText, withEngine } from "@/infra/engine/engine";
import { storage, workFile } from "@/infra/files/storage";
import { noopJobHandle } from "@/infra/work/noop-job-handle";
import { readyClearance, storedVerdicts } from "@/modules/clearance/run/ready-clearance";
import { type RunFiles, runFilesIn, writeRunFiles } from "../engine/files";
import { type AllocationRow, knownSecret } from "../repository/allocation";
import { RulesShape } from "../schema/allocation";
import { sealedFiles } from "../seal/sealed-files";
import { divideAllocation } from "./divide-allocation";

/**
 * Divides a sealed allocation again in a work folder, stores nothing, and says in what it comes to something else: its
 * digests, its private files (by content, whatever their encoding), the file everybody downloads.
 */
export async function rerunAllocation(allocation: AllocationRow): Promise<readonly string[]> {
  const clearance = await readyClearance(allocation.dealId, allocation.clearanceId);
  const rules = RulesShape.parse(allocation.rules);
  const dir = await workFile(".allocation-again");
  await mkdir(dir, { recursive: true });
  try {
    return await withEngine(async (connection) => {
      const run = { allocation, clearance, rules, dir, connection };
      const again = await divideAllocation(noopJobHandle(allocation.id), run, {
        verdicts: async () => storedVerdicts(clearance, rules.weighting),
        secret: () => knownSecret(allocation.dealId),
      });
      const made = runFilesIn(dir);
      await writeRunFiles(connection, made, { ...again.clearing, boundary: again.division.boundary });
      return [
        ...differs("input digest", allocation.inputDigest, again.inputDigest),
        ...differs("digest", allocation.digest, again.digest),
        ...(await privateFaults(connection, await sealedFiles(allocation), made)),
        ...(await publishedFaults(allocation.id, again.output)),
      ];
    });
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** What postings and look-ups are made from: names, persons and money, none of which the public digest covers. */
async function privateFaults(
  connection: DuckDBConnection,
  stored: RunFiles,
  made: RunFiles,
): Promise<readonly string[]> {
  const digestOf = async (file: string) => {
    const relation = `read_parquet(${sqlText(file)})`;
    const columns = (await connection.run(`SELECT * FROM ${relation} LIMIT 0`)).columnNames();
    return contentDigest(connection, relation, columns);
  };
  const faults: string[] = [];
  for (const name of ["shares", "lines", "splits"] as const) {
    if ((await digestOf(stored[name])) !== (await digestOf(made[name])))
      faults.push(`its private file of ${name} has another content when it is run again`);
  }
  return faults;
}

/** The download is made when somebody asks, so it may be absent; if it is there, it is these bytes. */
async function publishedFaults(allocationId: string, output: string): Promise<readonly string[]> {
  const key = `allocations/${allocationId}/published/shares.csv`;
  if ((await storage().size(key)) === null) return [];
  return differs("published shares.csv", await fileDigest(await storage().localPath(key)), output);
}

function differs(what: string, stored: string | null, again: string): readonly string[] {
  return stored === again ? [] : [`its ${what} is ${stored ?? "missing"}, run again ${again}`];
}
