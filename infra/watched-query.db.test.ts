import { expect, test } from "vitest";
import { db, transaction } from "./db";
import { withEngine } from "./engine";
import { runJob } from "./job-run";
import { startJob } from "./queue";
import { whileAllowed } from "./watched-query";

const LONG = "SELECT sum(hash(i)) FROM range(1000000000000) r(i)";

test("whatever statement is running ends when it may no longer go on", async () => {
  let looks = 0;
  const stop = new Error("cancelled");
  const look = async () => {
    looks += 1;
    if (looks > 1) throw stop;
  };
  const run = withEngine((connection) => whileAllowed(connection, look, () => connection.run(LONG)));
  await expect(run).rejects.toBe(stop);
});

test("so do those that are begun after it", async () => {
  const stop = new Error("the disk is full");
  let begun = 0;
  const run = withEngine((connection) =>
    whileAllowed(
      connection,
      async () => {
        if (begun > 0) throw stop;
      },
      async () => {
        for (let i = 0; i < 3; i += 1) {
          begun += 1;
          await connection.run(LONG).catch(() => {});
        }
        throw new Error("gave up");
      },
    ),
  );
  await expect(run).rejects.toBe(stop);
  expect(begun).toBe(3);
});

test("what may not begin does not", async () => {
  const stop = new Error("no room");
  let begun = false;
  const run = withEngine((connection) =>
    whileAllowed(
      connection,
      () => Promise.reject(stop),
      async () => {
        begun = true;
      },
    ),
  );
  await expect(run).rejects.toBe(stop);
  expect(begun).toBe(false);
});

test("work that ends is not disturbed", async () => {
  const value = await withEngine((connection) =>
    whileAllowed(
      connection,
      async () => {},
      async () => (await connection.runAndReadAll("SELECT 42")).getRows()[0],
    ),
  );
  expect(value).toEqual([42]);
});

test("a job that is cancelled while its engine works ends within seconds, as cancelled", async () => {
  const jobId = await transaction((tx) =>
    startJob(tx, {
      ...{ kind: "allocation.run", subject: "alc_long", organisationId: null, personId: null },
      ...{ phases: ["divide"], input: {}, now: new Date() },
    }),
  );
  const cancel = async () => {
    await db.prisma.jobRun.update({ where: { id: jobId }, data: { cancelRequestedAt: new Date() } });
  };
  const timer = setTimeout(() => void cancel(), 1_000);
  const from = Date.now();
  await runJob(
    jobId,
    {
      run: (job) =>
        job.phase("divide", () =>
          withEngine((connection) =>
            whileAllowed(connection, job.goesOn, async () => void (await connection.run(LONG))),
          ),
        ),
      ended: async () => {},
    },
    false,
  );
  clearTimeout(timer);
  expect(Date.now() - from).toBeLessThan(10_000);
  expect(await db.prisma.jobRun.findUnique({ where: { id: jobId } })).toMatchObject({
    state: "cancelled",
    error: { code: "JOB_CANCELLED" },
  });
}, 20_000);
