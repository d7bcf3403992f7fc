import { db } from "@/infra/db/db";
import type { Actor } from "@/kernel/actor";
import { aClearance, anAllocation, aReadyManifest, sealAndPublish } from "./allocation";
import { somePersonTerms } from "./consent";
import { noticedDeal } from "./deals";
import { actorFor, anOrganisation, aPerson, callAs } from "./parties";
import { aWork, manyVerifiedHandles } from "./works";

const LONG_AGO = new Date("2026-01-01T00:00:00Z");

export type SealedDeal = Readonly<{
  dealId: string;
  allocationId: string;
  platform: Awaited<ReturnType<typeof anOrganisation>>;
  ada: Actor;
  bob: Actor;
  bobId: string;
  seats: string[];
}>;

/** Ada wrote it all; the work names two more authors, of whom nobody has accepted when the deal is sealed. */
export async function aSealedDeal(terms: Parameters<typeof noticedDeal>[1] = {}): Promise<SealedDeal> {
  const platform = await anOrganisation();
  const [ada, bob] = await Promise.all([aPerson({ name: "Ada" }), aPerson({ name: "Bob" })]);
  await manyVerifiedHandles(platform.id, [{ name: "ada", personId: ada.id }], LONG_AGO);
  await somePersonTerms(ada.id, "paid_anything", LONG_AGO);
  const work = await aWork(await actorFor(ada.id), {
    identifiers: [{ scheme: "url_prefix", value: `https://ours.example/${platform.id}/` }],
    authors: [
      { email: null, name: "Ada", shareBps: 5000 },
      { email: "bob@people.example", name: "Bob", shareBps: 3333 },
      { email: "cy@people.example", name: "Cy", shareBps: 1667 },
    ],
  });
  const call = callAs(platform.owner);
  const deal = await noticedDeal({ ...call, now: new Date(Date.now() - 10 * 86_400_000) }, terms);
  const url = `https://ours.example/${platform.id}/1`;
  await aReadyManifest({ dealId: deal.id, organisationId: platform.id }, [
    { contributor: "ada", tokens: 100, url },
    { contributor: "ada", tokens: 37, url: "https://elsewhere.example/" },
  ]);
  await aClearance(call, { dealId: deal.id });
  const allocationId = await anAllocation(call, { dealId: deal.id });
  await sealAndPublish(call, allocationId);
  const authors = await db.prisma.workAuthor.findMany({ where: { workId: work.id, state: "proposed" } });
  const seats = authors.sort((a, b) => b.shareBps - a.shareBps).map((author) => author.id);
  return {
    dealId: deal.id,
    allocationId,
    platform,
    ada: await actorFor(ada.id),
    bob: await actorFor(bob.id),
    bobId: bob.id,
    seats,
  };
}
