import { expect, test } from "vitest";
import { faultsOf } from "./deal-faults.client";

/** A form as it is sent, with these fields written otherwise. */
function formWith(fields: Record<string, string>): FormData {
  const form = new FormData();
  const all = {
    ...{ title: "Forum archive", licenseeName: "Northwind Labs", numbers: "en", shownFeeBps: "300" },
    ...{
      currency: "USD",
      gross: "1,250,000.50",
      contributorShareBps: "50",
      reserveBps: "0",
      uses: "pretraining",
    },
    ...{ weights: "closed", purpose: "commercial", basis: "consent", weighting: "per_token" },
    ...{ termFrom: "2027-01-01", noticeDays: "14", escheatYears: "10", escheatTo: "A fund" },
    ...fields,
  };
  for (const [name, value] of Object.entries(all)) form.set(name, value);
  return form;
}
const found = async (fields: Record<string, string>) =>
  [...(await faultsOf(formWith(fields)))].map(([name, { because }]) => [name, because]);

test("nothing is wrong with a form that the server would take", async () => {
  expect(await found({})).toEqual([]);
  expect(await found({ gross: "1.250.000,50", numbers: "de", currency: "KWD" })).toEqual([]);
});

test.each([
  [{ gross: "-5" }, "amount_negative"],
  [{ gross: "12.345" }, "amount_decimals"],
  [{ gross: "12.5", currency: "JPY" }, "amount_whole"],
  [{ gross: "12,5", currency: "JPY", numbers: "de" }, "amount_whole"],
  [{ gross: "9".repeat(20) }, "amount_beyond"],
  [{ gross: "a lot" }, "amount_unreadable"],
  [{ gross: "1,2,3" }, "amount_grouped"],
  [{ gross: "" }, undefined],
])("an amount says why it is none: %o", async (fields, because) => {
  expect(await found(fields)).toEqual([["gross", because]]);
});

test("a share below the fee is said before the rest of the form is filled in", async () => {
  expect(await found({ contributorShareBps: "2.99", title: "" })).toEqual([
    ["title", undefined],
    ["contributorShareBps", "share_below_fee"],
  ]);
  expect(await found({ contributorShareBps: "half" })).toEqual([["contributorShareBps", undefined]]);
});

test("what fields say together is found, too", async () => {
  expect(
    await found({ reserveBps: "60", termTo: "2026-01-01", basis: "platform_terms", noticeDays: "3" }),
  ).toEqual([
    ["reserveBps", "reserve_beyond"],
    ["termTo", undefined],
    ["noticeDays", undefined],
  ]);
});
