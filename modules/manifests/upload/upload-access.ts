import { checkScope } from "@/infra/verb/command";
import { type Actor, actorName } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { isId } from "@/kernel/id";
import { dealForManifests } from "../receive/manifest-access";
import { findUpload, type Upload } from "../repository/upload";

/**
 * The upload, for the actor who opened it and may still write manifests of its deal. Throws NOT_FOUND for everybody else, and
 * SCOPE_MISSING for the opener whose role has changed.
 */
export async function uploadFor(actor: Actor, id: string): Promise<Upload> {
  checkScope("manifests:write", actor);
  const upload = await present(id);
  if (upload.createdBy !== actorName(actor)) throw notFound("upload");
  await dealForManifests(actor, upload.dealId, "manifests:write");
  return upload;
}

/** The upload, for anybody who may write manifests of its deal: an upload a colleague left open takes one of the places. */
export async function uploadToDiscard(actor: Actor, id: string): Promise<Upload> {
  checkScope("manifests:write", actor);
  const upload = await present(id);
  await dealForManifests(actor, upload.dealId, "manifests:write").catch(() => {
    throw notFound("upload");
  });
  return upload;
}

async function present(id: string): Promise<Upload> {
  const upload = isId("upload", id) ? await findUpload(id) : null;
  if (upload === null || upload.state === "expired") throw notFound("upload");
  return upload;
}
