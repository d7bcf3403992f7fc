import type { Facts } from "./facts";

export type Viewer = Readonly<{ personId: string | null; path: string }>;

/** What a figure must be: one value; one of several where the page may not say which; or between two. */
export type Expected =
  | bigint
  | Readonly<{ oneOf: readonly bigint[] }>
  | Readonly<{ from: bigint; to: bigint }>;

/** `of`: the subject of the figure, cut at its colons. */
export type Rule = (facts: Facts, of: readonly string[], viewer: Viewer) => Expected | Promise<Expected>;
export type Rules = Readonly<Record<string, Rule>>;

/** The subject in `n` parts; names of contributors come last and may have colons of their own. */
export const parted = (of: readonly string[], n: number): readonly string[] => [
  ...of.slice(0, n - 1),
  of.slice(n - 1).join(":"),
];

export const fits = (found: bigint, expected: Expected): boolean => {
  if (typeof expected === "bigint") return found === expected;
  if ("oneOf" in expected) return expected.oneOf.includes(found);
  return found >= expected.from && found <= expected.to;
};

export const told = (expected: Expected): string => {
  if (typeof expected === "bigint") return String(expected);
  if ("oneOf" in expected) return `one of ${expected.oneOf.join(", ")}`;
  return `${expected.from} to ${expected.to}`;
};
