import type { Role } from "@/kernel/actor";
import { LIMITS } from "@/kernel/limits";
import { membersOf } from "./repository/members";
import { searchOrganisationRows } from "./repository/organisations";

/** Facts about organisations for the notices that the worker writes. They check no rights. */

/** The people who act for an organisation in one of these roles. */
export async function peopleOf(organisationId: string, roles: readonly Role[]): Promise<readonly string[]> {
  const members = await membersOf(organisationId);
  return members.filter((member) => roles.includes(member.role)).map((member) => member.personId);
}

/** The operator's people who may act for it, by organisation. */
export async function operatorsToTell(): Promise<
  readonly Readonly<{ organisationId: string; people: readonly string[] }>[]
> {
  const operators = await searchOrganisationRows({
    q: undefined,
    kind: "operator",
    state: undefined,
    before: undefined,
    take: LIMITS.pageRowsMax,
  });
  return Promise.all(
    operators.map(async ({ id }) => ({
      organisationId: id,
      people: await peopleOf(id, ["owner", "admin"]),
    })),
  );
}
