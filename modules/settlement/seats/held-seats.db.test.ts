import { expect, test } from "vitest";
import { db, transaction } from "@/infra/db/db";
import type { Actor } from "@/kernel/actor";
import { answerSplit } from "@/modules/works/co-authors/answer-split";
import { authorToken } from "@/modules/works/co-authors/author-token";
import { leaveWorks } from "@/modules/works/register/leave-works";
import { operatorActor } from "@/test/factories/deals";
import { anEntry } from "@/test/factories/ledger";
import { actorFor, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { aWork } from "@/test/factories/works";
import { heldSeats } from "../queries/held-seats";
import { settleSeat } from "./settle-seat";

const operator = () => callAs(operatorActor());
const FIRST = new Date("2026-02-01T00:00:00Z");
const SECOND = new Date("2026-05-01T00:00:00Z");

/** Ada's work with a seat of Bob's, who is only asked. */
async function aSharedWork(title = "Shared") {
  const [ada, bob] = await Promise.all([aPerson({ name: "Ada" }), aPerson({ name: "Robert" })]);
  const work = await aWork(await actorFor(ada.id), {
    title,
    authors: [
      { email: null, name: "Ada", shareBps: 6000 },
      { email: bob.email, name: "Bob", shareBps: 4000 },
    ],
  });
  const { id: seat } = await db.prisma.workAuthor.findFirstOrThrow({
    where: { workId: (work as { id: string }).id, state: "proposed" },
  });
  return { ada, bob, seat, workId: (work as { id: string }).id };
}

const answer = async (who: Actor, seat: string, word: "accept" | "decline") =>
  answerSplit(callAs(who), { token: authorToken(seat), answer: word });

const hold = (seat: string, minor: bigint, effectiveAt: Date, currency = "USD") =>
  anEntry(
    [
      { account: "bank", holder: "remit", dealId: "deal_1", currency, minor },
      { account: "held", holder: `author:${seat}`, dealId: "deal_1", currency, minor: -minor },
    ],
    { effectiveAt },
  );

const listed = async (seats: readonly string[]) =>
  (await heldSeats(operator(), { limit: 100 })).items.filter(({ authorId }) => seats.includes(authorId));

test("a declined seat is listed with what is held, per currency, until it is decided about", async () => {
  const { ada, bob, seat, workId } = await aSharedWork("The Sea");
  await hold(seat, 500n, FIRST);
  await hold(seat, 20n, SECOND);
  await hold(seat, 7n, SECOND, "EUR");
  expect(await listed([seat])).toEqual([]); // Bob can still accept it.
  await answer(await actorFor(bob.id), seat, "decline");
  expect(await listed([seat])).toEqual([
    {
      authorId: seat,
      work: { id: workId, title: "The Sea" },
      name: "Bob",
      shareBps: 4000,
      why: "declined",
      givenUpAt: expect.any(String),
      held: [
        { currency: "EUR", minor: "7", since: SECOND.toISOString() },
        { currency: "USD", minor: "520", since: FIRST.toISOString() },
      ],
      others: [{ personId: ada.id, name: "Ada", shareBps: 6000 }],
    },
  ]);
  await settleSeat(operator(), { authorId: seat, note: "He wants none of it" });
  expect(await listed([seat])).toEqual([]);
  await hold(seat, 3n, SECOND);
  expect((await listed([seat]))[0]?.held).toEqual([
    { currency: "USD", minor: "3", since: SECOND.toISOString() },
  ]);
});

test("a seat whose author has left is listed without a name; who left is not among the others", async () => {
  const { ada, bob, seat } = await aSharedWork();
  await answer(await actorFor(bob.id), seat, "accept");
  await hold(seat, 11n, FIRST);
  expect(await listed([seat])).toEqual([]); // It is Bob's.
  const now = new Date();
  await transaction((tx) => leaveWorks(tx, { personId: bob.id, email: bob.email, now }));
  await transaction((tx) => leaveWorks(tx, { personId: ada.id, email: ada.email, now }));
  expect(await listed([seat])).toMatchObject([
    { name: null, why: "left", givenUpAt: now.toISOString(), others: [] },
  ]);
});

test("a seat for which nothing is held is not listed", async () => {
  const { bob, seat } = await aSharedWork();
  await answer(await actorFor(bob.id), seat, "decline");
  expect(await listed([seat])).toEqual([]);
});

test("pages follow each other without a gap", async () => {
  const seats: string[] = [];
  for (let n = 0; n < 3; n++) {
    const { bob, seat } = await aSharedWork();
    await answer(await actorFor(bob.id), seat, "decline");
    await hold(seat, 1n, FIRST);
    seats.push(seat);
  }
  const found: string[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const page = await heldSeats(operator(), { limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    expect(page.items.length).toBeLessThanOrEqual(2);
    found.push(...page.items.map(({ authorId }) => authorId));
    more = page.nextCursor !== null;
    cursor = page.nextCursor ?? undefined;
  }
  expect(found).toEqual(expect.arrayContaining(seats));
  expect(new Set(found).size).toBe(found.length);
  expect(found).toEqual([...found].sort());
});

test("for anybody but an operator the list is not there", async () => {
  const { ada } = await aSharedWork();
  const platform = await anOrganisation();
  for (const who of [await actorFor(ada.id), platform.owner])
    await expect(heldSeats(callAs(who), {})).rejects.toMatchObject({ code: "NOT_FOUND" });
});
