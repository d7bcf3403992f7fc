import { stat } from "node:fs/promises";
import { query } from "@/infra/query";
import { actorName } from "@/kernel/actor";
import { LIMITS } from "@/kernel/limits";
import { dealForManifests } from "./manifest-access";
import { listWaitingUploads, type Upload } from "./repository/upload";
import { ListWaitingUploadsRequest, WaitingUploads } from "./schema";
import { uploadPath } from "./upload-files";

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

async function waiting({ id, fileName, bytesTotal, state, createdAt }: Upload) {
  const complete = state === "complete";
  const received = await stat(await uploadPath(id)).then(
    ({ size }) => size,
    () => 0, // Opened, and not a byte came yet.
  );
  return {
    id,
    fileName,
    bytesTotal: bytesTotal === null ? null : String(bytesTotal),
    bytesReceived: String(received),
    complete,
    createdAt: createdAt.toISOString(),
    expiresAt: new Date(createdAt.getTime() + LIMITS.uploadHours * 3_600_000).toISOString(),
  };
}
