/**
 * A path of this site to go back to after signing in, out of what a link said; anything that could lead elsewhere
 * (another origin, `//host`, `/\host`, control characters) becomes `fallback`.
 */
export function safePath(raw: string | null | undefined, fallback = "/"): string {
  if (raw === null || raw === undefined || !raw.startsWith("/") || raw.length > 2000) return fallback;
  // Browsers drop tabs and newlines and read a backslash as a slash: "/\t/evil" is "//evil" to them.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/^\/[/\\]|[\\\u0000-\u001f\u007f]/.test(raw)) return fallback;
  const base = "https://this.site.invalid";
  if (!URL.canParse(raw, base)) return fallback;
  const url = new URL(raw, base);
  return url.origin === base && !url.pathname.startsWith("//")
    ? url.pathname + url.search + url.hash
    : fallback;
}
