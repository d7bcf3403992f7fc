import { JobEvents } from "@/infra/events/job-events";
import { AllocationEvents } from "@/modules/allocation/events";
import { ConsentEvents } from "@/modules/consent/events";
import { DealEvents } from "@/modules/deals/events";
import { HandleEvents } from "@/modules/handles/events";
import { IdentityEvents } from "@/modules/identity/events";
import { LedgerEvents } from "@/modules/ledger/events";
import { PartyEvents } from "@/modules/parties/events";
import { followHandle } from "@/modules/settlement/handles/follow-handle";
import { startPosting } from "@/modules/settlement/posting/start-posting";
import { releaseAuthorMoney } from "@/modules/settlement/seats/release-author-money";
import { WorkEvents } from "@/modules/works/events";
import { endCancelled } from "./end-unrun-jobs";
import { forgetPerson } from "./follow-departures";
import { type Handler, on } from "./follows";
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

/** The handler that moves a handle's money to where it belongs. */
export const FOLLOW_MONEY = "follow_money";

/**
 * The consequences of events: kind of event → handlers. The worker runs them as a system actor, each with its own tries. Each
 * must be safe to run twice, late, and while the others of its event run. An event that is not here has no consequences.
 */
const FOLLOWINGS = [
  on(DealEvents.reported, { tell_licensee: tellReported }),
  on(DealEvents.noticed, { tell_contributors: tellNoticed, prepare_consent: prepareDealConsent }),
  on(DealEvents.accepted, { tell_platform: tellLicenseeAccepted }),
  on(DealEvents.declined, { tell_platform: tellLicenseeDeclined }),
  on(DealEvents.amended, { tell_contributors: tellAmended, tell_licensee: tellLicenseeAmended }),
  on(DealEvents.sealed, { tell_payment_due: tellPaymentDue }),
  on(DealEvents.cancellation_asked, { tell_those_who_agree: tellCancelAsked }),
  on(DealEvents.cancellation_refused, { tell_platform: tellCancelRefused }),
  on(DealEvents.cancelled, { tell_contributors: tellCancelled, tell_sides: tellDealEnded }),
  on(DealEvents.funded, {
    record_funding: recordDealFunding,
    start_posting: { run: startPosting, after: ["record_funding"] }, // First the pool, then what is paid out of it.
    tell_sides: tellFunded,
  }),
  on(DealEvents.dispute_ended, { resume_posting: resumePosting }),
  on(ConsentEvents.changed, { tell_person: tellTermsChanged }),
  on(ConsentEvents.withdrawn, { tell_person: tellTermsWithdrawn }),
  on(ConsentEvents.joins_lapsed, { tell_joined: tellLapsed }),
  on(AllocationEvents.published, { tell_shares: tellSealed }),
  on(AllocationEvents.posted, { tell_shares: tellPosted }),
  on(AllocationEvents.reserve_released, { tell_paid: tellReservePaid }),
  on(AllocationEvents.posting_reversed, { tell_reversed: tellPostingReversed }),
  on(AllocationEvents.funding_reversed, { tell_sides: tellFundingReversed }),
  on(WorkEvents.author_invited, { mail_author: mailAuthor, tell_author: tellInvited }),
  on(WorkEvents.split_accepted, { release_money: releaseAuthorMoney, tell_registrant: tellAccepted }),
  on(WorkEvents.split_declined, { tell_registrant: tellDeclined }),
  on(HandleEvents.handle_verified, {
    [FOLLOW_MONEY]: followHandle,
    tell_person: tellVerified,
    tell_open_deals: tellOpenDeals,
  }),
  on(HandleEvents.handle_released, { [FOLLOW_MONEY]: followHandle }),
  on(HandleEvents.handle_disputed, { [FOLLOW_MONEY]: followHandle, tell_claimants: tellDisputed }),
  on(HandleEvents.dispute_settled, { [FOLLOW_MONEY]: followHandle, tell_claimants: tellSettled }),
  on(LedgerEvents.money_released, { tell_person: tellReleased }),
  on(LedgerEvents.author_money_released, { tell_person: tellReleased }),
  on(PartyEvents.member_invited, { mail_invitation: mailInvitation }),
  on(PartyEvents.member_joined, { tell_members: tellJoined }),
  on(PartyEvents.organisation_signed_up, { tell_operator: tellNewParty }),
  on(PartyEvents.organisation_state_set, { tell_members: tellState }),
  on(IdentityEvents.api_key_created, { tell_holders: tellKey }),
  on(IdentityEvents.provider_linked, { tell_person: tellProvider }),
  on(IdentityEvents.second_step_set, { tell_person: tellSecondStep }),
  on(IdentityEvents.recovery_code_used, { tell_person: tellRecoveryCode }),
  on(IdentityEvents.signed_in, { tell_new_device: tellDevice }),
  on(PartyEvents.person_deleted, { forget_person: forgetPerson }),
  on(JobEvents.cancel_requested, { end_waiting: endCancelled }),
  on(JobEvents.ended, { tell_starter: tellEnded, tell_operator: tellFailedRun }),
];

/** The handlers of each event type, in the order in which they are named above. */
export const ON_EVENT: ReadonlyMap<string, readonly Handler[]> = new Map(
  FOLLOWINGS.map(({ type, handlers }) => [type, handlers]),
);

/** The events after which a handle's money may belong elsewhere. */
export const HANDLE_EVENTS = FOLLOWINGS.flatMap(({ type, handlers }) =>
  handlers.some(({ name }) => name === FOLLOW_MONEY) ? [type] : [],
);
