import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PaymentWire } from "@/modules/earnings/schema";
import { Banner } from "@/ui/page/banner";
import { DateText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { named } from "../../../_components/named";

/** What a share that is not on the books waits for, where it is not the payment. */
const WAITING: Partial<Record<PaymentWire["deal"]["state"], "frozen" | "paid">> = {
  disputed: "frozen",
  funded: "paid",
};

/** Where the money is now; before the reckoning, because it is what one wants to know first. */
export function StandingNow({ payment }: { payment: PaymentWire }) {
  const t = useTranslations("payments.standing");
  const { standing, creditedAt } = payment;
  switch (standing) {
    case "posted": {
      if (payment.amount.minor === "0" || creditedAt === null) return null;
      const statement = (words: ReactNode) => (
        <TextLink href="/me/statement" className="print:hidden">
          {words}
        </TextLink>
      );
      const date = () => <DateText at={creditedAt} />;
      return (
        <Banner tone="good" title={t.rich("posted.title", { date })}>
          {t.rich("posted.text", { statement })}
        </Banner>
      );
    }
    case "pending": {
      const why = WAITING[payment.deal.state] ?? "pending";
      return (
        <Banner tone="waiting" title={t(`${why}.title`)}>
          {t.rich(`${why}.text`, { licensee: named(payment.deal.licenseeName) })}
        </Banner>
      );
    }
    case "cancelled":
      return (
        <Banner tone="neutral" title={t("cancelled.title")}>
          {t("cancelled.text")}
        </Banner>
      );
    case "held": {
      const why = payment.lines.some((line) => line.disputed) ? "heldHandle" : "heldSeat";
      return (
        <Banner tone="waiting" title={t(`${why}.title`)}>
          {t(`${why}.text`)}
        </Banner>
      );
    }
  }
}
