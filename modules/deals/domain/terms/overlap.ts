import type { Deal, DealTerms } from "../state/deal";

/** The part of two deals of one platform that decides whether both can be kept. */
type Licence = Pick<DealTerms, "licenseeId" | "licenseeName" | "uses" | "exclusive" | "termFrom" | "termTo">;

/**
 * True when one platform cannot keep both: they are with different licensees, share a use and a day of their terms, and at
 * least one is exclusive. `sameName` compares licensees that are only named.
 */
export function conflicts(
  a: Licence,
  b: Licence,
  sameName: (one: string, other: string) => boolean,
): boolean {
  if (!a.exclusive && !b.exclusive) return false;
  if (sameLicensee(a, b, sameName)) return false;
  return sharedUses(a, b).length > 0 && overlap(a, b);
}

/** The uses that both license, in the order of the first. */
export function sharedUses(a: Pick<Licence, "uses">, b: Pick<Licence, "uses">): Licence["uses"] {
  return a.uses.filter((use) => b.uses.includes(use));
}

function sameLicensee(a: Licence, b: Licence, sameName: (one: string, other: string) => boolean): boolean {
  if (a.licenseeId !== null && b.licenseeId !== null) return a.licenseeId === b.licenseeId;
  return sameName(a.licenseeName, b.licenseeName);
}

/** Both ends of a term belong to it; null is no end. */
function overlap(a: Pick<Licence, "termFrom" | "termTo">, b: Pick<Licence, "termFrom" | "termTo">): boolean {
  return (b.termTo === null || a.termFrom <= b.termTo) && (a.termTo === null || b.termFrom <= a.termTo);
}

/** A sentence that names the platform's earlier deal with which these terms conflict, and why. */
export function conflictSentence(terms: Licence, other: Deal): string {
  const uses = sharedUses(terms, other).join(", ").replaceAll("_", "-");
  const until = other.termTo === null ? `from ${other.termFrom}` : `${other.termFrom} to ${other.termTo}`;
  const kind = other.exclusive ? "exclusively licenses" : "licenses";
  return `“${other.title}” (${other.id}) ${kind} ${uses} to ${other.licenseeName}, ${until}. ${
    other.exclusive
      ? "Nobody else can have that in the same term"
      : "An exclusive deal cannot overlap with it"
  }: change the uses or the term, or end the other deal first.`;
}
