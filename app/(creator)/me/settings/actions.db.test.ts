import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { linkProvider } from "@/modules/identity/sign-in/link-provider";
import { actorOfSession } from "@/modules/identity/sign-in/resolve-actor";
import { type Browser, browserOf, codeOf, form, send } from "@/test/factories/browser";
import { anOrganisation, aPerson, callAs, SYSTEM, signInAs } from "@/test/factories/parties";
import { codeAt } from "@/test/factories/second-step";
import {
  deleteMine,
  endEverywhere,
  endOne,
  endOthers,
  makeExport,
  saveNotices,
  saveProfile,
  unlink,
} from "./actions";
import { begin, confirm, renew, turnOff } from "./two-step/actions";

let ada: { id: string; email: string };
let browser: Browser;
beforeEach(async () => {
  ada = await aPerson({ name: "Ada" });
  browser = await browserOf(ada.id);
});
const personOf = (id: string) => db.prisma.person.findUniqueOrThrow({ where: { id } });
const opens = async (token: string) => (await actorOfSession(token)) !== null;
const tokenOf = ({ cookies }: Browser) => cookies["remit.session"] ?? "";
/** What a page that was read just now sends back: the refusal of an old version names it. */
async function versionNow(send: (version: string) => Promise<{ answer: unknown }>): Promise<string> {
  const { answer } = await send("an-old-one");
  return (answer as { changed: { version: string } }).changed.version;
}

describe("the profile", () => {
  const save = (fields: Record<string, string>) => send(browser, () => saveProfile(null, form(fields)));

  test("is saved with its language, when the page showed what is stored", async () => {
    const old = await save({ name: "Ada L.", version: "an-old-one", locale: "de" });
    expect(old).toMatchObject({
      answer: { ok: false, code: "CHANGED_MEANWHILE", changed: { fields: { name: ["Ada"] } } },
      kept: {},
    });
    expect(await personOf(ada.id)).toMatchObject({ name: "Ada", locale: "en" });
    const version = await versionNow((one) => save({ name: "Ada L.", version: one, locale: "de" }));
    const sent = await save({ name: "Ada L.", version, locale: "de" });
    expect(sent).toMatchObject({ answer: { ok: true }, kept: { locale: "de" }, redrawn: ["/layout"] });
    expect(await personOf(ada.id)).toMatchObject({ name: "Ada L.", locale: "de" });
  });
});

describe("how notices are mailed", () => {
  const save = (fields: Record<string, string>) => send(browser, () => saveNotices(null, form(fields)));

  test("is saved for the topics on the form, and nothing else the form says", async () => {
    const fields = { deals: "weekly", money: "never", unheardOf: "now" };
    const version = await versionNow((one) => save({ ...fields, version: one }));
    expect((await save({ ...fields, version })).answer).toMatchObject({ ok: true });
    const rows = await db.prisma.noticeSetting.findMany({ where: { personId: ada.id } });
    expect(new Map(rows.map(({ topic, cadence }) => [topic, cadence]))).toEqual(
      new Map([
        ["deals", "weekly"],
        ["money", "never"],
      ]),
    );
  });

  test("that was changed in another tab is named topic by topic", async () => {
    const { answer } = await save({ deals: "weekly", version: "an-old-one" });
    expect(answer).toMatchObject({ ok: false, changed: { fields: { deals: ["now"], money: ["daily"] } } });
  });

  test("cannot be chosen for security", async () => {
    const version = await versionNow((one) => save({ deals: "now", version: one }));
    expect(codeOf(await save({ security: "never", version }))).toBe("INVALID_INPUT");
    expect(await db.prisma.noticeSetting.count({ where: { personId: ada.id } })).toBe(0);
  });
});

describe("sessions", () => {
  const sessionId = async (token: string) => {
    const actor = await actorOfSession(token);
    return actor?.kind === "user" ? actor.sessionId : "";
  };

  test("end one at a time, one's own only, and the present one leads out", async () => {
    const [other, theirs] = [await signInAs(ada.id), await signInAs((await aPerson()).id)];
    const end = (id: string, current = "0") =>
      send(browser, () => endOne(null, form({ sessionId: id, current })));
    expect(codeOf(await end(await sessionId(theirs)))).toBe("NOT_FOUND");
    expect(await opens(theirs)).toBe(true);
    expect(await end(await sessionId(other))).toMatchObject({ to: null, redrawn: ["/layout"] });
    expect([await opens(other), await opens(tokenOf(browser))]).toEqual([false, true]);
    expect((await end(await sessionId(tokenOf(browser)), "1")).to).toBe("/");
    expect(await opens(tokenOf(browser))).toBe(false);
  });

  test("elsewhere end, and this one stays", async () => {
    const other = await signInAs(ada.id);
    await send(browser, () => endOthers(null));
    expect([await opens(other), await opens(tokenOf(browser))]).toEqual([false, true]);
  });

  test("everywhere end, this one too", async () => {
    const other = await signInAs(ada.id);
    const { to, kept } = await send(browser, () => endEverywhere(null));
    expect({ to, kept }).toEqual({ to: "/", kept: { "remit.session": "" } });
    expect([await opens(other), await opens(tokenOf(browser))]).toEqual([false, false]);
  });
});

