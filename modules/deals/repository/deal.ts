import { db, type Prisma, type Tx } from "@/infra/db/db";
import { assert } from "@/kernel/assert";
import { isCurrency } from "@/kernel/money";
import { dayOf, startOf } from "@/kernel/time";
import { PURPOSES, USES, WEIGHTS } from "@/modules/consent/domain/uses";
import { DEAL_BASES, type Deal, type IsoDay, LICENSEE_ANSWERS, WEIGHTINGS } from "../domain/state/deal";
import { DEAL_STATES, type DealState } from "../domain/state/deal-state";
import type { DealSort } from "../schema/deal";

type Row = Prisma.DealGetPayload<object>;
type Reader = Pick<Tx, "prisma">;

/** The deal, or null. Outside a transaction it reads the last committed state. */
export async function findDeal(id: string, tx: Reader = db): Promise<Deal | null> {
  const row = await tx.prisma.deal.findUnique({ where: { id } });
  return row === null ? null : dealOf(row);
}

/** Several deals in one query, for lists; unknown ids are absent. */
export async function findDeals(ids: readonly string[]): Promise<readonly Deal[]> {
  return (await db.prisma.deal.findMany({ where: { id: { in: [...ids] } } })).map(dealOf);
}

/** The deal, held until the transaction ends, so that two acts on one deal follow each other. */
export async function lockDeal(tx: Tx, id: string): Promise<Deal | null> {
  await tx.prisma.$queryRaw`SELECT id FROM deal WHERE id = ${id} FOR UPDATE`;
  return findDeal(id, tx);
}

export async function insertDeal(tx: Tx, deal: Deal): Promise<void> {
  await tx.prisma.deal.create({ data: rowOf(deal) });
}

export async function updateDeal(tx: Tx, deal: Deal): Promise<void> {
  const { id, ...data } = rowOf(deal);
  await tx.prisma.deal.update({ where: { id }, data });
}

export type DealFilter = Readonly<{
  /** Deals somebody may see: all, or those of these platforms and (once reported) of these licensees. */
  visible: "all" | Readonly<{ platformIds: readonly string[]; licenseeIds: readonly string[] }>;
  organisationId: string | null;
  states: readonly DealState[];
  text: string | null;
  /** Drafted at `from` or later and before `until`. */
  from: Date | null;
  until: Date | null;
}>;

type Order = readonly Prisma.DealOrderByWithRelationInput[];
/** Every order ends with the id, so that it is one. */
const ORDERS: Readonly<Record<DealSort, Order>> = {
  newest: [{ id: "desc" }],
  oldest: [{ id: "asc" }],
  title: [{ title: "asc" }, { id: "desc" }],
  gross: [{ currency: "asc" }, { grossMinor: "desc" }, { id: "desc" }],
};

/** The place of the last deal shown in each order; `by` is the text that `orderKey` made of it. */
export type DealPlace = Readonly<{ by: string; id: string }>;

/** What a deal is ordered by besides its id, as text. */
export function orderKey(sort: DealSort, deal: Deal): string {
  if (sort === "title") return deal.title;
  return sort === "gross" ? `${deal.currency} ${deal.grossMinor}` : "";
}

/** What comes after a place; null when `by` is not of this order. The place needs no row: a deal shown may have changed. */
function afterPlace(sort: DealSort, { by, id }: DealPlace): Prisma.DealWhereInput | null {
  if (sort === "newest" || sort === "oldest")
    return by === "" ? { id: sort === "newest" ? { lt: id } : { gt: id } } : null;
  if (sort === "title") return { OR: [{ title: { gt: by } }, { title: by, id: { lt: id } }] };
  const [, currency, minor] = /^([A-Z]{3}) (\d{1,18})$/.exec(by) ?? [];
  if (currency === undefined || minor === undefined) return null;
  const grossMinor = BigInt(minor);
  return {
    OR: [
      { currency: { gt: currency } },
      { currency, grossMinor: { lt: grossMinor } },
      { currency, grossMinor, id: { lt: id } },
    ],
  };
}

/** Deals in an order, after a place; null: no place of this order. */
export async function listDealRows(
  filter: DealFilter,
  page: Readonly<{ after: DealPlace | null; take: number; sort: DealSort }>,
): Promise<readonly Deal[] | null> {
  const after = page.after === null ? {} : afterPlace(page.sort, page.after);
  if (after === null) return null;
  const rows = await db.prisma.deal.findMany({
    where: { AND: [...conditionsOf(filter), after] },
    orderBy: [...ORDERS[page.sort]],
    take: page.take,
  });
  return rows.map(dealOf);
}

