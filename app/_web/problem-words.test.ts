import { expect, test } from "vitest";
import { z } from "zod";
import { faultOf } from "./problem-words";

const Form = z.strictObject({
  name: z.string().min(1).max(5),
  days: z.number().int().min(7).max(90),
  email: z.email(),
  use: z.enum(["train", "search"]),
  rows: z.array(z.string()).min(1),
});
const fine = { name: "Mara", days: 14, email: "m@example.org", use: "train", rows: ["a"] };

test.each([
  [{ name: "" }, "required", 1],
  [{ name: undefined }, "required", 0],
  [{ name: "Margarethe" }, "tooLong", 5],
  [{ days: 3 }, "tooSmall", 7],
  [{ days: 300 }, "tooBig", 90],
  [{ days: "x" }, "number", 0],
  [{ email: "mara" }, "email", 0],
  [{ use: "sell" }, "choose", 0],
  [{ rows: [] }, "tooFew", 1],
  [{ more: 1 }, "other", 0],
])("%j is said for people as %s", (change, word, n) => {
  const issue = Form.safeParse({ ...fine, ...change }).error?.issues[0];
  expect(issue && faultOf(issue)).toEqual({ word, n });
});
