/** What notices are about; people choose by topic how they are mailed. */
export const TOPICS = [
  "deals",
  "terms",
  "handles",
  "works",
  "money",
  "organisation",
  "runs",
  "failures",
  "security",
] as const;
export type Topic = (typeof TOPICS)[number];

/** When a notice is mailed: immediately, in a daily or weekly digest, or never. The inbox shows it in any case. */
export const CADENCES = ["now", "daily", "weekly", "never"] as const;
export type Cadence = (typeof CADENCES)[number];

/** Everything Remit tells people of, and the topic it belongs to. */
export const TOPIC_OF = {
  deal_noticed: "deals",
  deal_amended: "deals",
  deal_cancelled: "deals",
  join_lapsed: "deals",
  terms_changed: "terms",
  terms_withdrawn: "terms",
  handle_verified: "handles",
  handle_disputed: "handles",
  handle_won: "handles",
  handle_lost: "handles",
  author_invited: "works",
  seat_accepted: "works",
  seat_declined: "works",
  share_sealed: "money",
  share_posted: "money",
  share_taken_back: "money",
  share_of_reserve: "money",
  money_released: "money",
  deal_funded: "organisation",
  deal_payment_reversed: "organisation",
  deal_posting_reversed: "organisation",
  deal_reported: "organisation",
  deal_accepted: "organisation",
  deal_declined: "organisation",
  deal_terms_changed: "organisation",
  deal_other_licensee: "organisation",
  deal_payment_due: "organisation",
  deal_cancel_asked: "organisation",
  deal_cancel_refused: "organisation",
  deal_ended: "organisation",
  operator_party: "organisation",
  operator_payment: "organisation",
  operator_failed: "organisation",
  member_joined: "organisation",
  organisation_verified: "organisation",
  organisation_suspended: "organisation",
  manifest_checked: "runs",
  clearance_done: "runs",
  allocation_done: "runs",
  export_ready: "runs",
  manifest_failed: "failures",
  clearance_failed: "failures",
  allocation_failed: "failures",
  key_created: "security",
  key_expiring: "security",
  new_device: "security",
  provider_connected: "security",
  second_step_on: "security",
  second_step_off: "security",
  recovery_codes_made: "security",
  recovery_code_used: "security",
} as const satisfies Record<string, Topic>;
export type NoticeKind = keyof typeof TOPIC_OF;
export const KINDS = Object.keys(TOPIC_OF) as readonly NoticeKind[];

/**
 * What holds until somebody chooses: what has a deadline, concerns rights or waits for an organisation's act right away, sums
 * once a day, routine not at all.
 */
export const DEFAULT_CADENCE: Readonly<Record<Topic, Cadence>> = {
  deals: "now",
  terms: "now",
  handles: "now",
  works: "now",
  money: "daily",
  organisation: "now",
  runs: "never",
  failures: "now",
  security: "now",
};

/**
 * Topics that are always mailed when they happen: an intruder's first click would be to stop them. They can be neither
 * chosen otherwise nor unsubscribed.
 */
export const ALWAYS_MAILED: readonly Topic[] = ["security"];

/** A value in a notice's words: text as somebody wrote it, a count, an instant, an amount. Shown by the reader's language. */
export type NoticeValue =
  | string
  | number
  | Readonly<{ at: string }>
  | Readonly<{ currency: string; minor: string }>;
/** Stands in a notice for the name of somebody who has deleted their account; the messages say it in words. */
export const DELETED_PERSON = "deletedPerson";

export type NoticeParams = Readonly<Record<string, NoticeValue>>;

/** True for a kind this version knows; a row of a newer one is left out rather than shown wrongly. */
export function isKind(kind: string): kind is NoticeKind {
  return kind in TOPIC_OF;
}
