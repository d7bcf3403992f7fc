import { db, type Tx } from "@/infra/db/db";
import { ALWAYS_MAILED, type Cadence, type Topic } from "../domain/kinds";

type Chosen = Readonly<{ topic: Topic; cadence: Cadence }>;

export async function chosenOf(
  personId: string,
  tx: Pick<Tx, "prisma"> = db,
): Promise<ReadonlyMap<Topic, Cadence>> {
  const rows = await tx.prisma.noticeSetting.findMany({ where: { personId } });
  const chosen = rows.map((row) => [row.topic as Topic, row.cadence as Cadence] as const);
  return new Map(chosen.filter(([topic]) => !ALWAYS_MAILED.includes(topic)));
}

/** What was chosen; nobody else chooses for this person until the transaction ends. */
export async function lockChosen(tx: Tx, personId: string): Promise<ReadonlyMap<Topic, Cadence>> {
  const lock = `notices:settings:${personId}`;
  await tx.prisma.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))::text`;
  return chosenOf(personId, tx);
}

export async function saveChosen(tx: Tx, personId: string, chosen: readonly Chosen[]): Promise<void> {
  for (const { topic, cadence } of chosen) {
    await tx.prisma.noticeSetting.upsert({
      where: { personId_topic: { personId, topic } },
      create: { personId, topic, cadence },
      update: { cadence },
    });
  }
}

/** Remembers a device; "first" is the first of this person, which is no news, "new" another one, "known" one seen before. */
export async function rememberDevice(
  tx: Tx,
  personId: string,
  device: string,
  now: Date,
): Promise<"first" | "new" | "known"> {
  const others = await tx.prisma.noticeDevice.count({ where: { personId, device: { not: device } } });
  const { count } = await tx.prisma.noticeDevice.createMany({
    data: [{ personId, device, firstSeenAt: now }],
    skipDuplicates: true,
  });
  if (count === 0) return "known";
  return others === 0 ? "first" : "new";
}
