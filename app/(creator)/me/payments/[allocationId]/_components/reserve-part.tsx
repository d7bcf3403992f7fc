import { useTranslations } from "next-intl";
import type { PaymentWire } from "@/modules/earnings/schema";
import { Section } from "@/ui/page/page";
import { MoneyText } from "@/ui/text/money";
import { DateText } from "@/ui/text/numbers";

/** The deal's reserve: when it is released, and the reader's part of it on a line of its own, apart from their payment. */
export function ReservePart({ payment }: { payment: PaymentWire }) {
  const t = useTranslations("payments.reserve");
  const { on, at, amount } = payment.reserveRelease;
  if (payment.standing === "cancelled" || (on === null && at === null)) return null;
  const day = () => (at !== null ? <DateText at={at} /> : on !== null ? <DateText at={on} /> : null);
  return (
    <Section title={t("title")}>
      <p className="max-w-[68ch]">
        {amount === null
          ? t.rich("later", { day })
          : t.rich("paid", {
              day,
              amount: () => <MoneyText money={amount} figure={`payment.reserve:${payment.allocationId}`} />,
            })}
      </p>
    </Section>
  );
}
