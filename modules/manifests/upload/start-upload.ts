import { z } from "zod";
import { checkRoom } from "@/infra/files/disk-floor";
import { command } from "@/infra/verb/command";
import { actorName } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { checkTakesManifests, dealForManifests } from "../receive/manifest-access";
import { countWaitingUploads, insertUpload } from "../repository/upload";
import { FileName } from "../schema";
import { takeQuota } from "./quota";

/** Records a resumable upload for a deal under an id that tus has for it; its bytes follow by tus (tus-server.ts). */
export const startUpload = command({
  name: "manifests.start_upload",
  scope: "manifests:write",
  input: z.object({
    id: z.string().min(1).max(100),
    dealId: z.string().min(1).max(100),
    fileName: FileName,
    contentType: z.string().max(200).nullable(),
    bytesTotal: z
      .number()
      .int()
      .min(0)
      .max(LIMITS.manifestBytesMax, "The file is over the maximum size of a manifest."),
  }),
  output: z.object({ uploadId: z.string() }),
  async run({ tx, actor, now }, { id, dealId, fileName, contentType, bytesTotal }) {
    const deal = await dealForManifests(actor, dealId, "manifests:write");
    checkTakesManifests(deal);
    if (bytesTotal === 0) throw new DomainError("MANIFEST_EMPTY", "The file is empty.");
    await takeQuota(tx, deal.platformId, BigInt(bytesTotal));
    if ((await countWaitingUploads(tx, deal.platformId)) >= LIMITS.uploadsOpenMax)
      throw new DomainError(
        "CONFLICT",
        `Your organisation has ${LIMITS.uploadsOpenMax} unfinished uploads, the maximum. Discard one, or turn it into a manifest.`,
        { detail: { because: "uploads_under_way", max: LIMITS.uploadsOpenMax } },
      );
    await checkRoom(bytesTotal);
    const total = BigInt(bytesTotal);
    const row = { id, organisationId: deal.platformId, dealId, fileName, contentType, bytesTotal: total };
    await insertUpload(tx, { ...row, createdBy: actorName(actor), state: "receiving", createdAt: now });
    return {
      value: { uploadId: id },
      events: [],
      audit: { subject: id, organisationId: deal.platformId, detail: { dealId, fileName } },
    };
  },
});
