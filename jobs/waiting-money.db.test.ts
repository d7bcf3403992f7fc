import { expect, test } from "vitest";
import { handleMoney } from "@/modules/earnings/queries/handle-money";
import { moneyWaiting } from "@/modules/earnings/queries/waiting-money";
import { claimHandle } from "@/modules/handles/claim/claim-handle";
import { contributorHolder } from "@/modules/handles/domain/handle-name";
import { followHandle } from "@/modules/settlement/handles/follow-handle";
import { anEntry } from "@/test/factories/ledger";
import { actorFor, aPerson, callAs } from "@/test/factories/parties";
import { anAttestingPlatform, aVerifiedHandle } from "@/test/factories/works";

test("money under a claimed handle is shown to who claimed it, as an amount, until it is proved", async () => {
  const platform = await anAttestingPlatform();
  const [mine, other] = [await actorFor((await aPerson()).id), await actorFor((await aPerson()).id)];
  const line = (account: "unclaimed" | "held", name: string, minor: bigint) => ({
    account,
    holder: contributorHolder(platform.id, name),
    dealId: null,
    currency: "USD",
    minor,
  });
  await anEntry([
    { account: "bank", holder: "remit", dealId: null, currency: "USD", minor: 1100n },
    line("unclaimed", "iris", -700n),
    line("unclaimed", "somebody", -300n),
    line("held", "iris", -100n), // in dispute: not for who has proved nothing
  ]);
  expect((await moneyWaiting(callAs(mine), {})).items).toEqual([]);
  const { id } = await claimHandle(callAs(mine), { platformId: platform.id, name: "Iris" });
  await claimHandle(callAs(mine), { platformId: platform.id, name: "nobody" });
  expect((await moneyWaiting(callAs(mine), {})).items).toEqual([
    { handleId: id, platformId: platform.id, shownName: "Iris", amount: { currency: "USD", minor: "700" } },
  ]);
  expect((await moneyWaiting(callAs(other), {})).items).toEqual([]);
  expect(await handleMoney(callAs(mine), { handleId: id })).toEqual({
    waiting: [{ currency: "USD", minor: "700" }],
    brought: [],
  });
  await expect(handleMoney(callAs(other), { handleId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await aVerifiedHandle(mine, platform, "Iris");
  expect((await moneyWaiting(callAs(mine), {})).items).toEqual([]);
  const call = { actor: { kind: "system", job: "test" } as const, requestId: "test" };
  await followHandle(call, { platformId: platform.id, name: "iris" });
  expect(await handleMoney(callAs(mine), { handleId: id })).toEqual({
    waiting: [],
    brought: [{ currency: "USD", minor: "800" }],
  });
  await expect(moneyWaiting(callAs(platform.owner), {})).resolves.toMatchObject({ items: [] });
  await expect(moneyWaiting(callAs({ kind: "anonymous" }), {})).rejects.toMatchObject({
    code: "NOT_SIGNED_IN",
  });
});
