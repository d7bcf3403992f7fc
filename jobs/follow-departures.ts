import type { CallContext } from "@/infra/verb/command";
import { forgetExports } from "@/modules/exports/forget-exports";
import { forgetPersonsNotices } from "@/modules/notices/inbox/forget-person";
import { seatsGivenBy } from "@/modules/works/register/leave-works";

/** Follows parties.person_deleted: what others keep about somebody who has left goes too. Each part finds its work done. */
export async function forgetPerson(
  call: CallContext,
  { personId }: Readonly<{ personId: string }>,
): Promise<void> {
  await forgetPersonsNotices(call, { personId, authorIds: [...(await seatsGivenBy(personId))] });
  await forgetExports(personId);
}
