import { handlesOf } from "@/modules/handles/claim/handles-of";
import { organisationsOf } from "@/modules/parties/organisations/organisation-of";
import { worksOf } from "@/modules/works/works-of";
import type { TermsScope } from "../domain/scope";
import { handlesHeld, type OwnHandle, type OwnWork, worksHeld } from "../repository/scopes";

type OwnHandleLabelled = OwnHandle & Readonly<{ platformName: string; shown: string }>;
type OwnWorkLabelled = Readonly<{ workId: string; label: string }>;

/** What a person may set terms for at `at`, with the words a screen uses for each. */
export type OwnScopes = Readonly<{
  handles: readonly OwnHandleLabelled[];
  works: readonly OwnWorkLabelled[];
}>;

export const EVERYTHING_LABEL = "Everything I make";

/** For queries: it asks other capabilities, each over a connection of its own, which a command must not do. */
export async function ownScopes(personId: string, at: Date): Promise<OwnScopes> {
  const [handles, works, claims, facts] = await Promise.all([
    handlesHeld(personId, at),
    worksHeld(personId, at),
    handlesOf(personId),
    worksOf(personId),
  ]);
  const platforms = await organisationsOf([...new Set(handles.map((handle) => handle.platformId))]);
  return {
    handles: handles.map((handle) => {
      const platformName = platforms.get(handle.platformId)?.name ?? handle.platformId;
      const shown = claims.find((claim) => claim.handleId === handle.handleId)?.shownName ?? handle.name;
      return { ...handle, platformName, shown };
    }),
    works: [...new Set(works.map((work) => work.workId))].map((workId) => ({
      workId,
      label:
        facts.find((work) => work.workId === workId)?.title ??
        workLabel(
          workId,
          works.filter((work) => work.workId === workId),
        ),
    })),
  };
}

/** The words for a scope; one that is no longer the person's keeps a name in their history. */
export function scopeLabel(scope: TermsScope | { kind: "deal_choice" }, own: OwnScopes): string {
  switch (scope.kind) {
    case "person":
      return EVERYTHING_LABEL;
    case "handle": {
      const { name, platform } = aboutScope(scope, own);
      return name === null ? "A handle you held before" : `${name} at ${platform}`;
    }
    case "work":
      return own.works.find((w) => w.workId === scope.workId)?.label ?? "A work you answered for before";
    case "url_prefix":
      return scope.prefix;
    case "deal_choice":
      return "Your answer to this deal";
  }
}

/** The same in parts, for pages that say it in the reader's language. */
export function aboutScope(scope: TermsScope | { kind: "deal_choice" }, own: OwnScopes) {
  switch (scope.kind) {
    case "person":
    case "deal_choice":
      return { name: null, platform: null };
    case "handle": {
      const handle = own.handles.find((h) => h.handleId === scope.handleId);
      return { name: handle?.shown ?? null, platform: handle?.platformName ?? null };
    }
    case "work":
      return { name: own.works.find((w) => w.workId === scope.workId)?.label ?? null, platform: null };
    case "url_prefix":
      return { name: scope.prefix, platform: null };
  }
}

const TELLING = ["url", "url_prefix", "doi", "isbn", "sha256", "work_id"];

function workLabel(workId: string, rows: readonly OwnWork[]): string {
  const [best] = [...rows].sort((a, b) => TELLING.indexOf(a.scheme) - TELLING.indexOf(b.scheme));
  if (best === undefined) return workId;
  return best.scheme.startsWith("url") ? best.value : `${best.scheme.toUpperCase()} ${best.value}`;
}
