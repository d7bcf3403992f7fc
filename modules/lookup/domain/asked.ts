import { normaliseHandleName } from "@/modules/handles/domain/handle-name";
import { nameInAddress } from "@/modules/handles/domain/name-on";
import type { Platform } from "@/modules/handles/domain/platform";
import { type Identifier, parseIdentifier, readIdentifier } from "@/modules/works/domain/identifier";

/** What was typed as a book or a paper, in canonical form, or which of the two it fails to be. */
export function workAsked(raw: string): Identifier | { fault: "isbn" | "doi" } {
  const doi = parseIdentifier("doi", raw);
  if ("value" in doi) return { scheme: "doi", value: doi.value };
  const isbn = parseIdentifier("isbn", raw);
  if ("value" in isbn) return { scheme: "isbn", value: isbn.value };
  return { fault: /10\.|doi/i.test(raw) ? "doi" : "isbn" };
}

/** An address as people type it, with or without https://; null when it is none. One too long to register may be in a folder that is. */
export function addressAsked(raw: string): URL | null {
  const parsed = readIdentifier("url", raw);
  if ("fault" in parsed) return null;
  const url = new URL(parsed.value);
  return url.hostname.includes(".") ? url : null;
}

const FOLDERS_MAX = 20;

/**
 * The identifiers under which a registered work can cover this address: itself, and every folder above it, with and without
 * a last slash and under either scheme, as `isUnder` of a clearance would find them.
 */
export function identifiersOf(url: URL): readonly Identifier[] {
  const folders = url.pathname.split("/").slice(1, FOLDERS_MAX);
  const above = folders.flatMap((_, at) => {
    const folder = `/${folders.slice(0, at).join("/")}`;
    return at === 0 ? [folder] : [folder, `${folder}/`];
  });
  const paths = [...new Set([...above, url.pathname, url.pathname.replace(/\/?$/, "/")])];
  return ["https:", "http:"].flatMap((protocol) => [
    { scheme: "url", value: `${protocol}//${url.host}${url.pathname}${url.search}` } as const,
    ...paths.map((path) => ({ scheme: "url_prefix", value: `${protocol}//${url.host}${path}` }) as const),
  ]);
}

/** The handle whose own page an address on this platform is, normalised; null for any other page. */
export function handleInAddress(platform: Platform, url: URL): string | null {
  const inside = nameInAddress(platform, url);
  const normal = inside === null ? null : normaliseHandleName(inside, platform.rule);
  return normal !== null && "name" in normal ? normal.name : null;
}
