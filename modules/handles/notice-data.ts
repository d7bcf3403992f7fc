import { platformOf } from "./platforms/platforms";
import { findDispute } from "./repository/disputes";
import { findHandle } from "./repository/handles";
import { holdersAfter } from "./repository/holders";

/** Facts about handles for the notices that the worker writes. They check no rights. */

/** The next people, by id, who held a proved handle on a platform at an instant. */
export function holdersOn(
  platformId: string,
  of: Readonly<{ at: Date; after: string; take: number }>,
): Promise<readonly string[]> {
  return holdersAfter(platformId, of);
}

/** A handle's name as its holder wrote it, and its platform's. */
export async function handleToTell(handleId: string): Promise<Readonly<{
  personId: string;
  name: string;
  platformId: string;
  platform: string;
  verifiedAt: Date | null;
}> | null> {
  const handle = await findHandle(handleId);
  if (handle === null) return null;
  const { personId, shownName: name, platformId, verifiedAt } = handle;
  const platform = (await platformOf(platformId))?.name ?? platformId;
  return { personId, name, platformId, platform, verifiedAt };
}

/** Everybody whose handle it may be, and whose it is once that is settled. */
export async function disputeToTell(disputeId: string) {
  const dispute = await findDispute(disputeId);
  if (dispute === null) return null;
  const { name, platformId, claimants, winnerHandleId, note } = dispute;
  const platform = (await platformOf(platformId))?.name ?? platformId;
  const people = claimants.map(({ handleId, personId }) => ({ handleId, personId }));
  return { name, platform, people, winnerHandleId, note };
}
