import { query } from "@/infra/verb/query";
import { actorName } from "@/kernel/actor";
import { dealForManifests } from "../receive/manifest-access";
import { listWaitingUploads, type Upload } from "../repository/upload";
import { ListWaitingUploadsRequest, WaitingUploads } from "../schema";
import { uploadStanding } from "./upload-files";

/**
 * The uploads of the deal's organisation that are not finished, or finished and not yet a manifest: of all its deals and
 * members, because together they may be so many. Only its opener can go on with one; everybody who sees it can discard it.
 */
export const waitingUploads = query({
  name: "manifests.waiting_uploads",
  scope: "manifests:write",
  input: ListWaitingUploadsRequest,
  output: WaitingUploads,
  async run({ actor, now }, { dealId }) {
    const deal = await dealForManifests(actor, dealId, "manifests:write");
    const uploads = await listWaitingUploads(deal.platformId);
    const items = await Promise.all(uploads.map((upload) => waiting(upload, actorName(actor))));
    return { items: items.filter((item) => item.expiresAt > now.toISOString()) };
  },
});

async function waiting(upload: Upload, asker: string) {
  const { bytesReceived, expiresAt } = await uploadStanding(upload);
  const { id, dealId, fileName, bytesTotal, state, createdAt } = upload;
  return {
    id,
    dealId,
    mine: upload.createdBy === asker,
    fileName,
    bytesTotal: bytesTotal === null ? null : String(bytesTotal),
    bytesReceived: String(bytesReceived),
    complete: state === "complete",
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}
