import { expect, test } from "vitest";
import { z } from "zod";
import { DomainError } from "@/kernel/errors";
import { db, transaction } from "../db/db";
import { job } from "../work/job-kind";
import { runJob } from "../work/job-run";
import { startJob } from "../work/queue";
import { withEngine } from "./engine";
import { watched, whileAllowed } from "./watched-query";

const LONG = "SELECT sum(hash(i)) FROM range(1000000000000) r(i)";

test("whatever statement is running ends when it may no longer go on", async () => {
  let looks = 0;
  const stop = new DomainError("JOB_CANCELLED", "cancelled");
  const look = async () => {
    looks += 1;
    if (looks > 1) throw stop;
  };
  const run = withEngine((connection) => whileAllowed(connection, look, () => connection.run(LONG)));
  await expect(run).rejects.toBe(stop);
});

test("so do those that are begun after it", async () => {
  const stop = new DomainError("JOB_CANCELLED", "the disk is full");
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
  const stop = new DomainError("JOB_CANCELLED", "no room");
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
    startJob(tx, job("allocation.run", z.object({})), {
      ...{ subject: "alc_long", organisationId: null, personId: null },
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

test("a database that does not answer for a moment ends no work", async () => {
  let looks = 0;
  const look = async () => {
    looks += 1;
    if (looks > 1) throw new Error("connection lost");
  };
  const value = await withEngine((connection) =>
    whileAllowed(connection, look, async () => {
      while (looks < 3) await connection.run("SELECT sum(hash(i)) FROM range(1000000) r(i)");
      return "done";
    }),
  );
  expect(value).toBe("done");
});

test("a statement reports how much of it is done, and a report that refuses ends it with its refusal", async () => {
  const reported: number[] = [];
  const stop = new DomainError("JOB_CANCELLED", "cancelled");
  const run = withEngine((connection) =>
    watched(connection, LONG, async (done) => {
      reported.push(done);
      if (reported.length > 2) throw stop;
    }),
  );
  await expect(run).rejects.toBe(stop);
  expect(reported).toHaveLength(3);
  expect(reported[2]).toBeGreaterThanOrEqual(reported[1] ?? 0);
});

test("no report is under way once its statement has ended", async () => {
  let open = 0;
  await withEngine(async (connection) => {
    const report = async () => {
      open += 1;
      await new Promise((done) => setImmediate(done));
      open -= 1;
    };
    await watched(connection, "SELECT sum(hash(i)) FROM range(50000000) r(i)", report);
    expect(open).toBe(0);
  });
});
