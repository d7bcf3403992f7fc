import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import type { Actor } from "@/kernel/actor";
import { actorFor, anApiKey, anOrganisation, aPerson, callAs, SYSTEM } from "@/test/factories/parties";
import { forgetPersonsNotices } from "./inbox/forget-person";
import { noteDevice } from "./inbox/note-device";
import { chosenNoticeSettings } from "./settings/chosen-settings";
import { saveNoticeSettings } from "./settings/save-settings";
import { tell } from "./write/write-notices";

const AT = new Date("2026-11-20T10:00:00Z");
let gone: { id: string; actor: Actor };
let other: { id: string; actor: Actor };
beforeAll(async () => {
  const [a, b] = [await aPerson(), await aPerson()];
  gone = { id: a.id, actor: await actorFor(a.id) };
  other = { id: b.id, actor: await actorFor(b.id) };
});

const joined = (eventId: string, personId: string) =>
  db.prisma.outboxEvent.create({
    data: { id: eventId, type: "parties.member_joined", payload: { personId }, at: AT },
  });
const paramsOf = async (personId: string, kind: string) =>
  (await db.prisma.notice.findMany({ where: { personId, kind }, orderBy: { eventKey: "asc" } })).map(
    ({ params }) => params,
  );

describe("a person who deleted their account", () => {
  test("has no notices, mails, choices or devices left; everybody else keeps theirs", async () => {
    for (const { id, actor } of [gone, other]) {
      await tell({ eventId: `evt_${id}`, kind: "handle_verified", at: AT }, [
        { personId: id, params: { name: "ada" }, link: "/me" },
      ]);
      await saveNoticeSettings(callAs(actor), { items: [{ topic: "handles", cadence: "weekly" }] });
      await noteDevice({ eventId: `evt_device_${id}`, personId: id, userAgent: "Firefox on Linux", at: AT });
    }
    const left = async (personId: string) => {
      const where = { personId };
      return {
        notices: await db.prisma.notice.count({ where }),
        mails: await db.prisma.noticeMail.count({ where }),
        settings: await db.prisma.noticeSetting.count({ where }),
        devices: await db.prisma.noticeDevice.count({ where }),
      };
    };
    const before = await left(other.id);
    expect(before).toEqual({ notices: 1, mails: 1, settings: 1, devices: 1 });
    expect(await left(gone.id)).toEqual(before);
    expect(await forgetPersonsNotices(callAs(SYSTEM), { personId: gone.id, authorIds: [] })).toEqual({
      deleted: 1,
    });
    expect(await left(gone.id)).toEqual({ notices: 0, mails: 0, settings: 0, devices: 0 });
    expect(await left(other.id)).toEqual(before);
    const again = await forgetPersonsNotices(callAs(SYSTEM), { personId: gone.id, authorIds: [] });
    expect(again).toEqual({ deleted: 0 });
  });

  test("loses their name in what others read: joined, answered, invited", async () => {
    await joined("evt_gone_joined", gone.id);
    await joined("evt_other_joined", other.id);
    for (const [eventId, name] of [
      ["evt_gone_joined", "Gone Person"],
      ["evt_other_joined", "Somebody Else"],
    ] as const)
      await tell({ eventId, kind: "member_joined", at: AT }, [
        { personId: other.id, params: { name, organisation: "Forum" }, link: "/o" },
      ]);
    for (const authorId of ["aut_gone", "aut_other"])
      await tell({ eventId: `evt_${authorId}`, kind: "author_invited", at: AT }, [
        { personId: other.id, params: { by: "Gone Person", authorId }, link: "/me/works" },
      ]);
    await forgetPersonsNotices(callAs(SYSTEM), { personId: gone.id, authorIds: ["aut_gone"] });
    expect(await paramsOf(other.id, "member_joined")).toEqual([
      { name: "deletedPerson", organisation: "Forum" },
      { name: "Somebody Else", organisation: "Forum" },
    ]);
    expect(await paramsOf(other.id, "author_invited")).toEqual([
      { by: "deletedPerson", authorId: "aut_gone" },
      { by: "Gone Person", authorId: "aut_other" },
    ]);
  });

  test("is forgotten by a job alone", async () => {
    for (const actor of [other.actor, gone.actor])
      await expect(
        forgetPersonsNotices(callAs(actor), { personId: other.id, authorIds: [] }),
      ).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await db.prisma.notice.count({ where: { personId: other.id } })).toBeGreaterThan(0);
  });
});

describe("what a person has chosen about mails", () => {
  test("is empty until they choose, and then is that alone", async () => {
    const { id } = await aPerson();
    const call = callAs(await actorFor(id));
    expect(await chosenNoticeSettings(call, {})).toEqual({ items: [] });
    await saveNoticeSettings(call, {
      items: [
        { topic: "deals", cadence: "daily" },
        { topic: "money", cadence: "never" },
      ],
    });
    const { items } = await chosenNoticeSettings(call, {});
    expect(new Map(items.map(({ topic, cadence }) => [topic, cadence]))).toEqual(
      new Map([
        ["deals", "daily"],
        ["money", "never"],
      ]),
    );
    expect(await chosenNoticeSettings(callAs(await actorFor((await aPerson()).id)), {})).toEqual({
      items: [],
    });
  });

  test("leaves out a choice about a topic that is always mailed", async () => {
    const { id } = await aPerson();
    await db.prisma.noticeSetting.create({ data: { personId: id, topic: "security", cadence: "never" } });
    expect(await chosenNoticeSettings(callAs(await actorFor(id)), {})).toEqual({ items: [] });
  });

  test("belongs to a person: an organisation's key has none", async () => {
    const { id, owner } = await anOrganisation();
    const key = await anApiKey(owner, { organisationId: id, preset: "read_only" });
    await expect(chosenNoticeSettings(callAs(key.actor), {})).rejects.toMatchObject({
      code: "SCOPE_MISSING",
    });
    await expect(chosenNoticeSettings(callAs({ kind: "anonymous" }), {})).rejects.toMatchObject({
      code: "NOT_SIGNED_IN",
    });
  });
});
