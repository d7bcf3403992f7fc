import type { Tx } from "@/infra/db/db";
import { sumOf } from "@/kernel/sum";
import { handleHolder, personHolder } from "@/modules/ledger/domain/chart";
import {
  amountsOf,
  causesTouching,
  type DealAmount,
  lockHolders,
} from "@/modules/ledger/holders/holder-amounts";
import { type Moving, transferMoney } from "@/modules/ledger/post/transfer";
import { broughtByHandle } from "./brought-by-handle";
import { paidStraight, partsOfCoAuthors } from "./handle-money";
import { type HandleHold, type HandleName, standingOf } from "./handle-standing";

/** What was done: entries, and to whom something became payable. `handleId` is null while the handle is nobody's. */
export type Settled = Readonly<{
  handleId: string | null;
  entryIds: readonly string[];
  paid: readonly string[];
}>;

type Following = Readonly<{ of: HandleName; moving: Moving }>;

/** Settles several handles, locked in one order. Needs the lock of owners. */
export async function settleHandles(tx: Tx, names: readonly HandleName[], moving: Moving): Promise<void> {
  await lockHolders(
    tx,
    names.map(({ platformId, name }) => handleHolder(platformId, name)),
  );
  for (const of of names) await settleHandle(tx, { of, moving });
}

/**
 * Moves a handle's money, and what it brought people who lost it, to the account its state requires:
 * - disputed: `held`, also the first claimant's payable;
 * - proved: its owner's `payable`;
 * - nobody's: `unclaimed`.
 * Safe to repeat, in any order. Needs the owners' lock.
 */
export async function settleHandle(tx: Tx, following: Following): Promise<Settled> {
  const { of } = following;
  const holder = handleHolder(of.platformId, of.name);
  await lockHolders(tx, [holder]);
  const { held, lost } = await standingOf(tx, of);
  const suspects = held?.disputed ? [...lost, held] : lost;
  const entryIds: (string | null)[] = [];
  for (const hold of suspects) entryIds.push(await holdAgain(tx, following, hold));
  const paid = new Set<string>();
  if (held === null) entryIds.push(await putAside(tx, following, { on: "unclaimed", causeId: holder }));
  else if (held.disputed)
    entryIds.push(await putAside(tx, following, { on: "held", causeId: held.handleId }));
  else
    for (const account of ["unclaimed", "held"] as const)
      entryIds.push(await pay(tx, following, { to: held, account, paid }));
  return {
    handleId: held?.handleId ?? null,
    entryIds: entryIds.filter((id) => id !== null),
    paid: [...paid],
  };
}

async function putAside(
  tx: Tx,
  { of, moving }: Following,
  { on, causeId }: Readonly<{ on: "held" | "unclaimed"; causeId: string }>,
): Promise<string | null> {
  const holder = handleHolder(of.platformId, of.name);
  const from = on === "held" ? "unclaimed" : "held";
  return transferMoney(tx, {
    ...moving,
    cause: "dispute",
    causeId,
    memo: on === "held" ? `Held: @${of.name} is disputed` : `No longer held: @${of.name} has no owner`,
    amounts: await amountsOf(tx, holder, from),
    from: { account: from, holder },
    to: { account: on, holder },
  });
}

/** Pays a person what is under their handle, and their co-authors' parts of it to those; adds the payees to `paid`. */
async function pay(
  tx: Tx,
  { of, moving }: Following,
  { to, account, paid }: Readonly<{ to: HandleHold; account: "unclaimed" | "held"; paid: Set<string> }>,
): Promise<string | null> {
  const holder = handleHolder(of.platformId, of.name);
  const amounts = await amountsOf(tx, holder, account);
  if (amounts.length === 0) return null;
  const parts = await partsOfCoAuthors(tx, {
    ...of,
    personId: to.personId,
    amounts,
    at: moving.effectiveAt,
  });
  const payee = personHolder(to.personId);
  paid.add(payee);
  for (const part of parts) if (part.account === "payable") paid.add(part.holder);
  return transferMoney(tx, {
    ...moving,
    cause: account === "held" ? "dispute" : "handle_claim",
    causeId: to.handleId,
    memo:
      account === "held" ? "Dispute settled: paid to the author" : `Money held for @${of.name}, now proved`,
    amounts,
    from: { account, holder },
    to: { account: "payable", holder: payee },
    parts,
  });
}

/** Holds what the handle brought this person, by claims and straight from postings, as far as it is still payable to them. */
async function holdAgain(tx: Tx, { of, moving }: Following, hold: HandleHold): Promise<string | null> {
  const holder = handleHolder(of.platformId, of.name);
  const person = personHolder(hold.personId);
  await lockHolders(tx, [person]);
  const payable = await amountsOf(tx, person, "payable");
  if (payable.length === 0) return null;
  const except = await causesTouching(tx, {
    cause: "allocation",
    holder,
    accounts: ["unclaimed", "held"],
  });
  const brought = [
    ...(await broughtByHandle(tx, hold)),
    ...(await paidStraight(tx, { ...of, personId: hold.personId, except })),
  ];
  return transferMoney(tx, {
    ...moving,
    cause: "dispute",
    causeId: hold.handleId,
    memo: "Held again: the handle this money came from is disputed",
    amounts: payable.flatMap((amount) => atMost(amount, brought)),
    from: { account: "payable", holder: person },
    to: { account: "held", holder },
  });
}

function atMost(amount: DealAmount, brought: readonly DealAmount[]): readonly DealAmount[] {
  const own = brought.filter((b) => b.dealId === amount.dealId && b.currency === amount.currency);
  const all = sumOf(own, ({ minor }) => minor);
  const minor = all < amount.minor ? all : amount.minor;
  return minor > 0n ? [{ ...amount, minor }] : [];
}
