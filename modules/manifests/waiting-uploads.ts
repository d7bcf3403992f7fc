import { query } from "@/infra/query";
import { actorName } from "@/kernel/actor";
import { dealForManifests } from "./manifest-access";
import { listWaitingUploads, type Upload } from "./repository/upload";
import { ListWaitingUploadsRequest, WaitingUploads } from "./schema";
import { uploadStanding } from "./upload-files";

/** One's own uploads for a deal that are not finished, or finished and not yet a manifest: where one left off. */
export const waitingUploads = query({
  name: "manifests.waiting_uploads",
  scope: "manifests:write",
  input: ListWaitingUploadsRequest,
  output: WaitingUploads,
  async run({ actor, now }, { dealId }) {
    const deal = await dealForManifests(actor, dealId, "manifests:write");
    const uploads = await listWaitingUploads(deal.id, actorName(actor));
    const items = await Promise.all(uploads.map(waiting));
    return { items: items.filter((item) => item.expiresAt > now.toISOString()) };
  },
});

async function waiting(upload: Upload) {
  const { bytesReceived, expiresAt } = await uploadStanding(upload);
  const { id, fileName, bytesTotal, state, createdAt } = upload;
  return {
    id,
    fileName,
    bytesTotal: bytesTotal === null ? null : String(bytesTotal),
    bytesReceived: String(bytesReceived),
    complete: state === "complete",
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}
