/** Characters of a pseudonym: 128 bits, in hexadecimal. */
const PSEUDONYM_CHARS = 32;

/**
 * Bytes of a deal's secret: as many bits as a pseudonym has. In hexadecimal it leaves room for a name of 23 bytes in one
 * block of SHA-256, which halves the cost of millions of them.
 */
export const SECRET_BYTES = 16;

/**
 * SQL for a contributor's pseudonym in a deal: SHA-256 over the deal's secret (as hexadecimal characters) and the name,
 * cut to 128 bits. The secret has a fixed length and half the digest is withheld, so nothing can be extended
 * (Coron et al. 2005, chop-MD); it costs a third of an HMAC, which matters for millions of names. Whoever is told theirs
 * finds it in the published files; nobody can go from a list of names to pseudonyms without the secret.
 */
export function pseudonymSql(secret: Uint8Array, name: string): string {
  return `left(sha256('${keyText(secret)}' || ${name}), ${PSEUDONYM_CHARS})`;
}

/** The same for one name. `sha256` gives hexadecimal text. */
export function pseudonymOf(secret: Uint8Array, name: string, sha256: (text: string) => string): string {
  return sha256(keyText(secret) + name).slice(0, PSEUDONYM_CHARS);
}

function keyText(secret: Uint8Array): string {
  if (secret.length < SECRET_BYTES) throw new Error(`invariant broken: a secret of ${secret.length} bytes`);
  return Buffer.from(secret).toString("hex");
}
