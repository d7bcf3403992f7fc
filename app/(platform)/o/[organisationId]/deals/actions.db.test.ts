import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import de from "@/messages/de/problems.json";
import { type Browser, browserOf, codeOf, form, send } from "@/test/factories/browser";
import { aHeldHandle, aPersonActor, somePersonTerms } from "@/test/factories/consent";
import { draftDeal, noticedDeal, reportedDeal, sealedDeal } from "@/test/factories/deals";
import { anOrganisation, callAs } from "@/test/factories/parties";
import {
  amendDealAction,
  answerAsLicenseeAction,
  answerCancellationAction,
  askCancellationAction,
  cancelDealAction,
  editDealAction,
  giveNoticeAction,
  reportDealAction,
  withdrawCancellationAction,
} from "./[dealId]/actions";
import { draftDealAction, previewAction } from "./actions";

let forum: Awaited<ReturnType<typeof anOrganisation>>;
let lab: Awaited<ReturnType<typeof anOrganisation>>;
let owner: Browser;
let buyer: Browser;
let stranger: Browser;
beforeAll(async () => {
  forum = await anOrganisation({ name: "Forum" });
  lab = await anOrganisation({ kind: "lab", name: "Northwind" });
  owner = await browserOf(forum.ownerId);
  buyer = await browserOf(lab.ownerId);
  stranger = await browserOf((await anOrganisation()).ownerId);
});

/** What the deal form sends for an ordinary deal. */
const dealForm = (over: Record<string, string | string[]> = {}) =>
  form({
    ...{ title: "Archive", licenseeId: "", licenseeName: "A Lab", gross: "1,250.50", currency: "USD" },
    ...{ numbers: "en", uses: ["pretraining", "evaluation"], weights: "closed", purpose: "commercial" },
    ...{
      basis: "consent",
      weighting: "per_token",
      noticeDays: "14",
      changeable: "on",
      termFrom: "2026-12-01",
    },
    ...{
      termTo: "",
      contributorShareBps: "50",
      reserveBps: "2.5",
      capBps: "100",
      escheatYears: "10",
      escheatTo: "the fund",
      note: "",
    },
    ...over,
  });
const rowOf = (id: string) => db.prisma.deal.findUniqueOrThrow({ where: { id } });
const at = (dealId: string) => ({ organisationId: forum.id, dealId });
const path = (dealId: string) => `/o/${forum.id}/deals/${dealId}`;
const call = () => callAs(forum.owner);

describe("a draft", () => {
  const draft = (over = {}, who = owner) => send(who, () => draftDealAction(forum.id, null, dealForm(over)));

  test("is made of what the form says, to the cent and the hundredth of a percent", async () => {
    const { to } = await draft();
    const id = to?.split("/").at(-1) ?? "";
    expect(to).toBe(path(id));
    expect(await rowOf(id)).toMatchObject({
      ...{ state: "draft", title: "Archive", grossMinor: 125_050n, reserveBps: 250, capBps: 10_000 },
      ...{
        contributorShareBps: 5_000,
        noticeDays: 14,
        licenseeName: "A Lab",
        uses: ["pretraining", "evaluation"],
      },
    });
  });

  test("reads numbers as the page of its language writes them", async () => {
    const { to } = await draft({ numbers: "de", gross: "1.250,50", reserveBps: "2,5" });
    expect(await rowOf(to?.split("/").at(-1) ?? "")).toMatchObject({ grossMinor: 125_050n, reserveBps: 250 });
  });

  test("is refused at each field, in the form's own words", async () => {
    const { answer } = await draft({ title: "", noticeDays: "some", uses: [] });
    expect(answer).toMatchObject({ ok: false, code: "INVALID_INPUT" });
    const faults = answer?.ok === false ? answer.faults : [];
    expect(faults.map((fault) => fault.path).sort()).toEqual(["noticeDays", "title", "uses"]);
    const german = { cookies: { ...owner.cookies, locale: "de" } };
    const inGerman = (await draft({ title: "" }, german)).answer;
    const said = inGerman?.ok === false ? inGerman.faults : [];
    expect(said).toMatchObject([{ path: "title", message: de.faults.required }]);
  });

  test("of another organisation is refused, and so is one without a form", async () => {
    expect(codeOf(await draft({}, stranger))).toBe("NOT_FOUND");
    expect(codeOf(await draft({}, { cookies: {} }))).toBe("NOT_SIGNED_IN");
    const empty = await send(owner, () => draftDealAction(forum.id, null, undefined as never));
    expect(codeOf(empty)).toBe("INVALID_INPUT");
    expect(await db.prisma.deal.count({ where: { platformId: { not: forum.id } } })).toBe(0);
  });

  test("is edited while the page showed what is stored, and shows what is stored otherwise", async () => {
    const { id } = await draftDeal(call(), { title: "Before" });
    const edit = (version: string) =>
      send(owner, () => editDealAction(at(id), null, dealForm({ title: "After", version })));
    const stale = await edit("7");
    expect(stale.answer).toMatchObject({
      ...{ ok: false, code: "CHANGED_MEANWHILE" },
      changed: { version: "1", fields: { title: ["Before"], contributorShareBps: ["50"] } },
    });
    expect((await rowOf(id)).title).toBe("Before");
    expect((await edit("1")).to).toBe(path(id));
    expect(await rowOf(id)).toMatchObject({ title: "After", version: 2 });
  });
});

