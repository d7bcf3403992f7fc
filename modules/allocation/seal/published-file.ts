import type { Readable } from "node:stream";
import { z } from "zod";
import { withEngine } from "@/infra/engine/engine";
import { storage, workFile } from "@/infra/files/storage";
import { query } from "@/infra/verb/query";
import { DomainError } from "@/kernel/errors";
import { CURRENCY_DECIMALS, type Currency } from "@/kernel/money";
import { PUBLISHED, writePublished } from "../engine/files";
import { type RecipeRules, recipeText } from "../engine/recipe";
import type { AllocationRow } from "../repository/allocation";
import { allocationWithFilesFor } from "../run/files-for";
import { DecisionShape, RulesShape } from "../schema/allocation";
import { sealedFiles } from "./sealed-files";

const PublishedFileRequest = z.object({ allocationId: z.string().min(1), file: z.enum(PUBLISHED) });

/**
 * A published file of an allocation (pseudonyms only), as its storage key: made from the private shares the first time
 * somebody asks, the same bytes ever after.
 */
export const publishedFile = query({
  name: "allocation.published_file",
  scope: "allocation:read",
  input: PublishedFileRequest,
  output: z.object({ key: z.string() }),
  async run({ actor, now }, { allocationId, file }) {
    const row = await allocationWithFilesFor(actor, allocationId, now);
    const from = await sealedFiles(row);
    const key = `allocations/${row.id}/published/${file}`;
    if ((await storage().size(key)) === null) {
      const made = await workFile(`.${file}`);
      await withEngine((connection) => writePublished(connection, file, from, made));
      await storage().putFile(key, made);
    }
    return { key };
  },
});

/** The bytes behind a key that `publishedFile` answered. */
export function openPublished(key: string): Promise<Readable> {
  return storage().read(key);
}

/** The SQL with which anybody recomputes the published shares from the published weights. */
export const recipe = query({
  name: "allocation.recipe",
  scope: "allocation:read",
  input: z.object({ allocationId: z.string().min(1) }),
  output: z.object({ sql: z.string() }),
  async run({ actor, now }, { allocationId }) {
    const row = await allocationWithFilesFor(actor, allocationId, now);
    if (row.digest === null || row.decision === null || row.inputDigest === null)
      throw new DomainError("ALLOCATION_NOT_READY", `This allocation is ${row.state}; it has no shares yet.`);
    const { reserveMinor, undistributedMinor: keptMinor } = row;
    const title = {
      ...row,
      allocationId: row.id,
      digest: row.digest,
      reserveMinor,
      keptMinor: keptMinor ?? 0n,
    };
    return { sql: recipeText(title, recipeRules(row, row.inputDigest)) };
  },
});

function recipeRules(row: AllocationRow, inputDigest: string): RecipeRules {
  const { blocking, boundary, cap, narrowBy } = DecisionShape.parse(row.decision);
  return {
    distributableMinor: row.distributableMinor,
    decimals: CURRENCY_DECIMALS[row.currency as Currency],
    capBps: RulesShape.parse(row.rules).capBps,
    inputDigest,
    narrowBy: narrowBy === null ? null : BigInt(narrowBy),
    boundary:
      boundary === null || blocking === null
        ? null
        : {
            capacity: BigInt(boundary.capacity),
            lastDraw: boundary.lastDraw,
            ask: { num: BigInt(blocking.num), den: BigInt(blocking.den) },
          },
    cap:
      cap === null
        ? null
        : {
            capMinor: BigInt(cap.capMinor),
            fromWeight: cap.fromWeight === null ? null : BigInt(cap.fromWeight),
            cappedCount: cap.cappedCount,
            cappedWeight: BigInt(cap.cappedWeight),
            restMinor: BigInt(cap.restMinor),
          },
  };
}
