import type { z } from "zod";
import type { DealView } from "@/modules/deals/schema/deal";
import type { Dispute } from "@/modules/handles/schema";
import type { JobView } from "@/modules/jobs/schema";
import type { OrganisationPage } from "@/modules/parties/schema";
import type { HeldSeatWire } from "@/modules/settlement/held-seats-schema";
import type { InstanceHealth } from "@/modules/system/schema";
import { waitsSince } from "../disputes/seats/_components/waits-since";

type Organisation = z.output<typeof OrganisationPage>["items"][number];
type DealKind = "dealDispute" | "fund" | "posting" | "cancellation";
type Health = z.output<typeof InstanceHealth>;

/** One thing that waits for the operator, with the one place to deal with it. */
export type QueueItem = Readonly<{ key: string; href: string; urgent: boolean; since: string | null }> &
  (
    | Readonly<{ kind: "health"; part: Health["faults"][number] }>
    | Readonly<{ kind: "unbalanced"; currency: string }>
    | Readonly<{ kind: "handleDispute"; dispute: z.output<typeof Dispute> }>
    | Readonly<{ kind: "heldSeat"; seat: HeldSeatWire }>
    | Readonly<{ kind: DealKind; deal: DealView }>
    | Readonly<{ kind: "job"; job: JobView }>
    | Readonly<{ kind: "verify"; organisation: Organisation }>
  );

type Queues = Readonly<{
  health: Health;
  unbalanced: readonly string[];
  disputes: readonly z.output<typeof Dispute>[];
  seats: readonly HeldSeatWire[];
  deals: readonly DealView[];
  failedJobs: readonly JobView[];
  unverified: readonly Organisation[];
}>;

/** So long the shares of a confirmed payment may be on their way to the books before anybody has to look. */
const POSTING_MS = 10 * 60 * 1000;

/** The operator's one list: what endangers everything, what keeps money from somebody, what waits for a look; old before new. */
export function queueOf(queues: Queues): readonly QueueItem[] {
  const { health } = queues;
  const inState = (state: DealView["state"]) => queues.deals.filter((deal) => deal.state === state);
  const sealed = inState("sealed");
  return [
    ...queues.unbalanced.map((currency) => ({
      kind: "unbalanced" as const,
      key: `books-${currency}`,
      href: "/operator/books",
      urgent: true,
      since: null,
      currency,
    })),
    ...health.faults.map((part) => ({
      kind: "health" as const,
      key: `health-${part}`,
      href: "/operator/health",
      urgent: part !== "mail" && part !== "doctor",
      since: part === "queue" ? health.queue.oldestWaitingSince : null,
      part,
    })),
    ...oldestFirst([
      ...queues.disputes.map((dispute) => ({
        kind: "handleDispute" as const,
        key: dispute.id,
        href: `/operator/disputes#${dispute.id}`,
        urgent: true,
        since: dispute.openedAt,
        dispute,
      })),
      ...queues.seats.map((seat) => ({
        kind: "heldSeat" as const,
        key: seat.authorId,
        href: "/operator/disputes/seats",
        urgent: true,
        since: waitsSince(seat),
        seat,
      })),
      ...inState("disputed").map((deal) => ofDeal("dealDispute", deal, deal.disputedAt, true)),
      ...inState("funded")
        .filter(({ fundedAt }) => Date.parse(health.at) - Date.parse(fundedAt ?? "") > POSTING_MS)
        .map((deal) => ofDeal("posting", deal, deal.fundedAt, true)),
      ...queues.failedJobs.map((job) => ({
        kind: "job" as const,
        key: job.id,
        href: `/operator/jobs/${job.id}`,
        urgent: true,
        since: job.finishedAt ?? job.createdAt,
        job,
      })),
    ]),
    ...oldestFirst([
      ...sealed
        .filter(({ cancellation }) => cancellation === null)
        .map((deal) => ofDeal("fund", deal, deal.sealedAt, false)),
      ...sealed
        .filter(({ cancellation }) => cancellation !== null)
        .map((deal) => ofDeal("cancellation", deal, deal.cancellation?.requestedAt ?? null, false)),
      ...queues.unverified.map((organisation) => ({
        kind: "verify" as const,
        key: organisation.id,
        href: `/operator/parties/${organisation.id}`,
        urgent: false,
        since: organisation.createdAt,
        organisation,
      })),
    ]),
  ];
}

const ofDeal = (kind: DealKind, deal: DealView, since: string | null, urgent: boolean): QueueItem => ({
  kind,
  key: deal.id,
  href: `/operator/deals/${deal.id}`,
  urgent,
  since,
  deal,
});

const oldestFirst = (items: QueueItem[]): QueueItem[] =>
  items.sort((a, b) => (a.since ?? "").localeCompare(b.since ?? ""));
