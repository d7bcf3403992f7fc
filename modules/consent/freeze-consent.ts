import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { contentDigest, jsonDigest } from "@/infra/content-digest";
import { sqlText, withEngine } from "@/infra/engine";
import type { ConsentRequest } from "./domain/request";
import { type Base, baseFor, KEEP_FROM_ROWS, keepBase, worthKeeping } from "./freeze/base";
import { Contents } from "./freeze/contents";
import { decide } from "./freeze/decide";
import { EXTRACT_FILES, extractAll, load } from "./freeze/load";
import { decideOverrides } from "./freeze/overrides";
import { raiseWatermark } from "./repository/watermark";

export type FrozenConsent = Readonly<{
  /** Parquet: contributor, person_id, verdict, reason, terms_version_id, floor_micros, disputed. */
  decisionsFile: string;
  /** Parquet, narrowest first per contributor: contributor, match_kind, match_value, verdict, reason, terms_version_id, floor_micros. */
  overridesFile: string;
  /** SHA-256 over the rows of both (infra/content-digest.ts), whatever the encoding of the files. */
  consentDigest: string;
  decisions: bigint;
  overrides: bigint;
}>;

const DECISION_COLUMNS = [
  "contributor",
  "person_id",
  "verdict",
  "reason",
  "terms_version_id",
  "floor_micros",
  "disputed",
];
const OVERRIDE_COLUMNS = [
  "contributor",
  "match_kind",
  "match_value",
  "verdict",
  "reason",
  "terms_version_id",
  "floor_micros",
];

/** `anew`: from the tables alone, without the kept set. */
type Standing = Readonly<{ platformId: string; dealId: string; asOf: Date; dir: string; anew?: boolean }>;
type Freeze = Standing & Readonly<{ request: ConsentRequest }>;

/**
 * Freezes what every holder of a handle on one platform answers to a request, as of an instant (`asOf`; the request's
 * own `at` is what `until` dates are compared with). Repeatable for good: the watermark is raised first, so nothing can
 * take effect at or before `asOf` afterwards. `asOf` must not lie in the future. Files are written into `dir`.
 * A large platform's kept set (freeze/base.ts) and what changed since say the same as everything read `anew`, sooner.
 */
export async function freezeConsent(freeze: Freeze): Promise<FrozenConsent> {
  const { request, dir } = freeze;
  const decisionsFile = join(dir, "consent-decisions.parquet");
  const overridesFile = join(dir, "consent-overrides.parquet");
  return withStanding(freeze, async (connection) => {
    const contents = new Contents();
    await decide(connection, request, contents, decisionsFile);
    await decideOverrides(connection, request, contents, overridesFile);
    const decisions = `read_parquet(${sqlText(decisionsFile)})`;
    const overrides = `read_parquet(${sqlText(overridesFile)})`;
    return {
      decisionsFile,
      overridesFile,
      consentDigest: jsonDigest({
        decisions: await contentDigest(connection, decisions, DECISION_COLUMNS),
        overrides: await contentDigest(connection, overrides, OVERRIDE_COLUMNS),
      }),
      decisions: await countOf(connection, decisions),
      overrides: await countOf(connection, overrides),
    };
  });
}

async function countOf(connection: DuckDBConnection, relation: string): Promise<bigint> {
  const counted = await connection.runAndReadAll(`SELECT count(*) AS n FROM ${relation}`);
  return BigInt(String(counted.getRowObjects()[0]?.n ?? 0));
}

/**
 * Keeps what holds now for a platform's handles, so that the freeze to come is short; below `keepFrom` handles it is
 * short anyway, and nothing is kept. Nothing but time depends on it.
 */
export async function prepareConsent(
  of: Omit<Standing, "dealId" | "anew"> & Readonly<{ keepFrom?: bigint }>,
): Promise<void> {
  const { keepFrom = KEEP_FROM_ROWS, ...standing } = of;
  await withStanding({ ...standing, dealId: "" }, async (connection, kept) => {
    const rows = await countOf(connection, "base");
    if (worthKeeping(kept, rows, keepFrom)) await keepBase(connection, { ...standing, rows });
  });
}

/** Runs `work` on an engine whose table `base` says what holds for each handle as of the instant (freeze/load.ts). */
async function withStanding<T>(
  { dir, anew = false, ...of }: Standing,
  work: (connection: DuckDBConnection, kept: Base | null) => Promise<T>,
): Promise<T> {
  await mkdir(dir, { recursive: true });
  await raiseWatermark(of.asOf);
  const kept = anew ? null : await baseFor(of);
  try {
    await extractAll({ ...of, since: kept?.since ?? null }, dir);
    return await withEngine(async (connection) => {
      await load(connection, dir, kept);
      return await work(connection, kept);
    });
  } finally {
    // The extracts name people; they are not kept longer than the run needs them.
    for (const file of EXTRACT_FILES(dir)) await rm(file, { force: true });
  }
}
