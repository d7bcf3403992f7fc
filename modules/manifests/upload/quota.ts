import type { Tx } from "@/infra/db/db";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { organisationOf } from "@/modules/parties/organisations/organisation-of";
import { UNPACK_LIMITS, type UnpackLimits } from "../engine/unpack/work-limits";
import { bytesKept, lockBytes } from "../repository/upload";

const GB = 1e9;

/**
 * How many bytes this organisation may still send: what its manifests and waiting uploads have is taken off. A manifest
 * counts with the size of its file, tried or taken in, because what its checks keep is about as large.
 */
async function quotaLeft(organisationId: string, tx?: Tx): Promise<number> {
  const { kept, waiting } = await bytesKept(organisationId, tx);
  return (await quotaOf(organisationId)) - Number(kept + waiting);
}

/** Refuses a manifest or an upload that is over the quota. Concurrent requests of one organisation wait for each other. */
export async function takeQuota(tx: Tx, organisationId: string, bytes: bigint): Promise<void> {
  await lockBytes(tx, organisationId);
  if ((await quotaLeft(organisationId, tx)) < Number(bytes)) throw await overQuota(organisationId);
}

// What requests of this process are bringing just now, by organisation: no table knows of it yet.
const coming = new Map<string, number>();

/** Passes on the bytes of a request's body as long as the organisation may send them. */
export async function* withinQuota(
  organisationId: string,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const left = await quotaLeft(organisationId);
  let mine = 0;
  try {
    for await (const chunk of bytes) {
      mine += chunk.length;
      const all = (coming.get(organisationId) ?? 0) + chunk.length;
      coming.set(organisationId, all);
      if (all > left) throw await overQuota(organisationId);
      yield chunk;
    }
  } finally {
    const rest = (coming.get(organisationId) ?? 0) - mine;
    if (rest > 0) coming.set(organisationId, rest);
    else coming.delete(organisationId);
  }
}

/** Refuses a manifest whose bytes were counted on their way in: only what is recorded by now can stand against it. */
export async function takeRecorded(tx: Tx, organisationId: string, bytes: bigint): Promise<void> {
  await lockBytes(tx, organisationId);
  const { kept } = await bytesKept(organisationId, tx);
  if (Number(kept + bytes) > (await quotaOf(organisationId))) throw await overQuota(organisationId);
}

async function overQuota(organisationId: string): Promise<DomainError> {
  const max = Math.floor((await quotaOf(organisationId)) / GB);
  return new DomainError(
    "MANIFEST_LIMIT",
    `An organisation can store at most ${max} GB of manifests and uploads, and less until it is verified. Discard uploads you no longer need, or write to the operator.`,
    { detail: { because: "bytes_kept", max } },
  );
}

async function quotaOf(organisationId: string): Promise<number> {
  const verified = (await organisationOf(organisationId))?.state === "verified";
  return verified ? LIMITS.platformBytesMax : LIMITS.platformBytesMaxUnverified;
}

/** What a file of this organisation may become: no more than it may keep, however well its file was packed. */
export async function unpackLimitsOf(organisationId: string): Promise<UnpackLimits> {
  return { ...UNPACK_LIMITS, bytesMax: Math.min(UNPACK_LIMITS.bytesMax, await quotaOf(organisationId)) };
}
