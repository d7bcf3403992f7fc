import { type ConsentRequest, listsBuyer, shutsOutBuyer } from "./request";
import { breadth, type TermsScope } from "./scope";
import { type Conditions, cellOf, type Terms } from "./terms";
import { USES, type Use } from "./uses";

export type Verdict = "cleared" | "refused" | "unset";

/** Why, for each verdict. These words are in the API, in Parquet files and on the screen; they are never renamed. */
export const REASONS = {
  cleared: ["allowed", "joined"],
  refused: [
    "denied",
    "weights_closed",
    "buyer_blocked",
    "buyer_not_listed",
    "purpose",
    "attribution",
    "distillation",
    "expired",
    "floor_currency",
    "objected",
  ],
  unset: ["no_terms", "use_unset", "withdrawn", "no_use"],
} as const satisfies Record<Verdict, readonly string[]>;
export type Reason = (typeof REASONS)[Verdict][number];

/** The terms of one scope as of the request; `terms` is null after a withdrawal. */
export type Layer = Readonly<{ scope: TermsScope; termsVersionId: string; terms: Terms | null }>;

/** A contributor's answer to one deal; it stands above all general terms. */
export type DealChoice = Readonly<{ id: string; choice: "object" | "join" | "neutral" }>;

export type DecidedBy = Readonly<{ scope: TermsScope | { kind: "deal_choice" }; versionId: string }>;

/** One step of the reasoning: what a scope said for a use, and whether that decided. */
export type Step = Readonly<{
  use: Use | null;
  scope: TermsScope | { kind: "deal_choice" };
  versionId: string;
  says: "allow" | "deny" | "unset" | "withdrawn" | "object" | "join" | "neutral";
  decides: boolean;
}>;

export type UseDecision = Readonly<{
  use: Use | null;
  verdict: Verdict;
  reason: Reason;
  decidedBy: DecidedBy | null;
  /** The least price per 1,000 tokens that was asked for, in millionths of the request's currency; null: none. */
  floorMicros: bigint | null;
}>;

export type Decision = Omit<UseDecision, "use"> &
  Readonly<{ perUse: readonly UseDecision[]; trail: readonly Step[] }>;

/**
 * Decides one request under one person's terms. Pure and total: every input has a verdict, a reason and a trail.
 *
 * For each use the narrowest scope that is not unset (for that use and openness) decides; within one scope deny beats
 * allow; an unmet condition of an allow refuses and does not fall through to wider terms; nothing anywhere is unset.
 * Several uses combine most restrictively: refused over unset over cleared, and the highest floor counts. A choice
 * about this very deal overrides it all: an objection refuses, joining clears at the deal's price (no floor).
 */
export function evaluate(
  layers: readonly Layer[],
  request: ConsentRequest,
  choice: DealChoice | null = null,
): Decision {
  if (choice !== null && choice.choice !== "neutral") return chosen(choice);
  const neutral = choice === null ? [] : [choiceStep(choice, false)];
  const ordered = [...layers].sort(
    (a, b) => breadth(a.scope) - breadth(b.scope) || (a.termsVersionId < b.termsVersionId ? -1 : 1),
  );
  const asked = USES.filter((use) => request.uses.includes(use));
  const parts = asked.map((use) => decideUse(ordered, request, use));
  const perUse = parts.map((part) => part.decision);
  return { ...combine(perUse), perUse, trail: [...neutral, ...parts.flatMap((part) => part.steps)] };
}

/**
 * Several people's decisions about one thing (the accepted authors of a work): everybody's yes is needed.
 * Refused over unset over cleared; the highest floor counts.
 */
export function combineAuthors(decisions: readonly Decision[]): Decision {
  const perUse = decisions.map((decision) => ({ use: null, ...withoutParts(decision) }));
  return {
    ...combine(perUse),
    perUse: decisions.flatMap((decision) => decision.perUse),
    trail: decisions.flatMap((decision) => decision.trail),
  };
}

function withoutParts({ verdict, reason, decidedBy, floorMicros }: Decision): Omit<UseDecision, "use"> {
  return { verdict, reason, decidedBy, floorMicros };
}

const WORST_FIRST: readonly Verdict[] = ["refused", "unset", "cleared"];

function combine(parts: readonly UseDecision[]): Omit<UseDecision, "use"> {
  for (const verdict of WORST_FIRST) {
    const [first, ...rest] = parts.filter((part) => part.verdict === verdict);
    if (first === undefined) continue;
    // The first in the order of USES speaks; among cleared parts the dearest does, because its floor is what must be met.
    const speaker = rest.reduce(
      (top, part) => ((part.floorMicros ?? 0n) > (top.floorMicros ?? 0n) ? part : top),
      first,
    );
    const { reason, decidedBy, floorMicros } = verdict === "cleared" ? speaker : first;
    return { verdict, reason, decidedBy, floorMicros };
  }
  return { verdict: "unset", reason: "no_use", decidedBy: null, floorMicros: null };
}

