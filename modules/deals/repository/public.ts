import { db } from "@/infra/db";
import type { Deal } from "../domain/deal";
import { findDeals } from "./deal";

export type PublicFilter = Readonly<{
  text: string | null;
  platformIds: readonly string[];
  use: string | null;
  weights: string | null;
  /** Only deals whose shares are on the books. */
  allocatedOnly: boolean;
}>;

/** Ids of deals that were sealed, the newest seal first; `before` is the last one shown. One more than a page. */
export async function listSealedRows(
  filter: PublicFilter,
  page: Readonly<{ before: Readonly<{ sealedAt: Date; id: string }> | null; take: number }>,
): Promise<readonly Deal[]> {
  const { text, platformIds, use, weights, allocatedOnly } = filter;
  const contains = { contains: text ?? "", mode: "insensitive" as const };
  const ids = await db.prisma.deal.findMany({
    where: {
      AND: [
        { sealedAt: { not: null } },
        { sealedAllocationId: { not: null } },
        ...(allocatedOnly ? [{ allocatedAt: { not: null } }] : []),
        { platformId: { in: [...platformIds] } },
        ...(use === null ? [] : [{ uses: { has: use } }]),
        ...(weights === null ? [] : [{ weights }]),
        ...(text === null ? [] : [{ OR: [{ title: contains }, { licenseeName: contains }, { id: text }] }]),
        ...(page.before === null
          ? []
          : [
              {
                OR: [
                  { sealedAt: { lt: page.before.sealedAt } },
                  { sealedAt: page.before.sealedAt, id: { lt: page.before.id } },
                ],
              },
            ]),
      ],
    },
    orderBy: [{ sealedAt: "desc" }, { id: "desc" }],
    select: { id: true },
    take: page.take,
  });
  const found = new Map((await findDeals(ids.map(({ id }) => id))).map((deal) => [deal.id, deal]));
  return ids.flatMap(({ id }) => found.get(id) ?? []);
}
