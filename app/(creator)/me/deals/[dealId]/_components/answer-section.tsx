import { useTranslations } from "next-intl";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { LIMITS } from "@/kernel/limits";
import type { MyDealDetail } from "@/modules/deals/schema/contributor";
import { Banner } from "@/ui/page/banner";
import { Section } from "@/ui/page/page";
import { InstantText, RelativeText } from "@/ui/text/numbers";
import { chooseAction } from "../actions";
import { ChoiceForm } from "./choice-form.client";

/** While there is time: the countdown and the two answers, of equal weight. After it: what became of it. */
export function AnswerSection({ deal, now }: { deal: MyDealDetail; now: Date }) {
  const t = useTranslations("touching.deal");
  const { choice, noticeEndsAt } = deal;
  if (deal.standings.length === 0 && !choice.open) return null;
  if (!choice.open || noticeEndsAt === null)
    return (
      <Section title={t("answerTitle")}>
        <p className="max-w-[68ch] text-muted">
          {t.rich(`closed.${closedOf(deal)}`, {
            hours: LIMITS.clearanceAgeAtSealHours,
            at: () => deal.sealedAsOf && <InstantText at={deal.sealedAsOf} />,
          })}
        </p>
        {deal.cancelReason !== null && (
          <p className="mt-2 max-w-[68ch] text-muted">
            {t.rich("closed.reason", { reason: () => <span translate="no">{deal.cancelReason}</span> })}
          </p>
        )}
      </Section>
    );
  return (
    <Section title={t("answerTitle")}>
      <div className="flex flex-col gap-6">
        <Banner tone="waiting" title={t.rich("until", { at: () => <InstantText at={noticeEndsAt} /> })}>
          {t.rich("untilText", { when: () => <RelativeText at={noticeEndsAt} now={now} /> })}
        </Banner>
        <ClientMessages namespaces={["touching"]}>
          <ChoiceForm
            choice={choice.choice}
            version={choice.version}
            action={chooseAction.bind(null, deal.id)}
          />
        </ClientMessages>
      </div>
    </Section>
  );
}

function closedOf({ choice, state, sealedAt }: MyDealDetail) {
  if (state === "cancelled") return "cancelled";
  if (choice.choice !== "neutral") return choice.choice;
  return sealedAt === null ? "open" : "sealed";
}
