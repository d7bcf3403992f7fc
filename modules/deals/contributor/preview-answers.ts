import { query } from "@/infra/verb/query";
import { mayFor } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { type AnswerGroup, countAnswers } from "@/modules/consent/answers/count-answers";
import { organisationOf } from "@/modules/parties/organisations/organisation-of";
import { dealFor } from "../doors/deal-for";
import { PreviewAnswers, PreviewAnswersRequest } from "../schema/preview";

/**
 * Counts the contributors that these terms would concern, while they are being written. For people who may write the
 * platform's deals.
 */
export const previewAnswers = query({
  name: "deals.preview_answers",
  scope: "deals:write",
  input: PreviewAnswersRequest,
  output: PreviewAnswers,
  async run({ actor, now }, { organisationId, dealId, licenseeId, licenseeName, ...asked }) {
    if (!mayFor(actor, organisationId, "deals:write")) throw notFound("platform");
    if (dealId !== null && (await dealFor(actor, dealId, "deals:write")).platformId !== organisationId)
      throw notFound("deal");
    const lab = licenseeId === null ? null : await organisationOf(licenseeId);
    const buyer =
      lab === null ? { buyerId: null, buyerName: licenseeName } : { buyerId: lab.id, buyerName: lab.name };
    const request = { ...asked, ...buyer, at: now };
    const {
      holders,
      asked: askedHolders,
      groups,
    } = await countAnswers({
      platformId: organisationId,
      dealId,
      request,
    });
    const count = (of: (group: AnswerGroup) => boolean) =>
      groups.filter(of).reduce((sum, group) => sum + group.holders, 0);
    return {
      at: now.toISOString(),
      holders,
      asked: askedHolders,
      yes: count((group) => group.verdict === "cleared" && group.floorMicros === null),
      yesAtAPrice: count((group) => group.verdict === "cleared" && group.floorMicros !== null),
      no: count((group) => group.verdict === "refused"),
      unset: count((group) => group.verdict === "unset"),
      reasons: reasonsOf(groups),
    };
  },
});

function reasonsOf(groups: readonly AnswerGroup[]) {
  const sums = new Map<string, { verdict: AnswerGroup["verdict"]; reason: string; holders: number }>();
  for (const { verdict, reason, holders } of groups) {
    const known = sums.get(reason)?.holders ?? 0;
    sums.set(reason, { verdict, reason, holders: known + holders });
  }
  return [...sums.values()].sort((a, b) => b.holders - a.holders);
}
