import { copyFile, link, rm, stat } from "node:fs/promises";
import type { z } from "zod";
import { workFile } from "@/infra/files/storage";
import { type CallContext, checkScope } from "@/infra/verb/command";
import { parseInput } from "@/infra/verb/parse";
import { query } from "@/infra/verb/query";
import type { Actor } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import { doubtsOf } from "../domain/doubts";
import { guessColumns } from "../domain/fields";
import { inspectFile } from "../engine/look/inspect";
import { sha256File } from "../receive/digest";
import { admitFile } from "../receive/receive-manifest";
import { InspectUploadRequest, ManifestFromUpload, Received, UploadInspection } from "../schema";
import { uploadFor } from "./upload-access";
import { uploadPath } from "./upload-files";

const SCOPE = "manifests:write" as const;

/** Makes a manifest of a finished upload. The upload stays until it expires, so that a dry run can be followed by the real one. */
async function fromUpload(call: CallContext, raw: unknown): Promise<z.output<typeof Received>> {
  checkScope(SCOPE, call.actor);
  const { uploadId, mapping, dryRun } = parseInput(ManifestFromUpload, raw);
  const { path, upload } = await finishedUpload(call.actor, uploadId);
  const file = await workFile(".upload");
  try {
    await link(path, file).catch(() => copyFile(path, file)); // Not every disk has hard links.
    const { size } = await stat(file);
    const admission = { dealId: upload.dealId, file, sha256: await sha256File(file), bytes: size };
    return await admitFile(call, { ...admission, mapping, dryRun, fileName: upload.fileName });
  } finally {
    await rm(file, { force: true });
  }
}

/** The same as a verb: it commits in recordManifest, so it needs no commit of its own. */
export const manifestFromUpload = Object.assign(fromUpload, {
  spec: {
    name: "manifests.from_upload",
    scope: SCOPE,
    input: ManifestFromUpload,
    output: Received,
  },
  kind: "command" as const,
});

/** What is in a finished upload: columns, first rows, and what each column most likely is. */
export const inspectUpload = query({
  name: "manifests.inspect_upload",
  scope: "manifests:write",
  input: InspectUploadRequest,
  output: UploadInspection,
  async run({ actor }, { uploadId, encoding, delimiter }) {
    const { path, upload } = await finishedUpload(actor, uploadId);
    const found = await inspectFile(path, { encoding, delimiter });
    return {
      uploadId,
      dealId: upload.dealId,
      fileName: upload.fileName,
      bytes: String((await stat(path)).size),
      format: found.format,
      compression: found.compression,
      encoding: found.encoding,
      delimiter: found.delimiter,
      columns: [...found.columns],
      sample: found.sample.map((row) => [...row]),
      guesses: { ...guessColumns(found.columns, found.format === "jsonl") },
      doubts: doubtsOf({ fileName: upload.fileName, format: found.format, columns: found.columns }),
    };
  },
});

async function finishedUpload(actor: Actor, uploadId: string) {
  const upload = await uploadFor(actor, uploadId);
  if (upload.state !== "complete")
    throw new DomainError("MANIFEST_STATE", "This upload is not complete yet. Let it finish, or resume it.", {
      detail: { because: "upload_incomplete" },
    });
  return { upload, path: await uploadPath(upload.id) };
}
