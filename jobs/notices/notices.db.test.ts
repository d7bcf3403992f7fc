import { createGunzip } from "node:zlib";
import { describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { type JobHandle, runJob } from "@/infra/work/job-run";
import { JOB_HANDLERS } from "@/jobs/tasks";
import { newId } from "@/kernel/id";
import { chooseForDeal } from "@/modules/deals/contributor/choose-for-deal";
import { amendDeal } from "@/modules/deals/platform/amend-deal";
import { explainPayment } from "@/modules/earnings/queries/own-share";
import { listExports, openExport } from "@/modules/exports/queries";
import { requestExport } from "@/modules/exports/request-export";
import { listNotices } from "@/modules/notices/inbox/queries";
import { startSpread } from "@/modules/notices/write/spread-notices";
import { fund, postFunded } from "@/test/factories/allocation";
import { noticedDeal } from "@/test/factories/deals";
import { handOn, handOnAgain } from "@/test/factories/events";
import { aMailbox } from "@/test/factories/mailbox";
import { actorFor, anApiKey, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { aSealedDeal } from "@/test/factories/sealed-deal";
import { anAttestingPlatform, aVerifiedHandle } from "@/test/factories/works";
import { spread } from "./spread";

aMailbox();

/** Hands on every event that waits, and runs every telling that follows, as the worker would. */
async function work(): Promise<void> {
  for (;;) {
    const events = await db.prisma.outboxEvent.findMany({
      where: { handledAt: null },
      orderBy: { at: "asc" },
    });
    const jobs = await db.prisma.jobRun.findMany({
      where: { state: "queued", kind: { in: ["notices.spread", "exports.write", "allocation.publish"] } },
    });
    if (events.length === 0 && jobs.length === 0) return;
    for (const { id } of events) await handOn(id);
    for (const { id, kind } of jobs) {
      const handler = JOB_HANDLERS[kind];
      if (handler !== undefined) await runJob(id, handler, true);
    }
  }
}
const kindsOf = async (personId: string) =>
  (await db.prisma.notice.findMany({ where: { personId }, orderBy: { id: "asc" } })).map(({ kind }) => kind);

describe("a deal that is announced", () => {
  test("brings one notice to each owner of a handle on its platform, and to nobody else", async () => {
    const platform = await anAttestingPlatform();
    const holders = await Promise.all([1, 2, 3].map(() => aPerson()));
    for (const [n, { id }] of holders.entries())
      await aVerifiedHandle(await actorFor(id), platform, `holder${n}`);
    const stranger = await aPerson();
    const deal = await noticedDeal(callAs(platform.owner), {
      organisationId: platform.id,
      basis: "platform_terms",
      noticeDays: 30,
    });
    await work();
    for (const { id } of holders) expect(await kindsOf(id)).toContain("deal_noticed");
    expect(await kindsOf(stranger.id)).not.toContain("deal_noticed");
    const event = await db.prisma.outboxEvent.findFirstOrThrow({ where: { type: "deals.noticed" } });
    await handOnAgain(event.id);
    await work();
    expect(await db.prisma.notice.count({ where: { kind: "deal_noticed" } })).toBe(3);
    const [notice] = (await listNotices(callAs(await actorFor(holders[0]?.id ?? "")), { topic: "deals" }))
      .items;
    expect(notice).toMatchObject({ link: `/me/deals/${deal.id}`, params: { title: deal.title } });
  });
});

test("a person whose join expired gets a notice, also if a key amended the deal; a person who withdrew the join does not", async () => {
  const platform = await anAttestingPlatform();
  const [joined, left] = await Promise.all([aPerson(), aPerson()]);
  for (const { id } of [joined, left]) await aVerifiedHandle(await actorFor(id), platform, `joins-${id}`);
  const { id: dealId } = await noticedDeal(callAs(platform.owner), {
    organisationId: platform.id,
    noticeDays: 30,
  });
  for (const { id } of [joined, left])
    await chooseForDeal(callAs(await actorFor(id)), { dealId, choice: "join" });
  const own = await anApiKey(await actorFor(left.id), { preset: "all" });
  await chooseForDeal(callAs(own.actor), { dealId, choice: "neutral" });
  const key = await anApiKey(platform.owner, { organisationId: platform.id, preset: "all" });
  await amendDeal(callAs(key.actor), { dealId, gross: "5.00", note: "Less" });
  await work();
  expect(await kindsOf(joined.id)).toContain("join_lapsed");
  expect(await kindsOf(left.id)).not.toContain("join_lapsed");
});

test("a telling that is killed between its batches goes on where it was, and tells nobody twice", async () => {
  const platform = await anOrganisation();
  const at = new Date();
  const people = Array.from({ length: 4_500 }, () => newId("person", at)).sort();
  const rows = people.map((personId, n) => ({ personId, name: `n${n}`, handleId: newId("handle", at) }));
  const platformId = platform.id;
  const verifiedAt = new Date(at.getTime() - 1000);
  await db.prisma.handle.createMany({
    data: rows.map(({ personId, name, handleId: id }) => ({
      ...{ id, platformId, name, shownName: name, personId, state: "verified", verifiedAt, createdAt: at },
    })),
  });
  await db.prisma.handlePeriod.createMany({
    data: rows.map((row) => ({ ...row, id: newId("handlePeriod", at), platformId, verifiedAt })),
  });
  const deal = await noticedDeal(callAs(platform.owner), {
    organisationId: platform.id,
    basis: "platform_terms",
    noticeDays: 30,
  });
  const asked = {
    ...({ eventId: "evt_many", kind: "deal_noticed", organisationId: null, at: new Date() } as const),
    subject: deal.id,
    audience: { kind: "holders" as const, dealId: deal.id, restarted: false },
  };
  const { jobId } = await startSpread(asked);
  expect(await startSpread(asked)).toEqual({ jobId });
  const job = await db.prisma.jobRun.findUniqueOrThrow({ where: { id: jobId } });
  const handle = (progress: JobHandle["progress"]): JobHandle => ({
    ...{ id: jobId, subject: job.subject, attempt: 1, progress },
    phase: (_, doIt) => doIt(),
    input: (of) => of.input.parse(job.input),
    goesOn: async () => {},
    checkCancelled: async () => {},
  });
  const told = () => db.prisma.notice.count({ where: { eventKey: "evt_many:deal_noticed" } });
  await expect(spread.run(handle(() => Promise.reject(new Error("killed"))))).rejects.toThrow("killed");
  expect(await told()).toBe(2_000);
  const seen: (bigint | number)[] = [];
  await spread.run(
    handle(async (done) => {
      seen.push(done);
    }),
  );
  expect(await told()).toBe(4_500);
  expect(seen).toEqual([4_000n, 4_500n]);
});

test("the notices of a sealed and a posted share have the very sum that is explained", async () => {
  const world = await aSealedDeal();
  await work();
  await fund(world.dealId);
  await postFunded(world.dealId);
  await work();
  const told = await db.prisma.notice.findMany({ where: { kind: { in: ["share_sealed", "share_posted"] } } });
  expect(told.length).toBeGreaterThan(1);
  for (const { personId, params } of told) {
    const call = callAs(await actorFor(personId));
    const { amount } = await explainPayment(call, { allocationId: world.allocationId });
    expect((params as { amount: unknown }).amount).toEqual(amount);
  }
});

test("a copy of one's data has everything of oneself and nothing of others, and only oneself opens it", async () => {
  const ada = await aPerson({ name: "Ada the exporter" });
  const other = await aPerson({ name: "Somebody else" });
  const call = callAs(await actorFor(ada.id));
  const platform = await anAttestingPlatform();
  await aVerifiedHandle(call.actor, platform, "ada-export");
  const { id } = await requestExport(call, {});
  expect((await requestExport(call, {})).id).toBe(id);
  await work();
  const [copy] = (await listExports(call, {})).items;
  expect(copy).toMatchObject({ id, state: "succeeded" });
  let text = "";
  const { file } = await openExport(call, id);
  for await (const chunk of file.pipe(createGunzip())) text += String(chunk);
  const lines = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { section: string });
  expect(new Set(lines.map(({ section }) => section))).toEqual(
    new Set(lines.map(({ section }) => section).concat("about", "profile", "sessions", "handle", "activity")),
  );
  expect(text).toContain("Ada the exporter");
  expect(text).not.toContain("Somebody else");
  const stranger = callAs(await actorFor(other.id));
  await expect(openExport(stranger, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const { actor: key } = await anApiKey(call.actor, { preset: "all" });
  for (const attempt of [
    () => requestExport(callAs(key), {}),
    () => listExports(callAs(key), {}),
    () => openExport(callAs(key), id),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: "SCOPE_MISSING" });
  const later = { ...call, now: new Date(Date.now() + 8 * 86_400_000) };
  await expect(openExport(later, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await listExports(later, {})).items[0]?.state).toBe("expired");
  expect(await kindsOf(ada.id)).toContain("export_ready");
});
