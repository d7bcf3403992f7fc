import { z } from "zod";
import { command } from "@/infra/verb/command";
import { expireUpload } from "../repository/upload";
import { DiscardUploadRequest } from "../schema";
import { uploadToDiscard } from "./upload-access";
import { removeUploadFiles } from "./upload-files";

/** Throws an upload away, complete or not. A manifest made of it stays. */
export const discardUpload = command({
  name: "manifests.discard_upload",
  scope: "manifests:write",
  input: DiscardUploadRequest,
  output: z.object({ dealId: z.string() }),
  async run({ tx, actor }, { uploadId }) {
    const { dealId, organisationId, fileName } = await uploadToDiscard(actor, uploadId);
    await removeUploadFiles(uploadId); // Before the record: should this stop between the two, it can be discarded again.
    await expireUpload(tx, uploadId);
    const audit = { subject: uploadId, organisationId, detail: { dealId, fileName } };
    return { value: { dealId }, events: [], audit };
  },
});
