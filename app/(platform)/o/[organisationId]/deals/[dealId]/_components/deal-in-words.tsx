import { useFormatter, useTranslations } from "next-intl";
import type { DealView } from "@/modules/deals/schema/deal";
import { MoneyText } from "@/ui/text/money";

/** The deal in three sentences, for a reader who opens it for the first time. */
export function DealInWords({ deal }: { deal: DealView }) {
  const [t, format] = [useTranslations("deals"), useFormatter()];
  return (
    <p className="max-w-[62ch] font-serif text-[1.0625rem] leading-relaxed">
      {t.rich("inWords.use", {
        licensee: () => <span translate="no">{deal.licensee.name}</span>,
        uses: format.list(deal.uses.map((use) => t(`use.${use}`))),
        purpose: deal.purpose,
        weights: deal.weights,
      })}{" "}
      {t("inWords.basis", { basis: deal.basis })}{" "}
      {t.rich("inWords.money", {
        gross: () => <MoneyText money={deal.gross} figure={`deal.gross:${deal.id}`} />,
        pool: () => <MoneyText money={deal.split.pool} figure={`deal.pool:${deal.id}`} />,
      })}
    </p>
  );
}
