import { LIMITS } from "@/kernel/limits";
import { imitatedIn } from "../domain/imitation";
import { searchOrganisationRows, verifiedLabRows } from "../repository/organisations";

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

/**
 * The verified lab that somebody called `name` could be taken for, the one with the very name first; null when there is none,
 * or when `id` is itself a verified lab. Facts only; asks for no rights.
 */
export async function labImitated(
  name: string,
  id: string | null,
): Promise<Readonly<{ id: string; name: string }> | null> {
  const labs = await verifiedLabRows();
  if (labs.some((lab) => lab.id === id)) return null;
  return imitatedIn(labs, name);
}
