import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { forgetEnv } from "@/infra/env";
import { composeLetter } from "@/letters/compose-letter";
import { makeDigests } from "@/modules/notices/mails/make-digests";
import { sendDueMails } from "@/modules/notices/mails/send-mails";
import { saveNoticeSettings } from "@/modules/notices/settings/save-settings";
import { unsubscribe } from "@/modules/notices/settings/unsubscribe";
import { tell } from "@/modules/notices/write/write-notices";
import { updateProfile } from "@/modules/parties/people/update-profile";
import { actorFor, aPerson, callAs } from "@/test/factories/parties";

/** A mail server that says what the test wants it to say. */
let mood: "take" | "later" | "never" | "hang up after the message" = "take";
const got: string[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  logger: false,
  onRcptTo: (_, __, done) => {
    if (mood === "later") done(Object.assign(new Error("busy"), { responseCode: 451 }));
    else if (mood === "never") done(Object.assign(new Error("nobody here"), { responseCode: 550 }));
    else done();
  },
  onData(stream, _, done) {
    let text = "";
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
    stream.on("end", () => {
      got.push(text.replaceAll("=\r\n", ""));
      if (mood === "hang up after the message") for (const open of connections()) open._socket.destroy();
      else done();
    });
  },
});
server.on("error", () => {});
const connections = () =>
  (server as unknown as { connections: Set<{ _socket: { destroy(): void } }> }).connections;

const DAY = (day: number, hour = 12) => new Date(Date.UTC(2026, 10, day, hour)); // the 23rd is a Monday
const send = (now = DAY(30)) => sendDueMails(composeLetter, () => now);
let events = 0;
const money = (personId: string, at: Date) =>
  tell({ eventId: `evt_${++events}`, kind: "money_released", at }, [{ personId, params: {}, link: "/me" }]);
const verified = (personId: string, at = DAY(20)) =>
  tell({ eventId: `evt_${++events}`, kind: "handle_verified", at }, [
    { personId, params: { name: "ada", platform: "Forum" }, link: "/me" },
  ]);

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.server.address() as { port: number };
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
  forgetEnv();
});
afterAll(() => new Promise<void>((done) => server.close(done)));
beforeEach(async () => {
  mood = "take";
  got.length = 0;
  await db.prisma.noticeMail.updateMany({ where: { state: "due" }, data: { state: "refused" } });
});

describe("an immediate mail", () => {
  test("is in its reader's language, with one-click unsubscription, and is sent once", async () => {
    const ada = await aPerson({ name: "Ada" });
    await updateProfile(callAs(await actorFor(ada.id)), { locale: "de" });
    await verified(ada.id);
    expect(await send()).toEqual({ sent: 1 });
    expect(await send()).toEqual({ sent: 0 });
    expect(got).toHaveLength(1);
    const [mail = ""] = got;
    expect(mail).toContain(`To: ${ada.email}`);
    expect(mail).toContain("Subject: Nachgewiesen: ada auf Forum");
    expect(mail).toContain("Hallo Ada,");
    expect(mail).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/);
    const token = /List-Unsubscribe:\s*<http:\/\/localhost:3000\/api\/unsubscribe\/([^>]+)>/.exec(mail)?.[1];
    await unsubscribe(callAs({ kind: "anonymous" }), { token: token ?? "" });
    await verified(ada.id);
    expect(await send()).toEqual({ sent: 0 });
  });

  test("is tried again when the server says later, and not when it says never", async () => {
    const bob = await aPerson();
    await verified(bob.id);
    mood = "later";
    expect(await send(DAY(20, 13))).toEqual({ sent: 0 });
    mood = "take";
    expect(await send(DAY(20, 13))).toEqual({ sent: 0 }); // only later: the server was busy
    expect(await send(DAY(20, 14))).toEqual({ sent: 1 });
    await verified(bob.id);
    mood = "never";
    await send();
    mood = "take";
    expect(await send()).toEqual({ sent: 0 });
    const mails = await db.prisma.noticeMail.findMany({
      where: { personId: bob.id },
      orderBy: { id: "asc" },
    });
    expect(mails.map(({ state }) => state).sort()).toEqual(["refused", "sent"]);
  });

  test("that may have been taken is never sent a second time", async () => {
    const cleo = await aPerson();
    await verified(cleo.id);
    mood = "hang up after the message";
    await send();
    mood = "take";
    expect(await send()).toEqual({ sent: 0 });
    expect(got).toHaveLength(1);
    expect(await db.prisma.noticeMail.findFirst({ where: { personId: cleo.id } })).toMatchObject({
      state: "uncertain",
    });
  });

  test("waits while there is no server", async () => {
    const hal = await aPerson();
    await verified(hal.id);
    const url = process.env.SMTP_URL;
    process.env.SMTP_URL = "smtp://127.0.0.1:1";
    forgetEnv();
    await send(DAY(20, 13));
    process.env.SMTP_URL = url;
    forgetEnv();
    expect(await send(DAY(20, 14))).toEqual({ sent: 1 });
  });

  test("that a killed worker was sending is not sent again", async () => {
    const dora = await aPerson();
    await verified(dora.id);
    await db.prisma.noticeMail.updateMany({
      where: { personId: dora.id },
      data: { state: "sending", claimedAt: DAY(20) },
    });
    expect(await send()).toEqual({ sent: 0 });
    expect(await db.prisma.noticeMail.findFirst({ where: { personId: dora.id } })).toMatchObject({
      state: "uncertain",
    });
  });

  test("several workers send each mail once", async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => aPerson()));
    for (const { id } of people) await verified(id);
    await Promise.all([send(), send(), send()]);
    expect(got).toHaveLength(12);
  });
});

