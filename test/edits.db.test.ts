import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { dispatcher } from "@/app/_web/api/dispatch";
import { allOperations } from "@/app/api/v1/_operations/all";
import { EDITABLES } from "@/infra/verb/command";
import type { Actor } from "@/kernel/actor";
import { setTerms } from "@/modules/consent/terms/set-terms";
import { chooseForDeal } from "@/modules/deals/contributor/choose-for-deal";
import { getDealChoice } from "@/modules/deals/contributor/contributor-queries";
import { amendDeal } from "@/modules/deals/platform/amend-deal";
import { editDeal } from "@/modules/deals/platform/edit-deal";
import { reportDeal } from "@/modules/deals/platform/report-deal";
import { getDeal } from "@/modules/deals/queries";
import { setOrganisationState } from "@/modules/parties/organisations/set-organisation-state";
import { updateOrganisation } from "@/modules/parties/organisations/update-organisation";
import { getOrganisation } from "@/modules/parties/queries/organisations";
import { CASES, editWorld, owner, platform } from "./edit-cases";
import { draftDeal, noticedDeal } from "./factories/deals";
import { actorFor, anApiKey, anOrganisation, aPerson, callAs } from "./factories/parties";
import { aVerifiedHandle } from "./factories/works";

beforeAll(editWorld);

const withVersion = (actor: Actor, version: string | number) =>
  callAs(actor, { versions: [String(version)] });

test("everything that is edited is tried", () => {
  expect([...new Set(CASES.map(({ of }) => of))].sort()).toEqual([...EDITABLES].sort());
});

