import { query } from "@/infra/verb/query";
import { type Actor, isOperator, mayFor, organisationsWith } from "@/kernel/actor";
import type { Json } from "@/kernel/canonical-json";
import { notFound } from "@/kernel/errors";
import { notACursor, readPage } from "@/kernel/page";
import { dayAfter, startOf } from "@/kernel/time";
import { dealChoiceCounts } from "@/modules/consent/answers/deal-choice";
import { verifiedLabs } from "@/modules/parties/organisations/verified-labs";
import type { Deal } from "./domain/state/deal";
import { DEAL_FIELDS } from "./domain/terms/deal-fields";
import { dealFor } from "./doors/deal-for";
import { type DealFilter, listDealRows, orderKey } from "./repository/deal";
import { listSteps, listVersions, type VersionRow } from "./repository/history";
import { DealRequest } from "./schema/acts";
import { DealOrder, DealPage, DealView, ListDealsRequest } from "./schema/deal";
import {
  DealAnswers,
  DealHistory,
  DealVersions,
  type FieldChange,
  LicenseeChoices,
  LicenseeChoicesRequest,
  type VersionView,
} from "./schema/history";
import { dealView, dealViews } from "./view";

export const getDeal = query({
  name: "deals.get",
  scope: "deals:read",
  shows: "deal",
  input: DealRequest,
  output: DealView,
  async run({ actor, now }, { dealId }) {
    return dealView(await dealFor(actor, dealId, "deals:read"), actor, now);
  },
});

export const listDeals = query({
  name: "deals.list",
  scope: "deals:read",
  input: ListDealsRequest,
  output: DealPage,
  async run({ actor, now }, { organisationId, state, q, from, to, sort, cursor, limit }) {
    const mine = organisationsWith(actor, "deals:read");
    const all = isOperator(actor, "operator:read");
    if (organisationId !== undefined && !all && !mine.some((m) => m.organisationId === organisationId))
      throw notFound("organisation");
    const order = sort ?? "newest";
    const [sortOf, by, id] = cursor ?? [order, "", ""];
    const after = cursor === undefined ? null : { by, id };
    const filter: DealFilter = {
      visible: all
        ? "all"
        : {
            platformIds: mine.filter((m) => m.kind === "platform").map((m) => m.organisationId),
            licenseeIds: mine.filter((m) => m.kind === "lab").map((m) => m.organisationId),
          },
      organisationId: organisationId ?? null,
      states: state ?? [],
      text: q || null,
      from: from === undefined ? null : startOf(from),
      until: to === undefined ? null : dayAfter(to),
    };
    const page = await readPage(
      limit,
      async (take) => {
        const rows = await listDealRows(filter, { after, take, sort: order });
        if (rows === null || sortOf !== order) throw notACursor();
        return rows;
      },
      (deal) => DealOrder.write(order, orderKey(order, deal), deal.id),
    );
    return { items: await dealViews(page.items, actor, now), nextCursor: page.nextCursor };
  },
});

export const listDealVersions = query({
  name: "deals.versions",
  scope: "deals:read",
  input: DealRequest,
  output: DealVersions,
  async run({ actor }, { dealId }) {
    const deal = await dealFor(actor, dealId, "deals:read");
    const versions = await listVersions(dealId);
    if (isInsider(actor, deal)) return { items: versionViews(versions) };
    const reported = (await listSteps(dealId)).find((step) => step.act === "report")?.version ?? deal.version;
    return { items: versionViews(versions.filter(({ version }) => version >= reported)) };
  },
});

export const getDealHistory = query({
  name: "deals.history",
  scope: "deals:read",
  input: DealRequest,
  output: DealHistory,
  async run({ actor }, { dealId }) {
    const deal = await dealFor(actor, dealId, "deals:read");
    const all = await listSteps(dealId);
    const steps = isInsider(actor, deal) ? all : all.slice(all.findIndex((step) => step.act === "report"));
    return {
      items: steps.map(({ act, fromState, toState, version, note, noticeEndsAt, at }) => ({
        act,
        fromState,
        toState,
        version,
        note,
        noticeEndsAt: noticeEndsAt?.toISOString() ?? null,
        at: at.toISOString(),
      })),
    };
  },
});

/** How contributors answered so far: numbers only, who they are is not the platform's to know here. */
export const getDealAnswers = query({
  name: "deals.answers",
  scope: "deals:read",
  input: DealRequest,
  output: DealAnswers,
  async run({ actor, now }, { dealId }) {
    await dealFor(actor, dealId, "deals:read");
    const { object, join } = await dealChoiceCounts(dealId, now);
    return { objected: object, joined: join };
  },
});

/** Labs a deal can be made with, for the editor. */
export const listLicenseeChoices = query({
  name: "deals.licensee_choices",
  scope: "deals:read",
  input: LicenseeChoicesRequest,
  output: LicenseeChoices,
  async run() {
    return { items: [...(await verifiedLabs())] };
  },
});

/** How a draft came about is its platform's own business: the licensee's history begins with the report. */
function isInsider(actor: Actor, deal: Deal): boolean {
  return mayFor(actor, deal.platformId, "deals:read") || isOperator(actor, "operator:read");
}

/** Versions newest first, each with what differs from the one before it. */
export function versionViews(rows: readonly VersionRow[]): VersionView[] {
  return rows.map((row, index) => ({
    version: row.version,
    note: row.note,
    createdAt: row.createdAt.toISOString(),
    terms: row.content as VersionView["terms"],
    changes: differences(rows[index + 1]?.content, row.content),
  }));
}

function differences(before: Record<string, Json> | undefined, after: Record<string, Json>): FieldChange[] {
  if (before === undefined) return [];
  return DEAL_FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])).map(
    (field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }) as FieldChange,
  );
}
