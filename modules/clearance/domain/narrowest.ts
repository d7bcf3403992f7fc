import type { FrozenDecision, Verdict } from "./verdict";

export type MatchKind = "url" | "url_prefix" | "work_id";

/** A frozen answer about some of a contributor's items. */
export type Override = FrozenDecision &
  Readonly<{ contributor: string; matchKind: MatchKind; matchValue: string; floorMicros: bigint | null }>;

export type Item = Readonly<{
  contributor: string | null;
  url: string | null;
  contentId: string | null;
  workId: string | null;
}>;

const SEVERITY: Readonly<Record<Verdict, number>> = { refused: 0, unset: 1, cleared: 2 };

/**
 * The override that decides about an item: of its contributor's, an exact match before a prefix, a longer value before a
 * shorter; where two are equally narrow, a refusal before silence before a yes, then the higher price. Null when none matches.
 */
export function narrowestOverride(item: Item, overrides: readonly Override[]): Override | null {
  const matching = overrides.filter(
    (override) => override.contributor === item.contributor && matches(item, override),
  );
  matching.sort(
    (a, b) =>
      Number(a.matchKind === "url_prefix") - Number(b.matchKind === "url_prefix") ||
      b.matchValue.length - a.matchValue.length ||
      SEVERITY[a.verdict] - SEVERITY[b.verdict] ||
      Number((b.floorMicros ?? -1n) - (a.floorMicros ?? -1n)),
  );
  return matching[0] ?? null;
}

function matches(item: Item, { matchKind, matchValue }: Override): boolean {
  switch (matchKind) {
    case "url":
      return matchValue === item.url || matchValue === item.contentId;
    case "work_id":
      return matchValue === item.workId;
    case "url_prefix":
      return item.url?.startsWith(matchValue) ?? false;
  }
}
