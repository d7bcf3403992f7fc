import { expect, test } from "vitest";
import { noopJobHandle } from "@/infra/work/noop-job-handle";
import { DomainError } from "@/kernel/errors";
import { clearManifest } from "@/modules/clearance/run/clear-manifest";
import { runClearance } from "@/modules/clearance/run/run-clearance";
import { postAllocation } from "@/modules/settlement/posting/post-allocation";
import { releaseReserve } from "@/modules/settlement/reserve/release-reserve";
import { aClearance, anAllocation, aReadyManifest } from "@/test/factories/allocation";
import { noticedDeal } from "@/test/factories/deals";
import { anOrganisation, callAs } from "@/test/factories/parties";
import { publishShares } from "../seal/publish-shares";
import { sealAllocation } from "../seal/seal-allocation";
import { computeAllocation } from "./compute-allocation";
import { runAllocation } from "./run-allocation";

/** A job that somebody cancels before its engine has begun; nothing but the engine's watch says so. */
const cancelled = (subject: string) => ({
  ...noopJobHandle(subject),
  goesOn: () => Promise.reject(new DomainError("JOB_CANCELLED", "Someone cancelled this.")),
});
const CANCELLED = { code: "JOB_CANCELLED" };

test("every job of a clearance and a split asks, while its engine works, whether it may go on", async () => {
  const { id: organisationId, owner } = await anOrganisation();
  const call = callAs(owner);
  const deal = await noticedDeal(
    { ...call, now: new Date(Date.now() - 10 * 86_400_000) },
    { organisationId, basis: "platform_terms", noticeDays: 7 },
  );
  await aReadyManifest({ dealId: deal.id, organisationId }, [{ contributor: "ada", tokens: 10 }]);
  const clearance = await runClearance(call, { dealId: deal.id });
  await expect(clearManifest.run(cancelled(clearance.id))).rejects.toMatchObject(CANCELLED);
  await aClearance(call, { dealId: deal.id });
  const split = await runAllocation(call, { dealId: deal.id });
  await expect(computeAllocation.run(cancelled(split.id))).rejects.toMatchObject(CANCELLED);
  const allocationId = await anAllocation(call, { dealId: deal.id });
  await sealAllocation(call, { allocationId });
  for (const handler of [publishShares, postAllocation, releaseReserve])
    await expect(handler.run(cancelled(allocationId))).rejects.toMatchObject(CANCELLED);
});
