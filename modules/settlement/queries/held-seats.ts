import { query } from "@/infra/verb/query";
import { requireOperator } from "@/kernel/access";
import { grouped } from "@/kernel/grouped";
import { wireMoney } from "@/kernel/money";
import { readPage } from "@/kernel/page";
import { peopleOf } from "@/modules/parties/people/person-of";
import { authorSeats, titlesOfWorks } from "@/modules/works/works-of";
import { HeldSeatOrder, HeldSeatPage, HeldSeatsRequest } from "../held-seats-schema";
import { givenUpSeatsWithMoney } from "../repository/held-seats";
import { heldStandings } from "../seats/seat-holds";

/** Money held for seats that nobody can accept any more: it waits for the operator (settle-seat). Five queries a page. */
export const heldSeats = query({
  name: "allocation.held_seats",
  scope: "operator:read",
  input: HeldSeatsRequest,
  output: HeldSeatPage,
  async run({ actor }, { limit, cursor }) {
    requireOperator(actor, "operator:read");
    const page = await readPage(
      limit,
      (take) => givenUpSeatsWithMoney({ take, after: cursor?.[0] }),
      ({ authorId }) => HeldSeatOrder.write(authorId),
    );
    const workIds = [...new Set(page.items.map(({ workId }) => workId))];
    const [standings, titles, seats] = await Promise.all([
      heldStandings(page.items.map(({ authorId }) => authorId)),
      titlesOfWorks(workIds),
      authorSeats(workIds),
    ]);
    const accepted = seats.flatMap(({ acceptedBy, left, workId, shareBps }) =>
      acceptedBy === null || left ? [] : [{ personId: acceptedBy, workId, shareBps }],
    );
    const people = await peopleOf(accepted.map(({ personId }) => personId));
    const coAuthors = grouped(accepted, ({ workId }) => workId);
    const seatOf = new Map(seats.map((seat) => [seat.authorId, seat]));
    const items = page.items.map(({ authorId, workId, why, givenUpAt }) => ({
      authorId,
      work: { id: workId, title: titles.get(workId) ?? workId },
      name: seatOf.get(authorId)?.name || null,
      shareBps: seatOf.get(authorId)?.shareBps ?? 0,
      why,
      givenUpAt: givenUpAt.toISOString(),
      held: (standings.get(authorId) ?? []).map(({ currency, minor, since }) => ({
        ...wireMoney(currency, minor),
        since: since.toISOString(),
      })),
      others: (coAuthors.get(workId) ?? []).map(({ personId, shareBps }) => {
        const person = people.get(personId);
        return { personId, name: person?.name ?? person?.email ?? null, shareBps };
      }),
    }));
    return { items, nextCursor: page.nextCursor };
  },
});
