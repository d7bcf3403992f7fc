import { useTranslations } from "next-intl";
import type { PaymentWire } from "@/modules/allocation/own-schema";
import { Definitions } from "@/ui/definition";
import { MoneyText } from "@/ui/money";
import { DateText } from "@/ui/numbers";
import { Named, named } from "../../../_components/named";

/** On paper the page is a receipt: who, for what, from whom, when, how much, before the reckoning. */
export function ReceiptHead({ payment, person }: { payment: PaymentWire; person: string }) {
  const t = useTranslations("payments.receipt");
  const { deal, platform, sealedAt, postedAt } = payment;
  const day = (at: string | null) => (at === null ? t("notYet") : <DateText at={at} />);
  return (
    <div className="hidden border-y-2 border-ink py-4 print:block">
      <p className="mb-3 flex items-baseline justify-between font-serif text-lg font-semibold">
        <span>{t("title")}</span>
        <span translate="no">Remit</span>
      </p>
      <Definitions
        items={[
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
          { term: t("posted"), value: day(postedAt) },
          { term: t("amount"), value: <MoneyText money={payment.amount} /> },
        ]}
      />
      <p className="mt-3 text-sm">{t("foot")}</p>
    </div>
  );
}
