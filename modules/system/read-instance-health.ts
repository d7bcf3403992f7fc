import { z } from "zod";
import { env } from "@/infra/env";
import { diskRoom } from "@/infra/files/disk";
import { storage } from "@/infra/files/storage";
import { reachable } from "@/infra/net/reachable";
import { query } from "@/infra/verb/query";
import { isOperator } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { API_VERSION } from "./read-health";
import {
  databaseFacts,
  deliveryCounts,
  failedDeliveries,
  lastDoctorRun,
  queueFacts,
  workerProcesses,
} from "./repository";
import { InstanceHealth } from "./schema";

type Seen = Omit<z.input<typeof InstanceHealth>, "faults">;

const WORKER_SILENT_MS = 15_000;
const QUEUE_SLOW_MS = 10 * 60_000;
const DELIVERIES_SHOWN = 50;
const SMTP_PORT = 25;
const DISK_FREE_LEAST = 2n * 1024n ** 3n;

/** The state of each part of the instance right now, and the parts that need attention; for operators. */
export const readInstanceHealth = query({
  name: "system.instance_health",
  scope: "operator:read",
  input: z.object({}),
  output: InstanceHealth,
  async run({ actor, now }) {
    if (!isOperator(actor, "operator:read")) throw notFound("page");
    const asked = performance.now();
    const database = await databaseFacts();
    const milliseconds = Math.max(1, Math.round(performance.now() - asked));
    const [workers, queue, deliveries, doctor, mail, storing, disk] = await Promise.all([
      workerProcesses(),
      queueFacts(),
      deliveryState(),
      lastDoctorRun(),
      mailState(),
      storageState(),
      diskRoom(),
    ]);
    const seen: Seen = {
      at: now.toISOString(),
      database: { milliseconds, ...database },
      workers: workers.map(({ id, startedAt, seenAt }) => ({
        id,
        startedAt: startedAt.toISOString(),
        seenAt: seenAt.toISOString(),
        alive: now.getTime() - seenAt.getTime() < WORKER_SILENT_MS,
      })),
      queue: {
        waiting: queue.waiting,
        running: queue.running,
        givenUp: queue.givenUp,
        oldestWaitingSince: queue.oldest?.toISOString() ?? null,
      },
      deliveries,
      mail,
      storage: storing,
      disk: { free: String(disk.free), total: String(disk.total) },
      versions: { remit: API_VERSION, node: process.versions.node },
      doctor:
        doctor === null
          ? null
          : {
              startedAt: doctor.startedAt.toISOString(),
              finishedAt: doctor.finishedAt.toISOString(),
              checks: doctor.checks,
              faulty: doctor.faulty,
              findings: doctor.findings.map(({ check, faults }) => ({ check, faults: [...faults] })),
            },
    };
    return { ...seen, faults: faultsOf(seen, now) };
  },
});

function faultsOf(seen: Seen, now: Date): z.input<typeof InstanceHealth>["faults"] {
  const since = seen.queue.oldestWaitingSince;
  const found = {
    worker: !seen.workers.some(({ alive }) => alive),
    queue: since !== null && now.getTime() - Date.parse(since) > QUEUE_SLOW_MS,
    givenUp: seen.queue.givenUp > 0,
    deliveries: seen.deliveries.failed > 0,
    mail: seen.mail.state !== "ok",
    storage: seen.storage.state !== "ok",
    disk: BigInt(seen.disk.free) < DISK_FREE_LEAST,
    doctor: (seen.doctor?.faulty ?? 0) > 0,
  };
  return (Object.keys(found) as (keyof typeof found)[]).filter((part) => found[part]);
}

async function deliveryState(): Promise<Seen["deliveries"]> {
  const [counts, failed] = await Promise.all([deliveryCounts(), failedDeliveries(DELIVERIES_SHOWN)]);
  const oldest = failed.map(({ type, at, ...row }) => ({ ...row, event: type, at: at.toISOString() }));
  return { ...counts, oldest };
}

async function mailState(): Promise<Seen["mail"]> {
  const { SMTP_URL, REMIT_DEV_MAILBOX } = env();
  const builtIn = REMIT_DEV_MAILBOX === "1";
  if (SMTP_URL === undefined || !URL.canParse(SMTP_URL)) return { state: "off", host: null, builtIn };
  const address = new URL(SMTP_URL);
  return {
    state: (await reachable(address, SMTP_PORT)) ? "ok" : "down",
    host: address.hostname,
    builtIn,
  };
}

/** Asks the storage for a file that does not exist: any answer shows that the storage is reachable. */
async function storageState(): Promise<Seen["storage"]> {
  const kind = env().S3_BUCKET ? ("bucket" as const) : ("folder" as const);
  try {
    await storage().size("health/probe");
    return { kind, state: "ok" };
  } catch {
    return { kind, state: "down" };
  }
}
