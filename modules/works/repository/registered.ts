import { db } from "@/infra/db/db";
import type { Identifier } from "../domain/identifier";

/** True when a work that is not retired carries one of these identifiers. */
export async function anyWorkWith(identifiers: readonly Identifier[]): Promise<boolean> {
  if (identifiers.length === 0) return false;
  const found = await db.prisma.workIdentifier.findFirst({
    where: { OR: identifiers.map(({ scheme, value }) => ({ scheme, value })), work: { retiredAt: null } },
    select: { workId: true },
  });
  return found !== null;
}
