import type { CallContext } from "@/infra/command";
import { startPosting } from "@/modules/allocation/start-posting";
import { claimHandleMoney } from "@/modules/ledger/claim-handle-money";
import { forgetHandleClaim } from "@/modules/ledger/forget-handle-claim";
import { holdHandleMoney } from "@/modules/ledger/hold-handle-money";
import { releaseAuthorMoney } from "@/modules/ledger/release-author-money";
import { sendInvitationMail } from "@/modules/parties/send-invitation-mail";
import { sendAuthorInvitation } from "@/modules/works/send-author-invitation";
import { tellClaimants } from "@/modules/works/tell-claimants";
import { releaseSettledMoney } from "./follow-handles";
import { recordDealFunding } from "./record-deal-funding";
import { resumePosting } from "./resume-posting";

/** What follows from what: event type → verbs, run by the worker as a system actor. Each must be safe to run twice. */
export const ON_EVENT: Readonly<
  Record<string, readonly ((call: CallContext, payload: never) => Promise<unknown>)[]>
> = {
  "deals.funded": [recordDealFunding, startPosting], // first the pool, then what is paid out of it
  "deals.dispute_ended": [resumePosting],
  "works.author_invited": [sendAuthorInvitation],
  "works.split_accepted": [releaseAuthorMoney],
  "works.handle_verified": [claimHandleMoney],
  "works.handle_released": [forgetHandleClaim],
  "works.handle_disputed": [holdHandleMoney, tellClaimants],
  "works.dispute_settled": [releaseSettledMoney, tellClaimants],
  "parties.member_invited": [sendInvitationMail],
};
