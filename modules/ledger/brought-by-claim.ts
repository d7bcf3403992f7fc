import { personHolder } from "./domain/chart";
import { broughtBy } from "./repository/claims";

/** What a handle brought this person when they proved it, per currency, less what was taken back; without zeros. */
export async function broughtByClaim(
  handleId: string,
  personId: string,
): Promise<readonly Readonly<{ currency: string; minor: bigint }>[]> {
  const sums = new Map<string, bigint>();
  for (const { currency, minor } of await broughtBy(null, handleId, personHolder(personId)))
    sums.set(currency, (sums.get(currency) ?? 0n) + minor);
  return [...sums].flatMap(([currency, minor]) => (minor > 0n ? [{ currency, minor }] : [])).sort(byCurrency);
}

const byCurrency = (a: Readonly<{ currency: string }>, b: Readonly<{ currency: string }>) =>
  a.currency < b.currency ? -1 : 1;
