import { useTranslations } from "next-intl";
import type { HandleMoneyWire } from "@/modules/earnings/schema";
import { MoneyText } from "@/ui/text/money";

/** What the proof is for, first of all: the money that waits for it. */
export function WaitingMoney({ waiting, of }: { waiting: HandleMoneyWire["waiting"]; of: string }) {
  const t = useTranslations("works.handle");
  if (waiting.length === 0) return null;
  return (
    <div className="rounded border-l-4 border-accent bg-accent-wash px-4 py-3">
      <p className="flex flex-wrap gap-x-6 font-serif text-2xl">
        {waiting.map((money) => (
          <MoneyText key={money.currency} money={money} figure={`handle.waits:${of}:${money.currency}`} />
        ))}
      </p>
      <p>{t("waits")}</p>
    </div>
  );
}
