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

/** An RSA key of 8,192 bits has about 1,500; the key is part of every read of its organisation. */
const JWK_CHARS_MAX = 4_000;

/** What a public JWK for signed attestations must be; returns what is wrong with it, or null. */
export function attestationKeyFault(jwk: Readonly<Record<string, unknown>>): string | null {
  const parts: Record<string, readonly string[]> = {
    OKP: ["crv", "x"],
    EC: ["crv", "x", "y"],
    RSA: ["n", "e"],
  };
  if (JSON.stringify(jwk).length > JWK_CHARS_MAX)
    return `A public JWK has at most ${JWK_CHARS_MAX} characters as JSON. Send the key alone, without certificates.`;
  const needed = typeof jwk.kty === "string" ? parts[jwk.kty] : undefined;
  if (["d", "p", "q", "dp", "dq", "qi", "k"].some((part) => part in jwk))
    return "This is a private key. Send the public half only, and replace the key: it has now left your hands.";
  if (needed === undefined) return 'A public JWK with kty "OKP" (Ed25519), "EC" or "RSA" is needed.';
  const missing = needed.filter((part) => typeof jwk[part] !== "string" || jwk[part] === "");
  return missing.length === 0 ? null : `The key lacks ${missing.join(", ")}.`;
}
