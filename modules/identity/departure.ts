import { db } from "@/infra/db/db";
import { countLivingKeys } from "./repository/api-keys";
import { sessionsOf } from "./repository/sessions";
import { identitiesOf } from "./repository/sign-in-tokens";

export { closeWaysIn } from "./repository/departures";

/** The ways in that a person has: how many sessions and keys, and which providers. */
export async function waysInOf(
  personId: string,
  now: Date,
): Promise<Readonly<{ sessions: number; providers: string[]; apiKeys: number }>> {
  const [sessions, providers, apiKeys] = await Promise.all([
    sessionsOf(personId, now),
    identitiesOf(personId),
    countLivingKeys(db, { personId }, now),
  ]);
  return { sessions: sessions.length, providers, apiKeys };
}
