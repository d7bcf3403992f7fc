import { expect, test } from "vitest";
import { leftOut, withoutFilters } from "./unknown-filters.client";

const named = (address: string | null) =>
  leftOut(new URL(address ?? "", "https://remit.example").searchParams);

test("only the filter at fault is left out, and it is named", () => {
  const address = withoutFilters("/operator/deals?state=odd&q=night%20trains", ["state"]);
  expect(address).toBe("/operator/deals?q=night+trains&not-understood=state");
  expect(named(address)).toEqual(["state"]);
});

test("a filter that is given twice is left out as a whole", () => {
  expect(withoutFilters("/register?use=a&use=b&q=x", ["use", "use.1"])).toBe(
    "/register?q=x&not-understood=use",
  );
});

test("where it is not known which filter is wrong, all are left out", () => {
  expect(named(withoutFilters("/me/activity?cursor=odd&q=x", []))).toEqual(["cursor", "q"]);
});

test("what was left out before stays named, and an address without filters at fault is not made again", () => {
  const once = withoutFilters("/register?use=odd&weights=odd", ["use"]) ?? "";
  const twice = withoutFilters(once, ["weights"]) ?? "";
  expect(named(twice)).toEqual(["use", "weights"]);
  expect(withoutFilters(twice, [])).toBeNull();
  expect(withoutFilters(twice, ["use"])).toBeNull();
});

test("a fault that no filter of the address has made is the path's", () => {
  expect(withoutFilters("/operator/books/entries/odd?cursor=5", ["entryId"])).toBeNull();
  expect(withoutFilters("/operator/books/entries/odd", ["entryId"])).toBeNull();
  expect(withoutFilters("/register", [])).toBeNull();
});
