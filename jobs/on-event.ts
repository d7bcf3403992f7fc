import type { CallContext } from "@/infra/command";
import { startPosting } from "@/modules/allocation/start-posting";
import { releaseAuthorMoney } from "@/modules/ledger/release-author-money";
import { endCancelled } from "./end-unrun-jobs";
import { forgetPerson } from "./follow-departures";
import { followHandleMoney } from "./follow-handles";
import { mailAuthor, mailInvitation } from "./mails";
import {
  tellAmended,
  tellCancelAsked,
  tellCancelled,
  tellCancelRefused,
  tellEnded as tellDealEnded,
  tellFunded,
  tellFundingReversed,
  tellLapsed,
  tellLicenseeAccepted,
  tellLicenseeAmended,
  tellLicenseeDeclined,
  tellNoticed,
  tellOpenDeals,
  tellPaymentDue,
  tellPosted,
  tellPostingReversed,
  tellReported,
  tellReservePaid,
  tellSealed,
} from "./notices/deals";
import { tellKey } from "./notices/keys";
import { tellFailedRun, tellNewParty } from "./notices/operator";
import {
  tellAccepted,
  tellDeclined,
  tellDevice,
  tellDisputed,
  tellInvited,
  tellJoined,
  tellProvider,
  tellRecoveryCode,
  tellReleased,
  tellSecondStep,
  tellSettled,
  tellState,
  tellTermsChanged,
  tellTermsWithdrawn,
  tellVerified,
} from "./notices/people";
import { tellEnded } from "./notices/runs";
import { prepareDealConsent } from "./prepare-deal-consent";
import { recordDealFunding } from "./record-deal-funding";
import { resumePosting } from "./resume-posting";

/** What follows from what: event type → verbs, run by the worker as a system actor. Each must be safe to run twice. */
export const ON_EVENT: Readonly<
  Record<string, readonly ((call: CallContext, payload: never) => Promise<unknown>)[]>
> = {
  "deals.reported": [tellReported],
  "deals.noticed": [tellNoticed, prepareDealConsent],
  "deals.accepted": [tellLicenseeAccepted],
  "deals.declined": [tellLicenseeDeclined],
  "deals.amended": [tellAmended, tellLicenseeAmended],
  "deals.sealed": [tellPaymentDue],
  "deals.cancellation_asked": [tellCancelAsked],
  "deals.cancellation_refused": [tellCancelRefused],
  "deals.cancelled": [tellCancelled, tellDealEnded],
  "deals.funded": [recordDealFunding, startPosting, tellFunded], // first the pool, then what is paid out of it
  "deals.dispute_ended": [resumePosting],
  "consent.changed": [tellTermsChanged],
  "consent.withdrawn": [tellTermsWithdrawn],
  "consent.joins_lapsed": [tellLapsed],
  "allocation.published": [tellSealed],
  "allocation.posted": [tellPosted],
  "allocation.reserve_released": [tellReservePaid],
  "allocation.posting_reversed": [tellPostingReversed],
  "allocation.funding_reversed": [tellFundingReversed],
  "works.author_invited": [mailAuthor, tellInvited],
  "works.split_accepted": [releaseAuthorMoney, tellAccepted],
  "works.split_declined": [tellDeclined],
  "works.handle_verified": [followHandleMoney, tellVerified, tellOpenDeals],
  "works.handle_released": [followHandleMoney],
  "works.handle_disputed": [followHandleMoney, tellDisputed],
  "works.dispute_settled": [followHandleMoney, tellSettled],
  "ledger.money_released": [tellReleased],
  "ledger.author_money_released": [tellReleased],
  "parties.member_invited": [mailInvitation],
  "parties.member_joined": [tellJoined],
  "parties.organisation_signed_up": [tellNewParty],
  "parties.organisation_state_set": [tellState],
  "parties.api_key_created": [tellKey],
  "parties.provider_linked": [tellProvider],
  "parties.second_step_set": [tellSecondStep],
  "parties.recovery_code_used": [tellRecoveryCode],
  "parties.signed_in": [tellDevice],
  "parties.person_deleted": [forgetPerson],
  "jobs.cancel_requested": [endCancelled],
  "jobs.ended": [tellEnded, tellFailedRun],
};

/** The events after which a handle's money may belong elsewhere. */
export const HANDLE_EVENTS = Object.keys(ON_EVENT).filter((type) =>
  ON_EVENT[type]?.includes(followHandleMoney),
);
