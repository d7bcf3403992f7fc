import pg from "pg";
import { db, transaction } from "@/infra/db/db";
import { noopJobHandle } from "@/infra/work/noop-job-handle";
import { newId } from "@/kernel/id";
import { postAllocation } from "@/modules/settlement/posting/post-allocation";
import { aClearance, anAllocation, aReadyManifest, sealAndPublish } from "./allocation";
import { somePersonTerms } from "./consent";
import { noticedDeal } from "./deals";
import { aFundedPool } from "./ledger";
import { anOrganisation, aPerson, callAs } from "./parties";
import { untilSomebodyWaits } from "./waiting";
import { manyVerifiedHandles } from "./works";

const LONG_AGO = new Date("2026-01-01T00:00:00Z");
const DUET = "https://duet.example/";

export type SealedShares = Readonly<{
  dealId: string;
  allocationId: string;
  /** Who held the handle `alice` when the deal was cleared, and their co-author, who accepted. */
  ownerId: string;
  authorId: string;
  /** The seat of a third author, who has not accepted. */
  seatId: string;
  /** In minor units: alice's share, and what of it is the owner's, the co-author's, and held for the seat. */
  share: bigint;
  own: bigint;
  author: bigint;
  seat: bigint;
}>;

/** A sealed deal with one contributor, `alice`: half of her rows are of a work with two co-authors. */
export async function sealedShares(): Promise<SealedShares> {
  const platform = await anOrganisation();
  const [owner, author] = await Promise.all([aPerson(), aPerson()]);
  await manyVerifiedHandles(platform.id, [{ name: "alice", personId: owner.id }], LONG_AGO);
  for (const { id } of [owner, author]) await somePersonTerms(id, "paid_anything", LONG_AGO);
  const seatId = await theDuet(owner.id, author.id);
  const call = callAs(platform.owner);
  const deal = await noticedDeal({ ...call, now: new Date(Date.now() - 10 * 86_400_000) });
  await aReadyManifest({ dealId: deal.id, organisationId: platform.id }, [
    { contributor: "alice", tokens: 100, url: `${DUET}1` },
    { contributor: "alice", tokens: 100, url: "https://elsewhere.example/" },
  ]);
  await aClearance(call, { dealId: deal.id });
  const allocationId = await anAllocation(call, { dealId: deal.id });
  await sealAndPublish(call, allocationId);
  const { minor: share } = await db.prisma.allocationShare.findFirstOrThrow({ where: { allocationId } });
  const splits = await db.prisma.allocationSplit.findMany({ where: { allocationId } });
  const of = (personId: string) => splits.find((split) => split.personId === personId)?.minor ?? 0n;
  const [own, authors, seat] = [of(owner.id), of(author.id), of("~pending")];
  const ids = { ownerId: owner.id, authorId: author.id, seatId };
  return { dealId: deal.id, allocationId, ...ids, share, own, author: authors, seat };
}

async function theDuet(ownerId: string, authorId: string): Promise<string> {
  const workId = newId("work", LONG_AGO);
  const seats = [4000, 5000, 1000].map((shareBps) => ({ id: newId("workAuthor", LONG_AGO), shareBps }));
  const accepted = { state: "accepted", answeredAt: LONG_AGO };
  await transaction(async (tx) => {
    await tx.prisma.work.create({
      data: { id: workId, kind: "article", title: "Duet", registeredBy: ownerId, createdAt: LONG_AGO },
    });
    await tx.prisma.workIdentifier.create({ data: { workId, scheme: "url_prefix", value: DUET } });
    await tx.prisma.workAuthor.createMany({
      data: seats.map((seat, position) => ({
        ...seat,
        workId,
        position,
        name: seat.id,
        ...([
          { personId: ownerId, ...accepted },
          { personId: authorId, ...accepted },
        ][position] ?? {
          personId: null,
          state: "proposed",
        }),
      })),
    });
  });
  return seats[2]?.id ?? "";
}

/** The same deal once more, at another platform, sealed, published and funded: rows as the verbs leave them. */
export async function aFundedCopy(
  of: SealedShares,
  platformId: string,
): Promise<Readonly<{ dealId: string; allocationId: string }>> {
  const at = new Date();
  const dealId = newId("deal", at);
  const allocationId = newId("allocation", at);
  const clearanceId = newId("clearance", at);
  const copy = (table: string, changes: object, id: string) =>
    db.pool.query(
      `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, to_jsonb(t) || $1)).* FROM ${table} t WHERE id = $2`,
      [JSON.stringify(changes), id],
    );
  const { clearanceId: cleared } = await db.prisma.allocation.findUniqueOrThrow({
    where: { id: of.allocationId },
  });
  await copy(
    "deal",
    {
      id: dealId,
      platform_id: platformId,
      state: "funded",
      funded_at: at,
      funding_reference: "WIRE",
      reserve_release_on: "2026-06-01", // due, should a test put something in reserve
      sealed_allocation_id: allocationId,
    },
    of.dealId,
  );
  await copy("clearance", { id: clearanceId, deal_id: dealId, organisation_id: platformId }, cleared);
  await copy(
    "allocation",
    { id: allocationId, deal_id: dealId, clearance_id: clearanceId, organisation_id: platformId },
    of.allocationId,
  );
  await db.pool.query(
    `CREATE TABLE allocation_share_${allocationId} PARTITION OF allocation_share FOR VALUES IN ('${allocationId}')`,
  );
  for (const table of ["allocation_share", "allocation_split"])
    await db.pool.query(
      `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, to_jsonb(t) || $1)).* FROM ${table} t WHERE allocation_id = $2`,
      [JSON.stringify({ allocation_id: allocationId }), of.allocationId],
    );
  const { grossMinor, currency } = await db.prisma.deal.findUniqueOrThrow({ where: { id: dealId } });
  await aFundedPool(dealId, grossMinor, currency);
  return { dealId, allocationId };
}

/** Puts a funded copy on the books, as its job would. */
export async function post(allocationId: string): Promise<void> {
  await postAllocation.run(noopJobHandle(allocationId));
}

/** Posts it, and runs `meanwhile` when its lines are written and it has not asked again whose the handles are. */
export async function postWhile(allocationId: string, meanwhile: () => Promise<void>): Promise<void> {
  const outside = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await outside.connect();
  try {
    await outside.query("SELECT pg_advisory_lock(727101)"); // the ledger's lock of claims, which the posting takes then
    const posting = post(allocationId);
    await untilSomebodyWaits();
    await meanwhile();
    await outside.query("SELECT pg_advisory_unlock(727101)");
    await posting;
  } finally {
    await outside.end();
  }
}
