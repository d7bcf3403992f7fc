import { expect, test } from "vitest";
import type { DealView } from "@/modules/deals/schema/deal";
import { queueOf } from "./queue-of";

const AT = "2027-03-10T12:00:00.000Z";

const deal = (facts: Partial<DealView>) => facts as DealView;
/** What the queue is when nothing but these deals waits. */
const queueWith = (...deals: DealView[]) =>
  queueOf({
    health: { at: AT, faults: [] } as unknown as Parameters<typeof queueOf>[0]["health"],
    unbalanced: [],
    disputes: [],
    seats: [],
    deals,
    failedJobs: [],
    unverified: [],
  }).map(({ key, kind, urgent }) => ({ key, kind, urgent }));

test("a sealed deal waits for its payment, or for the answer to a cancellation; the longest wait comes first", () => {
  const cancellation = { requestedAt: "2027-03-02T00:00:00.000Z", reason: "A change of plans", note: null };
  expect(
    queueWith(
      deal({ id: "late", state: "sealed", sealedAt: "2027-03-09T00:00:00.000Z", cancellation: null }),
      deal({ id: "leaving", state: "sealed", sealedAt: "2027-02-01T00:00:00.000Z", cancellation }),
      deal({ id: "early", state: "sealed", sealedAt: "2027-03-01T00:00:00.000Z", cancellation: null }),
    ),
  ).toEqual([
    { key: "early", kind: "fund", urgent: false },
    { key: "leaving", kind: "cancellation", urgent: false },
    { key: "late", kind: "fund", urgent: false },
  ]);
});

test("shares that were paid for minutes ago are on their way; after ten minutes somebody has to look", () => {
  expect(queueWith(deal({ id: "new", state: "funded", fundedAt: "2027-03-10T11:51:00.000Z" }))).toEqual([]);
  expect(queueWith(deal({ id: "stuck", state: "funded", fundedAt: "2027-03-10T11:49:00.000Z" }))).toEqual([
    { key: "stuck", kind: "posting", urgent: true },
  ]);
});
