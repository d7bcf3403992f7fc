import { describe, expect, test } from "vitest";
import { LOCALES } from "@/messages/locales";
import { authorMail, invitationMail, signInMail } from "./compose-request";

const EVIL = "Ada <b>& Co</b>\r\nBcc: everybody@example.com";
const url = "https://remit.example/x?a=1&b=2";

const mails = (locale: string) => ({
  "sign-in": signInMail({ url, site: "remit.example", locale }),
  invitation: invitationMail({
    organisation: EVIL,
    isVerified: true,
    role: "analyst",
    invitedBy: EVIL,
    url,
    locale,
  }),
  "a program's invitation": invitationMail({
    ...{ organisation: EVIL, isVerified: true, role: "owner", invitedBy: null, url, locale },
  }),
  author: authorMail({ title: EVIL, name: EVIL, shareBps: 2550, invitedBy: EVIL, url, locale }),
  "nobody's author": authorMail({ title: EVIL, name: EVIL, shareBps: 2550, invitedBy: null, url, locale }),
});

describe.each(LOCALES)("in %s", (locale) => {
  test.each(Object.entries(mails(locale)))("%s is said in full, as text and as HTML", (_, mail) => {
    const { subject, text, html } = mail;
    expect(subject).toContain("Remit");
    expect(subject).not.toMatch(/[\r\n]/);
    for (const said of [subject, text, html]) expect(said).not.toMatch(/undefined|NaN|mails\.|role\./);
    for (const said of [subject, text]) expect(said).not.toMatch(/[{}]/);
    expect(text).toContain(`:\n${url}\n`);
    expect(text).not.toMatch(/^Bcc/m);
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).toContain('href="https://remit.example/x?a=1&#38;b=2"');
    expect(html).not.toContain("<b>"); // what people write is text, never markup
  });
});

test("each language has words of its own, with its own way of writing a share", () => {
  const [en, de] = [mails("en"), mails("de")];
  expect(en["sign-in"].subject).toBe("Sign in to Remit (remit.example)");
  expect(de["sign-in"].subject).toBe("Anmelden bei Remit (remit.example)");
  expect(en.author.text).toContain("25.5%");
  expect(de.author.text).toContain("25,5\u00a0%");
  expect(en.invitation.text).toContain("the role Analyst");
  expect(de.invitation.text).toContain("Ihre Rolle: Analyse.");
});

test("an organisation that is not verified has no say in the subject, and the mail says so", () => {
  for (const locale of LOCALES) {
    const letter = {
      organisation: "Your account is locked",
      role: "analyst",
      invitedBy: null,
      url,
      locale,
    } as const;
    const mail = invitationMail({ ...letter, isVerified: false });
    expect(mail.subject).not.toContain("locked");
    expect(mail.subject).toContain("Remit");
    expect(mail.text).toMatch(/not verified|nicht überprüft/);
    expect(invitationMail({ ...letter, isVerified: true }).subject).toContain("locked");
  }
});

test("who registers a work and names somebody as its author has no say in the subject", () => {
  for (const locale of LOCALES) {
    const letter = { title: "Your account is locked", name: "Ada", shareBps: 5000, url, locale } as const;
    const mail = authorMail({ ...letter, invitedBy: "Remit Security" });
    expect(mail.subject).not.toMatch(/locked|Security/);
    expect(mail.subject).toContain("Remit");
    expect(mail.text).toContain("Your account is locked");
  }
});

test("a language that is not there is English", () => {
  expect(mails("fr")).toEqual(mails("en"));
});
