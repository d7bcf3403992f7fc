import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { contentDigest, jsonDigest } from "@/infra/engine/content-digest";
import { sqlText, withEngine } from "@/infra/engine/engine";
import type { ConsentRequest } from "../domain/request";
import { raiseWatermark } from "../repository/watermark";
import { answerAsked } from "./answers";
import { type Base, baseFor, KEEP_FROM_ROWS, keepBase, worthKeeping } from "./base";
import { Contents } from "./contents";
import { decide } from "./decide";
import { EXTRACT_FILES, extractAll, load } from "./load";
import { writeNarrower } from "./narrower";

export type FrozenConsent = Readonly<{
  /** Parquet: contributor, person_id, verdict, reason, terms_version_id, floor_micros, disputed. */
  decisionsFile: string;
  /** Parquet: contributor, match_kind, match_value, scope: by what items under narrower terms are recognised. */
  scopesFile: string;
  /** Parquet: contributor, voices: the terms such items are answered by (`answerItems`). */
  voicesFile: string;
  /** SHA-256 over the rows of all three (infra/engine/content-digest.ts), whatever the encoding of the files. */
  consentDigest: string;
  decisions: bigint;
  scopes: bigint;
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
const SCOPE_COLUMNS = ["contributor", "match_kind", "match_value", "scope"];

/**
 * `ignoreCache`: reads the tables alone, without the cached set. The engine calls `goesOn` during the work; an error it
 * throws ends the work.
 */
type Standing = Readonly<{
  platformId: string;
  dealId: string;
  asOf: Date;
  dir: string;
  ignoreCache?: boolean;
  goesOn?: () => Promise<void>;
}>;
type Freeze = Standing & Readonly<{ request: ConsentRequest }>;

/**
 * Freezes the answers of all handle owners on one platform to a request, as of `asOf` (not in the future), as files in `dir`.
 * First raises the watermark, so that nothing later can take effect at or before `asOf`: the result is the same for good,
 * with the cached set (freeze/base.ts) or without. `until` dates compare with the request's `at`.
 */
export async function freezeConsent(freeze: Freeze): Promise<FrozenConsent> {
  const { request, dir } = freeze;
  const decisionsFile = join(dir, "consent-decisions.parquet");
  const scopesFile = join(dir, "consent-scopes.parquet");
  const voicesFile = join(dir, "consent-voices.parquet");
  return withStanding(freeze, async (connection) => {
    const contents = new Contents();
    await decide(connection, request, contents, decisionsFile);
    await writeNarrower(connection, request, contents, { scopes: scopesFile, voices: voicesFile });
    const [decisions, scopes, voices] = [decisionsFile, scopesFile, voicesFile].map(
      (file) => `read_parquet(${sqlText(file)})`,
    ) as [string, string, string];
    return {
      decisionsFile,
      scopesFile,
      voicesFile,
      consentDigest: jsonDigest({
        decisions: await contentDigest(connection, decisions, DECISION_COLUMNS, { firstIsKey: true }),
        scopes: await contentDigest(connection, scopes, SCOPE_COLUMNS),
        voices: await contentDigest(connection, voices, ["contributor", "voices"]),
      }),
      decisions: await countOf(connection, decisions),
      scopes: await countOf(connection, scopes),
    };
  });
}

/**
 * Answers the questions in the engine's table `asked` (contributor, and under which scopes an item falls) by a frozen set and
 * the request it was frozen for, into table `answer`: see freeze/answers.ts. The same set gives the same answers for good.
 */
export function answerItems(
  connection: DuckDBConnection,
  { voicesFile }: Pick<FrozenConsent, "voicesFile">,
  request: ConsentRequest,
): Promise<void> {
  return answerAsked(connection, voicesFile, request, new Contents());
}

async function countOf(connection: DuckDBConnection, relation: string): Promise<bigint> {
  const counted = await connection.runAndReadAll(`SELECT count(*) AS n FROM ${relation}`);
  return BigInt(String(counted.getRowObjects()[0]?.n ?? 0));
}

/**
 * Caches the current state of a platform's handles, so that the next freeze is short. Platforms with fewer than `keepFrom`
 * handles need no cache. Only the duration of a freeze depends on it.
 */
export async function prepareConsent(
  of: Omit<Standing, "dealId" | "ignoreCache"> & Readonly<{ keepFrom?: bigint }>,
): Promise<void> {
  const { keepFrom = KEEP_FROM_ROWS, ...standing } = of;
  await withStanding({ ...standing, dealId: "" }, async (connection, kept) => {
    const rows = await countOf(connection, "base");
    if (worthKeeping(kept, rows, keepFrom)) await keepBase(connection, { ...standing, rows });
  });
}

/** Runs `work` on an engine whose table `base` says what holds for each handle as of the instant (freeze/load.ts). */
async function withStanding<T>(
  { dir, ignoreCache = false, goesOn, ...of }: Standing,
  work: (connection: DuckDBConnection, kept: Base | null) => Promise<T>,
): Promise<T> {
  await mkdir(dir, { recursive: true });
  await raiseWatermark(of.asOf);
  const kept = ignoreCache ? null : await baseFor(of);
  try {
    await extractAll({ ...of, since: kept?.since ?? null }, dir);
    return await withEngine(
      async (connection) => {
        await load(connection, dir, kept);
        return await work(connection, kept);
      },
      { goesOn },
    );
  } finally {
    // The extracts name people; they are not kept longer than the run needs them.
    for (const file of EXTRACT_FILES(dir)) await rm(file, { force: true });
  }
}
