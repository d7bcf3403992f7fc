import { rm } from "node:fs/promises";
import { now } from "@/infra/clock";
import { transaction } from "@/infra/db/db";
import { withEngine } from "@/infra/engine/engine";
import { putEvents } from "@/infra/events/outbox";
import { workFile } from "@/infra/files/storage";
import type { JobHandler } from "@/infra/work/job-run";
import { writeShareTable } from "../engine/files";
import { splitRows } from "../engine/splits/split-rows";
import { AllocationEvents } from "../events";
import { findAllocation, loadShares, lockPublishing, updateAllocation } from "../repository/allocation";
import { loadSplits } from "../repository/splits";
import { sealedFiles } from "./sealed-files";

export const PUBLISH_PHASES = ["write", "load"] as const;

/** Copies sealed shares into the table that contributors read. One transaction, so that readers see all of them or none. */
export const publishShares: JobHandler = {
  async run(job) {
    const allocation = await findAllocation(job.subject);
    if (allocation === null || allocation.sealedAt === null || allocation.publishedAt !== null) return;
    const files = await sealedFiles(allocation);
    const table = await workFile(".txt");
    try {
      const splits = await job.phase("write", () =>
        withEngine(
          async (connection) => {
            await writeShareTable(connection, files.shares, table);
            return splitRows(connection, allocation.id, files.splits);
          },
          { threads: 1, goesOn: job.goesOn }, // One thread: a posting in parallel needs the rest, and people wait for it.
        ),
      );
      await job.phase("load", () =>
        transaction(
          async (tx) => {
            await lockPublishing(tx, allocation.id);
            const held = await findAllocation(allocation.id, tx);
            if (held === null || held.publishedAt !== null) return;
            await loadShares(tx, allocation.id, table);
            await loadSplits(tx, splits);
            await updateAllocation(allocation.id, { publishedAt: now() }, tx);
            const payload = { allocationId: allocation.id, dealId: allocation.dealId };
            await putEvents(tx, [AllocationEvents.published(payload)], now());
            await job.checkCancelled(); // Nothing is committed then.
          },
          { timeoutMs: 15 * 60_000 },
        ),
      );
    } finally {
      await rm(table, { force: true });
    }
  },
  // The seal stands whatever becomes of this: an operator can retry the job, and the lookup waits until then.
  ended: async () => {},
};
