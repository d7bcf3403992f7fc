import { beforeAll, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import type { CallContext } from "@/infra/verb/command";
import { newId } from "@/kernel/id";
import { setTerms } from "@/modules/consent/terms/set-terms";
import { aHeldHandle, aPersonActor } from "@/test/factories/consent";
import { draftDeal, noticedDeal } from "@/test/factories/deals";
import { callAs } from "@/test/factories/parties";
import { listDeals } from "../queries";
import { chooseForDeal } from "./choose-for-deal";
import { previewAnswers } from "./preview-answers";

const T0 = new Date("2026-03-01T12:00:00.000Z");
const [forum, elsewhere] = [newId("organisation", T0), newId("organisation", new Date(T0.getTime() + 1))];

const owner = (organisationId: string, role: "owner" | "analyst" = "owner"): CallContext => ({
  actor: {
    kind: "user",
    personId: newId("person", T0),
    memberships: [{ organisationId, kind: "platform", role }],
    signedInAt: T0,
    sessionId: "ses_p",
  },
  requestId: "r",
  now: T0,
});
const asked = {
  organisationId: forum,
  licenseeName: "Northwind Labs",
  currency: "USD" as const,
  uses: ["pretraining" as const],
  weights: "closed" as const,
  purpose: "commercial" as const,
  attribution: false,
  distillation: false,
};

beforeAll(async () => {
  for (const id of [forum, elsewhere])
    await db.prisma.organisation.create({
      data: { id, kind: "platform", name: id, slug: id, createdAt: T0, state: "verified" },
    });
});

test("the answers of everybody who holds a profile are counted as their terms say, and only there", async () => {
  const people = ["never", "paid_anything", null].map((preset) => ({ preset, actor: aPersonActor() }));
  for (const { preset, actor } of people) {
    await aHeldHandle({ personId: actor.personId, platformId: forum });
    if (preset === null) continue;
    const call = callAs(actor, { now: new Date("2026-02-01T00:00:00Z") });
    await setTerms(call, { scope: { kind: "person" }, preset } as never);
  }
  await aHeldHandle({ personId: aPersonActor().personId, platformId: elsewhere });
  const preview = await previewAnswers(owner(forum), asked);
  expect(preview).toMatchObject({ holders: 3, asked: 3, no: 1, unset: 1 });
  expect(preview.yes + preview.yesAtAPrice).toBe(1);
  expect(preview.reasons.reduce((sum, { holders }) => sum + holders, 0)).toBe(3);
});

test("an objection to this deal counts in its own preview", async () => {
  const platform = newId("organisation", new Date(T0.getTime() + 2));
  await db.prisma.organisation.create({
    data: { id: platform, kind: "platform", name: "Third", slug: platform, createdAt: T0, state: "verified" },
  });
  const actor = aPersonActor();
  await aHeldHandle({ personId: actor.personId, platformId: platform });
  const deal = await noticedDeal(owner(platform), { noticeDays: 14 });
  await chooseForDeal(callAs(actor, { now: T0 }), { dealId: deal.id, choice: "object" });
  const call = { ...owner(platform), now: new Date(T0.getTime() + 60_000) };
  const ask = { ...asked, organisationId: platform };
  expect(await previewAnswers(call, { ...ask, dealId: deal.id })).toMatchObject({ no: 1, unset: 0 });
  expect(await previewAnswers(call, ask)).toMatchObject({ no: 0, unset: 1 });
});

test("another organisation's people and deals are not found, and who may not write deals is refused", async () => {
  await expect(previewAnswers(owner(elsewhere), asked)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(previewAnswers(owner(forum, "analyst"), asked)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const theirs = await draftDeal(owner(elsewhere));
  await expect(previewAnswers(owner(forum), { ...asked, dealId: theirs.id })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("a list keeps its order from page to page, by amount and by title, and by period", async () => {
  const platform = newId("organisation", new Date(T0.getTime() + 3));
  await db.prisma.organisation.create({
    data: {
      id: platform,
      kind: "platform",
      name: "Fourth",
      slug: platform,
      createdAt: T0,
      state: "verified",
    },
  });
  const days = ["2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04"];
  const amounts = ["300.00", "100.00", "300.00", "200.00"];
  for (const [n, day] of days.entries())
    await draftDeal(
      { ...owner(platform), now: new Date(`${day}T08:00:00Z`) },
      { title: `Deal ${"dbca"[n]}`, gross: amounts[n] ?? "" },
    );
  const call = owner(platform);
  const titles = async (ask: Partial<Parameters<typeof listDeals>[1]>) => {
    const out: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listDeals(call, { organisationId: platform, limit: 2, ...ask, cursor });
      out.push(...page.items.map((deal) => deal.title.slice(-1)));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return out.join("");
  };
  expect(await titles({})).toBe("acbd");
  expect(await titles({ sort: "oldest" })).toBe("dbca");
  expect(await titles({ sort: "title" })).toBe("abcd");
  expect(await titles({ sort: "gross" })).toBe("cdab");
  expect(await titles({ from: "2026-03-02", to: "2026-03-03" })).toBe("cb");
  await expect(listDeals(owner(forum), { organisationId: platform })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
