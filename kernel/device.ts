const BROWSERS = [
  [/Edg\//, "Edge"],
  [/OPR\//, "Opera"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
] as const;
const SYSTEMS = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
] as const;

/** Browser and system as a User-Agent tells them; null what it does not tell. A new version is no new device. */
export function deviceOf(
  userAgent: string | null,
): Readonly<{ browser: string | null; system: string | null }> {
  const find = (names: readonly (readonly [RegExp, string])[]) =>
    userAgent === null ? null : (names.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null);
  return { browser: find(BROWSERS), system: find(SYSTEMS) };
}
