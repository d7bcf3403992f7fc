const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/**
 * The canonical form of a DNS host name people own (lower case, no final dot, punycode kept as written), or null:
 * single labels, IP addresses and names DNS cannot hold are not hosts anybody proves (RFC 1123 §2.1, RFC 1035 §2.3.4).
 */
export function canonicalHost(raw: string): string | null {
  const host = raw.trim().toLowerCase().replace(/\.$/, "");
  const labels = host.split(".");
  const top = labels.at(-1) ?? "";
  if (host.length > 253 || labels.length < 2 || !labels.every((label) => LABEL.test(label))) return null;
  return /^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(top) ? host : null;
}

/**
 * The host that stands for a site where contributors are host names: `www.author.example` and `author.example` are one site,
 * so that money kept for one is found under the other. Null when it is no host somebody owns.
 */
export function siteHost(raw: string): string | null {
  const host = canonicalHost(raw);
  return host === null ? null : (canonicalHost(host.replace(/^www\./, "")) ?? host);
}

/** True when `host` is `declared` itself or a name below it: `www.forum.example` is within `forum.example`. A root dot does not count. */
export function hostWithin(host: string, declared: string): boolean {
  const [inner, outer] = [host, declared].map((name) => name.toLowerCase().replace(/\.$/, "")) as [
    string,
    string,
  ];
  return inner === outer || inner.endsWith(`.${outer}`);
}
