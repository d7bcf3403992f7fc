import { db, type Prisma, type Tx } from "@/infra/db/db";
import { newId } from "@/kernel/id";
import type { DealChoice } from "../domain/evaluate";

type RecordedChoiceRow = Prisma.DealChoiceGetPayload<object>;
export type RecordedChoice = DealChoice & Readonly<{ dealId: string; at: Date; by: string }>;

/** A person's newest answer to each of these deals as of `at`; deals without an answer are absent. */
export async function choicesOf(
  personId: string,
  dealIds: readonly string[],
  at: Date,
  tx: Pick<Tx, "prisma"> = db,
): Promise<ReadonlyMap<string, RecordedChoice>> {
  const rows = await tx.prisma.dealChoice.findMany({
    where: { personId, dealId: { in: [...dealIds] }, at: { lte: at } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return new Map(rows.map((row) => [row.dealId, recorded(row)]));
}

function recorded({
  id,
  dealId,
  at,
  choice,
  createdBy,
}: Pick<RecordedChoiceRow, "id" | "dealId" | "at" | "choice" | "createdBy">): RecordedChoice {
  return { id, dealId, at, choice: choice as DealChoice["choice"], by: createdBy };
}

/** The same with an instant of its own for each deal. */
export async function choicesAsOf(
  personId: string,
  asked: readonly Readonly<{ dealId: string; at: Date }>[],
): Promise<ReadonlyMap<string, RecordedChoice>> {
  const instants = new Map(asked.map(({ dealId, at }) => [dealId, at]));
  const { rows } = await db.pool.query<
    Pick<RecordedChoiceRow, "id" | "dealId" | "at" | "choice" | "createdBy">
  >(
    `SELECT id, deal_id AS "dealId", at, choice, created_by AS "createdBy" FROM deal_choice WHERE person_id = $1 AND deal_id = ANY ($2)
     ORDER BY at, id COLLATE "C"`,
    [personId, [...instants.keys()]],
  );
  const early = rows.filter((row) => row.at <= (instants.get(row.dealId) ?? row.at));
  return new Map(early.map((row) => [row.dealId, recorded(row)]));
}

export async function addChoice(
  tx: Tx,
  choice: Readonly<{ dealId: string; personId: string; choice: DealChoice["choice"]; at: Date; by: string }>,
): Promise<string> {
  const id = newId("dealChoice", choice.at);
  await tx.prisma.dealChoice.create({
    data: {
      id,
      dealId: choice.dealId,
      personId: choice.personId,
      choice: choice.choice,
      at: choice.at,
      createdBy: choice.by,
    },
  });
  return id;
}

/** How many people stand where on a deal as of `at`: their newest answers, counted. */
export async function countChoices(
  dealId: string,
  at: Date,
): Promise<Readonly<Record<DealChoice["choice"], number>>> {
  const rows = await db.prisma.$queryRaw<{ choice: DealChoice["choice"]; people: bigint }[]>`
    SELECT choice, count(*) AS people FROM (
      SELECT DISTINCT ON (person_id) choice FROM deal_choice WHERE deal_id = ${dealId} AND at <= ${at}
      ORDER BY person_id, at DESC, id COLLATE "C" DESC) newest GROUP BY choice`;
  const count = (choice: DealChoice["choice"]): number =>
    Number(rows.find((row) => row.choice === choice)?.people ?? 0n);
  return { object: count("object"), join: count("join"), neutral: count("neutral") };
}

/** Whether anybody's answer to this deal has an instant after `at`. */
export async function choiceAfter(tx: Tx, dealId: string, at: Date): Promise<boolean> {
  return (await tx.prisma.dealChoice.findFirst({ where: { dealId, at: { gt: at } } })) !== null;
}

/** When the newest answer to a deal takes effect, if there is any. */
export async function newestChoiceAt(dealId: string): Promise<Date | null> {
  return (await db.prisma.dealChoice.aggregate({ where: { dealId }, _max: { at: true } }))._max.at;
}

/** Answers of one person to one deal come one after another. */
export async function lockChoice(tx: Tx, personId: string, dealId: string): Promise<void> {
  const lock = `consent:choice:${personId}:${dealId}`;
  await tx.prisma.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))::text`;
}