test("a provider is disconnected", async () => {
  const identity = { personId: ada.id, type: "oauth", provider: "github", providerAccountId: ada.id };
  await linkProvider(callAs(SYSTEM), identity);
  const disconnect = () => send(browser, () => unlink(null, form({ provider: "github" })));
  expect((await disconnect()).answer).toMatchObject({ ok: true });
  expect(await db.prisma.signInIdentity.count({ where: { userId: ada.id } })).toBe(0);
  expect(codeOf(await disconnect())).toBe("NOT_FOUND");
});

test("a copy of everything is asked for, after a recent sign-in", async () => {
  const old = await browserOf(ada.id, new Date(Date.now() - 60 * 60_000));
  expect(codeOf(await send(old, () => makeExport(null)))).toBe("STEP_UP_REQUIRED");
  const { answer } = await send(browser, () => makeExport(null));
  const id = answer?.ok ? (answer.value as { id: string }).id : "";
  expect(await db.prisma.jobRun.findUnique({ where: { id } })).toMatchObject({
    subject: ada.id,
    state: "queued",
  });
});

describe("deleting one's account", () => {
  const remove = (confirmation: string) => send(browser, () => deleteMine(null, form({ confirmation })));

  test("takes the word for it, and then nobody is left", async () => {
    expect((await remove("yes")).answer).toMatchObject({
      ...{ ok: false, code: "INVALID_INPUT" },
      faults: [{ path: "confirmation" }],
    });
    expect((await personOf(ada.id)).deletedAt).toBeNull();
    const { to, kept } = await remove(ada.email);
    expect({ to, kept }).toEqual({ to: "/goodbye", kept: { "remit.session": "" } });
    const person = await personOf(ada.id);
    expect(person).toMatchObject({ email: null, name: null });
    expect(person.deletedAt).not.toBeNull();
    expect(await opens(tokenOf(browser))).toBe(false);
  });

  test("is refused to the last owner of an organisation, who stays signed in", async () => {
    await anOrganisation({ ownerId: ada.id });
    const { to, kept, answer } = await remove(ada.email);
    expect({ to, kept }).toEqual({ to: null, kept: {} });
    expect(answer).toMatchObject({ ok: false, code: "LAST_OWNER" });
    expect(await opens(tokenOf(browser))).toBe(true);
  });
});

describe("the second step", () => {
  test("is set up with an app, renewed and turned off, each by a code", async () => {
    const begun = await send(browser, () => begin(null));
    const secret = begun.answer?.ok ? begun.answer.value.secret : "";
    const isOn = () =>
      db.prisma.secondStep.count({ where: { personId: ada.id, confirmedAt: { not: null } } });
    expect(codeOf(await send(browser, () => confirm(null, form({ code: "000000" }))))).toBe("CODE_WRONG");
    expect(await isOn()).toBe(0);
    const code = (later: number) => form({ code: codeAt(secret, new Date(), later) });
    const set = await send(browser, () => confirm(null, code(-1)));
    const codes = set.answer?.ok ? set.answer.value.codes : [];
    expect(new Set(codes).size).toBeGreaterThan(5);
    expect(await isOn()).toBe(1);
    expect(set.redrawn).toEqual([]); // The codes are on this page alone.
    const renewed = await send(browser, () => renew(null, code(0)));
    const fresh = renewed.answer?.ok ? renewed.answer.value.codes : [];
    expect(fresh.filter((one) => codes.includes(one))).toEqual([]);
    expect(codeOf(await send(browser, () => turnOff(null, form({ code: codes[0] ?? "" }))))).toBe(
      "CODE_WRONG",
    );
    expect((await send(browser, () => turnOff(null, form({ code: fresh[0] ?? "" })))).answer).toMatchObject({
      ok: true,
    });
    expect(await isOn()).toBe(0);
  });
});
