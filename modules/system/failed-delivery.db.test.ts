import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { handOver, tryDelivery } from "@/infra/events/delivery";
import type { Actor } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import { operatorActor } from "@/test/factories/deals";
import { actorFor, anApiKey, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { dropDelivery } from "./drop-delivery";
import { readInstanceHealth } from "./read-instance-health";
import { retryDelivery } from "./retry-delivery";

const operator = () => callAs(operatorActor());
const reason = "Told by phone.";

let eventId: string;
beforeEach(async () => {
  eventId = await anEvent();
});

/** An event of which one handler has failed for good and another, which comes after it, waits. */
async function anEvent(): Promise<string> {
  const id = newId("event", new Date());
  await db.prisma.outboxEvent.create({
    data: { id, type: "deals.funded", payload: { dealId: "deal_1" }, at: new Date() },
  });
  await handOver(id, [
    { name: "record_funding", after: [] },
    { name: "start_posting", after: ["record_funding"] },
  ]);
  const fail = () => Promise.reject(new Error("the books are closed"));
  await tryDelivery({ eventId: id, handler: "record_funding" }, fail, true);
  return id;
}

const key = (handler = "record_funding") => ({ eventId, handler });
const stateOf = async (handler = "record_funding") =>
  (await db.prisma.eventDelivery.findUniqueOrThrow({ where: { eventId_handler: key(handler) } })).state;
const audited = (command: string) =>
  db.prisma.auditRecord.findFirst({ where: { command, subject: eventId, outcome: "done" } });

test("health lists what failed with its event, its handler, its tries and its last error, and counts it", async () => {
  const { deliveries, faults } = await readInstanceHealth(operator(), {});
  expect(faults).toContain("deliveries");
  expect(deliveries.failed).toBe(deliveries.oldest.length);
  expect(deliveries.oldest.find((one) => one.eventId === eventId)).toMatchObject({
    event: "deals.funded",
    handler: "record_funding",
    attempts: 1,
    error: { code: "INTERNAL", message: "the books are closed" },
  });
});

describe("a failed delivery that an operator retries", () => {
  test("is tried again, and in the audit", async () => {
    expect(await retryDelivery(operator(), key())).toEqual({ state: "waiting" });
    await tryDelivery(key(), async () => {}, false);
    expect(await stateOf()).toBe("done");
    expect((await audited("system.retry_delivery"))?.detail).toEqual({
      event: "deals.funded",
      handler: "record_funding",
      attempts: 1,
    });
  });

  test("is retried once", async () => {
    await retryDelivery(operator(), key());
    await expect(retryDelivery(operator(), key())).rejects.toMatchObject({
      code: "CONFLICT",
      detail: { because: "delivery_not_failed" },
    });
  });
});

describe("a failed delivery that an operator drops", () => {
  test("is over, with the reason in the audit, and what comes after it goes on", async () => {
    expect(await dropDelivery(operator(), { ...key(), reason })).toEqual({ state: "dropped" });
    expect(await stateOf()).toBe("dropped");
    expect((await audited("system.drop_delivery"))?.detail).toMatchObject({ event: "deals.funded", reason });
    await tryDelivery(key("start_posting"), async () => {}, false);
    const event = await db.prisma.outboxEvent.findUniqueOrThrow({ where: { id: eventId } });
    expect(event.handledAt).not.toBeNull();
  });

  test("needs a reason, and a recent sign-in", async () => {
    await expect(dropDelivery(operator(), { ...key(), reason: " " })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    const longAgo = callAs(operatorActor(undefined, new Date(Date.now() - 86_400_000)));
    await expect(dropDelivery(longAgo, { ...key(), reason })).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
    expect(await stateOf()).toBe("failed");
  });

  test("is not one that waits", async () => {
    await expect(dropDelivery(operator(), { ...key("start_posting"), reason })).rejects.toMatchObject({
      code: "CONFLICT",
      detail: { because: "delivery_not_failed" },
    });
  });
});

describe("nobody but an operator", () => {
  const refusals = async (): Promise<readonly (readonly [string, Actor, string])[]> => {
    const platform = await anOrganisation();
    const key = await anApiKey(platform.owner, { organisationId: platform.id, preset: "all" });
    const person = await aPerson();
    return [
      ["a stranger", { kind: "anonymous" }, "NOT_SIGNED_IN"],
      ["a person", await actorFor(person.id), "NOT_FOUND"],
      ["the owner of a platform", platform.owner, "NOT_FOUND"],
      ["a key of a platform", key.actor, "SCOPE_MISSING"],
    ];
  };

  test("retries, drops or sees one", async () => {
    for (const [who, actor, code] of await refusals()) {
      const call = callAs(actor);
      await expect(retryDelivery(call, key()), who).rejects.toMatchObject({ code });
      await expect(dropDelivery(call, { ...key(), reason }), who).rejects.toMatchObject({ code });
      await expect(readInstanceHealth(call, {}), who).rejects.toMatchObject({ code });
    }
    expect(await stateOf()).toBe("failed");
  });

  test("not even an operator finds one that is not there", async () => {
    await expect(retryDelivery(operator(), key("no_such_step"))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
