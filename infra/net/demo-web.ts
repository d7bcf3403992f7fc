import { db, type Tx } from "../db/db";
import { env } from "../env";

/** What a site of the demo world answers, as far as a proof reads it. */
export type DemoAnswer = Readonly<{ status: number; contentType: string; text: string }>;

/** Where the DNS records of a host are kept: no path is written like this. */
export const TXT = "TXT";
export const DEMO_TEXT_CHARS_MAX = 2000;
const PAGES_MAX = 5000;

/**
 * Whether a host is one of the demo world's: a name under .example (RFC 2606: nobody can own one), while REMIT_DEMO is on.
 * Such names are answered from a table by the functions below. No connection is made, so the address guard stays as it is.
 */
export function isDemoHost(host: string): boolean {
  return env().REMIT_DEMO === "1" && /^[a-z0-9-]+(\.[a-z0-9-]+)*\.example$/.test(host);
}

/** The page at an address of the demo world; null when the host is not one of its. */
export async function demoPage(url: URL): Promise<DemoAnswer | null> {
  if (!isDemoHost(url.hostname)) return null;
  const place = placeOf(url);
  const text = await readDemoPlace(url.hostname, place);
  if (place.startsWith("/.well-known/"))
    return text === ""
      ? { status: 404, contentType: "text/plain", text: "" }
      : { status: 200, contentType: "text/plain", text };
  // The home page has a head that its owner wrote; a profile shows what its owner wrote as text.
  const html =
    place === "/"
      ? `<!doctype html><html><head>${text}</head><body></body></html>`
      : `<!doctype html><html><body><pre>${escaped(text)}</pre></body></html>`;
  return { status: 200, contentType: "text/html", text: html };
}

/** The TXT records of a name in the demo world, one a line; null when the name is not one of its. */
export async function demoRecords(name: string): Promise<readonly string[] | null> {
  if (!isDemoHost(name.replace(/^_/, ""))) return null;
  return (await readDemoPlace(name, TXT)).split("\n").filter((line) => line.trim() !== "");
}

/** What was written there; empty when nothing was. */
export async function readDemoPlace(host: string, place: string): Promise<string> {
  const row = await db.prisma.demoPage.findUnique({ where: { host_place: { host, place } } });
  return row?.text ?? "";
}

/** Writes a place; the oldest give way, so that visitors of a public demonstration cannot fill the database. */
export async function writeDemoPlace(
  tx: Tx,
  host: string,
  place: string,
  given: Readonly<{ text: string; at: Date }>,
): Promise<void> {
  const text = given.text.slice(0, DEMO_TEXT_CHARS_MAX);
  const row = { text, updatedAt: given.at };
  const where = { host_place: { host, place } };
  await tx.prisma.demoPage.upsert({ where, create: { host, place, ...row }, update: row });
  const old = await tx.prisma.demoPage.findMany({
    orderBy: { updatedAt: "desc" },
    skip: PAGES_MAX,
    select: { host: true, place: true },
  });
  if (old.length > 0) await tx.prisma.demoPage.deleteMany({ where: { OR: old } });
}

/** The place of an address: its path and query without case and without a last slash. */
export function placeOf(url: URL): string {
  const path = `${url.pathname.replace(/(?<=.)\/$/, "")}${url.search}`;
  try {
    return decodeURIComponent(path).toLowerCase();
  } catch {
    return path.toLowerCase();
  }
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
