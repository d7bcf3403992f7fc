import "server-only";
import { allOperations } from "@/app/api/v1/_operations/all";
import { ANONYMOUS } from "@/kernel/actor";
import { listRegister } from "@/modules/lookup/register";

const DEALS_MAX = 5000;

/** Public deals for search engines, the newest seal first. */
export async function registerPaths(): Promise<readonly Readonly<{ path: string; changedAt: string }>[]> {
  const call = { actor: ANONYMOUS, requestId: "sitemap" };
  const found: { path: string; changedAt: string }[] = [];
  let cursor: string | undefined;
  do {
    const page = await listRegister(call, { limit: 100, ...(cursor === undefined ? {} : { cursor }) });
    for (const deal of page.items)
      found.push({
        path: `/register/${deal.id}`,
        changedAt: deal.allocatedAt ?? deal.fundedAt ?? deal.sealedAt,
      });
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && found.length < DEALS_MAX);
  return found;
}

/** The capabilities of the API, as the reference names its pages. */
export const apiCapabilities = (): readonly string[] => [
  ...new Set(allOperations.map(({ tag }) => tag.toLowerCase().replaceAll(/[^a-z]+/g, "-"))),
];
