import { randomFrom } from "@/prisma/demo/random";

/** Repeatable choices: a failure names its seed, and the seed gives the same requests again. */
export function chance(seed: number) {
  const next = randomFrom(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T;
  return { next, one, sometimes: (share: number) => next() < share };
}
export type Chance = ReturnType<typeof chance>;

export const nested = (depth: number, open: string, close: string) =>
  open.repeat(depth) + close.repeat(depth);

/** Texts that are well-formed for one layer and impossible for the next. */
export const TEXTS: readonly string[] = [
  ...["", " ", "\0", "a\0b", "\ud800", "a\udfffb", "\ufeff", "\u202e", "\u200b", "\uffff", "🌍".repeat(300)],
  ...["0", "-1", "1e9", "1e400", "NaN", "Infinity", "0x10", "1,000", "٣", "9".repeat(400), "1.5", "-0"],
  ...["0000-01-01", "0001-01-01", "9999-12-31", "-271821-04-20", "+275760-09-13", "2026-02-30", "2026-13-45"],
  ...["2026-01-01T00:00:00Z", "-271821-04-20T00:00:00Z", "2026-01-01T25:61:61Z", "now", "yesterday"],
  ...["%C0", "%00", "%ED%A0%80", "..", "../../etc/passwd", "'; DROP TABLE deal; --", "{{7*7}}"],
  ...["null", "undefined", "true", "[]", "{}", "__proto__", "constructor", "toString", "x".repeat(10_000)],
  ...["org_", "deal_00000000000000000000000000", "per_\ud800", "W10", "WyJkZWFscyIsIlx1MDAwMCJd"],
  ...[
    "USD",
    "https://[::1]:99999999/",
    "javascript:alert(1)",
    "a@b",
    `a@${"b".repeat(300)}`,
    "en-XX",
    "=1+1",
  ],
  nested(3_000, "[", "]"),
];
