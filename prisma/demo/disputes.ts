import { db } from "@/infra/db/db";
import { settleDispute } from "@/modules/handles/dispute/settle-dispute";
import { as, daysAgo, happened } from "./acting";
import type { Cast } from "./cast";
import { claimOnly, proveHandle } from "./handles";
import { HANDLES } from "./people";
import type { Step } from "./settle";

/** Who proved what when, the early ones before any deal, the others in the middle of it all. */
export function provingSteps(cast: Cast): readonly Step[] {
  return HANDLES.flatMap((seat) => {
    if (seat.proved === null) return [];
    const at = daysAgo(seat.proved, 16);
    return [{ at, run: () => proveHandle(seat, at, cast) }];
  });
}

/** Handles that two people proved: one that was settled long ago, one that waits for the operator. */
export function disputeSteps(cast: Cast): readonly Step[] {
  const wrong = { person: "nora", platform: "bench", handle: "rosa-vidal" } as const;
  const open = { person: "nora", platform: "harbour", handle: "brass-lantern" } as const;
  const claim = { person: "mara", platform: "lantern", handle: "mara-lindqvist" } as const;
  return [
    { at: daysAgo(231), run: () => proveHandle(wrong, daysAgo(231), cast) },
    { at: daysAgo(224), run: () => settleForFirst(wrong.handle, daysAgo(224), cast) },
    { at: daysAgo(47, 15), run: () => proveHandle(open, daysAgo(47, 15), cast) },
    { at: daysAgo(2, 20), run: () => claimOnly(claim, daysAgo(2, 20), cast) },
  ];
}

async function settleForFirst(name: string, at: Date, cast: Cast): Promise<void> {
  const dispute = await db.prisma.handleDispute.findFirst({
    where: { name, settledAt: null },
    include: { claimants: { orderBy: { joinedAt: "asc" } } },
  });
  const winner = dispute?.claimants.find(({ personId }) => personId === cast.person.rosa);
  if (dispute === null || winner === undefined) return;
  await happened(at, async () =>
    settleDispute(await as(cast.person.ruth, at), {
      disputeId: dispute.id,
      winnerHandleId: winner.handleId,
      note: "The platform confirmed in writing that its word for the second claim was given by mistake.",
    }),
  );
}