function conditionsOf(filter: DealFilter): Prisma.DealWhereInput[] {
  const { visible, organisationId, states, text, from, until } = filter;
  const reported: Prisma.DealWhereInput = { reportedAt: { not: null } };
  const and: Prisma.DealWhereInput[] = [];
  if (visible !== "all")
    and.push({
      OR: [
        { platformId: { in: [...visible.platformIds] } },
        { licenseeId: { in: [...visible.licenseeIds] }, ...reported },
      ],
    });
  if (organisationId !== null)
    and.push({ OR: [{ platformId: organisationId }, { licenseeId: organisationId, ...reported }] });
  if (states.length > 0) and.push({ state: { in: [...states] } });
  if (text !== null)
    and.push({
      OR: [
        { title: { contains: text, mode: "insensitive" } },
        { licenseeName: { contains: text, mode: "insensitive" } },
        { id: text },
      ],
    });
  if (from !== null) and.push({ createdAt: { gte: from } });
  if (until !== null) and.push({ createdAt: { lt: until } });
  return and;
}

export type NoticedFilter = Readonly<{
  platformIds: readonly string[];
  /** open: can be answered at `now`; waiting: told, not sealed; sealed; final: sealed or cancelled; null: all. */
  stage: "open" | "waiting" | "sealed" | "final" | null;
  text: string | null;
  now: Date;
}>;

/** Deals of these platforms whose contributors had notice, newest first. */
export async function listNoticedRows(
  filter: NoticedFilter,
  page: Readonly<{ after: string | null; take: number }>,
): Promise<readonly Deal[]> {
  const rows = await db.prisma.deal.findMany({
    where: { AND: [noticedWhere(filter), page.after === null ? {} : { id: { lt: page.after } }] },
    orderBy: { id: "desc" },
    take: page.take,
  });
  return rows.map(dealOf);
}

export async function countNoticedRows(filter: NoticedFilter): Promise<number> {
  return db.prisma.deal.count({ where: noticedWhere(filter) });
}

function noticedWhere({ platformIds, stage, text, now }: NoticedFilter): Prisma.DealWhereInput {
  const noticed: Prisma.DealWhereInput = {
    OR: [{ state: "noticed" }, { state: "disputed", disputedFrom: "noticed" }],
  };
  const stages = {
    open: { AND: [noticed, { noticeEndsAt: { gt: now } }] },
    waiting: noticed,
    sealed: { sealedAt: { not: null }, state: { not: "cancelled" } },
    final: { NOT: noticed },
  } satisfies Record<string, Prisma.DealWhereInput>;
  const contains = text === null ? null : { contains: text, mode: "insensitive" as const };
  return {
    platformId: { in: [...platformIds] },
    noticedAt: { not: null },
    AND: [
      stage === null ? {} : stages[stage],
      contains === null ? {} : { OR: [{ title: contains }, { licenseeName: contains }] },
    ],
  };
}

/** Deals that are on the books and past the day on which their reserve is released. */
export async function dealsWithReserveDue(today: IsoDay): Promise<readonly Deal[]> {
  const rows = await db.prisma.deal.findMany({
    where: { state: { in: ["allocated", "distributed"] }, reserveReleaseOn: { lte: startOf(today) } },
    orderBy: { id: "asc" },
  });
  return rows.map(dealOf);
}

/** A value the database holds must be one the code knows; anything else is a migration that was forgotten. */
function known<T extends string>(values: readonly T[], text: string): T {
  const value = values.find((candidate) => candidate === text);
  assert(value !== undefined, `deal column holds the unknown value ${text}`);
  return value;
}

export function dealOf(row: Row): Deal {
  assert(isCurrency(row.currency), `deal ${row.id} is in the unknown currency ${row.currency}`);
  return {
    ...row,
    currency: row.currency,
    state: known(DEAL_STATES, row.state),
    disputedFrom: row.disputedFrom === null ? null : known(DEAL_STATES, row.disputedFrom),
    licenseeAnswer: row.licenseeAnswer === null ? null : known(LICENSEE_ANSWERS, row.licenseeAnswer),
    uses: row.uses.map((use) => known(USES, use)),
    weights: known(WEIGHTS, row.weights),
    purpose: known(PURPOSES, row.purpose),
    basis: known(DEAL_BASES, row.basis),
    weighting: known(WEIGHTINGS, row.weighting),
    termFrom: dayOf(row.termFrom),
    termTo: row.termTo && dayOf(row.termTo),
    reserveReleaseOn: row.reserveReleaseOn && dayOf(row.reserveReleaseOn),
    fundingValueDate: row.fundingValueDate && dayOf(row.fundingValueDate),
  };
}

function rowOf(deal: Deal): Prisma.DealUncheckedCreateInput & { id: string } {
  return {
    ...deal,
    uses: [...deal.uses],
    termFrom: startOf(deal.termFrom),
    termTo: deal.termTo === null ? null : startOf(deal.termTo),
    reserveReleaseOn: deal.reserveReleaseOn === null ? null : startOf(deal.reserveReleaseOn),
    fundingValueDate: deal.fundingValueDate === null ? null : startOf(deal.fundingValueDate),
  };
}
