import { db, type Prisma } from "@/infra/db/db";
import type { Deal } from "../domain/state/deal";
import { findDeals } from "./deal";

export type PublicFilter = Readonly<{
  text: string | null;
  /** Platforms whose name or host holds the text: their deals are found by it too. */
  namedIds: readonly string[];
  platformIds: readonly string[];
  use: string | null;
  weights: string | null;
  /** Only deals whose shares are on the books. */
  allocatedOnly: boolean;
}>;

/** How sealed deals are listed: by the instant of the seal, or by currency and then the largest amount first. */
export type SealedSort = "newest" | "oldest" | "gross";
type LastShown = Readonly<{ sealedAt: Date; id: string }>;

const ORDERS: Readonly<Record<SealedSort, Prisma.DealOrderByWithRelationInput[]>> = {
  newest: [{ sealedAt: "desc" }, { id: "desc" }],
  oldest: [{ sealedAt: "asc" }, { id: "asc" }],
  // Amounts of two currencies cannot be compared, so they do not stand in one order.
  gross: [{ currency: "asc" }, { grossMinor: "desc" }, { id: "desc" }],
};

/** Which deals come after the last one shown. The terms of a sealed deal stay as they are, so its amount can be read again. */
async function after(sort: SealedSort, { sealedAt, id }: LastShown): Promise<Prisma.DealWhereInput> {
  if (sort !== "gross") {
    const beyond = sort === "oldest" ? "gt" : "lt";
    return { OR: [{ sealedAt: { [beyond]: sealedAt } }, { sealedAt, id: { [beyond]: id } }] };
  }
  const last = await db.prisma.deal.findUnique({
    where: { id },
    select: { currency: true, grossMinor: true },
  });
  if (last === null) return { id: { in: [] } };
  const { currency, grossMinor } = last;
  return {
    OR: [
      { currency: { gt: currency } },
      { currency, grossMinor: { lt: grossMinor } },
      { currency, grossMinor, id: { lt: id } },
    ],
  };
}

/** Deals that were sealed, in an order; `before` is the last one shown. */
export async function listSealedRows(
  filter: PublicFilter,
  page: Readonly<{
    before: LastShown | null;
    take: number;
    sort?: SealedSort;
  }>,
): Promise<readonly Deal[]> {
  const { text, namedIds, platformIds, use, weights, allocatedOnly } = filter;
  const contains = { contains: text ?? "", mode: "insensitive" as const };
  const sort = page.sort ?? "newest";
  const ids = await db.prisma.deal.findMany({
    where: {
      AND: [
        { sealedAt: { not: null } },
        { sealedAllocationId: { not: null } },
        ...(allocatedOnly ? [{ allocatedAt: { not: null } }] : []),
        { platformId: { in: [...platformIds] } },
        ...(use === null ? [] : [{ uses: { has: use } }]),
        ...(weights === null ? [] : [{ weights }]),
        ...(text === null
          ? []
          : [
              {
                OR: [
                  { title: contains },
                  { licenseeName: contains },
                  { id: text },
                  { platformId: { in: [...namedIds] } },
                ],
              },
            ]),
        ...(page.before === null ? [] : [await after(sort, page.before)]),
      ],
    },
    orderBy: ORDERS[sort],
    select: { id: true },
    take: page.take,
  });
  const found = new Map((await findDeals(ids.map(({ id }) => id))).map((deal) => [deal.id, deal]));
  return ids.flatMap(({ id }) => found.get(id) ?? []);
}
