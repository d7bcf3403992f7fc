import type { z } from "zod";
import type { AttentionItem } from "@/app/_shell/attention";
import type { TermsVersionWire } from "@/modules/consent/schema";
import type { MyDealView } from "@/modules/deals/contributor-schema";
import type { Handle } from "@/modules/works/schema";

const DAY_MS = 24 * 60 * 60 * 1000;

type Situation = Readonly<{
  handles: readonly z.output<typeof Handle>[];
  terms: readonly TermsVersionWire[];
  deals: readonly MyDealView[];
  now: Date;
}>;

/** What this person could do next, the most pressing first: what ends by itself, then what unlocks the rest. */
export function nextSteps({ handles, terms, deals, now }: Situation): AttentionItem[] {
  return [
    ...deals
      .filter((deal) => deal.choice.open && deal.choice.choice === "neutral")
      .map((deal) => answer(deal, now)),
    ...handles.filter((handle) => handle.state === "pending" || handle.state === "disputed").map(prove),
    ...(handles.every((handle) => handle.state === "released" || handle.state === "lost")
      ? [
          {
            key: "first-handle",
            href: "/me/handles",
            act: "Claim a handle",
            text: "Claim the name you write under. Money held for it becomes yours when you prove it.",
          },
        ]
      : []),
    ...(terms.some((version) => version.terms !== null)
      ? []
      : [
          {
            key: "terms",
            href: "/me/terms",
            act: "Set your terms",
            text: "Say what your words may be used for, and at what price.",
          },
        ]),
  ];
}

function answer(deal: MyDealView, now: Date): AttentionItem {
  const days =
    deal.noticeEndsAt === null ? 0 : Math.floor((Date.parse(deal.noticeEndsAt) - now.getTime()) / DAY_MS);
  const left =
    days < 1 ? "less than a day is left" : days === 1 ? "one day is left" : `${days} days are left`;
  return {
    key: deal.id,
    href: `/me/deals/${deal.id}`,
    act: "Look and answer",
    text: `${deal.licensee.name} wants to license “${deal.title}” from ${deal.platform.name}: ${left} to object or join.`,
  };
}

function prove(handle: z.output<typeof Handle>): AttentionItem {
  const name = `${handle.shownName} at ${handle.platform.name}`;
  const href = `/me/handles/${handle.id}`;
  if (handle.state === "disputed")
    return {
      key: handle.id,
      href,
      tone: "bad",
      act: "See why",
      text: `${name} is disputed: somebody else has proved it too.`,
    };
  return { key: handle.id, href, act: "Prove it", text: `${name} is claimed and not proved yet.` };
}
