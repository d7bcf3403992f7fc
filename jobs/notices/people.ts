import { now } from "@/infra/clock";
import type { CallContext } from "@/infra/verb/command";
import { disputeToTell, handleToTell } from "@/modules/handles/notice-data";
import { newestDevice, providerToTell } from "@/modules/identity/notice-data";
import { noteDevice } from "@/modules/notices/inbox/note-device";
import { tell } from "@/modules/notices/write/write-notices";
import { peopleOf } from "@/modules/parties/notice-data";
import { organisationOf } from "@/modules/parties/organisations/organisation-of";
import { personOf, personWithEmail } from "@/modules/parties/people/person-of";
import { seatToTell } from "@/modules/works/notice-data";

type Terms = Readonly<{ personId: string; scopeKind: string; effectiveFrom: string }>;

/** Follows consent.changed and consent.withdrawn: a confirmation, so that nobody's terms change behind their back. */
const tellTerms =
  (kind: "terms_changed" | "terms_withdrawn") =>
  async (call: CallContext, { personId, scopeKind, effectiveFrom }: Terms): Promise<void> => {
    const params = { scope: scopeKind, from: { at: effectiveFrom } };
    await tell({ eventId: call.requestId, kind, at: now() }, [
      { personId, params, link: "/me/terms/history" },
    ]);
  };
export const tellTermsChanged = tellTerms("terms_changed");
export const tellTermsWithdrawn = tellTerms("terms_withdrawn");

/** Follows works.handle_verified. */
export async function tellVerified(
  call: CallContext,
  { handleId }: Readonly<{ handleId: string }>,
): Promise<void> {
  const handle = await handleToTell(handleId);
  if (handle === null) return;
  const { personId, name, platform } = handle;
  await tell({ eventId: call.requestId, kind: "handle_verified", at: now() }, [
    { personId, params: { name, platform }, link: `/me/handles/${handleId}` },
  ]);
}

/** Follows works.handle_disputed: everybody whose handle it may be. */
export async function tellDisputed(
  call: CallContext,
  { disputeId }: Readonly<{ disputeId: string }>,
): Promise<void> {
  const dispute = await disputeToTell(disputeId);
  if (dispute === null) return;
  const params = { name: dispute.name, platform: dispute.platform };
  await tell(
    { eventId: call.requestId, kind: "handle_disputed", at: now() },
    dispute.people.map(({ personId, handleId }) => ({ personId, params, link: `/me/handles/${handleId}` })),
  );
}

/** Follows works.dispute_settled: a notice for the winner, and one for each other claimant. */
export async function tellSettled(
  call: CallContext,
  { disputeId }: Readonly<{ disputeId: string }>,
): Promise<void> {
  const dispute = await disputeToTell(disputeId);
  if (dispute === null) return;
  const params = { name: dispute.name, platform: dispute.platform, reason: dispute.note ?? "" };
  for (const { personId, handleId } of dispute.people) {
    const kind = dispute.winnerHandleId === handleId ? ("handle_won" as const) : ("handle_lost" as const);
    const recipient = { personId, params, link: `/me/handles/${handleId}` };
    await tell({ eventId: call.requestId, kind, at: now() }, [recipient]);
  }
}

/**
 * Follows works.author_invited, in addition to the mail with the link: an author with an account finds it in the inbox too.
 */
export async function tellInvited(
  call: CallContext,
  { authorId }: Readonly<{ authorId: string }>,
): Promise<void> {
  const seat = await seatToTell(authorId);
  const person = seat?.email ? await personWithEmail(seat.email) : null;
  if (seat === null || person === null) return;
  const inviter = await personOf(seat.registeredBy);
  const params = {
    title: seat.title,
    by: inviter?.name ?? inviter?.email ?? "",
    bps: seat.shareBps,
    authorId,
  };
  await tell({ eventId: call.requestId, kind: "author_invited", at: now(), mailedElsewhere: true }, [
    { personId: person.id, params, link: "/me/works" },
  ]);
}

