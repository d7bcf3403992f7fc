import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { withEngine } from "@/infra/engine/engine";
import { storage, workFile } from "@/infra/files/storage";
import type { CallContext } from "@/infra/verb/command";
import { PUBLISHED } from "@/modules/allocation/engine/files";
import { allocation } from "@/modules/allocation/queries/allocation";
import { openPublished, publishedFile, recipe } from "@/modules/allocation/seal/published-file";
import {
  aClearance,
  anAllocation,
  aReadyManifest,
  fund,
  postFunded,
  sealAndPublish,
} from "@/test/factories/allocation";
import { aPersonActor, aWork, somePersonTerms } from "@/test/factories/consent";
import { noticedDeal } from "@/test/factories/deals";
import { anOrganisation, callAs } from "@/test/factories/parties";
import { manyVerifiedHandles } from "@/test/factories/works";
import { myDealShares } from "./queries/deal-shares";
import { explainPayment, myLineInDeal, myShares } from "./queries/own-share";

const LONG_AGO = new Date("2026-01-01T00:00:00Z");

async function aWorld() {
  const platform = await anOrganisation();
  const call = callAs(platform.owner);
  const [ann, ben, cy, dee] = ["ann", "ben", "cy", "dee"].map((name) =>
    aPersonActor(`per_${name}_${platform.id}`),
  ) as [
    ReturnType<typeof aPersonActor>,
    ReturnType<typeof aPersonActor>,
    ReturnType<typeof aPersonActor>,
    ReturnType<typeof aPersonActor>,
  ];
  await manyVerifiedHandles(
    platform.id,
    [
      { name: "ann", personId: ann.personId },
      { name: "dee", personId: dee.personId },
      { name: "cy", personId: cy.personId },
    ],
    LONG_AGO,
  );
  for (const person of [ann, ben, cy, dee]) await somePersonTerms(person.personId, "paid_anything", LONG_AGO);
  const workId = await aWork({
    personId: ann.personId,
    coAuthorIds: [ben.personId],
    scheme: "url_prefix",
    url: "https://forum.example/duet/",
  });
  const deal = await noticedDeal(
    { ...call, now: new Date(Date.now() - 86_400_000) },
    { weighting: "per_token" },
  );
  await aReadyManifest({ dealId: deal.id, organisationId: platform.id }, [
    { contributor: "ann", tokens: 100, url: "https://forum.example/solo/1" },
    { contributor: "ann", tokens: 50, url: "https://forum.example/duet/1" },
    { contributor: "cy", tokens: 30, url: "https://forum.example/duet/2" }, // not an author: the split is not theirs
    { contributor: "dee", tokens: 17, url: "https://forum.example/solo/2" },
  ]);
  await aClearance(call, { dealId: deal.id });
  const allocationId = await anAllocation(call, { dealId: deal.id });
  const early = await Promise.all(
    [callAs(ann), callAs(ben), callAs(aPersonActor()), call].map((who) => filesOf(who, allocationId)),
  );
  await sealAndPublish(call, allocationId);
  return { call, deal, allocationId, ann, ben, cy, dee, workId, early };
}

/** Which of the published files this caller gets; the others are NOT_FOUND. */
async function filesOf(call: CallContext, allocationId: string): Promise<string[]> {
  const answers = await Promise.allSettled([
    ...PUBLISHED.map((file) => publishedFile(call, { allocationId, file })),
    recipe(call, { allocationId }),
  ]);
  for (const answer of answers)
    if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: "NOT_FOUND" });
  return ALL_FILES.filter((_, index) => answers[index]?.status === "fulfilled");
}

const ALL_FILES = [...PUBLISHED, "recipe.sql"];

