import { z } from "zod";
import { query } from "@/infra/verb/query";
import { personIdOf } from "@/kernel/actor";
import { splitsOf } from "@/modules/allocation/seal/shares-of-people";
import { JointParts } from "../schema";

/** Of these allocations, what the person is paid as an author of shared works: to tell it apart on a statement. */
export const jointParts = query({
  name: "allocation.joint_parts",
  scope: "ledger:read",
  input: z.object({ allocationIds: z.array(z.string()).max(100) }),
  output: JointParts,
  async run({ actor }, { allocationIds }) {
    const personId = personIdOf(actor);
    if (personId === null) return { items: [] };
    const splits = await splitsOf(allocationIds, personId, []);
    return {
      items: splits
        .filter((split) => split.personId === personId && split.minor > 0n)
        .map(({ allocationId, minor }) => ({ allocationId, minor: String(minor) })),
    };
  },
});
