import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import type { CallContext } from "@/infra/verb/command";
import type { Actor } from "@/kernel/actor";
import { presetTerms } from "@/modules/consent/domain/presets";
import { termsToJson } from "@/modules/consent/domain/terms";
import { aHeldHandle, aPersonActor, somePersonTerms } from "@/test/factories/consent";
import { draftDeal, noticedDeal, sealedDeal } from "@/test/factories/deals";
import { anOrganisation, callAs } from "@/test/factories/parties";
import { chooseForDeal } from "./choose-for-deal";
import { previewTerms } from "./preview-terms";

const LONG_AGO = new Date("2026-01-01T00:00:00Z");
const everything = { kind: "person" } as const;
const NEVER = termsToJson(presetTerms("never", "USD"));
const PAID = termsToJson(presetTerms("paid_anything", "USD"));

let platform: CallContext;
let platformId: string;
let ada: Actor & { personId: string };
let handleId: string;
let dealId: string;

beforeAll(async () => {
  const forum = await anOrganisation({ name: "Forum" });
  [platform, platformId] = [callAs(forum.owner), forum.id];
  ada = aPersonActor();
  handleId = (await aHeldHandle({ personId: ada.personId, platformId, name: "ada" })).handleId;
  await somePersonTerms(ada.personId, "never", LONG_AGO);
  dealId = (await noticedDeal(platform, { noticeDays: 14, title: "Archive" })).id;
});

const tried = (terms: object | null, scope: object = everything, actor: Actor = ada) =>
  previewTerms(callAs(actor), { scope, terms } as Parameters<typeof previewTerms>[1]);

describe("what other terms would change", () => {
  test("is said for each deal that is not sealed: before, and after", async () => {
    const { deals, sealed } = await tried(PAID);
    expect(sealed).toBe(0);
    expect(deals).toMatchObject([
      {
        ...{ id: dealId, title: "Archive", platformName: "Forum", licenseeName: "Northwind Labs" },
        ...{ answer: "neutral", answerOpen: true, pool: { currency: "USD" } },
        effects: [
          {
            handle: "ada",
            before: { included: "no", verdict: "refused" },
            after: { included: "if_price_met", verdict: "cleared", floor: { currency: "USD" } },
          },
        ],
      },
    ]);
    expect((await tried(null)).deals[0]?.effects[0]).toMatchObject({
      before: { verdict: "refused" },
      after: { verdict: "unset", included: "no" },
    });
  });

  test("saves nothing and tells nobody", async () => {
    const counts = async () => [
      await db.prisma.termsVersion.count({ where: { personId: ada.personId } }),
      await db.prisma.outboxEvent.count(),
      await db.prisma.auditRecord.count(),
    ];
    const before = await counts();
    await tried(PAID);
    expect(await counts()).toEqual(before);
  });

  test("counts an answer to the deal more than any terms", async () => {
    const person = aPersonActor();
    await aHeldHandle({ personId: person.personId, platformId });
    await chooseForDeal(callAs(person), { dealId, choice: "object" });
    const { deals } = await tried(PAID, everything, person);
    const deal = deals.find(({ id }) => id === dealId);
    expect(deal).toMatchObject({
      answer: "object",
      effects: [{ before: { included: "no" }, after: { included: "no", verdict: "refused" } }],
    });
  });

  test("for one handle says nothing of the person's other handles", async () => {
    const person = aPersonActor();
    const own = { personId: person.personId, platformId };
    const one = await aHeldHandle({ ...own, name: "one" });
    await aHeldHandle({ ...own, name: "two" });
    const effects = async (scope: object) =>
      (await tried(PAID, scope, person)).deals.find(({ id }) => id === dealId)?.effects ?? [];
    expect(await effects({ kind: "handle", handleId: one.handleId })).toMatchObject([
      { handle: "one", before: { verdict: "unset" }, after: { verdict: "cleared" } },
    ]);
    const all = await effects(everything);
    expect(all.map(({ handle, after }) => [handle, after.verdict]).sort()).toEqual([
      ["one", "cleared"],
      ["two", "cleared"],
    ]);
  });

  test("leaves drafts and other platforms out, and only counts what is sealed", async () => {
    const other = await anOrganisation();
    const elsewhere = await noticedDeal(callAs(other.owner), { noticeDays: 14 });
    const draft = await draftDeal(platform);
    await sealedDeal(platform);
    const { deals, sealed } = await tried(NEVER);
    expect(sealed).toBe(1);
    const ids = deals.map(({ id }) => id);
    expect(ids).toContain(dealId);
    expect(ids).not.toContain(elsewhere.id);
    expect(ids).not.toContain(draft.id);
  });

  test("is asked for one's own scopes alone", async () => {
    const stranger = aPersonActor();
    await expect(tried(NEVER, { kind: "handle", handleId }, stranger)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await tried(NEVER, everything, stranger)).toEqual({ deals: [], sealed: 0 });
    await expect(tried(NEVER, everything, { kind: "anonymous" })).rejects.toMatchObject({
      code: "NOT_SIGNED_IN",
    });
  });
});
