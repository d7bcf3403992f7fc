import { CURRENCY_DECIMALS, type Currency, wireMoney } from "@/kernel/money";
import { sumOf } from "@/kernel/sum";
import { explainShare, type Ground } from "@/modules/allocation/domain/explain";
import { PENDING_AUTHOR } from "@/modules/allocation/domain/splits";
import { type AllocationRow, heldBack } from "@/modules/allocation/run/allocation-rows";
import { DecisionShape, RulesShape } from "@/modules/allocation/schema/allocation";
import type { OwnShareRow } from "@/modules/allocation/seal/shares-of-people";
import type { Deal } from "@/modules/deals/domain/state/deal";
import type { PaymentWire } from "./schema";
import type { SplitNow } from "./splits-as-of-now";

export type Known = Readonly<{
  row: AllocationRow;
  personId: string;
  shares: readonly OwnShareRow[];
  splits: readonly SplitNow[];
  titles: ReadonlyMap<string, string>;
  deal: Deal;
  platformName: string;
  pseudonyms: ReadonlyMap<string, string>;
  /** Since when all of it is on their own account; null while nothing is. */
  creditedAt: Date | null;
  /** What of the reserve was put on the books for them; null until it was. */
  reservePaid: Readonly<{ at: Date; minor: bigint }> | null;
}>;

/** One person's payment on the wire: the steps everybody shares, then their own lines and splits. */
export function paymentOf({
  row,
  personId,
  shares,
  splits,
  deal,
  platformName,
  titles,
  pseudonyms,
  creditedAt,
  reservePaid,
}: Known): PaymentWire {
  const money = (minor: bigint) => wireMoney(row.currency, minor);
  const rules = RulesShape.parse(row.rules);
  const { cap, blocking, admittedWeight } = DecisionShape.parse(row.decision);
  const ground: Ground = {
    distributableMinor: row.distributableMinor,
    decimals: CURRENCY_DECIMALS[row.currency as Currency],
    admittedWeight: BigInt(admittedWeight),
    blocking: blocking === null ? null : { num: BigInt(blocking.num), den: BigInt(blocking.den) },
  };
  const mine = splits.filter((split) => split.personId === personId);
  const total =
    sumOf(shares, (share) => share.minor - share.splitMinor) + sumOf(mine, (split) => split.minor);
  return {
    allocationId: row.id,
    deal: { id: deal.id, title: deal.title, licenseeName: deal.licenseeName, state: deal.state },
    platform: { id: row.organisationId, name: platformName },
    standing: standingOf({ row, shares, splits: mine, deal }),
    sealedAt: row.sealedAt?.toISOString() ?? null,
    postedAt: row.postedAt?.toISOString() ?? null,
    creditedAt: creditedAt?.toISOString() ?? null,
    rules,
    gross: money(row.grossMinor),
    fee: money(row.feeMinor),
    contributorPart: money(row.poolMinor + row.feeMinor),
    pool: money(row.poolMinor),
    reserve: money(heldBack(row)),
    capKept: money(row.undistributedMinor ?? 0n),
    reserveRelease: {
      on: deal.reserveReleaseOn,
      at: reservePaid?.at.toISOString() ?? null,
      amount: reservePaid === null ? null : money(reservePaid.minor),
    },
    distributable: money(row.distributableMinor),
    paid: money(row.paidMinor ?? 0n),
    totalWeight: admittedWeight,
    contributors: String(row.contributors ?? 0n),
    cap: cap === null ? null : money(BigInt(cap.capMinor)),
    digest: row.digest,
    lines: shares.map((share) => {
      const own = sumOf(
        mine.filter((split) => split.contributor === share.contributor),
        (split) => split.minor,
      );
      return {
        contributor: share.contributor,
        pseudonym: pseudonyms.get(share.contributor) ?? "",
        outcome: share.outcome,
        disputed: share.disputed,
        rows: String(share.rows),
        tokens: String(share.tokens),
        weight: String(share.weight),
        ...explainShare(ground, share),
        floorMicros: share.floorMicros === null ? null : String(share.floorMicros),
        capped: share.capped,
        base: money(share.baseMinor),
        leftover: money(BigInt(share.leftover)),
        share: money(share.minor),
        toCoAuthors: money(share.splitMinor - own),
        amount: money(share.minor - share.splitMinor + own),
      };
    }),
    splits: splits.map((split) => ({
      contributor: split.contributor,
      workId: split.workId,
      workTitle: titles.get(split.workId) ?? null,
      who: split.personId === personId ? "you" : split.personId === PENDING_AUTHOR ? "pending" : "co_author",
      late: split.late,
      held: split.held,
      shareBps: split.shareBps,
      work: money(split.workMinor),
      amount: money(split.minor),
    })),
    amount: money(total),
  };
}

/** Held while a handle is disputed, or where all that is theirs is a seat whose money the books have not let go yet. */
function standingOf({ row, shares, splits, deal }: Pick<Known, "row" | "shares" | "splits" | "deal">) {
  if (deal.state === "cancelled") return "cancelled";
  const waits = shares.length === 0 && splits.length > 0 && splits.every((split) => split.held);
  if (shares.some((share) => share.disputed)) return "held";
  if (row.postedAt === null) return "pending";
  return waits ? "held" : "posted";
}
