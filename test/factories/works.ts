import { createHash, generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import type { z } from "zod";
import { transaction } from "@/infra/db/db";
import type { Actor } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import { attestHandle } from "@/modules/handles/attestation/attest-handle";
import { claimHandle } from "@/modules/handles/claim/claim-handle";
import { startProof } from "@/modules/handles/proof/start-proof";
import { updateOrganisation } from "@/modules/parties/organisations/update-organisation";
import { parseIdentifier } from "@/modules/works/domain/identifier";
import { getWork } from "@/modules/works/queries";
import { registerWork } from "@/modules/works/register/register-work";
import type { RegisterWorkRequest } from "@/modules/works/schema";
import { anOrganisation, callAs } from "./parties";

export type AttestingPlatform = Readonly<{ id: string; owner: Actor; privateKey: KeyObject }>;

/** A platform that signs attestations, with its private key: the shortest way to verified handles. */
export async function anAttestingPlatform(
  facts: Parameters<typeof anOrganisation>[0] = {},
): Promise<AttestingPlatform> {
  const { id, owner } = await anOrganisation({
    host: `forum-${randomUUID().slice(0, 8)}.example`,
    ...facts,
    kind: "platform",
  });
  return { id, owner, privateKey: await depositKey(id, owner) };
}

/** Gives a platform that exists an attestation key (replacing the one it had). */
export async function depositKey(platformId: string, owner: Actor): Promise<KeyObject> {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  await updateOrganisation(callAs(owner), {
    organisationId: platformId,
    attestationKey: publicKey.export({ format: "jwk" }) as Record<string, unknown>,
  });
  return privateKey;
}

/** What the platform signs: by default right in every claim. */
export function anAttestation(
  platform: Pick<AttestingPlatform, "id" | "privateKey">,
  claims: Readonly<{ code: string; handle: string; at?: Date; minutes?: number; jti?: string; iss?: string }>,
): Promise<string> {
  const at = Math.floor((claims.at ?? new Date()).getTime() / 1000);
  return new SignJWT({ handle: claims.handle })
    .setProtectedHeader({ alg: "EdDSA" })
    .setIssuer(claims.iss ?? platform.id)
    .setSubject(claims.code)
    .setIssuedAt(at)
    .setExpirationTime(at + (claims.minutes ?? 5) * 60)
    .setJti(claims.jti ?? randomUUID())
    .sign(platform.privateKey);
}

/** Claims a handle and proves it by attestation, through the verbs, as this person. A second person's makes a dispute. */
export async function aVerifiedHandle(
  person: Actor,
  platform: Pick<AttestingPlatform, "id" | "privateKey">,
  name: string,
  now: Date = new Date(),
): Promise<{ id: string; name: string }> {
  const call = callAs(person, { now });
  const handle = await claimHandle(call, { platformId: platform.id, name });
  const { code } = await startProof(call, { handleId: handle.id, method: "attestation" });
  const token = await anAttestation(platform, { code, handle: name, at: now });
  await attestHandle(call, { token });
  return { id: handle.id, name: handle.name };
}

/**
 * A work of this person's own, recognised by one URL prefix unless told otherwise. Prefixes are written as rows, as works
 * registered before a domain had to be proved for them have them, so that tests need no domain.
 */
export async function aWork(
  person: Actor,
  facts: Partial<z.input<typeof RegisterWorkRequest>> = {},
): ReturnType<typeof registerWork> {
  const {
    identifiers = [{ scheme: "url_prefix", value: `https://works.example/${randomUUID()}/` }],
    ...rest
  } = facts;
  const prefixes = identifiers.filter(({ scheme }) => scheme === "url_prefix");
  const others = identifiers.filter(({ scheme }) => scheme !== "url_prefix");
  const standIn = {
    scheme: "sha256" as const,
    value: createHash("sha256").update(randomUUID()).digest("hex"),
  };
  const work = await registerWork(callAs(person), {
    kind: "article",
    title: "A work",
    identifiers: others.length > 0 ? others : [standIn],
    authors: [{ email: null, name: "Me", shareBps: 10_000 }],
    ...rest,
  });
  if (prefixes.length === 0) return work;
  await transaction(async (tx) => {
    if (others.length === 0)
      await tx.pg.query("DELETE FROM work_identifier WHERE work_id = $1 AND scheme = 'sha256'", [work.id]);
    for (const { value } of prefixes) {
      const parsed = parseIdentifier("url_prefix", value);
      if ("fault" in parsed) throw new Error(parsed.fault);
      await tx.pg.query(
        "INSERT INTO work_identifier (work_id, scheme, value) VALUES ($1, 'url_prefix', $2)",
        [work.id, parsed.value],
      );
    }
  });
  return getWork(callAs(person), { workId: work.id });
}

/**
 * Inserts many verified handles in one transaction, for benches and big runs: the rows that the verbs would leave, without
 * running them.
 */
export async function manyVerifiedHandles(
  platformId: string,
  holders: readonly Readonly<{ name: string; personId: string }>[],
  at: Date,
): Promise<void> {
  const ids = holders.map(() => newId("handle", at));
  const names = holders.map(({ name }) => name);
  const people = holders.map(({ personId }) => personId);
  const periods = holders.map(() => newId("handlePeriod", at));
  await transaction(
    async (tx) => {
      await tx.pg.query(
        `INSERT INTO handle (id, platform_id, name, shown_name, person_id, state, verified_at, created_at)
         SELECT id, $1, name, name, person, 'verified', $2, $2 FROM unnest($3::text[], $4::text[], $5::text[]) AS r (id, name, person)`,
        [platformId, at, ids, names, people],
      );
      await tx.pg.query(
        `INSERT INTO handle_period (id, handle_id, platform_id, name, person_id, verified_at)
         SELECT period, id, $1, name, person, $2 FROM unnest($3::text[], $4::text[], $5::text[], $6::text[]) AS r (period, id, name, person)`,
        [platformId, at, periods, ids, names, people],
      );
    },
    { timeoutMs: 300_000 },
  );
}
