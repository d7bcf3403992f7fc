import { z } from "zod";
import { publicKeys } from "@/infra/crypto/signer";
import { query } from "@/infra/verb/query";
import { notFound } from "@/kernel/errors";
import { readPage } from "@/kernel/page";
import { lastAnswerAt } from "@/modules/consent/answers/deal-choice";
import type { DealBasis } from "@/modules/deals/domain/state/deal";
import { sealableUntil } from "@/modules/deals/domain/state/seal";
import { dealFor } from "@/modules/deals/doors/deal-for";
import { talliesOf } from "./coverage";
import { type GroupTally, groupsOf } from "./domain/coverage";
import { reasonSentence } from "./domain/reason-sentence";
import { type ClearanceRow, clearancesOf, findClearance } from "./repository";
import {
  ClearanceList,
  ClearanceOrder,
  ClearanceRequest,
  ClearanceView,
  type ClearanceWire,
  ListClearancesRequest,
  SigningKeys,
} from "./schema";
import { tallyWire } from "./wire";

/** One clearance: its counts, digests and certificate, for readers of its deal. */
export const clearance = query({
  name: "clearance.get",
  scope: "clearance:read",
  input: ClearanceRequest,
  output: ClearanceView,
  async run({ actor }, { clearanceId }) {
    const row = await findClearance(clearanceId);
    if (row === null) throw notFound("clearance");
    await dealFor(actor, row.dealId, "clearance:read");
    return clearanceWire(row, await lastAnswerAt(row.dealId));
  },
});

/** A deal's clearances, newest first. */
export const dealClearances = query({
  name: "clearance.list",
  scope: "clearance:read",
  input: ListClearancesRequest,
  output: ClearanceList,
  async run({ actor }, { dealId, cursor, limit }) {
    const deal = await dealFor(actor, dealId, "clearance:read");
    const [page, answeredAt] = await Promise.all([
      readPage(
        limit,
        (take) => clearancesOf(deal.id, take, cursor?.[0]),
        ({ id }) => ClearanceOrder.write(id),
      ),
      lastAnswerAt(deal.id),
    ]);
    return { items: page.items.map((row) => clearanceWire(row, answeredAt)), nextCursor: page.nextCursor };
  },
});

/** The keys with which anybody checks our certificates. */
export const signingKeys = query({
  name: "clearance.signing_keys",
  scope: null,
  input: z.object({}),
  output: SigningKeys,
  async run() {
    const { keys } = await publicKeys();
    return { keys: keys.map((key) => ({ ...key })) };
  },
});

function clearanceWire(row: ClearanceRow, answeredAt: Date | null): ClearanceWire {
  const reasons = row.reasons as { verdict: string; reason: string }[] | null;
  return ClearanceView.parse({
    ...row,
    asOf: row.asOf.toISOString(),
    sealableUntil: sealableUntil(row.asOf).toISOString(),
    answeredSince: answeredAt !== null && answeredAt > row.asOf,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    groups: reasons === null ? null : groupsOf(talliesOf(reasons), row.basis as DealBasis).map(groupWire),
    reasons: reasons?.map((entry) => ({ ...entry, sentence: reasonSentence(entry.reason) })) ?? null,
  });
}

const groupWire = ({ group, included, ...tally }: GroupTally) => ({ group, included, ...tallyWire(tally) });
