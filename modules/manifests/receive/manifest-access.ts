import { checkScope } from "@/infra/verb/command";
import { type Actor, isOperator, mayFor, type Scope } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import type { Deal } from "@/modules/deals/domain/state/deal";
import { dealFor } from "@/modules/deals/doors/deal-for";
import type { Manifest } from "../domain/manifest";
import { findManifest } from "../repository/manifest";

type ManifestScope = Extract<Scope, "manifests:read" | "manifests:write">;

/** The deal, for its platform's members and keys; the operator may read. A licensee sees no manifest: rows are the platform's. */
export async function dealForManifests(actor: Actor, dealId: string, scope: ManifestScope): Promise<Deal> {
  checkScope(scope, actor);
  const deal = await dealFor(actor, dealId, scope);
  const reader = scope === "manifests:read" && isOperator(actor, "operator:read");
  if (!mayFor(actor, deal.platformId, scope) && !reader) throw notFound("deal");
  return deal;
}

export async function manifestFor(actor: Actor, manifestId: string, scope: ManifestScope): Promise<Manifest> {
  const manifest = await findManifest(manifestId);
  const reader = scope === "manifests:read" && isOperator(actor, "operator:read");
  if (manifest === null || (!mayFor(actor, manifest.organisationId, scope) && !reader))
    throw notFound("manifest");
  return manifest;
}

const OPEN_STATES: readonly string[] = ["draft", "reported", "noticed"];

/** Throws DEAL_STATE once shares are sealed: from then on no other rows can be meant. */
export function checkTakesManifests(deal: Deal): void {
  if (OPEN_STATES.includes(deal.state)) return;
  throw new DomainError(
    "DEAL_STATE",
    `This deal is ${deal.state}: its shares are fixed, so it accepts no more manifests.`,
    {
      detail: { because: "shares_fixed", state: deal.state },
    },
  );
}
