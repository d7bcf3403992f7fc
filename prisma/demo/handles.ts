import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import { db } from "@/infra/db/db";
import { forumKey, forumPublicKey } from "@/modules/demo/forum-key";
import { attestHandle } from "@/modules/handles/attestation/attest-handle";
import { claimHandle } from "@/modules/handles/claim/claim-handle";
import { setProofRule } from "@/modules/handles/platforms/set-proof-rule";
import { startProof } from "@/modules/handles/proof/start-proof";
import { updateOrganisation } from "@/modules/parties/organisations/update-organisation";
import { as, daysAgo, happened } from "./acting";
import { type Cast, ORGANISATIONS } from "./cast";
import { type PlatformKey, PROFILES } from "./communities";
import type { PersonKey } from "./people";

/**
 * A platform opens its forum: it deposits the key it confirms its members with, and says where their profiles are. The same
 * key signs in the demo forum (modules/demo), so that visitors get the same proof.
 */
export async function openForum(platform: PlatformKey, cast: Cast): Promise<void> {
  const organisationId = cast.organisation[platform];
  const { host, verified, owner } = ORGANISATIONS[platform];
  if ((await db.prisma.platformProofRule.count({ where: { platformId: organisationId } })) > 0) return;
  const at = daysAgo(verified - 1);
  await happened(at, async () => {
    const call = await as(cast.person[owner], at);
    await updateOrganisation(call, { organisationId, attestationKey: forumPublicKey(organisationId) });
    const profileTemplate = `https://${host}${PROFILES[platform]}{name}`;
    await setProofRule(call, { organisationId, profileTemplate, namesAreHosts: false, pageCode: true });
  });
}

export type Wanted = Readonly<{ person: PersonKey; platform: PlatformKey; handle: string }>;

/** A person claims a handle and the platform confirms it; a second person who does so opens a dispute. */
export async function proveHandle({ person, platform, handle }: Wanted, at: Date, cast: Cast): Promise<void> {
  const where = { platformId: cast.organisation[platform], name: handle, personId: cast.person[person] };
  const known = await db.prisma.handle.findFirst({ where });
  if (known !== null && known.state !== "pending") return;
  await happened(at, async () => {
    const call = await as(cast.person[person], at);
    const claim = await claimHandle(call, { platformId: where.platformId, name: handle });
    const { code } = await startProof(call, { handleId: claim.id, method: "attestation" });
    const token = await new SignJWT({ handle })
      .setProtectedHeader({ alg: "EdDSA" })
      .setIssuer(where.platformId)
      .setSubject(code)
      .setJti(randomUUID())
      .setExpirationTime(Math.floor(at.getTime() / 1000) + 300)
      .sign(forumKey(where.platformId));
    await attestHandle(call, { token });
  });
}

/** A claim with a proof that was begun and not finished. */
export async function claimOnly({ person, platform, handle }: Wanted, at: Date, cast: Cast): Promise<void> {
  const platformId = cast.organisation[platform];
  const personId = cast.person[person];
  if ((await db.prisma.handle.count({ where: { platformId, name: handle, personId } })) > 0) return;
  await happened(at, async () => {
    const call = await as(personId, at);
    const claim = await claimHandle(call, { platformId, name: handle });
    await startProof(call, { handleId: claim.id, method: "attestation" });
  });
}
