import { type Cell, cellOf, type Terms } from "../terms";
import { PURPOSES, USES, type Weights } from "../uses";

/** What terms say about all uses with one openness of weights, as short as it can be said truly. */
export type Glance =
  | Readonly<{ says: "free" | "no" | "nothing" | "depends" }>
  | Readonly<{ says: "priced"; fromMicros: bigint; toMicros: bigint }>;

/**
 * One answer where every use has it (free, priced between the lowest and the highest price, no, nothing said); otherwise it depends on the
 * use, and only the whole terms say how.
 */
export function glance(terms: Terms, weights: Weights): Glance {
  const cells = USES.map((use) => cellOf(terms, use, weights));
  const kinds = new Set(cells.map(kindOf));
  const [kind] = kinds;
  if (kinds.size !== 1 || kind === undefined) return { says: "depends" };
  if (kind !== "priced") return { says: kind };
  const prices = cells.flatMap((cell) => (cell.stance === "allow" ? [cell.floorMicros] : []));
  const sorted = prices.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return { says: "priced", fromMicros: sorted[0] ?? 0n, toMicros: sorted.at(-1) ?? 0n };
}

function kindOf(cell: Cell): "free" | "priced" | "no" | "nothing" {
  switch (cell.stance) {
    case "allow":
      return cell.floorMicros === 0n ? "free" : "priced";
    case "deny":
      return "no";
    case "unset":
      return "nothing";
  }
}

/** Whether a yes in these terms is tied: to research alone, to some other condition, or not at all. */
export function limits(terms: Terms): "research" | "conditions" | null {
  const yes = USES.map((use) => terms.uses[use]).filter(
    ({ open, closed }) => open.stance === "allow" || closed.stance === "allow",
  );
  const tied = ({ conditions: of }: (typeof yes)[number]): boolean =>
    of.buyersAllowed !== null ||
    of.buyersBlocked.length > 0 ||
    of.attribution ||
    of.noDistillation ||
    of.until !== null;
  if (yes.some(tied)) return "conditions";
  const fewer = yes.filter(({ conditions }) => conditions.purposes.length < PURPOSES.length);
  if (fewer.length === 0) return null;
  return fewer.length === yes.length &&
    fewer.every(({ conditions: { purposes } }) => purposes.join() === "research")
    ? "research"
    : "conditions";
}
