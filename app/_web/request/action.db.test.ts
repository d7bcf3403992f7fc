import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { cancelJobAction, retryJobAction } from "@/app/_jobs/actions";
import { markAllRead, markRead } from "@/app/_notices/actions";
import { saveProofRule } from "@/app/_works/actions";
import { db, transaction } from "@/infra/db/db";
import { query } from "@/infra/verb/query";
import { job } from "@/infra/work/job-kind";
import { startJob } from "@/infra/work/queue";
import { LIMITS } from "@/kernel/limits";
import en from "@/messages/en/problems.json";
import { tell } from "@/modules/notices/write/write-notices";
import { type Browser, browserOf, codeOf, form, send } from "@/test/factories/browser";
import { actorFor, anOrganisation, aPerson } from "@/test/factories/parties";
import { runAction } from "./action";
import { takeAllowance } from "./request-limit";

const NOBODY: Browser = { cookies: {} };
let forum: Awaited<ReturnType<typeof anOrganisation>>;
let owner: Browser;
let stranger: Browser;
beforeAll(async () => {
  forum = await anOrganisation({ host: "forum.example" });
  owner = await browserOf(forum.ownerId);
  stranger = await browserOf((await anOrganisation()).ownerId);
});

describe("any action", () => {
  const verb = (run: (input: { n: number }) => Promise<unknown>) =>
    query({
      ...{ name: "test.verb", scope: null, input: z.object({ n: z.number() }), output: z.unknown() },
      run: async (_, input) => run(input),
    });

  test("answers with the value of its verb, or with the refusal in words and the fields at fault", async () => {
    const doubled = verb(async ({ n }) => n * 2);
    const ask = (input: unknown) => send(NOBODY, () => runAction(doubled, input));
    expect((await ask({ n: 4 })).answer).toEqual({ ok: true, value: 8 });
    expect((await ask({ n: "four" })).answer).toMatchObject({
      ...{ ok: false, code: "INVALID_INPUT", requestId: expect.stringMatching(/./) },
      faults: [{ path: "n", message: en.faults.number }],
    });
  });

  test("never shows the text of a failure of ours", async () => {
    const broken = verb(() => Promise.reject(new Error("password of the database: hunter2")));
    const { answer } = await send(NOBODY, () => runAction(broken, { n: 1 }));
    expect(answer).toMatchObject({ ok: false, code: "INTERNAL", faults: [] });
    expect(JSON.stringify(answer)).not.toContain("hunter2");
  });

  test("is counted against its caller like a request of the API", async () => {
    const nothing = verb(async () => null);
    const { id } = await aPerson();
    const browser = await browserOf(id);
    const ask = async () => codeOf(await send(browser, () => runAction(nothing, { n: 1 })));
    const actor = await actorFor(id);
    for (let left: number = LIMITS.apiRequestsPerMinute; left > 1; )
      left = (await takeAllowance(actor, new Headers())).remaining;
    expect([await ask(), await ask()]).toEqual([null, "RATE_LIMITED"]);
  });
});

describe("a job's buttons", () => {
  const aJob = () =>
    transaction((tx) =>
      startJob(tx, job("allocation.run", z.object({})), {
        ...{ subject: "alc_1", organisationId: forum.id, personId: null, phases: ["post"], input: {} },
        now: new Date(),
      }),
    );
  const rowOf = (id: string) => db.prisma.jobRun.findUniqueOrThrow({ where: { id } });

  test("stop it, and start it again once it is over", async () => {
    const jobId = await aJob();
    const press = (action: typeof cancelJobAction, who = owner) =>
      send(who, () => action(null, form({ jobId })));
    for (const action of [cancelJobAction, retryJobAction])
      expect([codeOf(await press(action, stranger)), codeOf(await press(action, NOBODY))]).toEqual([
        "NOT_FOUND",
        "NOT_SIGNED_IN",
      ]);
    expect(codeOf(await press(retryJobAction))).toBe("CONFLICT");
    expect(await press(cancelJobAction)).toMatchObject({ answer: { ok: true }, redrawn: ["/layout"] });
    expect((await rowOf(jobId)).cancelRequestedAt).not.toBeNull();
    await db.prisma.jobRun.update({
      where: { id: jobId },
      data: { state: "cancelled", finishedAt: new Date() },
    });
    expect((await press(retryJobAction)).answer).toMatchObject({ ok: true });
    expect(await rowOf(jobId)).toMatchObject({ state: "queued", cancelRequestedAt: null });
  });
});

describe("notices", () => {
  let reader: { id: string; browser: Browser };
  beforeEach(async () => {
    const { id } = await aPerson();
    reader = { id, browser: await browserOf(id) };
    for (const n of [1, 2, 3])
      await tell({ eventId: `evt_${id}_${n}`, kind: "handle_verified", at: new Date() }, [
        { personId: id, params: {}, link: "/me" },
      ]);
  });
  const unread = () => db.prisma.notice.count({ where: { personId: reader.id, readAt: null } });

  test("are read one by one, by their reader, and all together", async () => {
    const { id: noticeId } = await db.prisma.notice.findFirstOrThrow({ where: { personId: reader.id } });
    await send(stranger, () => markRead(form({ noticeId })));
    expect(await unread()).toBe(3);
    const sent = await send(reader.browser, () => markRead(form({ noticeId })));
    expect([await unread(), sent.redrawn]).toEqual([2, ["/layout"]]);
    await send(stranger, () => markAllRead(form({})));
    expect(await unread()).toBe(2);
    await send(reader.browser, () => markAllRead(form({ organisationId: "" })));
    expect(await unread()).toBe(0);
  });
});

describe("a platform's proof rule", () => {
  const save = (fields: Record<string, string>, who = owner) =>
    send(who, () => saveProofRule(null, form({ organisationId: forum.id, ...fields })));
  const rowOf = () => db.prisma.platformProofRule.findUnique({ where: { platformId: forum.id } });

  test("is what is ticked and written, against the version the page showed", async () => {
    const template = "https://forum.example/user/{name}";
    const stale = await save({ profileTemplate: template, pageCode: "on", version: "an-old-one" });
    expect(codeOf(stale)).toBe("CHANGED_MEANWHILE");
    const version = stale.answer?.ok === false ? (stale.answer.changed?.version ?? "") : "";
    expect(codeOf(await save({ profileTemplate: template, version }, stranger))).toBe("NOT_FOUND");
    const odd = await save({ profileTemplate: "https://elsewhere.example/{name}", version });
    expect(odd.answer).toMatchObject({ ok: false, faults: [{ path: "profileTemplate" }] });
    const sent = await save({ profileTemplate: template, pageCode: "on", version });
    expect(sent.redrawn).toEqual([`/o/${forum.id}/settings`]);
    expect(await rowOf()).toMatchObject({ profileTemplate: template, pageCode: true, namesAreHosts: false });
  });
});
