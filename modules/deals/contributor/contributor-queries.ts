import { query } from "@/infra/verb/query";
import { personIdOf } from "@/kernel/actor";
import { assert } from "@/kernel/assert";
import { readPage } from "@/kernel/page";
import { versionViews } from "../queries";
import { handlesHeldBy } from "../repository/contributors";
import { listNoticedRows } from "../repository/deal";
import { listSteps, listVersions } from "../repository/history";
import {
  ChoiceRequest,
  ChoiceView,
  MyDealDetail,
  MyDealOrder,
  MyDealPage,
  MyDealRequest,
  MyDealsRequest,
} from "../schema/contributor";
import { answersOf, choiceView, contributorViews } from "./contributor-view";
import { touchingDeal } from "./touching-deal";

/** Deals of the platforms where the person holds a proved handle, from their notice on, newest first. */
export const listMyDeals = query({
  name: "deals.mine",
  scope: "deals:read",
  input: MyDealsRequest,
  output: MyDealPage,
  async run({ actor, now }, { stage, q, cursor, limit }) {
    const personId = personIdOf(actor);
    if (personId === null) return { items: [], nextCursor: null };
    const platformIds = [...new Set((await handlesHeldBy(personId, now)).map((handle) => handle.platformId))];
    const filter = { platformIds, stage: stage ?? null, text: q || null, now };
    const page = await readPage(
      limit,
      (take) => listNoticedRows(filter, { after: cursor?.[0] ?? null, take }),
      ({ id }) => MyDealOrder.write(id),
    );
    const items = await contributorViews(page.items, personId, { actor, now });
    return { items, nextCursor: page.nextCursor };
  },
});

export const getMyDeal = query({
  name: "deals.mine_one",
  scope: "deals:read",
  input: MyDealRequest,
  output: MyDealDetail,
  async run({ actor, now }, { dealId }) {
    const { deal, personId } = await touchingDeal(actor, dealId, now);
    const [view] = await contributorViews([deal], personId, { actor, now });
    assert(view !== undefined, "one deal has one view");
    return { ...view, amendments: await amendmentsOf(dealId) };
  },
});

export const getDealChoice = query({
  name: "deals.choice",
  scope: "consent:read",
  shows: "deal choice",
  input: ChoiceRequest,
  output: ChoiceView,
  async run({ actor, now }, { dealId }) {
    const { deal, personId } = await touchingDeal(actor, dealId, now);
    return choiceView(deal, (await answersOf(personId, [dealId])).get(dealId), now);
  },
});

/** What changed since contributors were first told; what the parties changed among themselves before is theirs. */
async function amendmentsOf(dealId: string) {
  const [steps, versions] = await Promise.all([listSteps(dealId), listVersions(dealId)]);
  const told = steps.findIndex((step) => step.act === "notice");
  const changes = new Map(versionViews(versions).map((view) => [view.version, view.changes]));
  return steps
    .slice(told + 1)
    .filter((step) => step.act === "amend")
    .map((step) => ({
      version: step.version,
      note: step.note,
      at: step.at.toISOString(),
      restarted: step.noticeEndsAt !== null,
      changes: changes.get(step.version) ?? [],
    }))
    .reverse();
}
