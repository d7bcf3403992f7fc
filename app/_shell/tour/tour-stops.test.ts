import { expect, test } from "vitest";
import { tourFor } from "./tour-stops";

type Who = NonNullable<Parameters<typeof tourFor>[1]>;
const who = (kind: Who["memberships"][number]["kind"], isOperator = false): Who => ({
  person: { id: "per_1", name: "Ada", email: "ada@example.org" },
  isOperator,
  needsSecondStep: false,
  demo: true,
  memberships: [{ organisationId: "org_1", name: "One", kind, role: "owner", state: "verified" }],
});
const hrefs = (...of: Parameters<typeof tourFor>) => tourFor(...of).map(({ href }) => href);

test("a platform's tour begins with its deals; a lab reports none, so it is not sent to do so", () => {
  expect(hrefs("/o/org_1", who("platform"))).toContain("/o/org_1/deals/new");
  expect(hrefs("/o/org_1", who("lab"))).not.toContain("/o/org_1/deals/new");
  expect(hrefs("/o/org_1", who("lab"))).toContain("/o/org_1/deals");
});

test("an operator who looks at organisations keeps the operator's tour", () => {
  expect(hrefs("/o/org_1", who("operator", true))).toContain("/operator/books");
  expect(hrefs("/o/org_2/deals", who("operator", true))).toContain("/operator/books");
});

test("where no page is one's own, the tour is of what one does most", () => {
  expect(hrefs("/docs", who("platform"))).toContain("/o/org_1/deals/new");
  expect(hrefs("/", null)).toContain("/look-up");
});
