/** Prefixes of identifiers, one per kind of thing, so that an id says what it names. */
export const ID_PREFIXES = {
  person: "per",
  organisation: "org",
  membership: "mem",
  invitation: "inv",
  apiKey: "key",
  session: "ses",
  handle: "hdl",
  handlePeriod: "hpd",
  proof: "prf",
  proofCheck: "chk",
  handleDispute: "dsp",
  work: "wrk",
  workAuthor: "wau",
  terms: "trm",
  dealChoice: "chc",
  deal: "deal",
  dealVersion: "dlv",
  dealStep: "dst",
  upload: "upl",
  manifest: "man",
  mappingProfile: "map",
  clearance: "clr",
  allocation: "alc",
  entry: "ent",
  job: "job",
  event: "evt",
  audit: "aud",
  notice: "ntc",
  noticeMail: "nml",
} as const;

export type IdKind = keyof typeof ID_PREFIXES;

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford base 32, lower case: no i, l, o, u

/**
 * A new identifier such as `deal_01jb3…`: 48 bits of time, then 80 random bits, so ids sort by creation
 * (the layout of a ULID, https://github.com/ulid/spec). `random` is 10 bytes; it is passed in by callers that must be repeatable.
 */
export function newId(
  kind: IdKind,
  at: Date,
  random: Uint8Array = crypto.getRandomValues(new Uint8Array(10)),
): string {
  let bits = BigInt(at.getTime());
  for (const byte of random.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
  let text = "";
  for (let shift = 125n; shift >= 0n; shift -= 5n) text += ALPHABET[Number((bits >> shift) & 31n)];
  return `${ID_PREFIXES[kind]}_${text}`;
}

/** True when `text` has the form of an identifier of this kind; says nothing of whether it exists. */
export function isId(kind: IdKind, text: string): boolean {
  return new RegExp(`^${ID_PREFIXES[kind]}_[0-9a-hjkmnp-tv-z]{26}$`).test(text);
}
