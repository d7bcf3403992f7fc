import { createHash } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { withEngine } from "@/infra/engine";
import { canonicalJson } from "@/kernel/canonical-json";
import type { ConsentRequest } from "./domain/request";
import { baseFor, KEEP_FROM_ROWS, keepBase, worthKeeping } from "./freeze/base";
import { Contents } from "./freeze/contents";
import { decide } from "./freeze/decide";
import { rowsDigest } from "./freeze/digest";
import { EXTRACT_FILES, extractAll, load } from "./freeze/load";
import { decideOverrides } from "./freeze/overrides";
import { raiseWatermark } from "./repository/watermark";

export type FrozenConsent = Readonly<{
  /** Parquet, sorted by contributor: contributor, person_id, verdict, reason, terms_version_id, floor_micros, disputed. */
  decisionsFile: string;
  /** Parquet, narrowest first per contributor: contributor, match_kind, match_value, verdict, reason, terms_version_id, floor_micros. */
  overridesFile: string;
  /** SHA-256 over the rows of both (see freeze/digest.ts), whatever the encoding of the files. */
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

type Freeze = Readonly<{
  platformId: string;
  dealId: string;
  request: ConsentRequest;
  asOf: Date;
  dir: string;
  /** From how many handles on the set is kept for the platform's next freeze. */
  keepFrom?: bigint;
}>;

/**
 * Freezes what every holder of a handle on one platform answers to a request, as of an instant (`asOf`; the request's
 * own `at` is what `until` dates are compared with). Repeatable for good: the watermark is raised first, so nothing can
 * take effect at or before `asOf` afterwards. `asOf` must not lie in the future. Files are written into `dir`.
 * Large platforms' sets are kept (freeze/base.ts), so that the next freeze reads only what changed; it says the same.
 */
export async function freezeConsent(freeze: Freeze): Promise<FrozenConsent> {
  const { request, dir } = freeze;
  const decisionsFile = join(dir, "consent-decisions.parquet");
  const overridesFile = join(dir, "consent-overrides.parquet");
  const [decisions, overrides] = await withStanding(freeze, async (connection) => {
    const contents = new Contents();
    await decide(connection, request, contents, decisionsFile);
    await decideOverrides(connection, request, contents, overridesFile);
    return [
      await rowsDigest(connection, decisionsFile, DECISION_COLUMNS),
      await rowsDigest(connection, overridesFile, OVERRIDE_COLUMNS),
    ] as const;
  });
  return {
    decisionsFile,
    overridesFile,
    consentDigest: createHash("sha256")
      .update(canonicalJson({ decisions: decisions.digest, overrides: overrides.digest }))
      .digest("hex"),
    decisions: decisions.rows,
    overrides: overrides.rows,
  };
}

/** Keeps what holds now for a platform's handles, so that the freeze to come is short. Nothing depends on it. */
export async function prepareConsent(of: { platformId: string; asOf: Date; dir: string }): Promise<void> {
  await withStanding({ ...of, dealId: "" }, async () => undefined);
}

/** Runs `work` on an engine whose table `base` says what holds for each handle as of the instant (freeze/load.ts). */
async function withStanding<T>(
  { platformId, dealId, asOf, dir, keepFrom = KEEP_FROM_ROWS }: Omit<Freeze, "request">,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  await mkdir(dir, { recursive: true });
  await raiseWatermark(asOf);
  const kept = await baseFor({ platformId, dealId, asOf, since: null });
  const of = { platformId, dealId, asOf, since: kept?.since ?? null };
  try {
    await extractAll(of, dir);
    return await withEngine(async (connection) => {
      await load(connection, dir, kept);
      const counted = await connection.runAndReadAll("SELECT count(*) AS n FROM base");
      const rows = BigInt(String(counted.getRowObjects()[0]?.n ?? 0));
      if (worthKeeping(kept, rows, keepFrom)) await keepBase(connection, { ...of, dir, rows });
      return await work(connection);
    });
  } finally {
    // The extracts name people; they are not kept longer than the run needs them.
    for (const file of EXTRACT_FILES(dir)) await rm(file, { force: true });
  }
}
