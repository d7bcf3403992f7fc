import { createHash } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { withEngine } from "@/infra/engine";
import { canonicalJson } from "@/kernel/canonical-json";
import type { ConsentRequest } from "./domain/request";
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

/**
 * Freezes what every holder of a handle on one platform answers to a request, as of an instant (`asOf`; the request's
 * own `at` is what `until` dates are compared with). Repeatable for good: the watermark is raised first, so nothing can
 * take effect at or before `asOf` afterwards. `asOf` must not lie in the future. Files are written into `dir`.
 */
export async function freezeConsent(freeze: {
  platformId: string;
  dealId: string;
  request: ConsentRequest;
  asOf: Date;
  dir: string;
}): Promise<FrozenConsent> {
  const { request, dir, ...of } = freeze;
  await mkdir(dir, { recursive: true });
  const decisionsFile = join(dir, "consent-decisions.parquet");
  const overridesFile = join(dir, "consent-overrides.parquet");
  await raiseWatermark(of.asOf);
  await extractAll(of, dir);
  const [decisions, overrides] = await withEngine(async (connection) => {
    await load(connection, dir);
    const contents = new Contents();
    await decide(connection, request, contents, decisionsFile);
    await decideOverrides(connection, request, contents, overridesFile);
    return [
      await rowsDigest(connection, decisionsFile, DECISION_COLUMNS),
      await rowsDigest(connection, overridesFile, OVERRIDE_COLUMNS),
    ] as const;
  });
  // The extracts name people; they are not kept longer than the run needs them.
  for (const file of EXTRACT_FILES(dir)) await rm(file, { force: true });
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
