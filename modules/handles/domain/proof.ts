export const PROOF_METHODS = ["page_code", "dns_txt", "well_known", "meta_tag", "attestation"] as const;
export type ProofMethod = (typeof PROOF_METHODS)[number];

export type ProofState = "waiting" | "proved" | "replaced";

export const MARK = "remit-verify";
export const WELL_KNOWN_PATH = `/.well-known/${MARK}.txt`;
const CODES_READ_MAX = 100;

/** What a person places for us to find: `remit-verify=<code>` (a meta tag carries the code alone). */
export function placedText(code: string): string {
  return `${MARK}=${code}`;
}

export function metaTag(code: string): string {
  return `<meta name="${MARK}" content="${code}">`;
}

/** Every code standing in a page, file or record, lower case; at most a hundred, so that a hostile page stays cheap. */
export function codesIn(text: string): readonly string[] {
  const plain = text.replace(/&#61;|&#x3d;|&equals;/gi, "=");
  const codes = new Set<string>();
  for (const match of plain.matchAll(/remit-verify\s{0,3}[=:]\s{0,3}([0-9a-z]{24})(?![0-9a-z])/gi)) {
    codes.add((match[1] ?? "").toLowerCase());
    if (codes.size >= CODES_READ_MAX) break;
  }
  return [...codes];
}

/** The codes in `<meta name="remit-verify" content="…">` tags of an HTML page, attributes in any order and quoting. */
export function metaCodesIn(html: string): readonly string[] {
  const codes = new Set<string>();
  for (const [tag] of html.matchAll(/<meta\s[^>]{1,500}>/gi)) {
    if (attribute(tag, "name")?.toLowerCase() !== MARK) continue;
    const code = attribute(tag, "content")?.trim().toLowerCase();
    if (code !== undefined && /^[0-9a-z]{24}$/.test(code)) codes.add(code);
    if (codes.size >= CODES_READ_MAX) break;
  }
  return [...codes];
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(tag);
  return match === null ? undefined : (match[1] ?? match[2] ?? match[3]);
}

/** The names whose TXT records are read for a host: the host, and one of ours below it for those who keep the top clean. */
export function txtNames(host: string): readonly string[] {
  return [host, `_${MARK}.${host}`];
}
