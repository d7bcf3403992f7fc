import { query } from "@/infra/verb/query";
import { requireOperator } from "@/kernel/access";
import { readPage } from "@/kernel/page";
import { searchPeopleRows } from "../repository/people";
import { PersonOrder, PersonPage, SearchPeople } from "../schema";
import { personWire } from "../wire";

/** Everybody, for operators. */
export const searchPeople = query({
  name: "parties.search_people",
  scope: "operator:read",
  input: SearchPeople,
  output: PersonPage,
  async run({ actor }, { q, cursor, limit }) {
    requireOperator(actor, "operator:read");
    const page = await readPage(
      limit,
      (take) => searchPeopleRows({ q, before: cursor?.[0], take }),
      ({ id }) => PersonOrder.write(id),
    );
    return {
      ...page,
      items: page.items.map((row) => ({
        ...personWire(row),
        createdAt: row.createdAt.toISOString(),
        demoPersona: row.demoPersona,
        deletedAt: row.deletedAt?.toISOString() ?? null,
        memberships: [...row.memberships],
      })),
    };
  },
});
