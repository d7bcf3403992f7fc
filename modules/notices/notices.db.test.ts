import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import type { Actor } from "@/kernel/actor";
import { actorFor, anApiKey, aPerson, callAs } from "@/test/factories/parties";
import { readAllNotices, readNotice } from "./inbox/mark-read";
import { noteDevice } from "./inbox/note-device";
import { getNotice, getNoticeSettings, listNotices, unreadCount } from "./inbox/queries";
import { saveNoticeSettings } from "./settings/save-settings";
import { readUnsubscription, unsubscribe } from "./settings/unsubscribe";
import { unsubscribeToken } from "./settings/unsubscribe-token";
import { tell } from "./write/write-notices";

const AT = new Date("2026-11-20T10:00:00Z");
let ada: { id: string; actor: Actor };
let bob: { id: string; actor: Actor };
beforeAll(async () => {
  const [a, b] = [await aPerson(), await aPerson()];
  ada = { id: a.id, actor: await actorFor(a.id) };
  bob = { id: b.id, actor: await actorFor(b.id) };
});

const recipient = (personId: string, link = "/me") => ({ personId, params: { name: "ada" }, link });
let events = 0;
const once = () => `evt_${++events}`;

async function aNotice(personId: string): Promise<string> {
  const eventId = once();
  await tell({ eventId, kind: "handle_verified", at: AT }, [recipient(personId)]);
  const row = await db.prisma.notice.findFirstOrThrow({ where: { eventKey: `${eventId}:handle_verified` } });
  return row.id;
}

