import { z } from "zod";
import { command } from "@/infra/verb/command";
import { actorName, isOperator } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { readableText } from "@/kernel/wire";
import { divideByWeight } from "@/modules/allocation/domain/largest-remainder";
import { LedgerEvents } from "@/modules/ledger/events";
import { personOf } from "@/modules/parties/people/person-of";
import { type AuthorSeat, seatsBeside } from "@/modules/works/works-of";
import { moveSeatMoney } from "./move-seat-money";

/**
 * The operator decides about money held for a seat that was declined or left. It goes to a named person, or to the other
 * accepted authors by their parts of the work (largest remainder, ties to the smaller person id).
 */
export const settleSeat = command({
  name: "allocation.settle_seat",
  scope: "operator:write",
  stepUp: true,
  input: z.strictObject({
    authorId: z.string().min(1).meta({ description: "The seat, as the books name it: author:<id>" }),
    personId: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .meta({ description: "Who gets it; null: the other accepted authors" }),
    note: readableText(LIMITS.nameCharsMax, "Say why.", 3),
  }),
  output: z.object({ entryId: z.string(), personIds: z.array(z.string()) }),
  async run({ tx, actor, now }, { authorId, personId, note }) {
    if (!isOperator(actor, "operator:write")) throw notFound("seat");
    const seats = await seatsBeside(authorId, tx);
    const seat = seats.find((one) => one.authorId === authorId);
    if (seat === undefined) throw notFound("seat");
    if (!seat.declined && !seat.left)
      throw new DomainError("CONFLICT", "This share can still be accepted, or has an author.", {
        detail: { because: "seat_open" },
      });
    if (personId !== null && (await personOf(personId)) === null) throw notFound("person");
    const weights = personId === null ? authorsBeside(seats) : [{ key: personId, weight: 1n }];
    if (weights.length === 0)
      throw new DomainError("CONFLICT", "No other author has accepted. Name the person who gets it.", {
        detail: { because: "seat_alone" },
      });
    const people = weights.map(({ key }) => key);
    const { entryId } = await moveSeatMoney(tx, {
      authorId,
      people,
      divide: (minor) =>
        divideByWeight(minor, weights).map((part) => ({ personId: part.key, minor: part.minor })),
      memo: `Held for a co-author's seat, decided: ${note}`,
      actor: actorName(actor),
      now,
    });
    return {
      value: { entryId, personIds: people },
      events: people.map((receiver) =>
        LedgerEvents.author_money_released({ entryId, workId: seat.workId, authorId, personId: receiver }),
      ),
      audit: { subject: authorId, detail: { entryId, people, note } },
    };
  },
});

function authorsBeside(seats: readonly AuthorSeat[]) {
  return seats.flatMap(({ acceptedBy, left, shareBps }) =>
    acceptedBy === null || left ? [] : [{ key: acceptedBy, weight: BigInt(shareBps) }],
  );
}
