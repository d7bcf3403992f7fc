import { now } from "@/infra/clock";
import type { CallContext } from "@/infra/verb/command";
import { failedByItsFile } from "@/modules/jobs/failed-by-its-file";
import type { NoticeKind, NoticeParams } from "@/modules/notices/domain/kinds";
import { tell } from "@/modules/notices/write/write-notices";
import { operatorsToTell } from "@/modules/parties/notice-data";
import { organisationOf } from "@/modules/parties/organisations/organisation-of";

/** Tells the people of the operator who can act. */
export async function tellOperator(
  call: CallContext,
  kind: NoticeKind,
  { params, link }: Readonly<{ params: NoticeParams; link: string }>,
): Promise<void> {
  for (const { organisationId, people } of await operatorsToTell())
    await tell(
      { eventId: `${call.requestId}:operator`, kind, organisationId, at: now() },
      people.map((personId) => ({ personId, params, link })),
    );
}

/** Follows parties.organisation_signed_up: somebody waits to be verified. */
export async function tellNewParty(
  call: CallContext,
  { organisationId }: Readonly<{ organisationId: string }>,
): Promise<void> {
  const party = await organisationOf(organisationId);
  if (party === null || party.kind === "operator") return;
  await tellOperator(call, "operator_party", {
    params: { of: party.name },
    link: `/operator/parties/${organisationId}`,
  });
}

type Ended = Readonly<{ jobId: string; kind: string; outcome: string }>;

/** Follows jobs.ended: notifies the operator of a failed run, unless the file that a party sent caused it: the party can repair that. */
export async function tellFailedRun(call: CallContext, { jobId, kind, outcome }: Ended): Promise<void> {
  if (outcome !== "failed" || (await failedByItsFile(jobId))) return;
  await tellOperator(call, "operator_failed", { params: { name: kind }, link: `/operator/jobs/${jobId}` });
}
