import { diffArrays } from "diff";

export type DiffLine = Readonly<{ kind: "same" | "added" | "removed"; text: string }>;

/** Two long texts with less in common than this are shown as replaced: finding it takes long, and nobody would see it. */
const CHANGED_LINES_MAX = 1200;

/** Says what became of a text, line by line; where lines were exchanged, those that went come before those that came. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const [a, b] = [before.split("\n"), after.split("\n")];
  const parts = diffArrays(a, b, { maxEditLength: CHANGED_LINES_MAX }) ?? [
    { value: a, removed: true, added: false },
    { value: b, removed: false, added: true },
  ];
  return parts.flatMap(({ value, removed, added }) =>
    value.map((text) => ({ kind: removed ? "removed" : added ? "added" : "same", text }) as const),
  );
}
