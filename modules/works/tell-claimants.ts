import type { CallContext } from "@/infra/command";
import { env } from "@/infra/env";
import { sendMail } from "@/infra/mail";
import { notFound } from "@/kernel/errors";
import { personOf } from "@/modules/parties/person-of";
import { disputeMail, settledMail } from "./mails";
import { platformOf } from "./platforms";
import { findDispute } from "./repository/disputes";

/**
 * Follows works.handle_disputed and works.dispute_settled: everybody whose handle it may be is told by mail. Writes
 * nothing; run again after a failure, those who were told are told twice.
 */
export async function tellClaimants(
  { actor }: CallContext,
  { disputeId }: Readonly<{ disputeId: string }>,
): Promise<{ told: number }> {
  if (actor.kind !== "system") throw notFound("page");
  const dispute = await findDispute(disputeId);
  if (dispute === null) throw notFound("dispute");
  const platform = (await platformOf(dispute.platformId))?.name ?? dispute.platformId;
  const seat = { name: dispute.name, platform };
  let told = 0;
  for (const { handleId, personId } of dispute.claimants) {
    const email = (await personOf(personId))?.email;
    if (!email) continue;
    const url = `${env().REMIT_URL}/me/handles/${handleId}`;
    const won = dispute.winnerHandleId === handleId;
    const mail =
      dispute.settledAt === null
        ? disputeMail(seat, url)
        : settledMail({ ...seat, won, note: dispute.note ?? "" }, url);
    await sendMail({ to: email, ...mail });
    told += 1;
  }
  return { told };
}
