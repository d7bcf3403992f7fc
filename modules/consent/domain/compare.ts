import type { Terms } from "./terms";
import { USES, type Use, WEIGHTS, type Weights } from "./uses";
import { fullCellWords } from "./words/in-words";
import { type CellSaid, cellSaid } from "./words/sayings";

/** One difference: these uses, with this openness (null: both), read so before and so after; in words and in parts. */
export type TermsChange = Readonly<{
  uses: readonly Use[];
  weights: Weights | null;
  before: string;
  after: string;
  was: CellSaid;
  is: CellSaid;
}>;

/**
 * What really holds for a use when scopes are laid over each other, narrow to wide: the narrowest that is not unset.
 * Null where nobody takes a stance.
 */
export function inForce(layers: readonly (Terms | null)[], use: Use, weights: Weights): Terms | null {
  return layers.find((terms) => terms !== null && terms.uses[use][weights].stance !== "unset") ?? null;
}

/**
 * The differences between two stacks of terms (narrow to wide), as a person would feel them. To compare two versions
 * of one scope alone, pass each as a stack of one.
 */
export function compareTerms(
  before: readonly (Terms | null)[],
  after: readonly (Terms | null)[],
): readonly TermsChange[] {
  const found = USES.flatMap((use) =>
    WEIGHTS.map((weights) => ({ use, weights, ...bothWays(before, after, { use, weights }) })),
  ).filter((cell) => cell.before !== cell.after);
  const alike = new Map<string, TermsChange & { uses: Use[]; weights: Weights }>();
  for (const { use, ...cell } of found) {
    const key = [cell.weights, cell.before, cell.after].join("\n");
    const group = alike.get(key);
    if (group === undefined) alike.set(key, { ...cell, uses: [use] });
    else group.uses.push(use);
  }
  return mergeOpenness([...alike.values()]);
}

function bothWays(
  before: readonly (Terms | null)[],
  after: readonly (Terms | null)[],
  { use, weights }: Readonly<{ use: Use; weights: Weights }>,
) {
  const [old, young] = [inForce(before, use, weights), inForce(after, use, weights)];
  return {
    before: fullCellWords(old, use, weights),
    after: fullCellWords(young, use, weights),
    was: cellSaid(old, use, weights),
    is: cellSaid(young, use, weights),
  };
}

/** Where open and closed weights changed alike for the same uses, one line says it. */
function mergeOpenness(groups: readonly (TermsChange & { weights: Weights })[]): readonly TermsChange[] {
  const twin = (group: TermsChange): TermsChange | undefined =>
    groups.find(
      (other) =>
        other.weights !== group.weights &&
        other.before === group.before &&
        other.after === group.after &&
        other.uses.join() === group.uses.join(),
    );
  return groups.flatMap((group): TermsChange[] => {
    if (twin(group) === undefined) return [group];
    return group.weights === "open" ? [{ ...group, weights: null }] : [];
  });
}

/** True when something that was allowed before is now refused, unsaid, dearer or under more conditions. */
export function isLess(before: readonly (Terms | null)[], after: readonly (Terms | null)[]): boolean {
  return USES.some((use) =>
    WEIGHTS.some((weights) => {
      const was = inForce(before, use, weights);
      if (was === null || was.uses[use][weights].stance !== "allow") return false;
      const is = inForce(after, use, weights);
      return fullCellWords(was, use, weights) !== fullCellWords(is, use, weights);
    }),
  );
}
