import { expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { sealedSharesOf } from "@/modules/allocation/seal/public-facts";
import { answerCancellation, askCancellation } from "@/modules/deals/operator/cancel-sealed-deal";
import { operatorActor } from "@/test/factories/deals";
import { callAs } from "@/test/factories/parties";
import { aSealedDeal } from "@/test/factories/sealed-deal";
import { myDealShares } from "./queries/deal-shares";
import { myShares } from "./queries/own-share";

test("a deal cancelled after it was sealed promises nothing any more", async () => {
  const { dealId, ada, platform } = await aSealedDeal();
  const mine = () => myDealShares(callAs(ada), { dealIds: [dealId] });
  const said = () => sealedSharesOf([{ platformId: platform.id, name: "ada" }]);
  expect((await mine()).pending).toMatchObject([{ currency: "USD" }]);
  expect(await said()).toHaveLength(1);

  await askCancellation(callAs(platform.owner), { dealId, reason: "The licensee withdrew" });
  await answerCancellation(callAs(operatorActor()), { dealId, decision: "agree" });
  expect(await mine()).toMatchObject({ items: [{ standing: "cancelled" }], pending: [] });
  expect((await myDealShares(callAs(ada), { dealIds: [] })).items).toEqual([]);
  expect((await myShares(callAs(ada), {})).items).toMatchObject([{ standing: "cancelled" }]);
  expect(await said()).toEqual([]);
  expect(await db.prisma.allocation.count({ where: { dealId, publishedAt: { not: null } } })).toBe(1);
});
