import { mayAt } from "@/app/_web/page/permissions";
import type { Viewer } from "@/app/_web/page/viewer";

export type TourKind = "newcomer" | "creator" | "platform" | "operator";
export type TourStop = Readonly<{ key: string; kind: TourKind; word: string; href: string }>;

/** The stops of the tour that belongs to a page: those of the operator's, an organisation's, one's own or the public pages. */
export function tourFor(path: string, who: Viewer | null): readonly TourStop[] {
  const kind = kindOf(path, who);
  const first = who?.memberships.find(({ kind: one }) => one === "platform");
  const organisationId = (memberAt(path, who) ?? first)?.organisationId ?? "";
  return Object.entries(STOPS[kind])
    .filter(([word]) => word !== "newDeal" || mayAt(who, organisationId, "deals:write"))
    .map(([word, href]) => ({
      key: `${kind[0]}-${word}`,
      kind,
      word,
      href: kind === "platform" ? `/o/${organisationId}${href}` : href,
    }));
}

const memberAt = (path: string, who: Viewer | null) =>
  who?.memberships.find(({ organisationId }) => path.split("/")[2] === organisationId);

function kindOf(path: string, who: Viewer | null): TourKind {
  if (who === null) return "newcomer";
  if (path.startsWith("/operator")) return "operator";
  if (path.startsWith("/o/") && !(who.isOperator && memberAt(path, who)?.kind !== "platform"))
    return "platform";
  if (path.startsWith("/me")) return "creator";
  if (who.isOperator) return "operator";
  return who.memberships.some(({ kind }) => kind === "platform") ? "platform" : "creator";
}

const STOPS: Readonly<Record<TourKind, Readonly<Record<string, string>>>> = {
  newcomer: {
    home: "/",
    lookUp: "/look-up",
    register: "/register",
    how: "/how-it-works",
    signIn: "/sign-in",
  },
  creator: {
    home: "/me",
    terms: "/me/terms",
    handles: "/me/handles",
    deals: "/me/deals",
    statement: "/me/statement",
    recompute: "/docs/recompute",
  },
  platform: {
    home: "",
    newDeal: "/deals/new",
    deals: "/deals",
    team: "/team",
    keys: "/keys",
    audit: "/audit",
  },
  operator: {
    home: "/operator",
    parties: "/operator/parties",
    disputes: "/operator/disputes",
    funding: "/operator/deals",
    books: "/operator/books",
    jobs: "/operator/jobs",
  },
};
