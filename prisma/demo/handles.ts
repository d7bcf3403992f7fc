import { randomUUID } from "node:crypto";
import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { db } from "@/infra/db";
import { updateOrganisation } from "@/modules/parties/update-organisation";
import { attestHandle } from "@/modules/works/attest-handle";
import { claimHandle } from "@/modules/works/claim-handle";
import { startProof } from "@/modules/works/start-proof";
import { as, daysAgo, happened } from "./acting";
import { type Cast, ORGANISATIONS } from "./cast";
import type { PlatformKey } from "./communities";
import type { PersonKey } from "./people";

const signers = new Map<PlatformKey, Promise<CryptoKey>>();

/** A platform's attestation key, deposited when it is first needed: the same proof a real platform would give. */
function signerOf(platform: PlatformKey, cast: Cast): Promise<CryptoKey> {
  const known = signers.get(platform) ?? depositKey(platform, cast);
  signers.set(platform, known);
  return known;
}

async function depositKey(platform: PlatformKey, cast: Cast): Promise<CryptoKey> {
  const { publicKey, privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  const attestationKey = { ...(await exportJWK(publicKey)), alg: "EdDSA" } as JWK;
  const { owner, verified } = ORGANISATIONS[platform];
  await happened(daysAgo(verified - 1), async () =>
    updateOrganisation(await as(cast.person[owner], daysAgo(verified - 1)), {
      organisationId: cast.organisation[platform],
      attestationKey: attestationKey as Record<string, unknown>,
    }),
  );
  return privateKey;
}

export type Wanted = Readonly<{ person: PersonKey; platform: PlatformKey; handle: string }>;

/** A person claims a handle and the platform confirms it; a second person who does so opens a dispute. */
export async function proveHandle({ person, platform, handle }: Wanted, at: Date, cast: Cast): Promise<void> {
  const where = { platformId: cast.organisation[platform], name: handle, personId: cast.person[person] };
  const known = await db.prisma.handle.findFirst({ where });
  if (known !== null && known.state !== "pending") return;
  const privateKey = await signerOf(platform, cast);
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
      .sign(privateKey);
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
