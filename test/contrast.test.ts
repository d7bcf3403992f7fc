import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("../app/globals.css", import.meta.url), "utf8");
const tokens = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [String(name), { light: String(light), dark: String(dark) }] as const,
  ),
);

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(name: string, ground: string, mode: "light" | "dark"): number {
  const [a, b] = [tokens.get(name)?.[mode], tokens.get(ground)?.[mode]];
  if (a === undefined || b === undefined) throw new Error(`no token ${name} or ${ground}`);
  const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p) as [number, number];
  return (x + 0.05) / (y + 0.05);
}

const TEXT: [string, string[]][] = [
  ["ink", ["paper", "raised", "wash", "accent-wash", "waiting-wash", "refusal-wash"]],
  ["muted", ["paper", "raised", "wash", "accent-wash", "waiting-wash", "refusal-wash"]],
  ["accent", ["paper", "raised", "wash", "accent-wash"]],
  ["accent-strong", ["paper", "raised", "wash"]],
  ["waiting", ["paper", "raised", "waiting-wash"]],
  ["refusal", ["paper", "raised", "refusal-wash"]],
  ["on-accent", ["accent", "accent-strong"]],
];

describe.each(["light", "dark"] as const)("%s", (mode) => {
  test.each(TEXT.flatMap(([name, grounds]) => grounds.map((ground) => [name, ground] as const)))(
    "%s on %s is at least 4.5:1",
    (name, ground) => expect(contrast(name, ground, mode)).toBeGreaterThanOrEqual(4.5),
  );
  test.each(["paper", "raised"])("the edge of a control on %s is at least 3:1", (ground) =>
    expect(contrast("rule-strong", ground, mode)).toBeGreaterThanOrEqual(3),
  );
});
