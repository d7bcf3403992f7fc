import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import {
  CompactSign,
  calculateJwkThumbprint,
  compactVerify,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from "jose";
import { canonicalJson, type Json } from "@/kernel/canonical-json";
import { env } from "../env";

type SigningKey = Readonly<{ kid: string; secret: JWK; shared: JWK }>;

let cached: Promise<SigningKey> | undefined;

/**
 * Signs canonical JSON as a compact JWS (RFC 7515) with our Ed25519 key (RFC 8037). Ed25519 has no randomness: the same
 * content gives the same signature. `typ` names the kind of document.
 */
export async function signDocument(typ: string, content: Json): Promise<string> {
  const key = await signingKey();
  return new CompactSign(new TextEncoder().encode(canonicalJson(content)))
    .setProtectedHeader({ alg: "EdDSA", kid: key.kid, typ })
    .sign(await importJWK(key.secret, "EdDSA"));
}

/** The document inside a JWS of ours. Throws when the signature is not ours or the content was changed. */
export async function verifyDocument(jws: string): Promise<{ typ: string | undefined; content: unknown }> {
  const key = await signingKey();
  const { payload, protectedHeader } = await compactVerify(jws, await importJWK(key.shared, "EdDSA"), {
    algorithms: ["EdDSA"],
  });
  return { typ: protectedHeader.typ, content: JSON.parse(new TextDecoder().decode(payload)) };
}

/** The public keys (RFC 7517) with which anybody can check what we signed. */
export async function publicKeys(): Promise<{ keys: JWK[] }> {
  const key = await signingKey();
  return { keys: [{ ...key.shared, kid: key.kid, alg: "EdDSA", use: "sig" }] };
}

function signingKey(): Promise<SigningKey> {
  cached ??= loadKey();
  return cached;
}

async function loadKey(): Promise<SigningKey> {
  const text = process.env.REMIT_SIGNING_KEY ?? (await keyFile());
  const secret = JSON.parse(text) as JWK;
  const { d: _, ...shared } = secret;
  return { kid: await calculateJwkThumbprint(shared), secret, shared };
}

/**
 * Web and worker may both create the first key. Each links a complete file into place, and the second one reads the first
 * one's.
 */
async function keyFile(): Promise<string> {
  const dir = join(resolve(env().REMIT_DATA_DIR), "keys");
  const path = join(dir, "signing-ed25519.jwk.json");
  const known = await readFile(path, "utf8").catch(() => null);
  if (known !== null) return known;
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const pair = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  const draft = join(dir, `${randomUUID()}.part`);
  await writeFile(draft, JSON.stringify(await exportJWK(pair.privateKey)), { mode: 0o600 });
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(draft, { force: true });
  return readFile(path, "utf8");
}
