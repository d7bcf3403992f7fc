/** Characters of a pseudonym: 128 bits of the HMAC, in hexadecimal. */
export const PSEUDONYM_CHARS = 32;

/**
 * SQL for a contributor's pseudonym in a deal: HMAC-SHA256 (RFC 2104) under the deal's secret, cut to 128 bits. Whoever
 * is told theirs finds it in the published files; nobody can go from a list of names to pseudonyms without the secret.
 */
export function pseudonymSql(secret: Uint8Array, name: string): string {
  if (secret.byteLength > 64) throw new Error("invariant broken: an HMAC key of ours has at most 64 bytes");
  const pad = (byte: number) => {
    const block = new Uint8Array(64).fill(byte);
    for (const [i, value] of secret.entries()) block[i] = value ^ byte;
    return `unhex('${Buffer.from(block).toString("hex")}')`;
  };
  return `left(sha256(${pad(0x5c)} || unhex(sha256(${pad(0x36)} || encode(${name})))), ${PSEUDONYM_CHARS})`;
}
