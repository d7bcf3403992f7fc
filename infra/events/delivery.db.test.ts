import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/kernel/id";
import { db, transaction } from "../db/db";
import { DELIVER, endDelivery, failLostDeliveries, handOver, requeueDelivery, tryDelivery } from "./delivery";

// First the pool, then what is paid out of it; a notice that has nothing to do with either.
const HANDLERS = [
  { name: "record", after: [] },
  { name: "post", after: ["record"] },
  { name: "tell", after: [] },
];

let eventId: string;
beforeEach(async () => {
  eventId = newId("event", new Date());
  await db.prisma.outboxEvent.create({
    data: { id: eventId, type: "test.happened", payload: {}, at: new Date() },
  });
  await handOver(eventId, HANDLERS);
});

const key = (handler: string) => ({ eventId, handler });
const succeed = async () => {};
const fail = async () => {
  throw new Error("the mail server is on fire");
};
const delivery = (handler: string) =>
  db.prisma.eventDelivery.findUniqueOrThrow({ where: { eventId_handler: key(handler) } });
const handled = async () =>
  (await db.prisma.outboxEvent.findUniqueOrThrow({ where: { id: eventId } })).handledAt !== null;
const drop = (handler: string) => transaction((tx) => endDelivery(tx, key(handler), "dropped"));

/** What the queue has of this event, in the order in which it came. */
async function tasks(): Promise<string[]> {
  const { rows } = await db.pool.query<{ handler: string }>(
    `SELECT j.payload->>'handler' AS handler FROM graphile_worker._private_jobs j
     JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE t.identifier = $1 AND j.payload->>'eventId' = $2 ORDER BY j.id`,
    [DELIVER, eventId],
  );
  return rows.map(({ handler }) => handler);
}

describe("an event that is handed over", () => {
  test("has a delivery for each handler, and a task for each that waits for nobody", async () => {
    expect(await db.prisma.eventDelivery.count({ where: { eventId, state: "waiting" } })).toBe(3);
    expect(await tasks()).toEqual(["record", "tell"]);
    await handOver(eventId, HANDLERS);
    expect(await tasks()).toEqual(["record", "tell"]);
    expect(await handled()).toBe(false);
  });

  test("is handled when the last of them is over, whichever that is", async () => {
    await tryDelivery(key("record"), succeed, false);
    await tryDelivery(key("post"), succeed, false);
    expect(await handled()).toBe(false);
    await tryDelivery(key("tell"), succeed, false);
    expect(await handled()).toBe(true);
  });

  test("is handled with it when nothing follows from it", async () => {
    const id = newId("event", new Date());
    await db.prisma.outboxEvent.create({
      data: { id, type: "test.happened", payload: {}, at: new Date() },
    });
    await handOver(id, []);
    expect((await db.prisma.outboxEvent.findUniqueOrThrow({ where: { id } })).handledAt).not.toBeNull();
  });
});

describe("a handler that comes after another", () => {
  test("gets its task when the other is done, once", async () => {
    await tryDelivery(key("record"), succeed, false);
    await tryDelivery(key("record"), succeed, false);
    expect(await tasks()).toEqual(["record", "tell", "post"]);
  });

  test("waits while the other fails, and goes on when an operator drops that", async () => {
    await tryDelivery(key("record"), fail, true);
    expect(await tasks()).toEqual(["record", "tell"]);
    await drop("record");
    expect(await tasks()).toEqual(["record", "tell", "post"]);
  });

  test("gets one task when two that it comes after end at the same moment", async () => {
    const id = newId("event", new Date());
    eventId = id;
    await db.prisma.outboxEvent.create({
      data: { id, type: "test.happened", payload: {}, at: new Date() },
    });
    const first = ["one", "two"].map((name) => ({ name, after: [] }));
    await handOver(id, [...first, { name: "last", after: ["one", "two"] }]);
    await Promise.all(first.map(({ name }) => tryDelivery(key(name), succeed, false)));
    expect((await tasks()).filter((name) => name === "last")).toHaveLength(1);
  });
});

describe("a handler that fails", () => {
  test("is tried again, and its other handlers are neither stopped nor run again", async () => {
    let recorded = 0;
    const record = async () => void recorded++;
    await tryDelivery(key("record"), record, false);
    await expect(tryDelivery(key("tell"), fail, false)).rejects.toThrow("on fire");
    expect(await delivery("tell")).toMatchObject({
      state: "waiting",
      attempts: 1,
      lastError: { code: "INTERNAL", message: "the mail server is on fire" },
    });
    expect((await delivery("tell")).nextAttemptAt?.getTime()).toBeGreaterThan(Date.now());
    await tryDelivery(key("record"), record, false);
    await tryDelivery(key("tell"), succeed, false);
    expect(recorded).toBe(1);
    expect(await delivery("tell")).toMatchObject({ state: "done", attempts: 2, lastError: null });
  });

  test("keeps no address that the error repeats", async () => {
    const refused = () => Promise.reject(new Error("550 <ada@people.example>: nobody here"));
    await tryDelivery(key("tell"), refused, true);
    expect(await delivery("tell")).toMatchObject({ lastError: { message: "550 <…@…>: nobody here" } });
  });

  test("stays as failed after its last try, and keeps the event open", async () => {
    for (const name of ["record", "post"]) await tryDelivery(key(name), succeed, false);
    await tryDelivery(key("tell"), fail, true);
    expect(await delivery("tell")).toMatchObject({ state: "failed", nextAttemptAt: null, endedAt: null });
    expect(await handled()).toBe(false);
    await drop("tell");
    expect(await delivery("tell")).toMatchObject({ state: "dropped", lastError: null });
    expect(await handled()).toBe(true);
  });

  test("gets new tries when it is put on the queue again, and only when it has failed", async () => {
    const again = () => transaction((tx) => requeueDelivery(tx, key("tell")));
    expect(await again()).toBe(false);
    await tryDelivery(key("tell"), fail, true);
    expect(await again()).toBe(true);
    expect(await delivery("tell")).toMatchObject({ state: "waiting", attempts: 0 });
    expect(await tasks()).toEqual(["record", "tell", "tell"]);
    expect(await again()).toBe(false);
  });

  test("that is over is not tried again, nor dropped", async () => {
    await tryDelivery(key("tell"), succeed, false);
    await tryDelivery(key("tell"), fail, true);
    expect(await drop("tell")).toBe(false);
    expect(await delivery("tell")).toMatchObject({ state: "done" });
  });
});

test("a delivery whose workers all died has failed", async () => {
  const onQueue = (change: string) =>
    db.pool.query(
      `UPDATE graphile_worker._private_jobs SET ${change} WHERE payload->>'eventId' = $1 AND payload->>'handler' = 'tell'`,
      [eventId],
    );
  await onQueue("attempts = max_attempts, locked_at = now(), locked_by = 'living'");
  await failLostDeliveries();
  expect(await delivery("tell")).toMatchObject({ state: "waiting" });
  await onQueue("locked_at = NULL, locked_by = NULL");
  await failLostDeliveries();
  expect(await delivery("tell")).toMatchObject({ state: "failed", lastError: { code: "INTERNAL" } });
  expect(await tasks()).toEqual(["record"]);
});
