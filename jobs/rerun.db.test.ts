import { readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Check, CheckLimits } from "@/infra/check";
import { signDocument } from "@/infra/crypto/signer";
import { db } from "@/infra/db/db";
import { sqlText, withEngine } from "@/infra/engine/engine";
import { storage, workFile } from "@/infra/files/storage";
import { CERTIFICATE_TYPE } from "@/modules/clearance/certificate";
import { aSealedDeal, type SealedDeal } from "@/test/factories/sealed-deal";
import { CHECKS } from "./checks";
import { examine, reportLine } from "./examine";

const named = (capability: string, name: string): Check => {
  const check = CHECKS[capability]?.find((each) => each.name === name);
  if (check === undefined) throw new Error(`no check ${name}`);
  return check;
};
const clearances = named("clearance", "a rerun reproduces digest and counts");
const allocations = named("allocation", "a rerun reproduces digests and private files");
const faultsOf = async (check: Check, limits?: CheckLimits) => (await examine(check, limits)).faults;

let older: SealedDeal;
let newer: SealedDeal;
beforeAll(async () => {
  older = await aSealedDeal();
  newer = await aSealedDeal();
  // What only the owner of the database can: change what was sealed.
  for (const table of ["clearance", "allocation", "manifest"])
    await db.pool.query(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
});

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0)) await step();
});

async function plant(
  table: "clearance" | "allocation" | "manifest",
  id: string,
  column: string,
  sql: string,
) {
  const { rows } = await db.pool.query(`SELECT ${column} AS value FROM ${table} WHERE id = $1`, [id]);
  await db.pool.query(`UPDATE ${table} SET ${column} = ${sql} WHERE id = $1`, [id]);
  const before = rows[0]?.value;
  const value = typeof before === "object" ? JSON.stringify(before) : before;
  undo.push(() => db.pool.query(`UPDATE ${table} SET ${column} = $2 WHERE id = $1`, [id, value]));
}

const sealedRow = (id: string) => db.prisma.allocation.findUniqueOrThrow({ where: { id } });
const OTHER = `'${"0".repeat(64)}'`;

/** Everything there is: each stored file, and each row's instant of change. */
async function everything(): Promise<unknown> {
  const files = await readdir(process.env.REMIT_DATA_DIR ?? "", { recursive: true });
  const { rows } = await db.pool.query(
    `SELECT (SELECT json_agg(c ORDER BY id) FROM clearance c) AS clearances, (SELECT json_agg(a ORDER BY id) FROM allocation a) AS allocations,
      (SELECT json_agg(w) FROM consent_watermark w) AS watermark, (SELECT count(*) FROM deal_pseudonym_key) AS keys`,
  );
  return { files: files.sort(), rows };
}

describe("invariant 4: what is sealed is computed again", () => {
  test("sound runs come to the same, and nothing is stored", async () => {
    const before = await everything();
    for (const check of [clearances, allocations]) {
      const finding = await examine(check);
      expect(finding).toMatchObject({ checked: 2n, faults: [] });
      expect(reportLine(finding)).toMatch(/\[invariant 4\]: 2 (clearances|sealed allocations) run again\n$/);
    }
    expect(await everything()).toEqual(before);
  });

  test("a limit takes the newest, and says how many there are", async () => {
    await plant("allocation", older.allocationId, "digest", OTHER);
    const finding = await examine(allocations, { reruns: 1 });
    expect(finding).toMatchObject({ checked: 1n, faults: [] });
    expect(reportLine(finding)).toContain(": 1 of 2 sealed allocations run again");
    expect(await faultsOf(allocations)).toHaveLength(1);
  });

  test.each(["digest", "input_digest", "consent_digest"])(
    "a changed %s of a clearance is found",
    async (column) => {
      const { clearanceId } = await sealedRow(newer.allocationId);
      await plant("clearance", clearanceId, column, OTHER);
      const faults = await faultsOf(clearances);
      expect(faults).toHaveLength(1);
      expect(faults[0]).toMatch(
        new RegExp(`^clearance ${clearanceId}: its ${column.replace("_", " ")} is 0{64}, run again`),
      );
    },
  );

  test("the same bytes read another way are another question", async () => {
    const { clearanceId } = await sealedRow(newer.allocationId);
    const { manifestId } = await db.prisma.clearance.findUniqueOrThrow({ where: { id: clearanceId } });
    await plant("manifest", manifestId, "mapping_hash", "'other'");
    expect(await faultsOf(clearances)).toEqual([
      expect.stringContaining("its input digest is"),
      expect.stringContaining("its digest is"),
    ]);
  });

  test("a clearance that other rules decided is not run again by these", async () => {
    const { clearanceId } = await sealedRow(newer.allocationId);
    const older = await signDocument(CERTIFICATE_TYPE, { clearance: clearanceId });
    await plant("clearance", clearanceId, "certificate", `'${older}'`);
    await plant("clearance", clearanceId, "digest", OTHER);
    expect(await examine(clearances)).toMatchObject({ checked: 1n, faults: [] });
  });

  test("changed counts of a clearance are found", async () => {
    const { clearanceId } = await sealedRow(newer.allocationId);
    await plant("clearance", clearanceId, "counts", `jsonb_set(counts, '{included,rows}', '"7"')`);
    expect(await faultsOf(clearances)).toEqual([
      `clearance ${clearanceId}: its counts are others when it is run again`,
    ]);
  });

  test.each(["digest", "input_digest"])("a changed %s of an allocation is found", async (column) => {
    await plant("allocation", newer.allocationId, column, OTHER);
    expect(await faultsOf(allocations)).toEqual([
      expect.stringContaining(`its ${column.replace("_", " ")} is ${"0".repeat(64)}`),
    ]);
  });

  test.each([
    ["shares", "person_id", "'per_mallory'"],
    ["splits", "person_id", "'per_mallory'"],
    ["lines", "rows", "rows + 1"],
  ] as const)("a private file of %s with another %s is found", async (name, column, value) => {
    const row = await sealedRow(newer.allocationId);
    const keys = { shares: row.sharesKey, splits: row.splitsKey, lines: row.linesKey };
    await rewrite(keys[name] ?? "", `SELECT * REPLACE (${value} AS ${column})`);
    expect(await faultsOf(allocations)).toEqual([
      `allocation ${row.id}: its private file of ${name} has another content when it is run again`,
    ]);
  });

  test("a file of the same rows in another order is the same", async () => {
    const { linesKey } = await sealedRow(newer.allocationId);
    await rewrite(linesKey ?? "", "SELECT *", "ORDER BY line DESC");
    expect(await faultsOf(allocations)).toEqual([]);
  });

  test("one that cannot be run again is a fault of its own, and the others are looked at", async () => {
    const { sharesKey } = await sealedRow(newer.allocationId);
    const path = await storage().localPath(sharesKey ?? "");
    await rename(path, `${path}.away`);
    undo.push(() => rename(`${path}.away`, path));
    const finding = await examine(allocations);
    expect(finding.checked).toBe(2n);
    expect(finding.faults).toEqual([expect.stringMatching(/cannot be run again/)]);
  });
});

async function rewrite(key: string, select: string, order = ""): Promise<void> {
  const path = await storage().localPath(key);
  const away = join(await workFile(".away"));
  await rename(path, away);
  undo.push(() => rename(away, path));
  await withEngine(async (connection) => {
    await connection.run(
      `COPY (${select} FROM read_parquet(${sqlText(away)}) ${order}) TO ${sqlText(path)} (FORMAT parquet)`,
    );
  });
}