describe("a notice", () => {
  test("is one an event and recipient, however often the event is handled", async () => {
    const telling = { eventId: once(), kind: "handle_verified", at: AT } as const;
    expect(await tell(telling, [recipient(ada.id), recipient(bob.id)])).toBe(2);
    expect(await tell(telling, [recipient(ada.id)])).toBe(0);
    const where = { eventKey: `${telling.eventId}:handle_verified` };
    expect(await db.prisma.notice.count({ where })).toBe(2);
    const mails = await db.prisma.noticeMail.count({ where: { personId: { in: [ada.id, bob.id] } } });
    expect(mails).toBe(2);
  });

  test("two at the same moment are still one", async () => {
    const telling = { eventId: once(), kind: "handle_verified", at: AT } as const;
    const told = await Promise.all([1, 2, 3, 4].map(() => tell(telling, [recipient(ada.id)])));
    expect(told.reduce((a, b) => a + b)).toBe(1);
  });

  test("is read once; another person's is not found, and nobody's key reads it", async () => {
    const noticeId = await aNotice(ada.id);
    await expect(readNotice(callAs(bob.actor), { noticeId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getNotice(callAs(bob.actor), { noticeId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await readNotice(callAs(ada.actor), { noticeId })).toEqual({ read: 1 });
    expect(await readNotice(callAs(ada.actor), { noticeId })).toEqual({ read: 0 });
    const readOnly = (await anApiKey(ada.actor, { preset: "read_only" })).actor;
    expect((await getNotice(callAs(readOnly), { noticeId })).readAt).not.toBeNull();
    await expect(readNotice(callAs(readOnly), { noticeId })).rejects.toMatchObject({ code: "SCOPE_MISSING" });
  });

  test("lists newest first by page, unread or by topic, and never somebody else's", async () => {
    const carol = await aPerson();
    const call = callAs(await actorFor(carol.id));
    const ids = [await aNotice(carol.id), await aNotice(carol.id), await aNotice(carol.id)].sort().reverse();
    const first = await listNotices(call, { limit: 2 });
    const second = await listNotices(call, { limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.nextCursor).toBeNull();
    await readNotice(call, { noticeId: ids[0] ?? "" });
    expect((await listNotices(call, { unread: "true" })).items).toHaveLength(2);
    expect((await listNotices(call, { topic: "money" })).items).toEqual([]);
    expect((await listNotices(call, { topic: "handles" })).items).toHaveLength(3);
    expect(await unreadCount(call, {})).toEqual({ unread: 2 });
    expect(await readAllNotices(call, {})).toEqual({ read: 2 });
    expect(await unreadCount(call, {})).toEqual({ unread: 0 });
  });

  test("is counted up to 100, by the index of unread ones alone", async () => {
    const dan = await aPerson();
    for (let i = 0; i < 3; i++) {
      const rows = Array.from({ length: 50 }, (_, n) => ({
        ...{
          id: `ntc_${dan.id}_${i}_${n}`,
          personId: dan.id,
          eventKey: `e${i}_${n}`,
          kind: "money_released",
        },
        ...{ topic: "money", params: {}, link: "/me", at: AT, cadence: "never" },
      }));
      await db.prisma.notice.createMany({ data: rows });
    }
    expect(await unreadCount(callAs(await actorFor(dan.id)), {})).toEqual({ unread: 100 });
    const plan = await db.pool.query(
      "SET enable_seqscan = off; EXPLAIN SELECT 1 FROM notice WHERE person_id = 'x' AND read_at IS NULL LIMIT 100",
    );
    const text = JSON.stringify((plan as unknown as { rows: unknown[] }[])[1]?.rows);
    expect(text).toContain("notice_unread");
  });
});

describe("what people choose", () => {
  test("holds for what comes next, topic by topic", async () => {
    const eve = await aPerson();
    const call = callAs(await actorFor(eve.id));
    await saveNoticeSettings(call, { items: [{ topic: "handles", cadence: "weekly" }] });
    const { items } = await getNoticeSettings(call, {});
    expect(items.find(({ topic }) => topic === "handles")?.cadence).toBe("weekly");
    expect(items.find(({ topic }) => topic === "deals")?.cadence).toBe("now");
    const id = await aNotice(eve.id);
    expect(await db.prisma.notice.findUnique({ where: { id } })).toMatchObject({
      cadence: "weekly",
      mailId: null,
    });
  });

  test("an unsubscribe link works without signing in, for what it names only, and cannot be made up", async () => {
    const fay = await aPerson();
    const call = callAs(await actorFor(fay.id));
    const nobody = callAs({ kind: "anonymous" });
    const token = unsubscribeToken(fay.id, "handles");
    expect(await readUnsubscription(nobody, { token })).toEqual({ what: "handles" });
    expect(await unsubscribe(nobody, { token })).toEqual({ what: "handles" });
    expect(await unsubscribe(nobody, { token })).toEqual({ what: "handles" });
    const chosen = async () =>
      Object.fromEntries((await getNoticeSettings(call, {})).items.map((one) => [one.topic, one.cadence]));
    expect(await chosen()).toMatchObject({ handles: "never", deals: "now", money: "daily" });
    await unsubscribe(nobody, { token: unsubscribeToken(fay.id, "daily") });
    expect(await chosen()).toMatchObject({ money: "never", organisation: "now", deals: "now" });
    for (const forged of [`${ada.id}.handles.${token.split(".")[2]}`, `${fay.id}.deals.x`, "x", ""])
      await expect(unsubscribe(nobody, { token: forged })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

test("mails about the security of an account cannot be switched off, by nobody and by no link", async () => {
  const ivy = await aPerson();
  const call = callAs(await actorFor(ivy.id));
  const nobody = callAs({ kind: "anonymous" });
  for (const cadence of ["never", "weekly", "daily"] as const)
    await expect(saveNoticeSettings(call, { items: [{ topic: "security", cadence }] })).rejects.toMatchObject(
      { code: "INVALID_INPUT", faults: [{ path: "items.0.cadence" }] },
    );
  const token = unsubscribeToken(ivy.id, "security");
  for (const act of [unsubscribe, readUnsubscription])
    await expect(act(nobody, { token })).rejects.toMatchObject({ code: "NOT_FOUND" });
  // What somebody chose before the rule counts no more, and ending a digest leaves the topic alone.
  await db.prisma.noticeSetting.create({ data: { personId: ivy.id, topic: "security", cadence: "daily" } });
  await unsubscribe(nobody, { token: unsubscribeToken(ivy.id, "daily") });
  const { items } = await getNoticeSettings(call, {});
  expect(items.find(({ topic }) => topic === "security")?.cadence).toBe("now");
  await tell({ eventId: once(), kind: "second_step_off", at: AT }, [
    { personId: ivy.id, params: {}, link: "/me/settings" },
  ]);
  const row = await db.prisma.notice.findFirstOrThrow({ where: { personId: ivy.id } });
  expect(row).toMatchObject({ cadence: "now", mailId: expect.stringMatching(/./) });
});

test("a sign-in from a new device brings one notice", async () => {
  const gil = await aPerson();
  const agent = (system: string) => `Mozilla/5.0 (${system}) Gecko/20100101 Firefox/142.0`;
  const signIn = (userAgent: string | null) =>
    noteDevice({ eventId: once(), personId: gil.id, userAgent, at: AT });
  const told = () => db.prisma.notice.count({ where: { personId: gil.id, kind: "new_device" } });
  await signIn(agent("X11; Linux x86_64"));
  await signIn(null);
  expect(await told()).toBe(0);
  await signIn(agent("Windows NT 10.0"));
  await signIn(agent("Windows NT 10.0"));
  await signIn(agent("X11; Linux x86_64"));
  expect(await told()).toBe(1);
});
