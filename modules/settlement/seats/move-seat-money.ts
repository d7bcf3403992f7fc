import type { Tx } from "@/infra/db/db";
import { DomainError } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { authorHolder, personHolder } from "@/modules/ledger/domain/chart";
import type { EntryLine } from "@/modules/ledger/domain/entry";
import { closedPeople } from "@/modules/ledger/holders/close-holder";
import { amountsOf } from "@/modules/ledger/holders/holder-amounts";
import { postEntry } from "@/modules/ledger/post/post-entry";
import { lockOwners } from "../repository/locks";

/** How an amount that is held for a seat is divided: minor units by person; together they are the amount. */
export type DivideSeat = (minor: bigint) => readonly Readonly<{ personId: string; minor: bigint }>[];

/**
 * Moves all money held for a co-author's seat to people, deal by deal, in one entry. The caller has checked that nobody can
 * accept the seat. Throws CONFLICT when nothing is held (`seat_empty`, also when repeated), or a payee deleted their account
 * (`person_left`).
 */
export async function moveSeatMoney(
  tx: Tx,
  move: Readonly<{
    authorId: string;
    people: readonly string[];
    divide: DivideSeat;
    memo: string;
    actor: string;
    now: Date;
  }>,
): Promise<{ entryId: string }> {
  await lockOwners(tx, "transfer");
  if ((await closedPeople(tx, move.people)).size > 0)
    throw new DomainError("CONFLICT", "A person who would get a share has deleted their account.", {
      detail: { because: "person_left" },
    });
  const holder = authorHolder(move.authorId);
  const held = await amountsOf(tx, holder, "held");
  if (held.length === 0)
    throw new DomainError("CONFLICT", "There is no money on hold for this share.", {
      detail: { because: "seat_empty" },
    });
  const lines = held.flatMap<EntryLine>(({ dealId, currency, minor }) => [
    { account: "held", holder, dealId, currency, minor },
    ...move
      .divide(minor)
      .filter((part) => part.minor > 0n)
      .map<EntryLine>((part) => ({
        account: "payable",
        holder: personHolder(part.personId),
        dealId,
        currency,
        minor: -part.minor,
      })),
  ]);
  const { entryId } = await postEntry(tx, {
    idempotencyKey: `seat_settled:${newId("entry", move.now)}`,
    cause: "seat_settled",
    causeId: move.authorId,
    memo: move.memo,
    effectiveAt: move.now,
    actor: move.actor,
    lines,
  });
  return { entryId };
}
