import { describe, expect, test } from "vitest";
import { LOCALES } from "@/messages/locales";
import { Notice, type NoticeView } from "@/modules/notices/schema";
import { composeLetter } from "./compose-letter";

const KINDS = Notice.shape.kind.options;

/** Every fact that jobs/notices gives to any kind. */
const PARAMS: NoticeView["params"] = {
  title: "Archive <b>2026</b>",
  platform: "Harbour Forum",
  licensee: "Northwind Labs",
  restarted: "yes",
  until: { at: "2026-12-01T12:00:00Z" },
  from: { at: "2026-12-01T12:00:00Z" },
  when: { at: "2026-12-01T12:00:00Z" },
  scope: "person",
  name: "ada",
  reason: "The page says so.",
  by: "Bob",
  bps: 2550,
  amount: { currency: "USD", minor: "123456" },
  left: { currency: "USD", minor: "0" },
  gross: { currency: "JPY", minor: "5000" },
  of: "Harbour Forum",
  holder: "organisation",
  file: "rows.csv",
  accepted: 12345,
  codes: 3,
  rejected: 1,
  cause: "unreadable",
  device: "Firefox · Linux",
};

const notice = (kind: NoticeView["kind"]): NoticeView => ({
  id: "ntc_1",
  kind,
  topic: "deals",
  params: PARAMS,
  link: "/me",
  organisationId: null,
  at: "2026-11-23T12:00:00Z",
  readAt: null,
});
const letter = (kinds: readonly NoticeView["kind"][], locale: string, kind: "now" | "daily" = "now") =>
  composeLetter({
    kind,
    reader: { name: "Ada\r\nBcc: x", locale },
    notices: kinds.map(notice),
    more: kind === "daily" ? 2 : 0,
    site: "https://remit.example",
    unsubscribeUrl: "https://remit.example/unsubscribe/t",
  });

describe.each(LOCALES)("in %s", (locale) => {
  test.each(KINDS)("%s is said in full, in text and HTML", (kind) => {
    const { subject, text, html } = letter([kind], locale);
    expect(subject.length).toBeGreaterThan(5);
    for (const said of [subject, text]) {
      expect(said).not.toMatch(/[{}]|<x>|undefined|notices\.|kinds\./);
      expect(said).not.toMatch(/NaN/);
    }
    expect(text).toContain("https://remit.example/me/inbox/ntc_1");
    expect(text).toContain("https://remit.example/unsubscribe/t");
    expect(html).toContain(`lang="${locale}"`);
    expect(html).not.toContain("<b>2026</b>"); // what people write is text, never markup
  });
});

test.each(LOCALES)(
  "a mail about the security of the account offers no way to stop such mails (%s)",
  (locale) => {
    const { text, html } = composeLetter({
      kind: "now",
      reader: { name: "Ada", locale },
      notices: [notice("key_created")],
      more: 0,
      site: "https://remit.example",
      unsubscribeUrl: null,
    });
    for (const said of [text, html]) expect(said).not.toMatch(/unsubscribe|settings#notices/);
  },
);

test("amounts, times and counts are written as the reader's language does", () => {
  expect(letter(["share_posted"], "en").subject).toContain("1,234.56\u00a0USD".replace("\u00a0", " "));
  expect(letter(["share_posted"], "de").subject).toContain("1.234,56 USD");
  expect(letter(["deal_noticed"], "de").text).toMatch(/1\. Dez\.? 2026, 12:00 UTC/);
  expect(letter(["manifest_checked"], "de").text).toContain("12.345 Zeilen wurden angenommen, 1 abgelehnt.");
  expect(letter(["manifest_checked"], "en").text).toContain("12,345 rows were accepted, 1 was rejected.");
});

test("a digest counts all, lists what it carries and says what is left out; a name starts no header", () => {
  const { subject, text } = letter(["deal_noticed", "share_sealed"], "de", "daily");
  expect(subject).toBe("Remit: 4 Mitteilungen des Tages");
  expect(text).toContain("und 2 weitere im Posteingang: https://remit.example/me/inbox");
  expect(text).toMatch(/^Hallo Ada Bcc: x,\n/);
});

test("a language that is not there is English", () => {
  expect(letter(["key_created"], "fr").subject).toBe("A new API key: ada");
});

test.each(LOCALES)("where nobody gave a reason, a cancelled deal says none (%s)", (locale) => {
  const without = { ...PARAMS };
  delete (without as { reason?: unknown }).reason;
  const said = (params: NoticeView["params"]) =>
    composeLetter({
      kind: "now",
      reader: { name: "Ada", locale },
      notices: [{ ...notice("deal_ended"), params }],
      more: 0,
      site: "https://remit.example",
      unsubscribeUrl: null,
    }).text;
  expect(said(PARAMS)).toContain("The page says so.");
  for (const params of [without, { ...PARAMS, reason: "–" }])
    expect(said(params)).not.toMatch(/Reason|Grund|–\n/);
});

test("a failed run is called by what it does, in the reader's language", () => {
  const said = (locale: string) =>
    composeLetter({
      kind: "now",
      reader: { name: "Ada", locale },
      notices: [{ ...notice("operator_failed"), params: { name: "allocation.post" } }],
      more: 0,
      site: "https://remit.example",
      unsubscribeUrl: null,
    }).subject;
  expect(said("en")).toBe("A job failed: Posting");
  expect(said("de")).toBe("Ein Auftrag ist fehlgeschlagen: Verbuchung");
});

test.each([
  ["named", "names you as the licensee now"],
  ["waiting", "Accept or decline the new terms."],
  ["accepted", "The terms you agreed to are unchanged."],
  ["declined", "You declined the deal; you can still accept it."],
  ["before_rule", "The price is"],
])("an amendment says what it asks of a licensee (%s)", (reason, words) => {
  const { text } = composeLetter({
    kind: "now",
    reader: { name: "Ada", locale: "en" },
    notices: [{ ...notice("deal_terms_changed"), params: { ...PARAMS, reason } }],
    more: 0,
    site: "https://remit.example",
    unsubscribeUrl: null,
  });
  expect(text).toContain(words);
});
