import { expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { noopJobHandle } from "@/infra/work/noop-job-handle";
import { DomainError } from "@/kernel/errors";
import { confirmFunding } from "@/modules/deals/operator/confirm-funding";
import { postAgain } from "@/modules/settlement/posting/post-again";
import { postAllocation } from "@/modules/settlement/posting/post-allocation";
import { reversePosting } from "@/modules/settlement/posting/reverse-posting";
import { startPosting } from "@/modules/settlement/posting/start-posting";
import { runToEnd } from "@/test/factories/allocation";
import { operatorActor, paymentOf } from "@/test/factories/deals";
import { callAs, SYSTEM } from "@/test/factories/parties";
import { aSealedDeal } from "@/test/factories/sealed-deal";
import { recordDealFunding } from "./record-deal-funding";

const operator = () => callAs(operatorActor());
const stateOf = async (id: string) => (await db.prisma.deal.findUniqueOrThrow({ where: { id } })).state;

async function aFundedDeal() {
  const sealed = await aSealedDeal();
  await confirmFunding(operator(), await paymentOf(sealed.dealId));
  await recordDealFunding(callAs(SYSTEM), { dealId: sealed.dealId });
  return sealed;
}

test("a posting job that another one replaced does not post what the operator has reversed", async () => {
  const { dealId } = await aFundedDeal();
  const { jobId: first } = await startPosting(callAs(SYSTEM), { dealId });
  const { jobId: second } = await postAgain(operator(), { dealId });
  await runToEnd(second, postAllocation);
  expect(await stateOf(dealId)).toBe("allocated");
  await reversePosting(operator(), { dealId, note: "The wrong deal" });
  await runToEnd(first ?? "", postAllocation); // The next try of the queue.
  expect(await stateOf(dealId)).toBe("funded");
});

test("a posting that is cancelled while it writes leaves nothing on the books", async () => {
  const { dealId, allocationId } = await aFundedDeal();
  const cancelled = async () => {
    throw new DomainError("JOB_CANCELLED", "Someone cancelled this.");
  };
  const handle = { ...noopJobHandle(allocationId), checkCancelled: cancelled };
  await expect(postAllocation.run(handle)).rejects.toMatchObject({ code: "JOB_CANCELLED" });
  expect(await stateOf(dealId)).toBe("funded");
  expect(await db.prisma.entry.count({ where: { cause: "allocation", causeId: allocationId } })).toBe(0);
});
