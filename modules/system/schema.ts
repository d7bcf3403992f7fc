import { z } from "zod";
import { LIMITS } from "@/kernel/limits";
import { readableText } from "@/kernel/wire";

export const Health = z
  .object({
    status: z.enum(["ok", "degraded", "down"]).meta({
      description:
        "degraded: answers, but no worker is running or the disk is full; down: the database does not answer",
    }),
    database: z.enum(["ok", "down"]),
    worker: z.enum(["ok", "absent", "unknown"]),
    storage: z.enum(["ok", "full"]).meta({ description: "full: no file is taken until there is room again" }),
    version: z.string(),
    at: z.string(),
  })
  .meta({ id: "Health" });

export const ApiDescription = z
  .record(z.string(), z.unknown())
  .meta({ description: "An OpenAPI 3.1 document" });

const instant = z.iso.datetime();
const bytes = z.string().meta({ description: "Whole bytes as decimal text" });

/** One look of the doctor at all invariants. */
export const DoctorRun = z.object({
  startedAt: instant,
  finishedAt: instant,
  checks: z.number().int(),
  faulty: z.number().int(),
  findings: z.array(z.object({ check: z.string(), faults: z.array(z.string()) })),
});

/** Names one delivery: the work of one handler on one event (infra/events/delivery.ts). */
export const DeliveryRef = z.object({
  eventId: z.string().min(1),
  handler: z.string().regex(/^[a-z_]{1,80}$/, "There is no such handler."),
});
export const DropDelivery = DeliveryRef.extend({
  reason: readableText(LIMITS.nameCharsMax, "Say why.", 3),
});

/** A delivery that failed as often as it may. */
export const FailedDelivery = DeliveryRef.extend({
  event: z.string().meta({ description: "What happened" }),
  at: instant.meta({ description: "When it happened" }),
  attempts: z.number().int(),
  error: z.object({ code: z.string(), message: z.string() }),
});

/** The first things an operator checks about the instance; for operators alone. */
export const InstanceHealth = z.object({
  at: instant,
  database: z.object({ milliseconds: z.number(), bytes, version: z.string() }),
  workers: z.array(z.object({ id: z.string(), startedAt: instant, seenAt: instant, alive: z.boolean() })),
  queue: z.object({
    waiting: z.number().int(),
    running: z.number().int(),
    oldestWaitingSince: instant.nullable(),
    givenUp: z.number().int().meta({ description: "Tasks that failed as often as they may" }),
  }),
  deliveries: z.object({
    failed: z.number().int().meta({ description: "Handlers of events that failed as often as they may" }),
    retrying: z.number().int().meta({ description: "Those that failed and are tried again by themselves" }),
    oldest: z.array(FailedDelivery).meta({ description: "The failed ones, the oldest first; fifty at most" }),
  }),
  mail: z.object({ state: z.enum(["ok", "down", "off"]), host: z.string().nullable(), builtIn: z.boolean() }),
  storage: z.object({ kind: z.enum(["folder", "bucket"]), state: z.enum(["ok", "down"]) }),
  disk: z.object({ free: bytes, total: bytes }),
  versions: z.object({ remit: z.string(), node: z.string() }),
  doctor: DoctorRun.nullable(),
  faults: z.array(z.enum(["worker", "queue", "givenUp", "deliveries", "mail", "storage", "disk", "doctor"])),
});