function chosen(choice: DealChoice): Decision {
  const decidedBy: DecidedBy = { scope: { kind: "deal_choice" }, versionId: choice.id };
  const part = (
    choice.choice === "object"
      ? { verdict: "refused", reason: "objected", decidedBy, floorMicros: null }
      : { verdict: "cleared", reason: "joined", decidedBy, floorMicros: null }
  ) as Omit<UseDecision, "use">;
  return { ...part, perUse: [], trail: [choiceStep(choice, true)] };
}

const choiceStep = (choice: DealChoice, decides: boolean): Step => ({
  use: null,
  scope: { kind: "deal_choice" },
  versionId: choice.id,
  says: choice.choice,
  decides,
});

function decideUse(
  ordered: readonly Layer[],
  request: ConsentRequest,
  use: Use,
): { decision: UseDecision; steps: Step[] } {
  const says = (layer: Layer): Step["says"] =>
    layer.terms === null ? "withdrawn" : cellOf(layer.terms, use, request.weights).stance;
  const takesStance = (layer: Layer): boolean => says(layer) === "allow" || says(layer) === "deny";
  const narrowest = ordered.find(takesStance);
  const deciding =
    narrowest === undefined
      ? []
      : ordered.filter((l) => takesStance(l) && breadth(l.scope) === breadth(narrowest.scope));
  const decision = deciding.length === 0 ? silent(ordered, use) : strictest(deciding, request, use);
  const steps = ordered.map((layer) => ({
    use,
    scope: layer.scope,
    versionId: layer.termsVersionId,
    says: says(layer),
    decides: decision.decidedBy?.versionId === layer.termsVersionId,
  }));
  return { decision, steps };
}

/** Nobody took a stance: say whether that is because nothing was ever said, because it was taken back, or left open. */
function silent(ordered: readonly Layer[], use: Use): UseDecision {
  const [narrowest] = ordered;
  const reason =
    narrowest === undefined
      ? "no_terms"
      : ordered.every((layer) => layer.terms === null)
        ? "withdrawn"
        : "use_unset";
  return { use, verdict: "unset", reason, decidedBy: null, floorMicros: null };
}

/** One scope, perhaps several versions of equal breadth: refusals come before clearings, then the highest floor. */
function strictest(deciding: readonly Layer[], request: ConsentRequest, use: Use): UseDecision {
  const each = deciding.map((layer) => readLayer(layer, request, use));
  const denied = each.find((d) => d.reason === "denied" || d.reason === "weights_closed");
  return denied ?? { use, ...combine(each) };
}

function readLayer(layer: Layer, request: ConsentRequest, use: Use): UseDecision {
  const decidedBy: DecidedBy = { scope: layer.scope, versionId: layer.termsVersionId };
  const refused = (reason: Reason): UseDecision => ({
    use,
    verdict: "refused",
    reason,
    decidedBy,
    floorMicros: null,
  });
  if (layer.terms === null) return { ...silent([layer], use), decidedBy };
  const cell = cellOf(layer.terms, use, request.weights);
  if (cell.stance === "unset") return { ...silent([layer], use), decidedBy };
  if (cell.stance === "deny") {
    const openOnly = request.weights === "closed" && cellOf(layer.terms, use, "open").stance === "allow";
    return refused(openOnly ? "weights_closed" : "denied");
  }
  const unmet = unmetCondition(layer.terms.uses[use].conditions, request);
  if (unmet !== null) return refused(unmet);
  if (cell.floorMicros > 0n && layer.terms.currency !== request.currency) return refused("floor_currency");
  const floorMicros = cell.floorMicros > 0n ? cell.floorMicros : null;
  return { use, verdict: "cleared", reason: "allowed", decidedBy, floorMicros };
}

/** The first condition that the request does not meet, in a written order, so that the reason is repeatable. */
function unmetCondition(conditions: Conditions, request: ConsentRequest): Reason | null {
  if (conditions.until !== null && request.at >= conditions.until) return "expired";
  if (shutsOutBuyer(conditions.buyersBlocked, request)) return "buyer_blocked";
  if (conditions.buyersAllowed !== null && !listsBuyer(conditions.buyersAllowed, request))
    return "buyer_not_listed";
  if (!conditions.purposes.includes(request.purpose)) return "purpose";
  if (conditions.attribution && !request.attribution) return "attribution";
  if (conditions.noDistillation && request.distillation) return "distillation";
  return null;
}
