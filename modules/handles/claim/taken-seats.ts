import type { Identifier } from "@/modules/works/domain/identifier";
import { contributorHolder } from "../domain/handle-name";
import { type Platform, WEB_PLATFORM_ID } from "../domain/platform";
import { platformsOf } from "../platforms/platforms";
import { anyWorkWith, hostNamedPlatformIds, takenSeatRows } from "../repository/standing";

const HOST_NAMED_MAX = 100;

/** Of these seats the holders that somebody has proved, disputed ones too. Never says who. Names are normalised. */
export async function takenSeats(
  seats: readonly Readonly<{ platformId: string; name: string }>[],
): Promise<ReadonlySet<string>> {
  const rows = await takenSeatRows(seats);
  return new Set(rows.map(({ platformId, name }) => contributorHolder(platformId, name)));
}

/** Whether a work with one of these identifiers (in canonical form) is registered. Never says whose it is. */
export async function isRegistered(identifiers: readonly Identifier[]): Promise<boolean> {
  return anyWorkWith(identifiers);
}

/** The open web and every platform whose contributors are host names. */
export async function platformsNamingHosts(): Promise<readonly Platform[]> {
  const ids = [WEB_PLATFORM_ID, ...(await hostNamedPlatformIds(HOST_NAMED_MAX))];
  return [...(await platformsOf(ids)).values()].filter((platform) => platform.namesAreHosts);
}