/** Follows works.split_accepted and works.split_declined: a notice for the person who registered the work. */
const tellAnswer =
  (kind: "seat_accepted" | "seat_declined") =>
  async (call: CallContext, { authorId }: Readonly<{ authorId: string }>): Promise<void> => {
    const seat = await seatToTell(authorId);
    if (seat === null) return;
    const { name, title, shareBps: bps, workId, registeredBy: personId } = seat;
    await tell({ eventId: call.requestId, kind, at: now() }, [
      { personId, params: { name, title, bps }, link: `/me/works/${workId}` },
    ]);
  };
export const tellAccepted = tellAnswer("seat_accepted");
export const tellDeclined = tellAnswer("seat_declined");

/** Follows what the books release to a person: money that was held is theirs. */
export async function tellReleased(
  call: CallContext,
  { personId }: Readonly<{ personId: string | null }>,
): Promise<void> {
  if (personId === null) return;
  await tell({ eventId: call.requestId, kind: "money_released", at: now() }, [
    { personId, params: {}, link: "/me/statement" },
  ]);
}

/**
 * Follows parties.provider_linked: a notice for the owner of the account, so that nobody connects a second way in unnoticed.
 */
export async function tellProvider(
  call: CallContext,
  { personId, provider }: Readonly<{ personId: string; provider: string }>,
): Promise<void> {
  await tell({ eventId: call.requestId, kind: "provider_connected", at: now() }, [
    { personId, params: { name: providerToTell(provider) }, link: "/me/settings" },
  ]);
}

const SECOND_STEP_TOLD = {
  on: "second_step_on",
  off: "second_step_off",
  codes: "recovery_codes_made",
} as const;

/** Follows parties.second_step_set: what was done to the second step of somebody's sign-in, so that nobody does it unnoticed. */
export async function tellSecondStep(
  call: CallContext,
  { personId, change }: Readonly<{ personId: string; change: keyof typeof SECOND_STEP_TOLD }>,
): Promise<void> {
  await tell({ eventId: call.requestId, kind: SECOND_STEP_TOLD[change], at: now() }, [
    { personId, params: {}, link: "/me/settings/two-step" },
  ]);
}

/** Follows parties.recovery_code_used. */
export async function tellRecoveryCode(
  call: CallContext,
  { personId, codes }: Readonly<{ personId: string; codes: number }>,
): Promise<void> {
  await tell({ eventId: call.requestId, kind: "recovery_code_used", at: now() }, [
    { personId, params: { codes }, link: "/me/settings/two-step" },
  ]);
}

/** Follows parties.signed_in. */
export async function tellDevice(
  call: CallContext,
  { personId }: Readonly<{ personId: string }>,
): Promise<void> {
  const at = now();
  await noteDevice({ eventId: call.requestId, personId, userAgent: await newestDevice(personId, at), at });
}

/** Follows parties.member_joined: owners and admins, not the one who joined. */
export async function tellJoined(
  call: CallContext,
  { organisationId, personId }: Readonly<{ organisationId: string; personId: string }>,
): Promise<void> {
  const [joined, of] = await Promise.all([personOf(personId), organisationOf(organisationId)]);
  const people = await peopleOf(organisationId, ["owner", "admin"]);
  const params = { name: joined?.name ?? joined?.email ?? "", of: of?.name ?? "" };
  await tell(
    { eventId: call.requestId, kind: "member_joined", organisationId, at: now() },
    people
      .filter((id) => id !== personId)
      .map((id) => ({ personId: id, params, link: `/o/${organisationId}/team` })),
  );
}

/** Follows parties.organisation_state_set. */
export async function tellState(
  call: CallContext,
  {
    organisationId,
    state,
    reason,
  }: Readonly<{ organisationId: string; state: string; reason?: string | undefined }>,
): Promise<void> {
  if (state === "unverified") return;
  const kind = state === "verified" ? "organisation_verified" : "organisation_suspended";
  const of = await organisationOf(organisationId);
  const people = await peopleOf(organisationId, ["owner", "admin"]);
  await tell(
    { eventId: call.requestId, kind, organisationId, at: now() },
    people.map((personId) => ({
      personId,
      params: { of: of?.name ?? "", reason: reason ?? "–" },
      link: `/o/${organisationId}`,
    })),
  );
}