describe("a digest", () => {
  const mailsOf = (personId: string) =>
    db.prisma.noticeMail.findMany({ where: { personId }, orderBy: { key: "asc" } });

  test("carries what was not read of the days before, once a day, whatever runs how often", async () => {
    const eve = await aPerson();
    await money(eve.id, DAY(20));
    await money(eve.id, DAY(21));
    await money(eve.id, DAY(22, 9));
    await Promise.all([makeDigests(DAY(22)), makeDigests(DAY(22))]);
    await makeDigests(DAY(22, 23));
    expect((await mailsOf(eve.id)).map(({ key }) => key)).toEqual([`daily:2026-11-22:${eve.id}`]);
    await send();
    expect(got).toHaveLength(1);
    expect(got[0]).toContain("Subject: Remit: 2 notices of the day");
    await makeDigests(DAY(23));
    await send();
    expect(got).toHaveLength(2);
    expect(got[1]).toContain("Subject: Remit: One notice of the day");
  });

  test("after a standstill is one that takes in everything; what was read meanwhile is left out", async () => {
    const fay = await aPerson();
    for (const day of [2, 3, 4, 5]) await money(fay.id, DAY(day));
    await db.prisma.notice.updateMany({
      where: { personId: fay.id, at: DAY(5) },
      data: { readAt: DAY(6) },
    });
    await makeDigests(DAY(20));
    const [mail, ...more] = await mailsOf(fay.id);
    expect(more).toEqual([]);
    expect(await db.prisma.notice.count({ where: { mailId: mail?.id ?? "" } })).toBe(3);
  });

  test("of a week comes on Monday", async () => {
    const gil = await aPerson();
    await saveNoticeSettings(callAs(await actorFor(gil.id)), {
      items: [{ topic: "money", cadence: "weekly" }],
    });
    await money(gil.id, DAY(18));
    await makeDigests(DAY(22, 23));
    expect(await mailsOf(gil.id)).toEqual([]);
    await makeDigests(DAY(23, 0));
    expect((await mailsOf(gil.id)).map(({ key }) => key)).toEqual([`weekly:2026-11-23:${gil.id}`]);
  });

  test("is not made of nothing, nor mailed to nobody", async () => {
    const before = await db.prisma.noticeMail.count();
    expect(await makeDigests(DAY(29))).toEqual({ made: 0 });
    expect(await db.prisma.noticeMail.count()).toBe(before);
  });
});