describe("a person's own share", () => {
  let world: Awaited<ReturnType<typeof aWorld>>;
  beforeAll(async () => {
    world = await aWorld();
  });

  test("is explained from the gross to the amount, with the splits of shared works", async () => {
    const { allocationId, ann, ben, cy, workId } = world;
    const [hers, his, third] = await Promise.all(
      [ann, ben, cy].map((person) => explainPayment(callAs(person), { allocationId })),
    );
    const total = BigInt(hers?.lines[0]?.share.minor ?? 0);
    const given = BigInt(hers?.lines[0]?.toCoAuthors.minor ?? 0);
    expect(BigInt(hers?.amount.minor ?? 0)).toBe(total - given);
    expect(his?.amount.minor).toBe(String(given));
    expect(his?.lines).toHaveLength(0);
    expect(hers?.splits.map((split) => [split.workId, split.who])).toEqual(
      expect.arrayContaining([
        [workId, "you"],
        [workId, "co_author"],
      ]),
    );
    expect(third?.splits).toHaveLength(0);
    expect(hers?.standing).toBe("pending");
    expect(hers?.lines[0]).toMatchObject({ tokens: "150", rows: "2", weightPercent: "76.14213197" });
  });

  test("is nobody else's: a stranger finds nothing, and a key of an organisation neither", async () => {
    const { allocationId, deal, call } = world;
    const stranger = callAs(aPersonActor());
    await expect(explainPayment(stranger, { allocationId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await myLineInDeal(stranger, { dealId: deal.id })).toBeNull();
    expect((await myShares(stranger, {})).items).toHaveLength(0);
    expect((await allocation(call, { allocationId })).sealedAt).not.toBeNull();
  });

  test("can be checked by everybody with a part in it once it is sealed; before, by the platform alone", async () => {
    const { allocationId, call, early, ann, ben, dee } = world;
    expect(early).toEqual([[], [], [], ALL_FILES]);
    for (const one of [call, callAs(ann), callAs(dee), callAs(ben)])
      expect(await filesOf(one, allocationId)).toEqual(ALL_FILES);
    expect(await filesOf(callAs(aPersonActor()), allocationId)).toEqual([]);
  });

  test("is in the published shares under the pseudonym that they are shown, and the recipe writes the same bytes", async () => {
    const { allocationId, call, ann } = world;
    const payment = await explainPayment(callAs(ann), { allocationId });
    const published = await publishedFile(call, { allocationId, file: "shares.csv" });
    const csv = await text(await openPublished(published.key));
    const line = csv.split("\n").find((row) => row.startsWith(payment.lines[0]?.pseudonym ?? "?"));
    expect(line?.split(",")[7]).toBe(payment.lines[0]?.share.minor);
    expect(csv).not.toContain("ann");
    const weights = await publishedFile(call, { allocationId, file: "weights.parquet" });
    const { sql } = await recipe(call, { allocationId });
    const mine = await workFile(".csv");
    const from = await storage().localPath(weights.key);
    await withEngine((connection) =>
      connection.run(
        sql.replaceAll("'weights.parquet'", `'${from}'`).replaceAll("'shares.csv'", `'${mine}'`),
      ),
    );
    const sha = (content: Buffer | string) => createHash("sha256").update(content).digest("hex");
    expect(sha(readFileSync(mine))).toBe(sha(csv));
  });

  test("is on the books as explained, once the deal is funded", async () => {
    const { allocationId, deal, ann, ben } = world;
    await fund(deal.id);
    await postFunded(deal.id);
    const hers = await explainPayment(callAs(ann), { allocationId });
    expect(hers.standing).toBe("posted");
    const booked = async (personId: string) =>
      (await db.prisma.line.aggregate({ where: { holder: `person:${personId}` }, _sum: { minor: true } }))
        ._sum.minor;
    expect(String(-((await booked(ann.personId)) ?? 0n))).toBe(hers.amount.minor);
    const his = await explainPayment(callAs(ben), { allocationId });
    expect(String(-((await booked(ben.personId)) ?? 0n))).toBe(his.amount.minor);
    const { items } = await myShares(callAs(ben), {});
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ allocationId, standing: "posted", outcome: "paid" });
  });

  test("are summed for the home as they are explained: pending before the books, then not", async () => {
    const { deal, ann, dee } = world;
    const { items, pending } = await myDealShares(callAs(ann), { dealIds: [deal.id] });
    const [whole] = (await myShares(callAs(ann), {})).items;
    expect(items).toEqual([
      {
        allocationId: world.allocationId,
        dealId: deal.id,
        standing: "posted",
        outcome: "paid",
        amount: whole?.amount,
      },
    ]);
    expect(pending).toEqual([]);
    expect((await myDealShares(callAs(dee), { dealIds: [deal.id] })).items).toHaveLength(1);
    const stranger = callAs(aPersonActor());
    expect(await myDealShares(stranger, { dealIds: [deal.id] })).toEqual({
      items: [],
      pending: [],
      preparing: [],
    });
  });

  test("are listed a page at a time, newest first, lines and splits alike", async () => {
    const { call, deal, allocationId, ann, ben, dee } = world;
    const next = await noticedDeal(
      { ...call, now: new Date(Date.now() - 86_400_000) },
      { weighting: "per_token" },
    );
    await aReadyManifest({ dealId: next.id, organisationId: deal.platform.id }, [
      { contributor: "ann", tokens: 10, url: "https://forum.example/duet/9" },
    ]);
    await aClearance(call, { dealId: next.id });
    const second = await anAllocation(call, { dealId: next.id });
    await sealAndPublish(call, second);
    const ofAnn = await myDealShares(callAs(ann), { dealIds: [next.id] });
    expect(ofAnn.pending).toEqual([ofAnn.items[0]?.amount]);
    for (const person of [ann, ben]) {
      const first = await myShares(callAs(person), { limit: 1 });
      expect(first.items.map((item) => item.allocationId)).toEqual([second]);
      const rest = await myShares(callAs(person), { limit: 1, cursor: first.nextCursor ?? "" });
      expect(rest.items.map((item) => item.allocationId)).toEqual([allocationId]);
      expect(rest.nextCursor).toBeNull();
      const whole = await myShares(callAs(person), {});
      expect(whole.items).toEqual([...first.items, ...rest.items]);
      for (const { amount, allocationId: id } of whole.items)
        expect((await explainPayment(callAs(person), { allocationId: id })).amount).toEqual(amount);
    }
    expect((await myShares(callAs(dee), {})).items.map((item) => item.allocationId)).toEqual([allocationId]);
  });
});
