import { beforeAll, describe, expect, test } from "vitest";
import { db, transaction } from "@/infra/db/db";
import { postEntry } from "@/modules/ledger/post/post-entry";
import { reverseEntryInTx } from "@/modules/ledger/reverse/reverse-in-tx";
import { as, balance, booksAreSound, header, member, readOnly, system } from "@/test/factories/books";
import { aFundedPool, anAllocation, anEntry, handleStands } from "@/test/factories/ledger";
import { followHandle } from "./follow-handle";
import { settleHandle } from "./settle-handle";

const handle = (name = "ada") => `handle:org_p:${name}`;

describe("a handle's money", () => {
  const follow = (name = "ada") => followHandle(system, { platformId: "org_p", name });
  const hold = (personId: string, disputed = false) => ({ handleId: `hdl_${personId}`, personId, disputed });
  const stands = (
    name: string,
    held: ReturnType<typeof hold> | null,
    lost: readonly ReturnType<typeof hold>[] = [],
  ) => handleStands(name, { held, lost });

  beforeAll(async () => {
    await aFundedPool("deal_h1", 100n);
    await aFundedPool("deal_h2", 700n, "EUR");
    await anAllocation("deal_h1", [
      { holder: handle(), minor: 60n },
      { holder: handle("bob"), minor: 40n },
    ]);
    await anAllocation("deal_h2", [{ holder: handle(), minor: 700n }], "EUR");
  });

  test("waits under the handle, moves to the person in one entry, and moves once", async () => {
    expect(await balance(handle())).toEqual([
      { currency: "EUR", unclaimedMinor: 700n },
      { currency: "USD", unclaimedMinor: 60n },
    ]);
    await stands("ada", hold("ada"));
    const both = await Promise.all([follow(), follow()]);
    expect(both.flatMap(({ entryIds }) => entryIds)).toHaveLength(1);
    expect(await balance("person:ada")).toEqual([
      { currency: "EUR", payableMinor: 700n },
      { currency: "USD", payableMinor: 60n },
    ]);
    expect(await balance(handle())).toEqual([{ currency: "EUR" }, { currency: "USD" }]);
    expect(await db.prisma.outboxEvent.findMany({ where: { type: "ledger.money_released" } })).toMatchObject([
      { payload: { handleId: "hdl_ada", personId: "ada" } },
    ]);
    await booksAreSound();
  });

  test("is not moved by anybody but a job or an operator", async () => {
    await stands("bob", hold("mallory"));
    const bobs = { platformId: "org_p", name: "bob" };
    await expect(followHandle(as(member("platform")), bobs)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(followHandle(as(readOnly), bobs)).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    expect(await balance("person:mallory")).toEqual([]);
  });

  test("posted for a handle that was proved meanwhile is moved by the posting itself", async () => {
    await aFundedPool("deal_h3", 5n);
    await anAllocation("deal_h3", [{ holder: handle(), minor: 5n }], "USD", { settled: true });
    expect(await balance("person:ada")).toContainEqual({ currency: "USD", payableMinor: 65n });
    await booksAreSound();
  });

  test("a claim that was reversed and made again counts once: a dispute holds no other handle's money", async () => {
    await aFundedPool("deal_twice", 150n);
    await anAllocation("deal_twice", [
      { holder: handle("one"), minor: 100n },
      { holder: handle("two"), minor: 50n },
    ]);
    const one = { handleId: "hdl_one", personId: "per_both", disputed: false };
    await stands("one", one);
    await stands("two", { ...one, handleId: "hdl_two" });
    const [claim] = (await follow("one")).entryIds;
    await follow("two");
    const reversal = { entryId: claim ?? "", reason: "By mistake", actor: "system:test", now: new Date() };
    await transaction((tx) => reverseEntryInTx(tx, reversal));
    await follow("one");
    expect(await balance("person:per_both")).toEqual([{ currency: "USD", payableMinor: 150n }]);
    await stands("one", { ...one, disputed: true });
    await follow("one");
    expect(await balance(handle("one"))).toEqual([{ currency: "USD", heldMinor: 100n }]);
    expect(await balance("person:per_both")).toEqual([{ currency: "USD", payableMinor: 50n }]);
    await booksAreSound();
  });

  test("claimed during a posting is not left behind, in either order", async () => {
    for (const round of [1, 2, 3, 4]) {
      const dealId = `deal_race${round}`;
      const name = `racer${round}`;
      await aFundedPool(dealId, 9n);
      await stands(name, hold(name));
      await Promise.all([
        anAllocation(dealId, [{ holder: handle(name), minor: 9n }], "USD", { settled: true }),
        follow(name),
      ]);
      expect(await balance(`person:${name}`)).toEqual([{ currency: "USD", payableMinor: 9n }]);
    }
    await booksAreSound();
  });

  test("is held in a dispute, also what comes later, and released to the winner", async () => {
    await stands("ada", hold("ada", true));
    await follow();
    await follow();
    expect(await balance(handle())).toEqual([
      { currency: "EUR", heldMinor: 700n },
      { currency: "USD", heldMinor: 65n },
    ]);
    await aFundedPool("deal_h4", 1n);
    await anAllocation("deal_h4", [{ holder: handle(), minor: 1n }], "USD", { settled: true });
    expect(await balance(handle())).toContainEqual({ currency: "USD", heldMinor: 66n });
    await stands("ada", hold("eve"), [hold("ada")]);
    await follow();
    await follow();
    expect(await balance("person:eve")).toEqual([
      { currency: "EUR", payableMinor: 700n },
      { currency: "USD", payableMinor: 66n },
    ]);
    expect(await balance("person:ada")).toEqual([{ currency: "EUR" }, { currency: "USD" }]);
    await booksAreSound();
  });

  test("goes to the winner although no news of the dispute came before that of its end", async () => {
    await aFundedPool("deal_h6", 10n);
    await stands("dan", hold("dan"));
    await anAllocation("deal_h6", [{ holder: handle("dan"), minor: 10n }], "USD", { settled: true });
    await stands("dan", hold("fay"), [hold("dan")]);
    await follow("dan");
    expect(await balance("person:dan")).toEqual([{ currency: "USD" }]);
    expect(await balance("person:fay")).toEqual([{ currency: "USD", payableMinor: 10n }]);
  });

  test("what was paid out before the dispute is not held", async () => {
    await stands("bob", hold("bob"));
    await follow("bob");
    await anEntry([
      { account: "payable", holder: "person:bob", dealId: "deal_h1", currency: "USD", minor: 25n },
      { account: "bank", holder: "remit", dealId: "deal_h1", currency: "USD", minor: -25n },
    ]);
    await stands("bob", hold("bob", true));
    await follow("bob");
    expect(await balance(handle("bob"))).toEqual([{ currency: "USD", heldMinor: 15n }]);
    await booksAreSound();
  });

  test("after the handle is given up, new money waits again, and so does what was held", async () => {
    await stands("cy", hold("cy"));
    await follow("cy");
    await stands("cy", null);
    await aFundedPool("deal_h5", 3n);
    await anAllocation("deal_h5", [{ holder: handle("cy"), minor: 3n }], "USD", { settled: true });
    expect(await balance(handle("cy"))).toEqual([{ currency: "USD", unclaimedMinor: 3n }]);
    await stands("cy", hold("cy", true));
    await follow("cy");
    expect(await balance(handle("cy"))).toEqual([{ currency: "USD", heldMinor: 3n }]);
    await stands("cy", null);
    await follow("cy");
    expect(await balance(handle("cy"))).toEqual([{ currency: "USD", unclaimedMinor: 3n }]);
  });

  test("is moved each time there is some, though a session's line numbers are lower than another's", async () => {
    await aFundedPool("deal_n0", 1n);
    for (const n of [1, 2, 3]) await aFundedPool(`deal_n${n}`, BigInt(n));
    await stands("num", hold("num"));
    const moving = { effectiveAt: new Date("2026-03-02T00:00:00Z"), actor: "system:test" };
    const to = (dealId: string, minor: bigint) =>
      [
        { account: "deal_pool", holder: `deal:${dealId}`, dealId, currency: "USD", minor },
        { account: "unclaimed", holder: handle("num"), dealId, currency: "USD", minor: -minor },
      ] as const;
    const of = { platformId: "org_p", name: "num" };
    await transaction(async (early) => {
      await early.pg.query("SELECT nextval('line_id_seq')"); // this session's thousand numbers begin here
      await transaction(async (late) => {
        await late.pg.query("DISCARD SEQUENCES");
        await postEntry(late, { ...header("n0"), lines: to("deal_n0", 1n) });
        await settleHandle(late, { of, moving });
      });
      for (const n of [1, 2, 3]) {
        await postEntry(early, { ...header(`n${n}`), lines: to(`deal_n${n}`, BigInt(n)) });
        await settleHandle(early, { of, moving });
      }
    });
    expect(await balance(handle("num"))).toEqual([{ currency: "USD" }]);
    expect(await balance("person:num")).toEqual([{ currency: "USD", payableMinor: 7n }]);
  });
});
