import { createHmac, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { env } from "@/infra/env";

// PKCS #8 around the 32 bytes of an Ed25519 private key (RFC 8410 §7).
const ED25519 = Buffer.from("302e020100300506032b657004220420", "hex");

/** The signing key of a demo forum, made from the instance's secret: the seed and the web process have the same, stored nowhere. */
export function forumKey(platformId: string): KeyObject {
  const seed = createHmac("sha256", env().REMIT_SECRET).update(`demo-forum:${platformId}`).digest();
  return createPrivateKey({ key: Buffer.concat([ED25519, seed]), format: "der", type: "pkcs8" });
}

/** The public part, as the forum deposits it with Remit. */
export function forumPublicKey(platformId: string): Record<string, unknown> {
  return { ...createPublicKey(forumKey(platformId)).export({ format: "jwk" }), alg: "EdDSA" };
}
