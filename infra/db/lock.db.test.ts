import { fork } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { db } from "./db";
import { holdLock, withLock } from "./lock";

const connections = async () =>
  Number(
    (
      await db.pool.query(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%advisory%' AND pid <> pg_backend_pid()",
      )
    ).rows[0].count,
  );

test("one at a time within a process, in whatever order they came", async () => {
  let inside = 0;
  let most = 0;
  await Promise.all(
    [1, 2, 3].map(() =>
      withLock("one", async () => {
        inside += 1;
        most = Math.max(most, inside);
        await db.pool.query("SELECT 1"); // long enough for the others to come in, if they could
        inside -= 1;
      }),
    ),
  );
  expect(most).toBe(1);
});

test("who waits too long is refused, and who holds hears of it", async () => {
  let heard = 0;
  const release = await holdLock("two", { wanted: () => (heard += 1) });
  await expect(holdLock("two", { waitMs: 150 })).rejects.toMatchObject({ code: "CONFLICT" });
  expect(heard).toBeGreaterThan(0);
  await release();
  await (await holdLock("two", { waitMs: 150 }))();
});

test("the connection is closed after the last lock", async () => {
  const release = await holdLock("three");
  expect(await connections()).toBe(1);
  await release();
  await expect.poll(connections).toBe(0);
});

test("another process is kept out, hears that it is wanted, and lets go by dying", async () => {
  const file = join(process.env.REMIT_DATA_DIR ?? "", "holder.mts");
  writeFileSync(
    file,
    `const { holdLock } = await import(${JSON.stringify(join(process.cwd(), "infra/db/lock.ts"))});
     await holdLock("four", { wanted: () => process.send?.("wanted") });
     process.send?.("held");
     setInterval(() => {}, 1000);`,
  );
  const other = fork(file, { execArgv: ["--import", "tsx"], cwd: process.cwd() });
  const [first] = await once(other, "message");
  expect(first).toBe("held");
  const wanted = once(other, "message");
  await expect(holdLock("four", { waitMs: 200 })).rejects.toMatchObject({ code: "CONFLICT" });
  expect((await wanted)[0]).toBe("wanted");
  other.kill("SIGKILL");
  await (await holdLock("four", { waitMs: 5_000 }))();
});
