/**
 * A web address as it is compared, whoever wrote it down: host in lower case, dot segments resolved, then path and query with
 * the escapes that RFC 3986 §6.2.2 calls equivalent written one way. Scheme, user name, default ports and fragment do not
 * count: they never make another page. Null when it is no http(s) address.
 */
export function addressKey(raw: string): string | null {
  const url = webAddress(raw);
  if (url === null) return null;
  // Without the scheme neither scheme's default port can tell two servers apart.
  const port = url.port === "" || url.port === "80" || url.port === "443" ? "" : `:${url.port}`;
  return `${url.hostname.replace(/\.$/, "")}${port}${pathAndQuery(url)}`;
}

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

/** An http(s) address as URL, or null. */
export function webAddress(raw: string): URL | null {
  if (!URL.canParse(raw)) return null;
  const url = new URL(raw);
  return url.protocol === "https:" || url.protocol === "http:" ? url : null;
}

/** Path and query with unreserved characters unescaped, other escapes in upper case, and a lone "%" escaped itself. */
export function pathAndQuery(url: URL): string {
  return `${url.pathname}${url.search}`
    .replace(/%(?![0-9A-Fa-f]{2})/g, "%25")
    .replace(/%[0-9A-Fa-f]{2}/g, (code) => {
      const sign = String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return /[A-Za-z0-9._~-]/.test(sign) ? sign : code.toUpperCase();
    });
}
