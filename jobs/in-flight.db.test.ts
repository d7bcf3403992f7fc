import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Logger, runOnce } from "graphile-worker";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, db } from "@/infra/db/db";
import { migrate } from "@/infra/db/migrate";
import { forgetEnv } from "@/infra/env";
import { END_OF_TIME } from "@/kernel/time";
import { endLostJobs } from "./end-unrun-jobs";
import { TASK_LIST } from "./task-list";

// A database as the version before deliveries left it, with events under way; then this version starts on it.
const own = process.env.DATABASE_URL ?? "";
const name = `in_flight_${process.pid}_${Date.now()}`;
const old = own.replace(/\/[^/]+$/, `/${name}`);
const before = mkdtempSync(join(tmpdir(), "remit-migrations-"));

async function asked(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

const event = (id: string, type: string, handledAt = "NULL") =>
  `INSERT INTO outbox_event (id, type, payload, at, handled_at) VALUES ('${id}', '${type}',
    '{"personId": "per_${id}", "change": "on"}', now(), ${handledAt})`;
const task = (eventId: string, attempts = 0) =>
  `SELECT graphile_worker.add_job('on-event', '{"eventId": "${eventId}"}', max_attempts => 8);
   UPDATE graphile_worker._private_jobs SET attempts = ${attempts} WHERE payload->>'eventId' = '${eventId}'`;

beforeAll(async () => {
  await asked(own, `CREATE DATABASE ${name}`);
  for (const folder of readdirSync("prisma/migrations"))
    if (folder < "0200") cpSync(join("prisma/migrations", folder), join(before, folder), { recursive: true });
  await migrate(old, before);
  await asked(
    old,
    `${event("queued", "parties.second_step_set")}; ${task("queued")}`,
    `${event("died", "parties.second_step_set")}; ${task("died", 8)}`,
    `${event("forgotten", "parties.second_step_set")}`,
    `${event("locked", "parties.second_step_set")}; ${task("locked", 8)};
     UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'killed' WHERE payload->>'eventId' = 'locked'`,
    `ALTER TABLE terms_version DISABLE TRIGGER USER;
     INSERT INTO terms_version (id, person_id, scope_kind, scope_key, effective_from, created_at, created_by)
       VALUES ('tv_10000', 'per_1', 'person', 'per_1', '10000-01-01T11:59:59Z', now(), 'per_1');
     ALTER TABLE terms_version ENABLE TRIGGER USER`,
    `${event("nobody", "parties.organisation_updated")}; ${task("nobody")}`,
    `${event("handled", "parties.second_step_set", "now()")}`,
    `${event("renamed", "manifests.ready", "now()")}`,
  );
  await migrate(old);
  process.env.DATABASE_URL = old;
  forgetEnv();
  await closeDatabase();
}, 60_000);

afterAll(async () => {
  await closeDatabase();
  process.env.DATABASE_URL = own;
  forgetEnv();
  await asked(own, `DROP DATABASE ${name} WITH (FORCE)`);
  rmSync(before, { recursive: true });
});

test("events that were under way get their deliveries when the worker first starts, and are carried out", async () => {
  const open = () => db.prisma.outboxEvent.count({ where: { handledAt: null } });
  expect(await open()).toBe(5);
  expect(await db.prisma.eventDelivery.count()).toBe(0);
  const logger = new Logger(() => () => {});
  await runOnce({ connectionString: old, taskList: TASK_LIST, logger });
  expect(await open()).toBe(1);
  // A worker that died in the last try of handing an event over: its task is free again, and gets new tries by the clock.
  await db.pool.query("UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL");
  await endLostJobs();
  await runOnce({ connectionString: old, taskList: TASK_LIST, logger });
  expect(await open()).toBe(0);
  const deliveries = await db.prisma.eventDelivery.findMany({ orderBy: { eventId: "asc" } });
  expect(deliveries.map(({ eventId, handler, state }) => `${eventId} ${handler} ${state}`)).toEqual([
    "died tell_person done",
    "forgotten tell_person done",
    "locked tell_person done",
    "queued tell_person done",
  ]);
  const told = await db.prisma.notice.findMany({ orderBy: { personId: "asc" } });
  expect(told.map(({ personId, kind }) => `${personId} ${kind}`)).toEqual([
    "per_died second_step_on",
    "per_forgotten second_step_on",
    "per_locked second_step_on",
    "per_queued second_step_on",
  ]);
});

test("events of before keep their history under the names of now", async () => {
  const renamed = await db.prisma.outboxEvent.findUniqueOrThrow({ where: { id: "renamed" } });
  expect(renamed.type).toBe("manifests.checked");
});

test("terms that were to start beyond the year 9999 start at its last instant", async () => {
  const version = await db.prisma.termsVersion.findUniqueOrThrow({ where: { id: "tv_10000" } });
  expect(version.effectiveFrom).toEqual(END_OF_TIME);
});
