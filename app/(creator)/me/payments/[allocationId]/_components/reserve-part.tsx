import { useTranslations } from "next-intl";
import type { PaymentWire } from "@/modules/earnings/schema";
import { Section } from "@/ui/page/page";
import { MoneyText } from "@/ui/text/money";
import { DateText } from "@/ui/text/numbers";

/** What becomes of what was kept back, and what of it was the reader's: a line of its own, beside their amount. */
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
