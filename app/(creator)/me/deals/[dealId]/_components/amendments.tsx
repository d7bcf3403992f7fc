import { useTranslations } from "next-intl";
import { DealChanges } from "@/app/_deals/view/deal-changes";
import type { MyDealDetail } from "@/modules/deals/schema/contributor";
import { Section } from "@/ui/page/page";
import { InstantText } from "@/ui/text/numbers";

/** The platform's changes since its notice to contributors, each with its reason, newest first. */
export function Amendments({
  of,
  amendments,
  currency,
}: {
  /** The deal. */
  of: string;
  amendments: MyDealDetail["amendments"];
  currency: string;
}) {
  const t = useTranslations("touching.deal");
  return (
    <Section title={t("changed")}>
      <ol className="flex flex-col gap-8">
        {amendments.map((amendment) => (
          <li key={amendment.version}>
            <p translate="no" className="font-medium">
              {amendment.note}
            </p>
            <p className="mb-3 text-sm text-muted">
              <InstantText at={amendment.at} />
              {amendment.restarted && <span className="block">{t("restarted")}</span>}
            </p>
            <DealChanges of={`${of}:${amendment.version}`} changes={amendment.changes} currency={currency} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