describe.each(CASES)("$what", ({ make }) => {
  test("that somebody changed since is not overwritten: who, when, and what is stored now", async () => {
    const { editors, edit, seen, values, first } = await make();
    const before = await seen();
    await edit(withVersion(editors[0], before.version), values[0]);
    const after = await seen();
    expect(after).toEqual({ version: expect.anything(), stored: values[0] });
    expect(after.version).not.toBe(before.version);
    await expect(edit(withVersion(editors[1], before.version), values[1])).rejects.toMatchObject({
      code: "CHANGED_MEANWHILE",
      detail: {
        version: String(after.version),
        changedBy: first,
        changedAt: expect.stringMatching(/^20\d\d-/),
        current: expect.objectContaining({ version: after.version }),
      },
    });
    expect(await seen()).toEqual(after);
    await edit(withVersion(editors[1], after.version), values[1]);
    expect(await seen()).toMatchObject({ stored: values[1] });
  });

  test("that two save in the same moment has the one, and the other is refused", async () => {
    const { editors, edit, seen, values } = await make();
    const { version } = await seen();
    const saved = await Promise.allSettled(
      editors.map((actor, index) => edit(withVersion(actor, version), values[index] ?? "")),
    );
    expect(saved.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = saved.find((one) => one.status === "rejected");
    expect(refused).toMatchObject({ reason: { code: "CHANGED_MEANWHILE" } });
    const winner = values[saved.findIndex(({ status }) => status === "fulfilled")];
    expect(await seen()).toMatchObject({ stored: winner });
  });

  test("over the API is not edited without a version, nor told to a stranger by asking for one", async () => {
    const { editors, edit, seen, values } = await make();
    await edit(callAs(editors[0]), values[0]);
    const before = await seen();
    await expect(edit(callAs(editors[1], { versionRequired: true }), values[1])).rejects.toMatchObject({
      code: "VERSION_REQUIRED",
      detail: {},
    });
    expect(await seen()).toEqual(before);
    await edit(callAs(editors[1], { versionRequired: true, versions: "any" }), values[1]);
    expect(await seen()).toMatchObject({ stored: values[1] });
  });

  test("by a form that names no version is edited as it is stored", async () => {
    const { editors, edit, seen, values } = await make();
    await edit(callAs(editors[0]), values[0]);
    await edit(callAs(editors[1]), values[1]);
    expect(await seen()).toMatchObject({ stored: values[1] });
  });
});

describe("what else rests on what was read", () => {
  test("a draft that was changed is not reported unread", async () => {
    const deal = await draftDeal(owner(), { organisationId: platform.id });
    await editDeal(owner(), { dealId: deal.id, gross: "2" });
    await expect(
      reportDeal(withVersion(platform.admin, deal.version), { dealId: deal.id }),
    ).rejects.toMatchObject({ code: "CHANGED_MEANWHILE" });
    expect((await getDeal(owner(), { dealId: deal.id })).state).toBe("draft");
  });

  test("a host that was changed is not verified unseen, and the operator's people are not named to the platform", async () => {
    const { id, owner: theirs } = await anOrganisation({ host: "old.example", verified: false });
    const { owner: operator } = await anOrganisation({ kind: "operator" });
    const { version } = await getOrganisation(callAs(operator), { organisationId: id });
    await updateOrganisation(callAs(theirs), { organisationId: id, host: "new.example" });
    const verify = { organisationId: id, state: "verified", reason: "Called them" } as const;
    await expect(setOrganisationState(withVersion(operator, version), verify)).rejects.toMatchObject({
      code: "CHANGED_MEANWHILE",
      detail: { current: { host: "new.example" } },
    });
    const seen = await getOrganisation(callAs(theirs), { organisationId: id });
    await setOrganisationState(withVersion(operator, seen.version), verify);
    await expect(
      updateOrganisation(withVersion(theirs, seen.version), { organisationId: id, name: "Mine" }),
    ).rejects.toMatchObject({ detail: { changedBy: { kind: "operator", name: null } } });
  });

  test("terms that were scheduled in another window are not replaced unseen", async () => {
    const actor = await actorFor((await aPerson()).id);
    const first = await setTerms(callAs(actor), { preset: "paid_anything" });
    const effectiveFrom = new Date(Date.now() + 7 * 86_400_000).toISOString();
    await setTerms(withVersion(actor, first.version), { preset: "never", effectiveFrom });
    await expect(
      setTerms(withVersion(actor, first.version), { preset: "open_or_pay" }),
    ).rejects.toMatchObject({
      code: "CHANGED_MEANWHILE",
      detail: {
        current: { scheduled: [{ effectiveFrom: expect.stringContaining(effectiveFrom.slice(0, 10)) }] },
      },
    });
  });

  test("an answer to a deal that was amended since is asked for again", async () => {
    const deal = await noticedDeal(owner(), { organisationId: platform.id, noticeDays: 14 });
    const actor = await actorFor((await aPerson()).id);
    await aVerifiedHandle(actor, platform, `h-${randomUUID().slice(0, 8)}`);
    const { version } = await getDealChoice(callAs(actor), { dealId: deal.id });
    await amendDeal(owner(), { dealId: deal.id, contributorShareBps: 4000, note: "Less for everybody" });
    await expect(
      chooseForDeal(withVersion(actor, version), { dealId: deal.id, choice: "join" }),
    ).rejects.toMatchObject({ code: "CHANGED_MEANWHILE" });
    await chooseForDeal(callAs(actor), { dealId: deal.id, choice: "object" });
    expect(await getDealChoice(callAs(actor), { dealId: deal.id })).toMatchObject({ choice: "object" });
  });

  test("a refusal tells nothing to a caller who may not edit", async () => {
    const deal = await draftDeal(owner(), { organisationId: platform.id });
    const { owner: stranger } = await anOrganisation();
    await expect(
      editDeal(withVersion(stranger, 99), { dealId: deal.id, title: "Mine" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND", detail: {} });
  });
});

describe("over the API", () => {
  const api = dispatcher(allOperations);
  const send = async (method: "GET" | "PATCH", dealId: string, headers: HeadersInit = {}, body?: object) => {
    const { secret } = await anApiKey(platform.owner, { organisationId: platform.id });
    const request = new Request(`http://localhost/api/v1/deals/${dealId}`, {
      method,
      headers: { authorization: `Bearer ${secret}`, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return api(request);
  };

  test("a read gives an ETag, an edit takes it as If-Match and gives the next", async () => {
    const { id } = await draftDeal(owner(), { organisationId: platform.id });
    const read = await send("GET", id);
    expect(read.headers.get("etag")).toBe('"1"');
    const edited = await send("PATCH", id, { "if-match": '"1"' }, { title: "By A" });
    expect([edited.status, edited.headers.get("etag")]).toEqual([200, '"2"']);
    const refused = await send("PATCH", id, { "if-match": '"1"' }, { title: "By B" });
    expect([refused.status, refused.headers.get("content-type")]).toEqual([412, "application/problem+json"]);
    expect(await refused.json()).toMatchObject({
      code: "CHANGED_MEANWHILE",
      facts: { version: "2", changedBy: { kind: "key", name: "test key" }, current: { title: "By A" } },
    });
  });

  test.each([
    ["a field instead", {}, { version: 1 }, 200],
    ["a field of another version", {}, { version: "7" }, 412],
    ["a weak tag, as proxies make them", { "if-match": 'W/"1"' }, {}, 200],
    ["one of several", { "if-match": '"7", "1"' }, {}, 200],
    ["any", { "if-match": "*" }, {}, 200],
    ["two that contradict each other", { "if-match": '"1"' }, { version: "2" }, 412],
    ["neither", {}, {}, 428],
    ["a tag without quotation marks", { "if-match": "1" }, {}, 422],
    ["a version that is none", {}, { version: {} }, 422],
  ])("%s", async (_, headers, body, status) => {
    const { id } = await draftDeal(owner(), { organisationId: platform.id });
    const answer = await send("PATCH", id, headers as HeadersInit, { title: "By A", ...body });
    expect(answer.status).toBe(status);
  });

  test("two programs that read the same and then write: one has it, and the other knows", async () => {
    const { id } = await draftDeal(owner(), { organisationId: platform.id });
    const etag = (await send("GET", id)).headers.get("etag") ?? "";
    const answers = await Promise.all(
      ["By A", "By B"].map((title) => send("PATCH", id, { "if-match": etag }, { title })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const blind = await send("PATCH", id, {}, { title: "By C" });
    expect([blind.status, blind.headers.get("content-type")]).toEqual([428, "application/problem+json"]);
    expect(await blind.json()).toMatchObject({
      code: "VERSION_REQUIRED",
      detail: expect.stringContaining("If-Match"),
      requestId: blind.headers.get("x-request-id"),
    });
    expect(await (await send("GET", id)).json()).toMatchObject({ title: expect.stringMatching(/^By [AB]$/) });
  });

  test("a mapping under a name that is free needs no version; to replace it needs one", async () => {
    const at = `/organisations/${platform.id}/mapping-profiles`;
    const { secret } = await anApiKey(platform.owner, { organisationId: platform.id });
    const save = (charsPerToken: number, headers: HeadersInit = {}) =>
      api(
        new Request(`http://localhost/api/v1${at}`, {
          method: "POST",
          headers: { authorization: `Bearer ${secret}`, ...headers },
          body: JSON.stringify({ name: "Monthly", mapping: { charsPerToken } }),
        }),
      );
    const made = await save(3);
    expect(made.status).toBe(201);
    expect((await save(5)).status).toBe(428);
    expect((await save(5, { "if-match": made.headers.get("etag") ?? "" })).status).toBe(201);
    expect((await save(6, { "if-match": made.headers.get("etag") ?? "" })).status).toBe(412);
  });

  test("a repetition with its idempotency key gets the first answer, not a refusal", async () => {
    const { id } = await draftDeal(owner(), { organisationId: platform.id });
    const { actor } = await anApiKey(platform.owner, { organisationId: platform.id });
    const call = { ...withVersion(actor, 1), idempotencyKey: randomUUID() };
    const first = await editDeal(call, { dealId: id, title: "Once" });
    expect(await editDeal(call, { dealId: id, title: "Once" })).toEqual(first);
  });
});
