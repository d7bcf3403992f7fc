import { platformOf } from "@/modules/handles/platforms/platforms";
import { findDispute } from "@/modules/handles/repository/disputes";
import { findHandle } from "@/modules/handles/repository/handles";
import { holdersAfter } from "@/modules/handles/repository/holders";
import { findAuthor } from "./repository/works";

/** What people are told of handles and works. Plain facts for the worker; they ask for no rights. */

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

/** An author's seat: of which work, for whom, and who proposed it. */
export async function seatToTell(authorId: string) {
  const author = await findAuthor(authorId);
  if (author === null) return null;
  const { name, email, state, shareBps, work } = author;
  const { id: workId, title, registeredBy } = work;
  return { name, email, state, shareBps, workId, title, registeredBy };
}
