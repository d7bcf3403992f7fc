import { z } from "zod";
import { diskRoom } from "@/infra/files/disk";
import { query } from "@/infra/verb/query";
import { LIMITS } from "@/kernel/limits";
import { workerLastSeen } from "./repository";
import { ApiDescription, Health } from "./schema";

const WORKER_SILENT_MS = 15_000;
const DATABASE_PATIENCE_MS = 3_000;
export const API_VERSION = "1.0.0";

const UP = { status: "ok", database: "ok", worker: "ok" } as const;
const WITHOUT_WORKER = { status: "degraded", database: "ok", worker: "absent" } as const;
const DOWN = { status: "down", database: "down", worker: "unknown" } as const;

/** Whether the database answers, a worker is alive and files find room. Open to anyone: it names nothing but that. */
export const readHealth = query({
  name: "system.health",
  scope: null,
  input: z.object({}),
  output: Health,
  async run({ now }) {
    const storage = await storageRoom();
    const about = { storage, version: API_VERSION, at: now.toISOString() };
    try {
      const seen = await Promise.race([workerLastSeen(), tooLate()]);
      const alive = seen !== null && now.getTime() - seen.getTime() < WORKER_SILENT_MS;
      const found = alive ? UP : WITHOUT_WORKER;
      return storage === "full"
        ? { ...found, status: "degraded" as const, ...about }
        : { ...found, ...about };
    } catch {
      return { ...DOWN, ...about };
    }
  },
});

/** What the API can do, for the list of operations; the document itself is put together from that list. */
export const describeApi = query({
  name: "system.describe_api",
  scope: null,
  input: z.object({}),
  output: ApiDescription,
  async run() {
    return {};
  },
});

async function storageRoom(): Promise<"ok" | "full"> {
  const { free } = await diskRoom();
  return free < BigInt(LIMITS.diskFreeBytesMin) ? "full" : "ok";
}

function tooLate(): Promise<never> {
  return new Promise((_, fail) => {
    setTimeout(() => fail(new Error("the database did not answer in time")), DATABASE_PATIENCE_MS).unref();
  });
}
