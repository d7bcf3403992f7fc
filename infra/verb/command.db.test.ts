import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Actor } from "@/kernel/actor";
import { db, transaction } from "../db/db";
import { events } from "../events/events";
import { command } from "./command";

const writer: Actor = {
  kind: "apiKey",
  keyId: "key_w",
  scopes: ["deals:write"],
  personId: null,
  membership: null,
};
const reader: Actor = { ...writer, keyId: "key_r", scopes: ["deals:read"] };

const process = { lockKey: 1n, workerIds: [] };

const TestEvents = events("test", { counted: z.object({ id: z.string() }) });

const count = command({
  name: "test.count",
  scope: "deals:write",
  input: z.object({ subject: z.string().min(1) }),
  output: z.object({ id: z.string() }),
  async run({ tx, now }, { subject }) {
    const id = `wh_${subject}_${Math.random()}`;
    await tx.prisma.workerProcess.create({ data: { ...process, id, startedAt: now, seenAt: now } });
    return { value: { id }, events: [TestEvents.counted({ id })], audit: { subject: id } };
  },
});

describe("a transaction", () => {
  test("lends its own connection, so COPY and Prisma commit and roll back together", async () => {
    await expect(
      transaction(async (tx) => {
        await tx.prisma.workerProcess.create({
          data: { ...process, id: "a", startedAt: new Date(), seenAt: new Date() },
        });
        const seen = await tx.pg.query("SELECT id FROM worker_process WHERE id = 'a'");
        expect(seen.rows).toHaveLength(1);
        await tx.pg.query("INSERT INTO worker_process VALUES ('b', 1, '{}', now(), now())");
        throw new Error("undo");
      }),
    ).rejects.toThrow("undo");
    expect(await db.prisma.workerProcess.count({ where: { id: { in: ["a", "b"] } } })).toBe(0);
  });
});

describe("a command", () => {
  test("leaves its row, its event, a job for it and an audit row", async () => {
    const { id } = await count({ actor: writer, requestId: "r1" }, { subject: "one" });
    expect(await db.prisma.workerProcess.count({ where: { id } })).toBe(1);
    const event = await db.prisma.outboxEvent.findFirstOrThrow({ where: { type: "test.counted" } });
    expect(event.payload).toEqual({ id });
    expect(
      await db.prisma.auditRecord.findFirst({
        where: { subject: id, outcome: "done", actor: "apiKey:key_w" },
      }),
    ).not.toBeNull();
  });

  test("refuses a credential without the scope, and audits the refusal", async () => {
    await expect(count({ actor: reader, requestId: "r2" }, { subject: "x" })).rejects.toMatchObject({
      code: "SCOPE_MISSING",
    });
    expect(
      await db.prisma.auditRecord.findFirst({ where: { requestId: "r2", outcome: "refused" } }),
    ).toMatchObject({ subject: null });
  });

  test("answers the same key once, even when both arrive together, and refuses the key for another request", async () => {
    const call = { actor: writer, requestId: "r3", idempotencyKey: "k1" };
    const [first, second] = await Promise.all([
      count(call, { subject: "two" }),
      count(call, { subject: "two" }),
    ]);
    expect(second).toEqual(first);
    await expect(count(call, { subject: "three" })).rejects.toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED" });
  });

  test("names the field that is wrong", async () => {
    await expect(count({ actor: writer, requestId: "r4" }, { subject: "" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      faults: [{ path: "subject" }],
    });
  });
});
