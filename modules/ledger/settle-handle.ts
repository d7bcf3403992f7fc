import type { Tx } from "@/infra/db";
import { handleHolder, personHolder } from "./domain/chart";
import type { HandleFacts, HandleHold, HandleName, Standing } from "./handle-facts";
import { type Moving, moveMoney } from "./move-money";
import { broughtBy, lockClaims, postingsUnder, standingOf } from "./repository/claims";
import { lockHolders } from "./repository/posting";

/** What was done: entries, and to whom something became payable. `handleId` is null while the handle is nobody's. */
export type Settled = Readonly<{
  handleId: string | null;
  entryIds: readonly string[];
  paid: readonly string[];
}>;

type Following = Readonly<{ facts: HandleFacts; of: HandleName; moving: Moving }>;

/** After a posting: those names whose standing changed while it was being prepared. */
export async function settleHandles(
  tx: Tx,
  names: readonly HandleName[],
  by: Omit<Following, "of">,
): Promise<void> {
  await lockClaims(tx, "posting");
  await lockHolders(
    tx,
    names.map(({ platformId, name }) => handleHolder(platformId, name)),
  );
  for (const of of names) await settleHandle(tx, { ...by, of });
}

/**
 * Brings a handle's money to where its standing of this moment says, whatever happened before and whatever news of it is
 * late: disputed → `held`, with what it brought its first claimant and is still payable; somebody's → their `payable`;
 * nobody's → `unclaimed`. What it brought whoever lost it goes the same way; what was paid out stays where it went. Run
 * again it finds its work done. Needs the claims lock.
 */
export async function settleHandle(tx: Tx, following: Following): Promise<Settled> {
  const { facts, of } = following;
  const holder = handleHolder(of.platformId, of.name);
  await lockHolders(tx, [holder]);
  const { held, lost } = await facts.standing(tx, of);
  const suspects = held?.disputed ? [...lost, held] : lost;
  const entryIds: (string | null)[] = [];
  for (const hold of suspects) entryIds.push(await takeBack(tx, following, hold));
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
  return moveMoney(tx, {
    ...moving,
    cause: "dispute",
    causeId,
    memo: on === "held" ? `Held: @${of.name} is disputed` : `No longer held: @${of.name} is nobody's`,
    standing: await standingOf(tx, holder, from),
    from: { account: from, holder },
    to: { account: on, holder },
  });
}

/** Pays a person what stands for their handle, and their co-authors' parts of it to those; names them in `paid`. */
async function pay(
  tx: Tx,
  { facts, of, moving }: Following,
  { to, account, paid }: Readonly<{ to: HandleHold; account: "unclaimed" | "held"; paid: Set<string> }>,
): Promise<string | null> {
  const holder = handleHolder(of.platformId, of.name);
  const standing = await standingOf(tx, holder, account);
  if (standing.length === 0) return null;
  const parts = await facts.divide(tx, { ...of, personId: to.personId, standing, at: moving.effectiveAt });
  const payee = personHolder(to.personId);
  paid.add(payee);
  for (const part of parts) if (part.account === "payable") paid.add(part.holder);
  return moveMoney(tx, {
    ...moving,
    cause: account === "held" ? "dispute" : "handle_claim",
    causeId: to.handleId,
    memo:
      account === "held" ? "Dispute settled: paid to the author" : `Money held for @${of.name}, now proved`,
    standing,
    from: { account, holder },
    to: { account: "payable", holder: payee },
    parts,
  });
}

/** What the handle brought this person, by claims and straight from postings, as far as it is still payable to them. */
async function takeBack(tx: Tx, { facts, of, moving }: Following, hold: HandleHold): Promise<string | null> {
  const holder = handleHolder(of.platformId, of.name);
  const person = personHolder(hold.personId);
  await lockHolders(tx, [person]);
  const payable = await standingOf(tx, person, "payable");
  if (payable.length === 0) return null;
  const except = await postingsUnder(tx, holder);
  const brought = [
    ...(await broughtBy(tx, hold.handleId, person)),
    ...(await facts.paidStraight(tx, { ...of, personId: hold.personId, except })),
  ];
  return moveMoney(tx, {
    ...moving,
    cause: "dispute",
    causeId: hold.handleId,
    memo: "Held again: the handle this money came from is disputed",
    standing: payable.flatMap((stand) => atMost(stand, brought)),
    from: { account: "payable", holder: person },
    to: { account: "held", holder },
  });
}

function atMost(stand: Standing, brought: readonly Standing[]): readonly Standing[] {
  const own = brought.filter((b) => b.dealId === stand.dealId && b.currency === stand.currency);
  const sum = own.reduce((total, { minor }) => total + minor, 0n);
  const minor = sum < stand.minor ? sum : stand.minor;
  return minor > 0n ? [{ ...stand, minor }] : [];
}
