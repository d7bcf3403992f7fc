/**
 * A web address in the form in which addresses are compared: host in lower case, dot segments resolved, then path and query
 * with the escapes that RFC 3986 §6.2.2 calls equivalent written one way. Scheme, user name, default ports and fragment do
 * not count: they never make another page. Null when it is no http(s) address.
 */
export function addressKey(raw: string): string | null {
  const url = webAddress(raw);
  if (url === null) return null;
  // Without the scheme neither scheme's default port can tell two servers apart.
  const port = url.port === "" || url.port === "80" || url.port === "443" ? "" : `:${url.port}`;
  return `${url.hostname}${port}${pathAndQuery(url)}`;
}

/**
 * Addresses whose key is simply what stands after "://" (RE2, for engines that settle most rows without a call here): nothing in
 * them could be written another way. Texts with "/." or "xn--" in them are none, though they fit.
 */
export const PLAIN_ADDRESS = `https?://([a-z0-9-]+[.])+[a-z]{2,}/[A-Za-z0-9._~!$&()*+,;=:@/-]*([?][A-Za-z0-9._~!$&()*+,;=:@/?-]+)?`;

/**
 * The key of a prefix: of its address, without a last slash. It covers whole path segments (`isUnder`), so that ".../t/1"
 * never takes in ".../t/10" and ".../t/" takes in ".../t". Null when it is no http(s) address.
 */
export function prefixKey(raw: string): string | null {
  return addressKey(raw)?.replace(/\/$/, "") ?? null;
}

/** Whether the address (by its key) is the prefix itself (by its key), a query of it, or within it. */
export function isUnder(address: string, prefix: string): boolean {
  return address === prefix || address.startsWith(`${prefix}/`) || address.startsWith(`${prefix}?`);
}

/**
 * An http(s) address as the one URL that is both checked and used, or null: spaces and invisible characters around it and the
 * root dot of its host do not count.
 */
export function webAddress(raw: string): URL | null {
  const text = trimmed(raw);
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  if (url.hostname.endsWith(".")) url.hostname = url.hostname.replace(/\.+$/, "");
  return url;
}

/** Without the white space and the invisible characters around it. */
export const trimmed = (raw: string): string => raw.replace(AROUND, "");

const AROUND = /^[\s\p{Default_Ignorable_Code_Point}]+|[\s\p{Default_Ignorable_Code_Point}]+$/gu;

/** An address as people type it: `https://` is put before one that has no scheme, such as `example.org/essays`. */
export function withScheme(raw: string): string {
  const text = trimmed(raw);
  return hasScheme(text) ? text : `https://${text.replace(/^\/\//, "")}`;
}

/** Whether a text begins with a scheme; in `example.org:8080` and `localhost:8080` the colon is a port's. */
export function hasScheme(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/|^[a-z][a-z0-9+-]*:(?!\d+(?:[/?#]|$))/i.test(text);
}

// What no reader sees of an address and no page is told apart by: zero-width space, word joiner, byte-order mark, soft hyphen.
const UNSEEN = /%E2%80%8B|%E2%81%A0|%EF%BB%BF|%C2%AD/gi;

/** Path and query with unreserved characters unescaped, other escapes in upper case, a lone "%" escaped itself, and nothing invisible. */
export function pathAndQuery(url: URL): string {
  return `${url.pathname}${url.search}`
    .replace(UNSEEN, "")
    .replace(/%(?![0-9A-Fa-f]{2})/g, "%25")
    .replace(/%[0-9A-Fa-f]{2}/g, (code) => {
      const sign = String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return /[A-Za-z0-9._~-]/.test(sign) ? sign : code.toUpperCase();
    });
}
