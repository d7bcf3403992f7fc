import { LIMITS } from "@/kernel/limits";
import { searchOrganisationRows, verifiedLabRows } from "./repository/organisations";

/** The labs a platform can name as its licensee: verified ones, by name. Facts only; asks for no rights. */
export async function verifiedLabs(): Promise<readonly Readonly<{ id: string; name: string }>[]> {
  const rows = await searchOrganisationRows({
    q: undefined,
    kind: "lab",
    state: "verified",
    before: undefined,
    take: LIMITS.labsListed,
  });
  return rows.map(({ id, name }) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The verified lab whose name `matches`, as the caller compares names; null when there is none. Facts only; asks for no rights. */
export async function verifiedLabNamed(
  matches: (name: string) => boolean,
): Promise<Readonly<{ id: string; name: string }> | null> {
  return (await verifiedLabRows()).find(({ name }) => matches(name)) ?? null;
}
