import { command } from "@/infra/verb/command";
import {
  type Actor,
  type ActorMembership,
  actorName,
  membershipsHeld,
  organisationsWith,
} from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { dayOf } from "@/kernel/time";
import { organisationOf } from "@/modules/parties/organisations/organisation-of";
import type { Deal, DealTerms } from "../domain/state/deal";
import { CreateDealRequest, DealView } from "../schema/deal";
import { instanceFeeBps } from "./instance-fee";
import { changed } from "./record-act";
import { reviseTerms } from "./revise-terms";

export const createDeal = command({
  name: "deals.create",
  scope: "deals:write",
  input: CreateDealRequest,
  output: DealView,
  async run(context, { organisationId, ...input }) {
    const { actor, now } = context;
    const platformId = await platformOf(actor, organisationId);
    if (input.gross === undefined && input.grossMinor === undefined)
      throw new DomainError("INVALID_INPUT", "Enter what the licensee pays: gross or grossMinor.", {
        faults: [{ path: "gross", message: "Enter what the licensee pays." }],
      });
    const today = dayOf(now);
    const feeBps = instanceFeeBps();
    const blank: DealTerms = {
      ...input,
      licenseeName: "",
      operatorFeeBps: feeBps,
      grossMinor: 0n,
      termFrom: input.termFrom ?? today,
    };
    const terms = await reviseTerms(blank, input, { platformId, feeBps });
    const deal: Deal = {
      ...terms,
      ...UNTOUCHED,
      id: newId("deal", now),
      platformId,
      createdBy: actorName(actor),
      createdAt: now,
    };
    return changed(context, { before: null, after: deal, act: "draft" });
  },
});

const UNTOUCHED = {
  state: "draft",
  disputedFrom: null,
  version: 1,
  reportedAt: null,
  noticedAt: null,
  noticeEndsAt: null,
  sealedAt: null,
  sealedAsOf: null,
  fundedAt: null,
  fundingReference: null,
  fundingValueDate: null,
  fundingKey: null,
  allocatedAt: null,
  cancelledAt: null,
  disputedAt: null,
  disputeReason: null,
  licenseeAnswer: null,
  licenseeAnsweredAt: null,
  licenseeAnswerNote: null,
  cancelRequestedAt: null,
  cancelReason: null,
  cancelNote: null,
  sealedAllocationId: null,
} as const;

/** Why somebody of these organisations creates no deal there: their role, or that none is a platform. Null for strangers. */
function refusalFor(own: readonly ActorMembership[]): DomainError | null {
  if (own.length === 0) return null;
  if (own.some(({ kind }) => kind === "platform"))
    return new DomainError(
      "SCOPE_MISSING",
      "Your role in this platform does not allow you to create deals.",
      {
        detail: { scope: "deals:write" },
      },
    );
  return new DomainError("SCOPE_MISSING", "Only platforms create deals. A deal names its licensee.", {
    detail: { scope: "deals:write", because: "only_platforms" },
  });
}

/** The platform the actor acts for: the one named, or the only one they have. */
async function platformOf(actor: Actor, wanted: string | undefined): Promise<string> {
  const mine = organisationsWith(actor, "deals:write").filter((m) => m.kind === "platform");
  if (wanted !== undefined) {
    const known = actor.kind === "system" ? (await organisationOf(wanted))?.kind === "platform" : false;
    if (known || mine.some((m) => m.organisationId === wanted)) return wanted;
    throw (
      refusalFor(membershipsHeld(actor).filter((m) => m.organisationId === wanted)) ?? notFound("platform")
    );
  }
  const [first, second] = mine;
  if (first === undefined) throw refusalFor(membershipsHeld(actor)) ?? notFound("platform");
  if (second !== undefined) {
    throw new DomainError("INVALID_INPUT", "You act for several platforms. Enter one in organisationId.", {
      faults: [{ path: "organisationId", message: "Enter which of your platforms reports the deal." }],
    });
  }
  return first.organisationId;
}
