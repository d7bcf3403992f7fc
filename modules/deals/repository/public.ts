import { db } from "@/infra/db";
import type { Deal } from "../domain/deal";
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

/** Deals that were sealed, the newest (or oldest) seal first; `before` is the last one shown. One more than a page. */
export async function listSealedRows(
  filter: PublicFilter,
  page: Readonly<{
    before: Readonly<{ sealedAt: Date; id: string }> | null;
    take: number;
    sort?: "newest" | "oldest";
  }>,
): Promise<readonly Deal[]> {
  const { text, namedIds, platformIds, use, weights, allocatedOnly } = filter;
  const contains = { contains: text ?? "", mode: "insensitive" as const };
  const [beyond, direction] = page.sort === "oldest" ? (["gt", "asc"] as const) : (["lt", "desc"] as const);
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
        ...(page.before === null
          ? []
          : [
              {
                OR: [
                  { sealedAt: { [beyond]: page.before.sealedAt } },
                  { sealedAt: page.before.sealedAt, id: { [beyond]: page.before.id } },
                ],
              },
            ]),
      ],
    },
    orderBy: [{ sealedAt: direction }, { id: direction }],
    select: { id: true },
    take: page.take,
  });
  const found = new Map((await findDeals(ids.map(({ id }) => id))).map((deal) => [deal.id, deal]));
  return ids.flatMap(({ id }) => found.get(id) ?? []);
}
