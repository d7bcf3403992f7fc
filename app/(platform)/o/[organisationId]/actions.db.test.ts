import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import en from "@/messages/en/allocation.json";
import { computeAllocation } from "@/modules/allocation/run/compute-allocation";
import { inspectUpload } from "@/modules/manifests/upload/manifest-from-upload";
import { handleUpload } from "@/modules/manifests/upload/tus-server";
import { aClearance, anAllocation, aReadyManifest, runToEnd } from "@/test/factories/allocation";
import { type Browser, browserOf, codeOf, form, send } from "@/test/factories/browser";
import { aPersonActor, somePersonTerms } from "@/test/factories/consent";
import { draftDeal, noticedDeal } from "@/test/factories/deals";
import { checkNow } from "@/test/factories/manifests";
import { anOrganisation, callAs } from "@/test/factories/parties";
import { manyVerifiedHandles } from "@/test/factories/works";
import { sealSplitAction, tryWeightingsAction } from "./allocations/[allocationId]/actions";
import { allocateAction, clearAction } from "./deals/[dealId]/_runs/actions";
import { discardUploadAction, startManifestAction } from "./deals/[dealId]/manifests/new/actions";
import { importAfterDryRunAction } from "./manifests/[manifestId]/actions";
import { saveOrganisationSettings } from "./settings/actions";

const LONG_AGO = new Date("2026-01-01T00:00:00Z");
let forum: Awaited<ReturnType<typeof anOrganisation>>;
let owner: Browser;
let stranger: Browser;
let dealId: string;
let home: string;
beforeAll(async () => {
  forum = await anOrganisation({ name: "Forum", host: "forum.example" });
  home = `/o/${forum.id}`;
  owner = await browserOf(forum.ownerId);
  stranger = await browserOf((await anOrganisation()).ownerId);
  const ann = aPersonActor();
  await manyVerifiedHandles(forum.id, [{ name: "ann", personId: ann.personId }], LONG_AGO);
  await somePersonTerms(ann.personId, "paid_anything", LONG_AGO);
  dealId = (await noticedDeal(callAs(forum.owner))).id;
  await aReadyManifest({ dealId, organisationId: forum.id }, [{ contributor: "ann", tokens: 100, score: 3 }]);
  await aClearance(callAs(forum.owner), { dealId });
}, 60_000);
const idOf = (to: string | null) => to?.split(/[/?]/).filter(Boolean)[3] ?? "";

describe("a run", () => {
  const where = () => ({ organisationId: forum.id, dealId });

  test("clears a deal's manifest, and its page opens", async () => {
    const { to } = await send(owner, () => clearAction(where()));
    const clearance = await db.prisma.clearance.findUniqueOrThrow({ where: { id: idOf(to) } });
    expect(to).toBe(`${home}/clearances/${clearance.id}`);
    expect(clearance).toMatchObject({ dealId, state: "queued" });
    expect(codeOf(await send(stranger, () => clearAction(where())))).toBe("NOT_FOUND");
  });

  test("splits by the deal's rules where the form leaves them out, and by its own where it says so", async () => {
    const split = async (fields: Record<string, string>) =>
      idOf((await send(owner, () => allocateAction(where(), null, form(fields)))).to);
    const rules = async (id: string) => db.prisma.allocation.findUniqueOrThrow({ where: { id } });
    const usual = await split({ weighting: "", contributorShare: "", reserve: " ", cap: "" });
    expect(await rules(usual)).toMatchObject({ dealId, clearanceId: expect.any(String) });
    const other = await split({
      weighting: "per_item",
      contributorShare: "60",
      reserve: "2,5 %",
      cap: "0.01",
    });
    const { rules: asked } = (await rules(other)) as unknown as { rules: Record<string, unknown> };
    expect(asked).toMatchObject({
      ...{ weighting: "per_item", contributorShareBps: 6_000, reserveBps: 250, capBps: 1 },
    });
  });

  test("says at the field what is no percentage, before it asks anybody", async () => {
    const fields = form({ contributorShare: "most", cap: "0" });
    const { answer, to } = await send(owner, () => allocateAction(where(), null, fields));
    expect(to).toBeNull();
    expect(answer).toMatchObject({
      ...{ ok: false, code: "INVALID_INPUT" },
      faults: [{ path: "contributorShare" }, { path: "cap" }],
    });
    const stranger_ = await send(stranger, () => allocateAction(where(), null, form({ reserve: "1" })));
    expect(codeOf(stranger_)).toBe("NOT_FOUND");
  });

  test("tries each weighting and opens the last; it stops at the first refusal", async () => {
    const weightings = ["per_item", "per_token"];
    const before = await db.prisma.allocation.count({ where: { dealId } });
    const { to } = await send(owner, () => tryWeightingsAction({ home, dealId, weightings }));
    expect(await db.prisma.allocation.count({ where: { dealId } })).toBe(before + 2);
    expect(to).toBe(`${home}/allocations/${idOf(to)}`);
    const odd = { home, dealId, weightings: ["by_beauty", "per_item"] };
    expect(codeOf(await send(owner, () => tryWeightingsAction(odd)))).toBe("INVALID_INPUT");
    expect(await db.prisma.allocation.count({ where: { dealId } })).toBe(before + 2);
    const none = { home, dealId, weightings: [] };
    expect(codeOf(await send(owner, () => tryWeightingsAction(none)))).toBe("INVALID_INPUT");
  });
});

