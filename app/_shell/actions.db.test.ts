import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { actorOfSession } from "@/modules/identity/sign-in/resolve-actor";
import { type Browser, browserOf, codeOf, form, send } from "@/test/factories/browser";
import { draftDeal } from "@/test/factories/deals";
import { aMailbox } from "@/test/factories/mailbox";
import { anOrganisation, aPerson, aWaitingSession, callAs } from "@/test/factories/parties";
import { codeAt, enrolled } from "@/test/factories/second-step";
import {
  chooseLanguage,
  chooseTheme,
  chooseTour,
  confirmByCode,
  confirmByMail,
  findPlaces,
  placesOfViewer,
  signOut,
  waysToConfirm,
} from "./actions";

aMailbox();
const NOBODY: Browser = { cookies: {} };
let ada: { id: string; email: string };
let browser: Browser;
beforeEach(async () => {
  ada = await aPerson({ name: "Ada" });
  browser = await browserOf(ada.id);
});
const tokenOf = ({ cookies }: Browser) => cookies["remit.session"] ?? "";

describe("what a browser keeps", () => {
  test.each([
    ["light", { theme: "light" }],
    ["dark", { theme: "dark" }],
    ["system", { theme: "" }],
    ["purple", { theme: "" }],
  ])("theme %s: %j", async (theme, kept) => {
    expect((await send(NOBODY, () => chooseTheme(form({ theme })))).kept).toEqual(kept);
  });

  test("the tour is put away, and started again", async () => {
    expect((await send(NOBODY, () => chooseTour(form({ tour: "off" })))).kept).toEqual({ tour: "off" });
    expect((await send(NOBODY, () => chooseTour(form({ tour: "on" })))).kept).toEqual({ tour: "" });
  });

  test("a language is kept here, and for a signed-in person for their mails too", async () => {
    const localeOf = async () => (await db.prisma.person.findUniqueOrThrow({ where: { id: ada.id } })).locale;
    const german = form({ locale: "de" });
    expect((await send(NOBODY, () => chooseLanguage(german))).kept).toEqual({ locale: "de" });
    expect(await localeOf()).toBe("en");
    expect((await send(browser, () => chooseLanguage(german))).kept).toEqual({ locale: "de" });
    expect(await localeOf()).toBe("de");
    expect((await send(browser, () => chooseLanguage(form({ locale: "xx" })))).kept).toEqual({});
    expect(await localeOf()).toBe("de");
  });
});

describe("signing out", () => {
  test("ends the session in the database and takes the cookie away", async () => {
    expect(await actorOfSession(tokenOf(browser))).toMatchObject({ personId: ada.id });
    const { to, kept } = await send(browser, () => signOut());
    expect({ to, kept }).toEqual({ to: "/", kept: { "remit.session": "" } });
    expect(await actorOfSession(tokenOf(browser))).toBeNull();
    expect((await send(browser, () => signOut())).to).toBe("/"); // Signed out already: no fault.
  });

  test("leads back to an invitation, and to no other address", async () => {
    const leadsTo = async (next: string) =>
      (await send(await browserOf(ada.id), () => signOut(form({ next })))).to;
    expect(await leadsTo("/invitations/works/abc-DEF_1")).toBe("/invitations/works/abc-DEF_1");
    for (const elsewhere of [
      "https://evil.example",
      "//evil.example",
      "/operator",
      "/invitations/../operator",
    ])
      expect(await leadsTo(elsewhere)).toBe("/");
  });

  test("ends a sign-in that waits for its second step", async () => {
    const waiting = { cookies: { "remit.session": await aWaitingSession(ada.id) } };
    const sessions = () => db.prisma.session.count({ where: { userId: ada.id } });
    const before = await sessions();
    await send(waiting, () => signOut());
    expect(await sessions()).toBe(before - 1);
  });
});

describe("the palette", () => {
  let deal: { id: string };
  let forum: Awaited<ReturnType<typeof anOrganisation>>;
  beforeAll(async () => {
    forum = await anOrganisation({ name: "Palette Forum" });
    deal = await draftDeal(callAs(forum.owner), { title: "A very rare archive" });
  });
  const hrefs = (places: readonly { href: string }[] | null) => (places ?? []).map(({ href }) => href);

  test("has the pages of everybody, and one's own after a sign-in", async () => {
    const open = hrefs((await send(NOBODY, () => placesOfViewer())).answer);
    expect(open).toContain("/sign-in");
    expect(open.filter((href) => /^\/(me|o|operator)(\/|$)/.test(href))).toEqual([]);
    const own = hrefs((await send(browser, () => placesOfViewer())).answer);
    expect(own).toEqual(expect.arrayContaining(["/me", "/me/terms"]));
    expect(own).not.toContain("/sign-in");
    const owner = await browserOf(forum.ownerId);
    expect(hrefs((await send(owner, () => placesOfViewer())).answer)).toContain(`/o/${forum.id}/deals/new`);
  });

  test("finds a deal for its platform alone", async () => {
    const address = `/o/${forum.id}/deals/${deal.id}`;
    const found = async (who: Browser) =>
      hrefs((await send(who, () => findPlaces("very rare"))).answer).filter((href) => href === address);
    expect(await found(await browserOf(forum.ownerId))).toEqual([address]);
    expect(await found(browser)).toEqual([]);
    expect(await found(NOBODY)).toEqual([]);
    for (const nothing of ["v", "", { length: 3 } as never])
      expect((await send(NOBODY, () => findPlaces(nothing))).answer).toEqual([]);
  });
});

describe("confirming that it is you", () => {
  test("is by mail without a second step, by its code with one, and nobody's without a sign-in", async () => {
    const ways = async (who: Browser) => (await send(who, () => waysToConfirm())).answer;
    expect(await ways(browser)).toEqual({ code: false, email: ada.email });
    const bea = await enrolled();
    expect(await ways(await browserOf(bea.id))).toMatchObject({ code: true });
    expect(await ways(NOBODY)).toEqual({ code: false, email: null });
  });

  test("by code makes the sign-in a recent one; a wrong code does not", async () => {
    const bea = await enrolled();
    const old = new Date(Date.now() - 3 * 60 * 60_000);
    const who = await browserOf(bea.id, old);
    const signedInAt = async () => {
      const actor = await actorOfSession(tokenOf(who));
      return actor?.kind === "user" ? actor.signedInAt.getTime() : 0;
    };
    const wrong = await send(who, () => confirmByCode("000000"));
    expect(codeOf(wrong)).toBe("CODE_WRONG");
    expect(await signedInAt()).toBe(old.getTime());
    const right = await send(who, () => confirmByCode(codeAt(bea.secret)));
    expect(right.answer).toMatchObject({ ok: true });
    expect(await signedInAt()).toBeGreaterThan(old.getTime());
  });

  test("by mail goes to one's own address, and says so in no more than that", async () => {
    const sent = await send(browser, () => confirmByMail("/me/settings"));
    expect(sent.answer).toEqual({ ok: true, value: null });
    const { identifier } = await db.prisma.signInToken.findFirstOrThrow({ orderBy: { expires: "desc" } });
    expect(identifier).toBe(ada.email);
  });
});
