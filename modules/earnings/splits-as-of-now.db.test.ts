import { expect, test } from "vitest";
import { db, transaction } from "@/infra/db/db";
import { newId } from "@/kernel/id";
import { releaseAuthorMoney } from "@/modules/settlement/seats/release-author-money";
import {
  aClearance,
  anAllocation,
  aReadyManifest,
  fund,
  postFunded,
  sealAndPublish,
} from "@/test/factories/allocation";
import { aPersonActor, somePersonTerms } from "@/test/factories/consent";
import { noticedDeal } from "@/test/factories/deals";
import { anOrganisation, callAs, SYSTEM } from "@/test/factories/parties";
import { manyVerifiedHandles } from "@/test/factories/works";
import { myDealShares } from "./queries/deal-shares";
import { explainPayment, myShares } from "./queries/own-share";

const LONG_AGO = new Date("2026-01-01T00:00:00Z");
const DUET = "https://forum.example/duet/";

/** A work of which one author has accepted (half) and two have not (three and two tenths). */
async function aWorkWithSeats(personId: string) {
  const workId = newId("work", new Date());
  const seats = [5000, 3000, 2000].map((shareBps) => ({ id: newId("workAuthor", LONG_AGO), shareBps }));
  await transaction(async (tx) => {
    await tx.prisma.work.create({
      data: { id: workId, kind: "article", title: "Duet", registeredBy: personId, createdAt: LONG_AGO },
    });
    await tx.prisma.workIdentifier.create({ data: { workId, scheme: "url_prefix", value: DUET } });
    await tx.prisma.workAuthor.createMany({
      data: seats.map(({ id, shareBps }, position) => ({
        id,
        workId,
        position,
        name: id,
        shareBps,
        ...(position === 0
          ? { personId, state: "accepted", answeredAt: LONG_AGO }
          : { personId: null, state: "proposed" }),
      })),
    });
  });
  return { workId, seatIds: seats.map(({ id }) => id) };
}

const accept = (seatId: string, personId: string) =>
  db.prisma.workAuthor.update({
    where: { id: seatId },
    data: { personId, state: "accepted", answeredAt: new Date() },
  });

test("authors who accept after the seal see their payment, and are paid once the books let it go", async () => {
  const platform = await anOrganisation();
  const call = callAs(platform.owner);
  const [ann, ben, cleo] = [aPersonActor(), aPersonActor(), aPersonActor()];
  await manyVerifiedHandles(platform.id, [{ name: "ann", personId: ann.personId }], LONG_AGO);
  await somePersonTerms(ann.personId, "paid_anything", LONG_AGO);
  const { workId, seatIds } = await aWorkWithSeats(ann.personId);
  const deal = await noticedDeal(
    { ...call, now: new Date(Date.now() - 86_400_000) },
    { weighting: "per_token" },
  );
  await aReadyManifest({ dealId: deal.id, organisationId: platform.id }, [
    { contributor: "ann", tokens: 100, url: `${DUET}1` },
  ]);
  await aClearance(call, { dealId: deal.id });
  const allocationId = await anAllocation(call, { dealId: deal.id });
  await sealAndPublish(call, allocationId);
  const explained = (person: typeof ann) => explainPayment(callAs(person), { allocationId });
  const seen = async (person: typeof ann) =>
    (await explained(person)).splits.map(({ who, shareBps, late, held }) => [who, shareBps, late, held]);

  const sealed = [
    ["you", 5000, false, false],
    ["pending", 3000, false, true],
    ["pending", 2000, false, true],
  ];
  expect((await seen(ann)).toSorted()).toEqual(sealed.toSorted());
  await expect(explained(ben)).rejects.toMatchObject({ code: "NOT_FOUND" });

  await accept(seatIds[1] ?? "", ben.personId);
  expect(await seen(ben)).toEqual([["you", 3000, true, false]]);
  const promised = await explained(ben);
  expect(promised).toMatchObject({ standing: "pending", lines: [] });
  expect(promised.splits[0]).toMatchObject({ workId, workTitle: "Duet" });
  expect((await myDealShares(callAs(ben), { dealIds: [] })).pending).toEqual([promised.amount]);

  await fund(deal.id);
  await postFunded(deal.id);
  expect(await explained(ben)).toMatchObject({ standing: "posted", amount: promised.amount });
  await accept(seatIds[2] ?? "", cleo.personId);
  expect(await explained(cleo)).toMatchObject({ standing: "held" });
  await releaseAuthorMoney(callAs(SYSTEM), {
    workId,
    authorId: seatIds[2] ?? "",
    personId: cleo.personId,
  });
  const hers = await explained(cleo);
  expect(hers.standing).toBe("posted");
  for (const person of [ann, ben, cleo]) {
    const booked = await db.prisma.line.aggregate({
      where: { holder: `person:${person.personId}` },
      _sum: { minor: true },
    });
    expect(String(-(booked._sum.minor ?? 0n))).toBe((await explained(person)).amount.minor);
    expect((await myShares(callAs(person), {})).items.map((item) => item.allocationId)).toEqual([
      allocationId,
    ]);
  }
  expect((await seen(ann)).toSorted()).toEqual(
    [
      ["co_author", 2000, true, false],
      ["co_author", 3000, true, false],
      ["you", 5000, false, false],
    ].toSorted(),
  );
}, 60_000);
