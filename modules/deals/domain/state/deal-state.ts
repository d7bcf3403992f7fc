import { DomainError } from "@/kernel/errors";

/** Where a deal can be, in the order in which it usually gets there. */
export const DEAL_STATES = [
  "draft",
  "reported",
  "noticed",
  "sealed",
  "funded",
  "allocated",
  "distributed",
  "closed",
  "cancelled",
  "disputed",
] as const;
export type DealState = (typeof DEAL_STATES)[number];

/** What can be done to a deal. Each act is one row of the table below. */
export const DEAL_ACTS = [
  "edit",
  "report",
  "notice",
  "accept",
  "decline",
  "amend",
  "seal",
  "fund",
  "allocate",
  "distribute",
  "close",
  "cancel",
  "ask_cancel",
  "withdraw_cancel",
  "agree_cancel",
  "refuse_cancel",
  "dispute",
  "undispute",
  "unfund",
  "unallocate",
] as const;
export type DealAct = (typeof DEAL_ACTS)[number];

/** `back` is the state a disputed deal came from. */
type Target = DealState | "back";

/**
 * act → the states it is allowed in → the state it leads to. What is not written here is refused.
 * A dispute can be raised once contributors or the licensee can have a stake (reported) and until the deal is closed;
 * while it lasts no other act is allowed, which is what freezes the money. A platform cancels alone until the seal; from
 * then on people were shown their shares, so it asks and the other side agrees. What the parties have said so far narrows
 * some acts further: see agreement.ts.
 */
export const TRANSITIONS: Readonly<Record<DealAct, Readonly<Partial<Record<DealState, Target>>>>> = {
  edit: { draft: "draft" },
  report: { draft: "reported" },
  notice: { reported: "noticed" },
  accept: { reported: "reported", noticed: "noticed" },
  decline: { reported: "reported", noticed: "noticed" },
  amend: { reported: "reported", noticed: "noticed" },
  seal: { noticed: "sealed" },
  fund: { sealed: "funded" },
  allocate: { funded: "allocated" },
  distribute: { allocated: "distributed" },
  close: { distributed: "closed" },
  cancel: { draft: "cancelled", reported: "cancelled", noticed: "cancelled" },
  ask_cancel: { sealed: "sealed" },
  withdraw_cancel: { sealed: "sealed" },
  agree_cancel: { sealed: "cancelled" },
  refuse_cancel: { sealed: "sealed" },
  dispute: {
    reported: "disputed",
    noticed: "disputed",
    sealed: "disputed",
    funded: "disputed",
    allocated: "disputed",
    distributed: "disputed",
  },
  undispute: { disputed: "back" },
  unfund: { funded: "sealed" },
  unallocate: { allocated: "funded" },
};

/** The part of a deal that its state machine looks at. `disputedFrom` is set in the state `disputed` and only there. */
export type Standing = Readonly<{ state: DealState; disputedFrom: DealState | null }>;

/** True when `act` is allowed now, as far as the state alone can say. */
export function allows(standing: Standing, act: DealAct): boolean {
  return TRANSITIONS[act][standing.state] !== undefined;
}

/**
 * Where `act` leads from here. Throws DEAL_STATE (LAB_TERMS_LOCKED for terms that are sealed) when the table has no
 * such row; the error says what state the deal is in and from which the act is possible.
 */
export function next(standing: Standing, act: DealAct): Standing {
  const target = TRANSITIONS[act][standing.state];
  if (target === undefined) throw refusal(standing, act);
  if (target === "disputed") return { state: "disputed", disputedFrom: standing.state };
  if (target === "back") {
    if (standing.disputedFrom === null) throw refusal(standing, act);
    return { state: standing.disputedFrom, disputedFrom: null };
  }
  return { state: target, disputedFrom: null };
}

const DOING: Readonly<Record<DealAct, string>> = {
  edit: "edited",
  report: "reported",
  notice: "put on notice",
  accept: "accepted by its licensee",
  decline: "declined by its licensee",
  amend: "amended",
  seal: "sealed",
  fund: "funded",
  allocate: "allocated",
  distribute: "distributed",
  close: "closed",
  cancel: "cancelled by its platform alone",
  ask_cancel: "asked to be cancelled",
  withdraw_cancel: "kept after all",
  agree_cancel: "cancelled by both sides",
  refuse_cancel: "kept by the other side",
  dispute: "disputed",
  undispute: "released from a dispute",
  unfund: "put back to unpaid",
  unallocate: "taken off the books",
};

const TERMS_LOCKED: readonly DealState[] = ["sealed", "funded", "allocated", "distributed", "closed"];

function refusal({ state }: Standing, act: DealAct): DomainError {
  const from = Object.keys(TRANSITIONS[act]);
  const detail = { state, act, allowedIn: from };
  if ((act === "amend" || act === "edit") && TERMS_LOCKED.includes(state)) {
    return new DomainError(
      "LAB_TERMS_LOCKED",
      `This deal is ${state}: its terms are locked, because shares were computed from them.`,
      { detail },
    );
  }
  const hint = hintFor(state, act);
  return new DomainError(
    "DEAL_STATE",
    `This deal is ${state}; it can be ${DOING[act]} only while it is ${from.join(" or ")}.${hint}`,
    { detail },
  );
}

function hintFor(state: DealState, act: DealAct): string {
  if (act === "edit" && (state === "reported" || state === "noticed")) return " Amend it instead.";
  return act === "cancel" && state === "sealed" ? " Ask for its cancellation instead." : "";
}
