import { query } from "@/infra/verb/query";
import { notFound } from "@/kernel/errors";
import { readPage } from "@/kernel/page";
import { compareTerms } from "../domain/compare";
import { CompareVersionsRequest, CompareVersionsShape } from "../receipt-schema";
import {
  findVersion,
  personVersions,
  type TermsVersion,
  versionBefore,
  versionHistory,
} from "../repository/versions";
import { TermsHistoryRequest, TermsHistoryShape, TermsOrder } from "../schema";
import { personWithTerms } from "../terms/own-scope";
import { ownScopes } from "../terms/scope-labels";
import { changeToWire, versionToWire } from "../wire";

/** Every version a person ever saved, newest first, each with what it changed. */
export const termsHistory = query({
  name: "consent.terms-history",
  scope: "consent:read",
  input: TermsHistoryRequest,
  output: TermsHistoryShape,
  async run({ actor, now }, input) {
    const personId = personWithTerms(actor);
    const asked = {
      kind: input.scopeKind,
      key: input.scopeKey,
      before: input.cursor === undefined ? undefined : { at: input.cursor[0], id: input.cursor[1] },
    };
    const page = await readPage(
      input.limit,
      (take) => versionHistory(personId, { ...asked, take }),
      (version) => TermsOrder.write(version.effectiveFrom.toISOString(), version.id),
    );
    const own = await ownScopes(personId, now);
    const inForce = new Set((await personVersions(personId, now)).map((version) => version.id));
    const state = (version: TermsVersion) =>
      inForce.has(version.id) ? "in_force" : version.effectiveFrom > now ? "scheduled" : "replaced";
    const items = await Promise.all(
      page.items.map(async (version) => {
        const before = (await versionBefore(version))?.terms ?? null;
        const changes = compareTerms([before], [version.terms]).map(changeToWire);
        return { ...versionToWire(version, own), state: state(version), changes } as const;
      }),
    );
    return { items, nextCursor: page.nextCursor };
  },
});

/** What differs between any two versions of a person's terms. */
export const compareVersions = query({
  name: "consent.compare-versions",
  scope: "consent:read",
  input: CompareVersionsRequest,
  output: CompareVersionsShape,
  async run({ actor, now }, input) {
    const personId = personWithTerms(actor);
    const from = await findVersion(personId, input.from);
    const to = await findVersion(personId, input.to);
    if (from === null || to === null) throw notFound("version of your terms");
    const own = await ownScopes(personId, now);
    return {
      from: versionToWire(from, own),
      to: versionToWire(to, own),
      changes: compareTerms([from.terms], [to.terms]).map(changeToWire),
    };
  },
});
