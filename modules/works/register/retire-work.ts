import { command } from "@/infra/verb/command";
import { requirePerson } from "@/kernel/access";
import { notFound } from "@/kernel/errors";
import { WorkEvents } from "../events";
import { findWork, lockWork, setRetired } from "../repository/works";
import { Work, WorkRef } from "../schema";
import { workWire } from "../wire";

/**
 * Takes a work out of the register from now on: its own terms and splits stop counting, those of its handle count again.
 * It stays readable, because earlier runs were computed with it. Only who registered it may.
 */
export const retireWork = command({
  name: "works.retire_work",
  scope: "works:write",
  stepUp: true,
  input: WorkRef,
  output: Work,
  async run({ tx, actor, now }, { workId }) {
    const personId = requirePerson(actor);
    const work = await lockWork(tx, workId);
    if (work === null || work.registeredBy !== personId) throw notFound("work");
    const isNew = work.retiredAt === null;
    if (isNew) await setRetired(tx, workId, now);
    return {
      value: workWire((await findWork(workId, tx)) ?? work, personId),
      events: isNew ? [WorkEvents.work_retired({ workId, personId })] : [],
      audit: { subject: workId },
    };
  },
});
