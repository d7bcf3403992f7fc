import { expect, test } from "vitest";
import { EXAMPLES } from "./problem-example";

test("the examples are refusals of a field and of a reason, in today's words", () => {
  expect(EXAMPLES.field).toMatchObject({
    status: 422,
    code: "INVALID_INPUT",
    faults: [{ path: "from", message: "Give a day as YYYY-MM-DD, such as 2027-01-31." }],
  });
  expect(EXAMPLES.reason).toMatchObject({
    status: 409,
    code: "ALLOCATION_NOT_SEALABLE",
    facts: { because: "cleared_too_early" },
  });
});
