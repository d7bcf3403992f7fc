import { expect, test } from "vitest";
import { FOLLOW_MONEY, HANDLE_EVENTS, ON_EVENT } from "./on-event";

test("each handler has a name of a verb and what it is about, and comes after handlers that are named before it", () => {
  expect(ON_EVENT.size).toBeGreaterThan(30);
  for (const handlers of ON_EVENT.values())
    for (const [n, { name, after }] of handlers.entries()) {
      expect(name).toMatch(/^[a-z]+(_[a-z]+)+$/);
      const before = handlers.slice(0, n).map((one) => one.name);
      expect(before).not.toContain(name);
      for (const other of after) expect(before).toContain(other);
    }
});

test("nothing is paid out of a deal before its payment is on the books", () => {
  const posting = ON_EVENT.get("deals.funded")?.find(({ name }) => name === "start_posting");
  expect(posting?.after).toEqual(["record_funding"]);
});

test("a handle's money follows whatever may change whose it is", () => {
  expect(HANDLE_EVENTS).toEqual([
    "works.handle_verified",
    "works.handle_released",
    "works.handle_disputed",
    "works.dispute_settled",
  ]);
  expect(FOLLOW_MONEY).toBe("follow_money"); // Stored with deliveries.
});
