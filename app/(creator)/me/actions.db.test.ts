import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import type { Actor } from "@/kernel/actor";
import { type PRESETS, presetTerms } from "@/modules/consent/domain/presets";
import { termsToJson } from "@/modules/consent/domain/terms";
import { authorToken } from "@/modules/works/co-authors/author-token";
import { type Browser, browserOf, codeOf, form, send } from "@/test/factories/browser";
import { aHeldHandle } from "@/test/factories/consent";
import { noticedDeal } from "@/test/factories/deals";
import { actorFor, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { type AttestingPlatform, anAttestation, anAttestingPlatform } from "@/test/factories/works";
import { chooseAction } from "./deals/[dealId]/actions";
import { attest, claim, release, start } from "./handles/actions";
import { signUp } from "./organisations/new/actions";
import { previewDeals, saveTerms, takeBackTerms, tryBuyer } from "./terms/actions";
import { chooseNotices, chooseTerms, notNow } from "./welcome/actions";
import { answer, register, retire } from "./works/actions";

const NOBODY: Browser = { cookies: {} };
let platform: AttestingPlatform;
let ada: { id: string; actor: Actor };
let browser: Browser;
let stranger: Browser;
beforeAll(async () => {
  platform = await anAttestingPlatform({ name: "Forum" });
  stranger = await browserOf((await aPerson()).id);
});
beforeEach(async () => {
  const { id } = await aPerson({ name: "Ada" });
  ada = { id, actor: await actorFor(id) };
  browser = await browserOf(id);
});
const german = ({ cookies }: Browser): Browser => ({ cookies: { ...cookies, locale: "de" } });
const messageOf = (answer: { ok: boolean; message?: string } | null) => answer?.message ?? "";

describe("a handle", () => {
  const claimed = async (name: string) => {
    const sent = await send(browser, () => claim(null, form({ platformId: platform.id, name })));
    return sent.to?.split("/").at(-1) ?? "";
  };
  const state = async (id: string) => (await db.prisma.handle.findUniqueOrThrow({ where: { id } })).state;

  test("is claimed, and its page opens", async () => {
    const handleId = await claimed("Ada Writes");
    expect(await db.prisma.handle.findUnique({ where: { id: handleId } })).toMatchObject({
      ...{ personId: ada.id, platformId: platform.id, state: "pending" },
    });
  });

  test("is refused without a platform or a name", async () => {
    const sent = await send(browser, () => claim(null, form({ platformId: "org_nowhere", name: "ada" })));
    expect(codeOf(sent)).toBe("NOT_FOUND");
    const unnamed = await send(browser, () => claim(null, form({ platformId: platform.id })));
    expect(unnamed.answer).toMatchObject({ code: "INVALID_INPUT", faults: [{ path: "name" }] });
    expect(codeOf(await send(NOBODY, () => claim(null, form({ platformId: platform.id, name: "x" }))))).toBe(
      "NOT_SIGNED_IN",
    );
  });

  test("is proved by what the platform signed", async () => {
    const handleId = await claimed("proved");
    const sent = await send(browser, () => start(null, form({ handleId, method: "attestation" })));
    const code = sent.answer?.ok ? (sent.answer.value as { code: string }).code : "";
    expect(sent.redrawn).toEqual(["/me/handles/layout"]);
    const bad = await send(browser, () => attest(null, form({ token: "x".repeat(40) })));
    expect(codeOf(bad)).toBe("ATTESTATION_INVALID");
    expect(await state(handleId)).toBe("pending");
    const token = await anAttestation(platform, { code, handle: "proved" });
    expect((await send(browser, () => attest(null, form({ token })))).answer).toMatchObject({ ok: true });
    expect(await state(handleId)).toBe("verified");
  });

  test("is given up by its claimant alone", async () => {
    const handleId = await claimed("given-up");
    expect(codeOf(await send(stranger, () => release(null, form({ handleId }))))).toBe("NOT_FOUND");
    expect(await state(handleId)).toBe("pending");
    const { redrawn } = await send(browser, () => release(null, form({ handleId })));
    expect(redrawn).toEqual(["/me/layout"]);
    expect(await state(handleId)).toBe("released");
  });

  test("is refused in the reader's language", async () => {
    const missing = form({ handleId: "hdl_nowhere" });
    const inEnglish = await send(browser, () => release(null, missing));
    const inGerman = await send(german(browser), () => release(null, missing));
    expect([codeOf(inEnglish), codeOf(inGerman)]).toEqual(["NOT_FOUND", "NOT_FOUND"]);
    expect(messageOf(inGerman.answer)).not.toBe(messageOf(inEnglish.answer));
  });
});

describe("a work", () => {
  const fields = (over: Record<string, string | string[]> = {}) =>
    form({
      ...{ kind: "book", title: "Ours", scheme: ["isbn"], value: ["978-0-8044-2957-3"] },
      ...{ name: ["Ada", "Bob"], email: ["bob@people.example"], share: ["66.67", "33,33 %"] },
      ...over,
    });
  const registered = async (over = {}) =>
    (await send(browser, () => register(null, fields(over)))).to?.split("/").at(-1) ?? "";
  const authorsOf = async (workId: string) =>
    (await db.prisma.workAuthor.findMany({ where: { workId }, orderBy: { position: "asc" } })).map(
      ({ shareBps, state }) => [shareBps, state],
    );

  test("is registered with shares to the hundredth of a percent", async () => {
    const workId = await registered();
    expect(await authorsOf(workId)).toEqual([
      [6667, "accepted"],
      [3333, "proposed"],
    ]);
  });

  test.each([
    ["a share that is none", { share: ["half", "50"] }, "authors.0.shareBps"],
    ["a co-author without an address", { email: [""] }, "authors.1.email"],
    ["no title", { title: "" }, "title"],
  ])("with %s is refused at its field", async (_, over, path) => {
    const { answer } = await send(browser, () => register(null, fields(over)));
    expect(answer).toMatchObject({ ok: false, faults: [{ path }] });
    expect(await db.prisma.work.count({ where: { registeredBy: ada.id } })).toBe(0);
  });

  test("whose shares are not the whole is refused", async () => {
    const { answer } = await send(browser, () => register(null, fields({ share: ["50", "49.99"] })));
    expect(answer).toMatchObject({ ok: false, code: "SPLIT_INVALID" });
  });

  test("is answered by a co-author, who then sees it", async () => {
    const workId = await registered();
    const seat = await db.prisma.workAuthor.findFirstOrThrow({ where: { workId, state: "proposed" } });
    const reply = form({ token: authorToken(seat.id), answer: "accept" });
    expect(codeOf(await send(NOBODY, () => answer(null, reply)))).toBe("NOT_SIGNED_IN");
    expect((await send(stranger, () => answer(null, reply))).to).toBe(`/me/works/${workId}`);
    expect((await authorsOf(workId))[1]).toEqual([3333, "accepted"]);
    const made = await send(browser, () => answer(null, form({ token: "x".repeat(40), answer: "accept" })));
    expect(codeOf(made)).toBe("NOT_FOUND");
  });

  test("is retired by the person who registered it", async () => {
    const workId = await registered({ value: ["978-3-16-148410-0"] });
    const retiredAt = async () =>
      (await db.prisma.work.findUniqueOrThrow({ where: { id: workId } })).retiredAt;
    expect(codeOf(await send(stranger, () => retire(null, form({ workId }))))).toBe("NOT_FOUND");
    expect(await retiredAt()).toBeNull();
    const { redrawn } = await send(browser, () => retire(null, form({ workId })));
    expect(redrawn).toEqual(["/me/works/layout"]);
    expect(await retiredAt()).not.toBeNull();
  });
});

describe("terms", () => {
  const person = { kind: "person" };
  const termsOf = (preset: (typeof PRESETS)[number]) => termsToJson(presetTerms(preset, "USD"));
  const asked = { uses: ["pretraining"], weights: "closed" };
  const verdict = async () => {
    const { answer } = await send(browser, () => tryBuyer(asked));
    return answer?.ok ? answer.value.verdict : answer?.code;
  };

  test("are saved, tried on a buyer, and withdrawn", async () => {
    expect(await verdict()).toBe("unset");
    const saved = await send(browser, () => saveTerms({ scope: person, terms: termsOf("never") }));
    expect(saved.answer).toMatchObject({ ok: true, value: { scope: { kind: "person" } } });
    expect(await verdict()).toBe("refused");
    await send(browser, () => saveTerms({ scope: person, terms: termsOf("paid_anything") }));
    expect(await verdict()).toBe("cleared");
    expect((await send(browser, () => takeBackTerms({ scope: person }))).answer).toMatchObject({ ok: true });
    expect(await verdict()).toBe("unset");
    expect(codeOf(await send(browser, () => takeBackTerms({ scope: person })))).toBe(
      "TERMS_ALREADY_WITHDRAWN",
    );
  });

  test("that were changed in another tab are shown before they are written over", async () => {
    await send(browser, () => saveTerms({ scope: person, terms: termsOf("never") }));
    const input = { scope: person, terms: termsOf("paid_anything"), version: "an-old-one" };
    const { answer } = await send(browser, () => saveTerms(input));
    expect(answer).toMatchObject({ ok: false, code: "CHANGED_MEANWHILE" });
    const stored = answer?.ok === false ? JSON.parse(answer.changed?.fields.terms?.[0] ?? "null") : null;
    expect(stored).toEqual(termsOf("never"));
    expect(await verdict()).toBe("refused");
  });

  test("are previewed without being saved", async () => {
    await aHeldHandle({ personId: ada.id, platformId: platform.id, name: `preview-${ada.id}` });
    const deal = await noticedDeal(callAs(platform.owner), { noticeDays: 14 });
    const { answer } = await send(browser, () => previewDeals({ scope: person, terms: termsOf("never") }));
    expect(answer?.ok && answer.value.deals.map(({ id }) => id)).toEqual([deal.id]);
    expect(await verdict()).toBe("unset");
    expect(codeOf(await send(NOBODY, () => previewDeals({ scope: person, terms: null })))).toBe(
      "NOT_SIGNED_IN",
    );
    expect(codeOf(await send(browser, () => previewDeals(undefined)))).toBe("INVALID_INPUT");
  });
});

describe("the first steps", () => {
  test("can be put off on this device", async () => {
    const { to, kept } = await send(browser, () => notNow());
    expect({ to, kept }).toEqual({ to: "/me", kept: { welcome: "later" } });
  });

  test("set terms once: a second tab does not write over them", async () => {
    const choose = (preset: string) => send(browser, () => chooseTerms(null, form({ preset })));
    expect((await choose("never")).answer).toMatchObject({ ok: true });
    expect(codeOf(await choose("paid_anything"))).not.toBeNull();
    expect(await db.prisma.termsVersion.count({ where: { personId: ada.id } })).toBe(1);
  });

  test("choose how deals and money are mailed", async () => {
    await send(browser, () => chooseNotices(null, form({ cadence: "weekly" })));
    const rows = await db.prisma.noticeSetting.findMany({
      where: { personId: ada.id },
      orderBy: { topic: "asc" },
    });
    expect(rows.map(({ topic, cadence }) => [topic, cadence])).toEqual([
      ["deals", "weekly"],
      ["money", "weekly"],
    ]);
  });

  test("say at the field that nothing was chosen, in the reader's language", async () => {
    const none = await send(browser, () => chooseTerms(null, form({})));
    expect(none.answer).toMatchObject({ ok: false, faults: [{ path: "preset" }] });
    const inGerman = await send(german(browser), () => chooseNotices(null, form({})));
    expect(inGerman.answer).toMatchObject({ ok: false, faults: [{ path: "cadence" }] });
    const english = await send(browser, () => chooseNotices(null, form({})));
    expect(messageOf(inGerman.answer)).not.toBe(messageOf(english.answer));
    expect(await db.prisma.noticeSetting.count({ where: { personId: ada.id } })).toBe(0);
  });
});

describe("an answer to a deal", () => {
  const answers = (dealId: string) =>
    db.prisma.dealChoice
      .findMany({ where: { dealId, personId: ada.id }, orderBy: { id: "asc" } })
      .then((rows) => rows.map(({ choice }) => choice));

  test("that says no goes through an old page; one that says yes has to have seen the deal as it is", async () => {
    const handle = { personId: ada.id, platformId: platform.id, name: `answer-${ada.id}` };
    await aHeldHandle(handle);
    const deal = await noticedDeal(callAs(platform.owner), { noticeDays: 14 });
    const choose = (choice: string) =>
      send(browser, () => chooseAction(deal.id, null, form({ choice, version: "an-old-one" })));
    expect(codeOf(await choose("join"))).toBe("CHANGED_MEANWHILE");
    expect(await answers(deal.id)).toEqual([]);
    const no = await choose("object");
    expect(no).toMatchObject({ answer: { ok: true }, redrawn: [`/me/deals/${deal.id}`] });
    expect(await answers(deal.id)).toEqual(["object"]);
  });

  test("is not there for a deal that does not touch one", async () => {
    const deal = await noticedDeal(callAs((await anOrganisation()).owner), { noticeDays: 14 });
    const sent = await send(browser, () => chooseAction(deal.id, null, form({ choice: "object" })));
    expect(codeOf(sent)).toBe("NOT_FOUND");
  });
});

describe("a new organisation", () => {
  const found = (fields: Record<string, string>) => send(browser, () => signUp(null, form(fields)));

  test("begins unverified, with its founder as owner, and opens", async () => {
    const { to } = await found({ kind: "platform", name: "Fresh Forum", host: "fresh.example" });
    const row = await db.prisma.organisation.findFirstOrThrow({ where: { name: "Fresh Forum" } });
    expect(to).toBe(`/o/${row.id}`);
    expect(row).toMatchObject({ kind: "platform", state: "unverified", host: "fresh.example" });
    const members = await db.prisma.membership.findMany({ where: { organisationId: row.id } });
    expect(members).toMatchObject([{ personId: ada.id, role: "owner" }]);
  });

  test("of a lab has no host, whatever the form says", async () => {
    await found({ kind: "lab", name: "Fresh Lab", host: "lab.example" });
    const row = await db.prisma.organisation.findFirstOrThrow({ where: { name: "Fresh Lab" } });
    expect(row).toMatchObject({ kind: "lab", host: null });
  });

  test("is refused without a name or a kind, and is never an operator", async () => {
    expect((await found({ kind: "lab", name: "" })).answer).toMatchObject({ faults: [{ path: "name" }] });
    expect((await found({ name: "No Kind" })).answer).toMatchObject({ faults: [{ path: "kind" }] });
    expect(codeOf(await found({ kind: "operator", name: "Mine" }))).toBe("SCOPE_MISSING");
    expect(await db.prisma.organisation.count({ where: { kind: "operator" } })).toBe(0);
  });
});
