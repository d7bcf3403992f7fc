import { addressKey, isUnder } from "@/modules/handles/domain/address";
import { schemeOfColumn, workName } from "@/modules/works/domain/identifier";

export type MatchKind = "url" | "url_prefix" | "work_id";

/** By what items of a contributor are recognised; values are keys (works/domain). */
export type Matcher = Readonly<{ contributor: string; matchKind: MatchKind; matchValue: string }>;

export type Item = Readonly<{
  contributor: string | null;
  url: string | null;
  contentId: string | null;
  workId: string | null;
}>;

/** What an item is recognised by: keys of what its row says, however it is written there. A row may name several works. */
export type ItemKeys = Readonly<{ works: readonly string[]; url: string | null; content: string | null }>;

/** `workColumn`: how the file calls the column of its works; a bare number in a column "isbn" is an ISBN. */
export function keysOf(item: Omit<Item, "contributor">, workColumn: string | null): ItemKeys {
  return {
    works:
      item.workId === null
        ? []
        : workName(item.workId, workColumn === null ? null : schemeOfColumn(workColumn)).keys,
    url: item.url === null ? null : addressKey(item.url),
    content: item.contentId === null ? null : addressKey(item.contentId),
  };
}

/**
 * Those of the item's contributor's matchers that it falls under: its works' names; its address, the content id being one too;
 * the prefixes of its address, which is the content id only where there is no other.
 */
export function matching<M extends Matcher>(
  contributor: string | null,
  { works, url, content }: ItemKeys,
  matchers: readonly M[],
): readonly M[] {
  const address = url ?? content;
  const falls = ({ matchKind, matchValue }: Matcher): boolean => {
    switch (matchKind) {
      case "work_id":
        return works.includes(matchValue);
      case "url":
        return matchValue === url || matchValue === content;
      case "url_prefix":
        return address !== null && isUnder(address, matchValue);
    }
  };
  return matchers.filter((matcher) => matcher.contributor === contributor && falls(matcher));
}

/** Of the shared works an item falls under the one its money is divided by: an exact match, then the longest prefix, then the smaller id. */
export function narrowestWork(works: readonly (Matcher & Readonly<{ workId: string }>)[]): string | null {
  const prefixChars = (work: Matcher): number =>
    work.matchKind === "url_prefix" ? work.matchValue.length : Number.POSITIVE_INFINITY;
  const [first] = [...works].sort(
    (a, b) => compare(prefixChars(b), prefixChars(a)) || compare(a.workId, b.workId),
  );
  return first?.workId ?? null;
}

const compare = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
