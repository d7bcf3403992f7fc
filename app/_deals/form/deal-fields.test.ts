import { expect, test } from "vitest";
import { CreateDealRequest, type DealView } from "@/modules/deals/schema/deal";
import { dealInputOf, dealValues, fieldsOfDeal, newDealValues, typedValues } from "./deal-fields.client";

/** The fields of a deal that its form shows; the rest of a deal does not matter here. */
const DEAL = {
  title: "Forum archive",
  licensee: { id: null, name: "Northwind Labs" },
  gross: { currency: "USD", minor: "125000050" },
  contributorShareBps: 1_250,
  operatorFeeBps: 300,
  reserveBps: 5,
  reserveReleaseOn: "2028-01-01",
  capBps: null,
  uses: ["pretraining", "evaluation"],
  weights: "open",
  purpose: "research",
  attribution: true,
  distillation: false,
  exclusive: true,
  basis: "consent",
  weighting: "equal",
  termFrom: "2027-01-01",
  termTo: null,
  noticeDays: 7,
  escheatYears: 5,
  escheatTo: "A fund",
} as unknown as DealView;

/** The form as it is sent when a page of this language shows the deal and nobody changes a field. */
function sentUnchanged(deal: DealView, locale: string): FormData {
  const form = new FormData();
  form.set("numbers", locale);
  form.set("shownFeeBps", String(deal.operatorFeeBps));
  for (const [name, values] of Object.entries(fieldsOfDeal(deal, locale)))
    for (const value of values) form.append(name, value);
  return form;
}

test.each(["en", "de"])("a form of a deal that nobody changes sends the deal as it is: %s", (locale) => {
  const { licensee, gross: _, operatorFeeBps: __, ...terms } = DEAL;
  expect(dealInputOf(sentUnchanged(DEAL, locale))).toEqual({
    ...terms,
    licenseeId: null,
    licenseeName: licensee.name,
    currency: "USD",
    gross: "1250000.50",
  });
});

test("a licensee of the list is named by its id alone", () => {
  const deal = { ...DEAL, licensee: { id: "org_1", name: "A lab" } };
  const input = dealInputOf(sentUnchanged(deal, "en"));
  expect(input.licenseeId).toBe("org_1");
  expect(input).not.toHaveProperty("licenseeName");
});

test("what is typed lays the form out again as it was", () => {
  for (const locale of ["en", "de"])
    expect(typedValues(sentUnchanged(DEAL, locale))).toEqual(dealValues(DEAL));
});

test("a new deal's form starts with what the API takes where a field is left out", () => {
  const form = new FormData();
  for (const [name, value] of Object.entries(newDealValues("2027-01-01", 300)))
    if (typeof value === "string") form.set(name, value);
  const named = { title: "Archive", licenseeName: "Farshore", gross: "1.00" };
  for (const [name, value] of Object.entries(named)) form.set(name, value);
  form.append("uses", "pretraining");
  expect(CreateDealRequest.parse(dealInputOf(form))).toEqual(
    CreateDealRequest.parse({ ...named, uses: ["pretraining"], termFrom: "2027-01-01" }),
  );
});
