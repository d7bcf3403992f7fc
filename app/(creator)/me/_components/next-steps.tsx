import { useTranslations } from "next-intl";
import { Attention, type AttentionItem } from "@/app/_shell/attention";
import { DAY_MS } from "@/kernel/time";
import type { MyDealView } from "@/modules/deals/schema/contributor";
import type { OwnHandlesWire } from "@/modules/earnings/schema";
import { MoneyText } from "@/ui/text/money";
import { Named, named } from "./named";

const SHOWN = 5;

type Situation = Readonly<{
  handles: OwnHandlesWire["items"];
  hasTerms: boolean;
  deals: readonly MyDealView[];
  /** Whether the three steps of setting up are offered as one; then its parts are not named one by one. */
  isNew: boolean;
  now: Date;
}>;

/** What this person could do next, the most pressing first: what ends by itself, then what unlocks the rest. */
export function NextSteps(situation: Situation) {
  const t = useTranslations("creator.home.steps");
  const items = useSteps(situation);
  const more = items.length - SHOWN;
  return (
    <>
      <Attention calm={t("calm")} items={items.slice(0, SHOWN)} />
      {more > 0 && <p className="text-sm text-muted">{t("more", { n: more })}</p>}
    </>
  );
}

function useSteps({ handles, hasTerms, deals, isNew, now }: Situation): readonly AttentionItem[] {
  const t = useTranslations("creator.home.steps");
  const answers = deals
    .filter((deal) => deal.choice.open && deal.choice.choice === "neutral")
    .map((deal) => ({
      key: deal.id,
      href: `/me/deals/${deal.id}`,
      act: t("dealAct"),
      text: t.rich("deal", {
        lab: named(deal.licensee.name),
        deal: named(deal.title),
        platform: named(deal.platform.name),
        days: daysUntil(deal.noticeEndsAt, now),
      }),
    }));
  const claims = handles.flatMap((handle): AttentionItem[] => {
    const about = { key: handle.handleId, href: `/me/handles/${handle.handleId}` };
    const name = () => <HandleName handle={handle} />;
    if (handle.state === "disputed")
      return [{ ...about, tone: "bad", act: t("disputedAct"), text: t.rich("disputed", { name }) }];
    if (handle.state !== "pending") return [];
    const [money] = handle.waiting;
    const text =
      money === undefined
        ? t.rich("prove", { name })
        : t.rich("proveMoney", {
            name,
            amount: () => (
              <MoneyText money={money} figure={`handle.waits:${handle.handleId}:${money.currency}`} />
            ),
          });
    return [{ ...about, act: t("proveAct"), text }];
  });
  return [
    ...answers,
    ...claims,
    ...(isNew ? [{ key: "welcome", href: "/me/welcome", act: t("welcomeAct"), text: t("welcome") }] : []),
    ...(handles.length === 0 && !isNew
      ? [{ key: "first-handle", href: "/me/handles", act: t("handleAct"), text: t("handle") }]
      : []),
    ...(hasTerms || isNew ? [] : [{ key: "terms", href: "/me/terms", act: t("termsAct"), text: t("terms") }]),
  ];
}

const daysUntil = (at: string | null, now: Date): number =>
  at === null ? 0 : Math.max(0, Math.floor((Date.parse(at) - now.getTime()) / DAY_MS));

/** "slow-heron (Harbour Forum)": a name, and where it is one. */
export function HandleName({ handle }: { handle: OwnHandlesWire["items"][number] }) {
  const works = useTranslations("works");
  return (
    <>
      <Named text={handle.shownName} /> (
      {handle.platformName === null ? works("openWeb") : <Named text={handle.platformName} />})
    </>
  );
}
