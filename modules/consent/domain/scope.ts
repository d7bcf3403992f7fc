import { isUnder, prefixKey } from "@/modules/handles/domain/address";
import { type IdentifierFault, parseIdentifier } from "@/modules/works/domain/identifier";

/**
 * What terms are about, narrow to wide: one work, a URL prefix within one handle, one handle, everything a person makes.
 */
export type TermsScope =
  | Readonly<{ kind: "work"; workId: string }>
  | Readonly<{ kind: "url_prefix"; handleId: string; prefix: string }>
  | Readonly<{ kind: "handle"; handleId: string }>
  | Readonly<{ kind: "person" }>;

export const SCOPE_KINDS = ["person", "handle", "url_prefix", "work"] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** The key under which a scope's versions stand. */
export function scopeKey(scope: TermsScope, personId: string): string {
  switch (scope.kind) {
    case "work":
      return scope.workId;
    case "url_prefix":
      return `${scope.handleId}|${scope.prefix}`;
    case "handle":
      return scope.handleId;
    case "person":
      return personId;
  }
}

/** The inverse of `scopeKey`. A person scope has no id: it is the version's owner. */
export function scopeOf(kind: ScopeKind, key: string): TermsScope {
  switch (kind) {
    case "work":
      return { kind, workId: key };
    case "url_prefix": {
      const cut = key.indexOf("|");
      return { kind, handleId: key.slice(0, cut), prefix: key.slice(cut + 1) };
    }
    case "handle":
      return { kind, handleId: key };
    case "person":
      return { kind };
  }
}

/**
 * The canonical form of a URL prefix, or a sentence saying what is wrong with it. It always ends with "/", to show
 * that "/alice" never covers "/alicette"; it does cover the page "/alice". A single page is a work with that URL.
 */
export function canonicalPrefix(raw: string): { prefix: string } | { fault: string; code: IdentifierFault } {
  const given = parseIdentifier("url_prefix", raw);
  // Parsed again with its slash, which counts for the length.
  const parsed =
    "value" in given && !given.value.endsWith("/") ? parseIdentifier("url_prefix", `${given.value}/`) : given;
  return "fault" in parsed ? parsed : { prefix: parsed.value };
}

const keyOf = (prefix: string): string => prefixKey(prefix) ?? prefix;

/** Whether terms for the prefix speak about this address (by its key); another spelling of the prefix is the same one. */
export function prefixCovers(prefix: string, address: string): boolean {
  return isUnder(address, keyOf(prefix));
}

/** Smaller is narrower: works, then prefixes (the longer the narrower), then handles, then the person. */
export function breadth(scope: TermsScope): number {
  const widest = 1_000_000;
  switch (scope.kind) {
    case "work":
      return 0;
    case "url_prefix":
      return Math.max(1, widest - keyOf(scope.prefix).length);
    case "handle":
      return widest + 1;
    case "person":
      return widest + 2;
  }
}
