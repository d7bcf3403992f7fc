/** A URL name out of a display name: lower case ASCII, hyphens, at most 60 characters; "organisation" when nothing is left. */
export function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  return slug === "" ? "organisation" : slug;
}

/**
 * The bare host of a platform out of what a person pastes (`https://Forum.Example/t/1` → `forum.example`), in its ASCII
 * form; null when it is not a public host name (an address, a single label, a port only).
 */
export function hostOf(raw: string): string | null {
  const text = raw.trim();
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(url)) return null;
  const { hostname, protocol, username } = new URL(url);
  if ((protocol !== "https:" && protocol !== "http:") || username !== "") return null;
  const host = hostname.replace(/\.$/, "").toLowerCase();
  const label = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
  return host.length <= 253 && new RegExp(`^(${label}\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$`).test(host)
    ? host
    : null;
}

/**
 * One spelling of an e-mail address for comparing and for mailing: NFKC, trimmed, lower case, an international domain in its ASCII form
 * (`joe@exämple.de` → `joe@xn--exmple-cua.de`, RFC 5891). Not a proof that it exists.
 */
export function normaliseEmail(raw: string): string {
  const text = raw.normalize("NFKC").trim().toLowerCase();
  const at = text.lastIndexOf("@");
  const domain = text.slice(at + 1);
  if (at < 1 || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) || !URL.canParse(`https://${domain}`)) return text;
  return `${text.slice(0, at)}@${new URL(`https://${domain}`).hostname}`;
}

/** A key has a few hundred; it is part of every read of its organisation. */
const JWK_CHARS_MAX = 4_000;

/**
 * What a public JWK for signed attestations must be: of a kind whose signatures Remit checks, EdDSA with Ed25519 or ES256.
 * Returns what is wrong with it, or null.
 */
export function attestationKeyFault(jwk: Readonly<Record<string, unknown>>): string | null {
  const kinds = [
    { kty: "OKP", crv: "Ed25519", needed: ["x"] },
    { kty: "EC", crv: "P-256", needed: ["x", "y"] },
  ];
  if (JSON.stringify(jwk).length > JWK_CHARS_MAX)
    return `A public JWK has at most ${JWK_CHARS_MAX.toLocaleString("en")} characters as JSON. Send the key alone, without certificates.`;
  if (["d", "p", "q", "dp", "dq", "qi", "k"].some((part) => part in jwk))
    return "This is a private key. Send only the public half, and replace the key: it is no longer secret.";
  const kind = kinds.find(({ kty, crv }) => jwk.kty === kty && jwk.crv === crv);
  if (kind === undefined)
    return 'Remit checks signatures by Ed25519 (kty "OKP", crv "Ed25519") and P-256 (kty "EC", crv "P-256"). Send the public JWK of such a key.';
  const missing = kind.needed.filter((part) => typeof jwk[part] !== "string" || jwk[part] === "");
  return missing.length === 0 ? null : `The key lacks ${missing.join(", ")}.`;
}
