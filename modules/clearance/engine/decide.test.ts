import fc from "fast-check";
import { expect, test } from "vitest";
import { sumOf } from "@/kernel/sum";
import {
  addTo,
  decideRows,
  type Group,
  generalOf,
  reasonTold,
  sharedWorks,
} from "@/test/factories/clearance-run";
import {
  answerInWorld,
  arbRow,
  arbWorld,
  type Name,
  type Row,
  type World,
} from "@/test/factories/clearance-world";
import { keysOf, matching, narrowestWork } from "../domain/narrowest";
import { rowVerdict } from "../domain/verdict";
import { rowWeight } from "../domain/weights";

/** The verdict on a row by the written rules alone. */
function verdictOf(world: World, row: Row) {
  const general = row.contributor === null ? null : generalOf(world, row.contributor);
  if (general === null) return { ...rowVerdict(row, null, null), floorMicros: null };
  const said = answerInWorld(world, { ...row, contributor: row.contributor as Name });
  const { floorMicros } = said;
  return { ...rowVerdict(row, general, { ...said, termsVersionId: null }), floorMicros };
}

test("the engine's verdicts, counts and weights are those of the written rule, row by row", async () => {
  await fc.assert(
    fc.asyncProperty(
      arbWorld,
      fc.array(arbRow, { minLength: 20, maxLength: 60, size: "max" }),
      async (world, rows) => {
        const got = await decideRows(world, rows);
        const expected = new Map<string, Group>();
        let weight = 0n;
        for (const row of rows) {
          if (row.status !== "live" || row.contributor === null) continue;
          const said = verdictOf(world, row);
          const known = generalOf(world, row.contributor) !== null;
          const mine = known ? matching(row.contributor, keysOf(row, null), sharedWorks(world)) : [];
          const told = [
            row.contributor,
            said.verdict,
            reasonTold(said),
            said.floorMicros,
            narrowestWork(mine),
          ];
          addTo(expected, told.map(String).join(" "), { rows: 1n, tokens: row.tokens });
          weight += rowWeight("score_log", { ...row, score: row.tokens % 7n, qualityPpm: null });
        }
        expect(got.groups).toEqual(expected);
        expect(got.weight).toBe(weight);
        const counted = sumOf(got.reasons, (reason) => reason.rows);
        expect(counted).toBe(BigInt(rows.length));
        for (const reason of ["unmatched", "item_deleted", "item_removed"]) {
          const of = rows.filter((row) => rowVerdict(row, null, null).reason === reason);
          expect(got.reasons.find((one) => one.reason === reason)?.rows ?? 0n).toBe(BigInt(of.length));
        }
      },
    ),
    { numRuns: 40 },
  );
}, 240_000);
