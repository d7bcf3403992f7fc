import { query } from "@/infra/query";
import { pageSize, toPage } from "@/kernel/page";
import { requireOperator } from "../access";
import { searchPeopleRows } from "../repository/people";
import { PersonPage, SearchPeople } from "../schema";
import { decodeCursor, encodeCursor, personWire } from "../wire";

/** Everybody, for operators. */
export const searchPeople = query({
  name: "parties.search_people",
  scope: "operator:read",
  input: SearchPeople,
  output: PersonPage,
  async run({ actor }, { q, cursor, limit }) {
    requireOperator(actor, "operator:read");
    const take = pageSize(limit);
    const [before] = cursor === undefined ? [] : decodeCursor(cursor, 1);
    const rows = await searchPeopleRows({ q, before, take: take + 1 });
    const page = toPage(rows, take, (row) => encodeCursor(row.id));
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
