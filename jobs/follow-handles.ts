import type { CallContext } from "@/infra/command";
import { releaseHeldMoney } from "@/modules/ledger/release-held-money";

type Settled = Readonly<{
  disputeId: string;
  handleId: string;
  winnerPersonId: string | null;
  platformId: string;
  name: string;
}>;

/** Follows works.dispute_settled: what was held goes to the winner. */
export async function releaseSettledMoney(call: CallContext, settled: Settled): Promise<void> {
  const { winnerPersonId, ...dispute } = settled;
  await releaseHeldMoney(call, { ...dispute, personId: winnerPersonId });
}
