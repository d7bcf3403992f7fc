import { z } from "zod";
import { command } from "@/infra/verb/command";
import { startJob } from "@/infra/work/queue";
import { canonicalJson } from "@/kernel/canonical-json";
import { newId } from "@/kernel/id";
import { MANIFEST_PHASES } from "../check/manifest-phases";
import { FILE_FORMATS, isChecked, isRestartable } from "../domain/manifest";
import { ManifestEvents } from "../events";
import { ManifestJobs } from "../jobs";
import {
  insertManifest,
  isBeingCancelled,
  lockSameManifest,
  rememberFile,
  restartManifest,
} from "../repository/manifest";
import { Delimiter, FileName, Received, ResolvedMappingView } from "../schema";
import { takeRecorded } from "../upload/quota";
import { sha256Text } from "./digest";
import { checkTakesManifests, dealForManifests } from "./manifest-access";

const RecordRequest = z.object({
  dealId: z.string(),
  fileName: FileName,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.string().regex(/^\d+$/),
  format: z.enum(FILE_FORMATS),
  compression: z.enum(["none", "gzip", "zstd"]),
  encoding: z.string().nullable(),
  delimiter: Delimiter.nullable(),
  columns: z.array(z.string()),
  mapping: ResolvedMappingView,
  dryRun: z.boolean(),
});

/**
 * The rules cells are read by (docs/adr/0231). They are part of what a manifest is: one that was read by older rules keeps its
 * rows, and the same bytes sent again make another.
 */
const READING_RULES = 2;

/**
 * Records bytes that are already stored as a manifest of a deal, and starts its checks. Not an address of its own: only
 * the two ways in (receive-manifest.ts, manifest-from-upload.ts) call it, with a digest they computed themselves.
 */
export const recordManifest = command({
  name: "manifests.record",
  scope: "manifests:write",
  input: RecordRequest,
  output: Received,
  async run({ tx, actor, now }, input) {
    const deal = await dealForManifests(actor, input.dealId, "manifests:write");
    checkTakesManifests(deal);
    const { dealId, sha256, dryRun, mapping } = input;
    // The tokens divisor may have decimals, which canonical JSON leaves to us.
    const reading = {
      rules: READING_RULES,
      ...mapping,
      charsPerToken: String(mapping.charsPerToken),
      decimal: mapping.decimal ?? "point",
      encoding: input.encoding,
      delimiter: input.delimiter,
    };
    const mappingHash = sha256Text(canonicalJson(reading));
    const same = await lockSameManifest(tx, { dealId, sha256, mappingHash, dryRun });
    const audit = { organisationId: deal.platformId, detail: { dealId, sha256, fileName: input.fileName } };
    const again =
      same !== null &&
      (isRestartable(same.state) || (!isChecked(same.state) && (await isBeingCancelled(tx, same))));
    if (same !== null && !again) {
      const value = { id: same.id, jobId: same.jobId ?? "", sha256, created: false };
      return { value, events: [], audit: { ...audit, subject: same.id } };
    }
    const id = same?.id ?? newId("manifest", now);
    const jobId = await startJob(tx, ManifestJobs.check, {
      subject: id,
      organisationId: deal.platformId,
      personId: null,
      phases: MANIFEST_PHASES,
      input: { manifestId: id },
      now,
    });
    const createdBy =
      actor.kind === "user" ? actor.personId : actor.kind === "apiKey" ? actor.keyId : "system";
    if (same !== null) await restartManifest(tx, id, jobId);
    else {
      await takeRecorded(tx, deal.platformId, BigInt(input.bytes));
      const row = {
        ...input,
        id,
        organisationId: deal.platformId,
        bytes: BigInt(input.bytes),
        mappingHash,
        jobId,
        createdBy,
        createdAt: now,
      };
      await insertManifest(tx, row);
    }
    if (!dryRun) await rememberFile(tx, sha256, BigInt(input.bytes), now);
    return {
      value: { id, jobId, sha256, created: same === null },
      events: [ManifestEvents.received({ manifestId: id, dealId, dryRun })],
      audit: { ...audit, subject: id },
    };
  },
});
