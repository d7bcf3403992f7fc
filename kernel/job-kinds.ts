/** Every kind of long work. These words are in the API and on the queue; they are never renamed. */
export const JOB_KINDS = [
  "manifest.check",
  "clearance.run",
  "allocation.run",
  "allocation.publish",
  "allocation.post",
  "allocation.unpost",
  "allocation.release_reserve",
  "ledger.reverse",
  "notices.spread",
  "exports.write",
] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** What names a kind of job: a translator of a page, or of a mail. */
export type KindWords = ((key: "kind.manifest_check") => string) &
  Readonly<{ has: (key: "kind.manifest_check") => boolean }>;

/** "manifest.check" → "Manifest check"; a kind or step without words of its own is shown by its name. */
export function kindText(t: KindWords, kind: string): string {
  const key = `kind.${kind.replaceAll(".", "_")}` as "kind.manifest_check";
  return t.has(key) ? t(key) : nameText(kind);
}

/** "check_rows" → "Check rows": what a kind or step without words of its own is called. */
export function nameText(name: string): string {
  const words = name.replaceAll(/[-_.]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
