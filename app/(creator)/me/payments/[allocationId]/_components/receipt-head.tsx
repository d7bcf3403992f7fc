import { useTranslations } from "next-intl";
import type { PaymentWire } from "@/modules/earnings/schema";
import { MoneyText } from "@/ui/text/money";
import { DateText } from "@/ui/text/numbers";
import { Named, named } from "../../../_components/named";
import { PaperFrame } from "../../../_components/paper-frame";

/** On paper the page is a receipt: who, for what, from whom, when, how much, before the reckoning. */
export function ReceiptHead({ payment, person }: { payment: PaymentWire; person: string }) {
  const t = useTranslations("payments.receipt");
  const { deal, platform, sealedAt, creditedAt } = payment;
  const day = (at: string | null) => (at === null ? t("notYet") : <DateText at={at} />);
  return (
    <PaperFrame
      title={t("title")}
      facts={[
        { term: t("for"), value: <Named text={person} /> },
        { term: t("deal"), value: <Named text={deal.title} /> },
        {
          term: t("parties"),
          value: t.rich("between", {
            platform: named(platform.name),
            licensee: named(deal.licenseeName),
          }),
        },
        { term: t("sealed"), value: day(sealedAt) },
        { term: t("posted"), value: day(creditedAt) },
        {
          term: t("amount"),
          value: <MoneyText money={payment.amount} figure={`payment.amount:${payment.allocationId}`} />,
        },
      ]}
      foot={t("foot")}
    />
  );
}
