import { query } from "@/infra/verb/query";
import { assert } from "@/kernel/assert";
import type { Decision } from "@/modules/consent/domain/evaluate";
import { termsFromJson } from "@/modules/consent/domain/terms";
import { type Tried, tryTermsForPerson } from "@/modules/consent/terms/evaluate-for-person";
import { ownScope, personWithTerms } from "@/modules/consent/terms/own-scope";
import type { Deal } from "../domain/state/deal";
import { includedBy } from "../domain/state/standing";
import { handlesHeldBy } from "../repository/contributors";
import { countNoticedRows, listNoticedRows } from "../repository/deal";
import { PreviewTermsRequest, TermsPreview } from "../schema/contributor";
import { dealViews } from "../view";
import { answersOf, askedOf, choiceView } from "./contributor-view";

/** Deals shown at most; the sums below them count all. */
const SHOWN_MAX = 25;

/** "What would this change?": other terms for one scope, put to every deal that contributors know of and nobody sealed. */
export const previewTerms = query({
  name: "deals.preview_terms",
  scope: "consent:read",
  input: PreviewTermsRequest,
  output: TermsPreview,
  async run({ actor, now }, { scope: asked, terms }) {
    const personId = personWithTerms(actor);
    const scope = await ownScope(personId, asked, now);
    const handles = await handlesHeldBy(personId, now);
    const platformIds = [...new Set(handles.map((handle) => handle.platformId))];
    const about = { platformIds, text: null, now };
    const [deals, sealed] = await Promise.all([
      listNoticedRows({ ...about, stage: "waiting" }, { after: null, take: SHOWN_MAX }),
      countNoticedRows({ ...about, stage: "sealed" }),
    ]);
    const [tried, views, answers] = await Promise.all([
      tryTermsForPerson(
        personId,
        deals.map((deal) => askedOf(deal, now)),
        { scope, terms: terms === null ? null : termsFromJson(terms), at: now },
      ),
      dealViews(deals, actor, now),
      answersOf(
        personId,
        deals.map((deal) => deal.id),
      ),
    ]);
    const nameOf = (handleId: string | null) =>
      handles.find((handle) => handle.handleId === handleId)?.name ?? null;
    return {
      sealed,
      deals: deals.map((deal, index) => {
        const choice = choiceView(deal, answers.get(deal.id), now);
        const view = views[index];
        assert(view !== undefined, "every deal has a view");
        return {
          id: deal.id,
          title: deal.title,
          licenseeName: view.licensee.name,
          platformName: view.platform.name,
          pool: view.split.pool,
          noticeEndsAt: choice.noticeEndsAt,
          answerOpen: choice.open,
          answer: choice.choice,
          effects: (tried[index] ?? []).map((one) => effectOf(deal, one, nameOf(one.handleId))),
        };
      }),
    };
  },
});

function effectOf(deal: Deal, { before, after }: Tried, handle: string | null) {
  const read = (decision: Decision) => ({
    included: includedBy(deal.basis, decision),
    verdict: decision.verdict,
    reason: decision.reason,
    floor:
      decision.floorMicros === null
        ? null
        : { currency: deal.currency, micros: decision.floorMicros.toString() },
  });
  return { handle, before: read(before), after: read(after) };
}
