import { randomUUID } from "node:crypto";
import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { db } from "@/infra/db";
import { updateOrganisation } from "@/modules/parties/update-organisation";
import { attestHandle } from "@/modules/works/attest-handle";
import { claimHandle } from "@/modules/works/claim-handle";
import { startProof } from "@/modules/works/start-proof";
import { as, daysAgo } from "./acting";
import type { Cast } from "./cast";
import { HANDLES } from "./people";

/** Every platform deposits a key, and confirms with it who is who: the same proof a real platform would give. */
export async function proveHandles(cast: Cast): Promise<void> {
  for (const platform of ["harbour", "lantern", "bench"] as const) {
    const wanted = HANDLES.filter((entry) => entry.platform === platform && entry.person !== "jonas");
    const platformId = cast.organisation[platform];
    const missing = [];
    for (const entry of wanted) {
      const proved = await db.prisma.handle.findFirst({
        where: { platformId, name: entry.handle, state: "verified" },
      });
      if (proved === null) missing.push(entry);
    }
    if (missing.length === 0) continue;
    const { publicKey, privateKey } = await generateKeyPair("EdDSA", { extractable: true });
    const owner = cast.person[platform === "lantern" ? "ines" : "elin"];
    const attestationKey = { ...(await exportJWK(publicKey)), alg: "EdDSA" } as JWK;
    await updateOrganisation(await as(owner, daysAgo(150)), {
      organisationId: platformId,
      attestationKey: attestationKey as Record<string, unknown>,
    });
    for (const { person, handle } of missing)
      await proveOne({ personId: cast.person[person], platformId, handle, privateKey });
  }
}

async function proveOne(seat: {
  personId: string;
  platformId: string;
  handle: string;
  privateKey: CryptoKey;
}): Promise<void> {
  const at = daysAgo(120);
  const call = await as(seat.personId, at);
  const claim = await claimHandle(call, { platformId: seat.platformId, name: seat.handle });
  const { code } = await startProof(call, { handleId: claim.id, method: "attestation" });
  const token = await new SignJWT({ handle: seat.handle })
    .setProtectedHeader({ alg: "EdDSA" })
    .setIssuer(seat.platformId)
    .setSubject(code)
    .setJti(randomUUID())
    .setExpirationTime(Math.floor(at.getTime() / 1000) + 300)
    .sign(seat.privateKey);
  await attestHandle(call, { token });
}