describe("a seal", () => {
  test("needs the word for it typed, in the language of the page", async () => {
    const allocationId = await anAllocation(callAs(forum.owner), { dealId });
    const place = { home, allocationId };
    const seal = (confirm: string, who = owner) =>
      send(who, () => sealSplitAction(place, null, form({ confirm })));
    const german = { cookies: { ...owner.cookies, locale: "de" } };
    const refused = await seal("yes");
    expect(refused.answer).toMatchObject({ ok: false, faults: [{ path: "confirm" }] });
    expect(codeOf(await seal(en.seal.word, german))).toBe("INVALID_INPUT"); // The German page asks for a German word.
    expect(codeOf(await seal(en.seal.word, stranger))).toBe("NOT_FOUND");
    expect((await db.prisma.deal.findUniqueOrThrow({ where: { id: dealId } })).state).toBe("noticed");
    const sent = await seal(` ${en.seal.word.toUpperCase()} `);
    expect(sent).toMatchObject({ answer: { ok: true }, redrawn: [`${home}/allocations/${allocationId}`] });
    expect(await db.prisma.deal.findUnique({ where: { id: dealId } })).toMatchObject({
      ...{ state: "sealed", sealedAllocationId: allocationId },
    });
  });
});

describe("an upload", () => {
  const CSV = "contributor,url,created_at,tokens\nann,https://forum.example/1,1300000000,5\n";
  const b64 = (text: string) => Buffer.from(text).toString("base64");
  async function uploaded(deal: string): Promise<string> {
    const ask = (method: string, path: string, headers: Record<string, string>, body?: Blob) =>
      handleUpload(
        callAs(forum.owner),
        new Request(`http://localhost:3000${path}`, {
          ...{ method, headers: { "tus-resumable": "1.0.0", ...headers }, duplex: "half" },
          ...(body === undefined ? {} : { body: body.stream() }),
        } as RequestInit),
      );
    const opened = await ask("POST", "/api/uploads", {
      "upload-length": String(CSV.length),
      "upload-metadata": `filename ${b64("posts.csv")},filetype ${b64("text/csv")},dealId ${b64(deal)}`,
    });
    const path = opened.headers.get("location") ?? "";
    const type = { "upload-offset": "0", "content-type": "application/offset+octet-stream" };
    expect((await ask("PATCH", path, type, new Blob([CSV]))).status).toBe(204);
    return path.split("/").at(-1) ?? "";
  }
  const columns = {
    ...{ "column.contributor": "contributor", "column.url": "url", "column.created_at": "created_at" },
    "column.tokens": "tokens",
  };

  test("is tried, and then taken in as it was tried; the mapping can be kept", async () => {
    const { id: deal } = await draftDeal(callAs(forum.owner));
    const uploadId = await uploaded(deal);
    const place = { organisationId: forum.id, uploadId, mappings: [] };
    const start = (fields: Record<string, string>, who = owner) =>
      send(who, () => startManifestAction(place, null, form({ ...columns, ...fields })));
    expect(codeOf(await start({ act: "dry" }, stranger))).toBe("NOT_FOUND");
    const { to } = await start({ act: "dry", profileName: " usual ", delimiter: "," });
    expect(to).toBe(`${home}/manifests/${idOf(to)}?upload=${uploadId}`);
    const dry = await checkNow(callAs(forum.owner), idOf(to));
    expect(dry).toMatchObject({ dryRun: true, accepted: "1", delimiter: "," });
    const kept = await db.prisma.mappingProfile.findFirstOrThrow({ where: { organisationId: forum.id } });
    expect(kept).toMatchObject({ name: "usual", mapping: { columns: { tokens: "tokens" } } });
    const again = await start({ act: "dry", profileName: "usual" });
    expect(codeOf(again)).toBe("CHANGED_MEANWHILE"); // The page did not know that there is one of this name.
    const taken = await send(owner, () => importAfterDryRunAction({ ...place, manifestId: dry.id }));
    const real = await checkNow(callAs(forum.owner), idOf(taken.to));
    expect(real).toMatchObject({ dryRun: false, accepted: "1", mapping: dry.mapping });
    const other = { ...place, manifestId: dry.id };
    expect(codeOf(await send(stranger, () => importAfterDryRunAction(other)))).toBe("NOT_FOUND");
  });

  test("is discarded; one that is gone already counts as discarded", async () => {
    const { id: deal } = await draftDeal(callAs(forum.owner));
    const uploadId = await uploaded(deal);
    const place = { organisationId: forum.id, dealId: deal, uploadId };
    const discard = (who: Browser) => send(who, () => discardUploadAction(place));
    await discard(stranger); // To a stranger there is nothing to discard, and nothing happens.
    expect(await inspectUpload(callAs(forum.owner), { uploadId })).toMatchObject({ fileName: "posts.csv" });
    for (const _ of ["first", "again"])
      expect((await discard(owner)).to).toBe(`${home}/deals/${deal}/manifests/new`);
    await expect(inspectUpload(callAs(forum.owner), { uploadId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("an organisation's settings", () => {
  const rowOf = () => db.prisma.organisation.findUniqueOrThrow({ where: { id: forum.id } });
  const save = (fields: Record<string, string>, who = owner) =>
    send(who, () => saveOrganisationSettings(null, form({ organisationId: forum.id, ...fields })));

  test("change what the form has, against the version the page showed", async () => {
    const stale = await save({ name: "Renamed", version: "an-old-one" });
    expect(codeOf(stale)).toBe("CHANGED_MEANWHILE");
    const version = stale.answer?.ok === false ? (stale.answer.changed?.version ?? "") : "";
    expect((await save({ name: "Renamed", version }, stranger)).answer).toMatchObject({ code: "NOT_FOUND" });
    expect((await save({ name: "Renamed", version })).redrawn).toEqual(["/layout"]);
    expect(await rowOf()).toMatchObject({ name: "Renamed", host: "forum.example" });
  });

  test("take no key that is none, and an empty one is no key", async () => {
    const stale = await save({ name: "X", version: "an-old-one" });
    const version = stale.answer?.ok === false ? (stale.answer.changed?.version ?? "") : "";
    for (const attestationKey of ["not JSON", '{"kty":"RSA"}']) {
      const { answer } = await save({ attestationKey, version });
      expect(answer).toMatchObject({ ok: false, code: "INVALID_INPUT" });
      const faults = answer?.ok === false ? answer.faults : [];
      expect(faults[0]?.path).toMatch(/^attestationKey/);
    }
    expect((await save({ attestationKey: "  ", version })).answer).toMatchObject({ ok: true });
    expect((await rowOf()).attestationKey).toBeNull();
  });
});

test("a what-if is computed from what the form asked", async () => {
  const { id } = await noticedDeal(callAs(forum.owner));
  await aReadyManifest({ dealId: id, organisationId: forum.id }, [{ contributor: "ann", tokens: 100 }]);
  await aClearance(callAs(forum.owner), { dealId: id });
  const where = { organisationId: forum.id, dealId: id };
  const { to } = await send(owner, () => allocateAction(where, null, form({ contributorShare: "100" })));
  const allocation = await db.prisma.allocation.findUniqueOrThrow({ where: { id: idOf(to) } });
  await runToEnd(allocation.jobId ?? "", computeAllocation);
  expect(await db.prisma.allocation.findUnique({ where: { id: idOf(to) } })).toMatchObject({
    state: "succeeded",
  });
});
