import type { Tx } from "@/infra/db";
import { organisationsOf } from "@/modules/parties/organisation-of";
import type { TermsScope } from "./domain/scope";
import { handlesHeld, type OwnHandle, type OwnWork, worksHeld } from "./repository/scopes";

export type OwnHandleLabelled = OwnHandle &
  Readonly<{ platformName: string; host: string | null; label: string }>;
export type OwnWorkLabelled = Readonly<{ workId: string; label: string; addresses: readonly string[] }>;

/** What a person may set terms for at `at`, with the words a screen uses for each. */
export type OwnScopes = Readonly<{
  handles: readonly OwnHandleLabelled[];
  works: readonly OwnWorkLabelled[];
}>;

export const EVERYTHING_LABEL = "Everything I make";

export async function ownScopes(personId: string, at: Date, tx?: Pick<Tx, "prisma">): Promise<OwnScopes> {
  const handles = await handlesHeld(personId, at, tx);
  const platforms = await organisationsOf([...new Set(handles.map((handle) => handle.platformId))]);
  const works = new Map<string, OwnWork[]>();
  for (const work of await worksHeld(personId, at, tx))
    works.set(work.workId, [...(works.get(work.workId) ?? []), work]);
  return {
    handles: handles.map((handle) => {
      const platform = platforms.get(handle.platformId);
      const platformName = platform?.name ?? handle.platformId;
      return {
        ...handle,
        platformName,
        host: platform?.host ?? null,
        label: `${handle.name} at ${platformName}`,
      };
    }),
    works: [...works].map(([workId, rows]) => ({
      workId,
      label: workLabel(workId, rows),
      addresses: rows.filter((row) => row.scheme.startsWith("url")).map((row) => row.value),
    })),
  };
}

/** The words for a scope; one that is no longer the person's keeps a name in their history. */
export function scopeLabel(scope: TermsScope | { kind: "deal_choice" }, own: OwnScopes): string {
  switch (scope.kind) {
    case "person":
      return EVERYTHING_LABEL;
    case "handle":
      return own.handles.find((h) => h.handleId === scope.handleId)?.label ?? "A handle you held before";
    case "work":
      return own.works.find((w) => w.workId === scope.workId)?.label ?? "A work you answered for before";
    case "url_prefix":
      return scope.prefix;
    case "deal_choice":
      return "Your answer to this deal";
  }
}

const TELLING = ["url", "url_prefix", "doi", "isbn", "sha256", "work_id"];

function workLabel(workId: string, rows: readonly OwnWork[]): string {
  const [best] = [...rows].sort((a, b) => TELLING.indexOf(a.scheme) - TELLING.indexOf(b.scheme));
  if (best === undefined) return workId;
  return best.scheme.startsWith("url") ? best.value : `${best.scheme.toUpperCase()} ${best.value}`;
}