describe("a preview of answers", () => {
  test("counts the contributors whose terms say yes, for the form as it is", async () => {
    const person = aPersonActor();
    await aHeldHandle({ personId: person.personId, platformId: forum.id });
    await somePersonTerms(person.personId, "never", new Date("2026-01-01T00:00:00Z"));
    const where = { organisationId: forum.id, dealId: null };
    const { answer } = await send(owner, () => previewAction(where, dealForm()));
    expect(answer).toMatchObject({ ok: true, value: { holders: 1, no: 1, yes: 0 } });
    expect(codeOf(await send(stranger, () => previewAction(where, dealForm())))).toBe("NOT_FOUND");
  });
});

describe("the steps of a deal", () => {
  const press = (
    action: typeof reportDealAction,
    dealId: string,
    fields: Record<string, string> = {},
    who = owner,
  ) => send(who, () => action(at(dealId), null, form(fields)));

  test("are reported, amended with a reason, and told to contributors", async () => {
    const { id } = await draftDeal(call(), { noticeDays: 14 });
    expect(codeOf(await press(reportDealAction, id, { version: "1" }, stranger))).toBe("NOT_FOUND");
    const reported = await press(reportDealAction, id, { version: "1" });
    expect(reported).toMatchObject({ answer: { ok: true }, redrawn: [path(id)] });
    const amend = (note: string, version: string) =>
      send(owner, () =>
        amendDealAction(at(id), null, dealForm({ note, version, reserveReleaseOn: "2027-12-01" })),
      );
    expect((await amend("", "1")).answer).toMatchObject({ ok: false, faults: [{ path: "note" }] });
    expect((await amend("The price was wrong", "1")).to).toBe(path(id));
    expect(codeOf(await press(giveNoticeAction, id, { version: "1" }))).toBe("CHANGED_MEANWHILE");
    expect((await press(giveNoticeAction, id, { version: "2" })).answer).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ state: "noticed", version: 2, grossMinor: 125_050n });
    expect(codeOf(await press(reportDealAction, id, { version: "2" }))).toBe("DEAL_STATE");
  });

  test("end with a cancellation before the seal", async () => {
    const { id } = await noticedDeal(call());
    expect(codeOf(await press(cancelDealAction, id, { note: "No buyer" }, stranger))).toBe("NOT_FOUND");
    expect((await press(cancelDealAction, id, { note: "No buyer" })).redrawn).toEqual([path(id)]);
    expect((await rowOf(id)).state).toBe("cancelled");
  });
});

describe("the licensee", () => {
  const answers = (dealId: string, decision: string, note: string, who: Browser) => {
    const where = { organisationId: lab.id, dealId, version: 1, decision };
    return send(who, () => answerAsLicenseeAction(where, null, form({ note })));
  };

  test("accepts, or declines with a reason; nobody answers for it", async () => {
    const deal = () => reportedDeal(call(), { licenseeId: lab.id, licenseeName: undefined });
    const [one, two] = [await deal(), await deal()];
    expect(codeOf(await answers(one.id, "accept", "", stranger))).toBe("NOT_FOUND");
    expect(codeOf(await answers(one.id, "accept", "", owner))).toBe("SCOPE_MISSING");
    const accepted = await answers(one.id, "accept", "  ", buyer);
    expect(accepted.redrawn).toEqual([`/o/${lab.id}/deals/${one.id}`]);
    expect(await rowOf(one.id)).toMatchObject({ licenseeAnswer: "accepted", licenseeAnswerNote: null });
    expect((await answers(two.id, "decline", " ", buyer)).answer).toMatchObject({
      faults: [{ path: "note" }],
    });
    await answers(two.id, "decline", "Too dear", buyer);
    expect(await rowOf(two.id)).toMatchObject({ licenseeAnswer: "declined", licenseeAnswerNote: "Too dear" });
  });
});

describe("the cancellation of a sealed deal", () => {
  const sealed = () => sealedDeal(call());
  const ask = (dealId: string, reason: string) =>
    send(owner, () => askCancellationAction(at(dealId), null, form({ reason, note: "" })));

  test("is asked for with a public reason, and withdrawn", async () => {
    const { id } = await sealed();
    expect((await ask(id, "")).answer).toMatchObject({ ok: false, faults: [{ path: "reason" }] });
    expect((await ask(id, "The buyer has gone")).redrawn).toEqual([path(id)]);
    expect(await rowOf(id)).toMatchObject({ cancelReason: "The buyer has gone", cancelNote: null });
    expect(codeOf(await send(stranger, () => withdrawCancellationAction(at(id))))).toBe("NOT_FOUND");
    await send(owner, () => withdrawCancellationAction(at(id)));
    expect(await rowOf(id)).toMatchObject({ state: "sealed", cancelReason: null });
  });

  test("is not answered by the side that asked", async () => {
    const { id } = await sealed();
    await ask(id, "The buyer has gone");
    const answer = await send(owner, () =>
      answerCancellationAction(at(id), "agree", null, form({ note: "" })),
    );
    expect(codeOf(answer)).toBe("SCOPE_MISSING");
    expect((await rowOf(id)).state).toBe("sealed");
  });
});
