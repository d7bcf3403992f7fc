import { describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { followHandle } from "@/modules/settlement/handles/follow-handle";
import { runToEnd } from "@/test/factories/allocation";
import { as, booksAreSound, member, readOnly, system } from "@/test/factories/books";
import { aFundedPool, anAllocation, anEntry, handleStands } from "@/test/factories/ledger";
import { holderBalances } from "../holders/holder-balances";
import { reverseEntry } from "./reverse-entry";
import { reverseLongEntry } from "./reverse-long-entry";

describe("reverseEntry", () => {
  test("posts the opposite, names the old entry, and works once", async () => {
    const { entryId } = await anEntry([
      { account: "bank", holder: "remit", currency: "GBP", minor: 8n },
      { account: "operator_fee", holder: "remit", currency: "GBP", minor: -8n },
    ]);
    const ask = { entryId, reason: "typed twice" };
    await expect(reverseEntry(as(readOnly), ask)).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    await expect(reverseEntry(as(member("platform")), ask)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(
      reverseEntry(as(member("operator", new Date(Date.now() - 3_600_000))), ask),
    ).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
    const operator = as(member("operator"), { idempotencyKey: "rev" });
    const made = await reverseEntry(operator, ask);
    expect(await reverseEntry(operator, ask)).toEqual(made);
    await expect(reverseEntry(as(member("operator")), ask)).rejects.toMatchObject({ code: "CONFLICT" });
    const row = await db.prisma.entry.findUniqueOrThrow({ where: { id: made.entryId ?? "" } });
    expect(row).toMatchObject({ reversesId: entryId, cause: "reversal" });
    expect(await db.prisma.outboxEvent.count({ where: { type: "ledger.entry_reversed" } })).toBe(1);
    await booksAreSound();
  });

  test("is refused when the money has moved on, and says of how many", async () => {
    const { entryId } = await anEntry([
      { account: "bank", holder: "remit", currency: "USD", minor: 4n },
      { account: "payable", holder: "person:per_gone", currency: "USD", minor: -4n },
    ]);
    await anEntry([
      { account: "payable", holder: "person:per_gone", currency: "USD", minor: 1n },
      { account: "in_transit", holder: "person:per_gone", currency: "USD", minor: -1n },
    ]);
    await expect(
      reverseEntry(as(member("operator")), { entryId, reason: "typed twice" }),
    ).rejects.toMatchObject({
      code: "LEDGER_INSUFFICIENT",
      detail: { because: "money_moved_on", holders: 1 },
    });
    await booksAreSound();
  });

  test("of money that followed its owner is refused: the claim of a handle, and a dispute", async () => {
    await aFundedPool("deal_o", 4n);
    await anAllocation("deal_o", [{ holder: "handle:org_p:owned", minor: 4n }]);
    const held = { handleId: "hdl_owned", personId: "per_owned", disputed: false };
    const follow = async () => (await followHandle(system, { platformId: "org_p", name: "owned" })).entryIds;
    await handleStands("owned", { held, lost: [] });
    const claim = await follow();
    await handleStands("owned", { held: { ...held, disputed: true }, lost: [] });
    const dispute = await follow();
    expect([claim.length, dispute.length]).toEqual([1, 1]);
    for (const entryId of [...claim, ...dispute])
      await expect(
        reverseEntry(as(member("operator")), { entryId, reason: "typed twice" }),
      ).rejects.toMatchObject({ code: "CONFLICT", detail: { because: "follows_owner" } });
    await booksAreSound();
  });

  test("of a deal's payment or posting names the act that does it with the deal", async () => {
    const funding = await aFundedPool("deal_w", 4n);
    const posting = await anAllocation("deal_w", [{ holder: "person:w", minor: 4n }]);
    for (const [entryId, because] of [
      [funding, "reverse_funding"],
      [posting, "reverse_posting"],
    ] as const)
      await expect(
        reverseEntry(as(member("operator")), { entryId, reason: "bounced" }),
      ).rejects.toMatchObject({ code: "CONFLICT", detail: { because } });
  });

  test("of a long entry is a job, and mirrors every line", async () => {
    const many = Array.from({ length: 10_001 }, (_, i) => ({
      account: "payable" as const,
      holder: `person:long_${i}`,
      dealId: `deal_long_${i % 3}`,
      currency: "EUR",
      minor: -1n,
    }));
    const { entryId } = await anEntry([
      { account: "bank", holder: "remit", currency: "EUR", minor: 10_001n },
      ...many,
    ]);
    const made = await reverseEntry(as(member("operator")), { entryId, reason: "wrong day" });
    expect(made.entryId).toBeNull();
    await runToEnd(made.jobId ?? "", reverseLongEntry);
    const reversal = await db.prisma.entry.findFirstOrThrow({ where: { reversesId: entryId } });
    expect(await db.prisma.line.count({ where: { entryNo: reversal.no } })).toBe(10_002);
    expect((await holderBalances(["person:long_7"])).get("person:long_7")).toMatchObject([
      { payableMinor: 0n },
    ]);
    await booksAreSound();
  });
});
