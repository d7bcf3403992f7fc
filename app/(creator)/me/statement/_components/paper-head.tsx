import { useTranslations } from "next-intl";
import { Named } from "@/app/(creator)/me/_components/named";
import { Definitions } from "@/ui/definition";
import { DateText } from "@/ui/numbers";
import type { Asked } from "./asked";
import { PeriodTitle } from "./period-title";

/** On paper the page is a statement like a bank's: whose, of which days, made when. */
export function PaperHead({ asked, person, now }: { asked: Asked; person: string; now: Date }) {
  const t = useTranslations("statement.paper");
  return (
    <div className="hidden border-y-2 border-ink py-4 print:block">
      <p className="mb-3 flex items-baseline justify-between font-serif text-lg font-semibold">
        <span>{t("title")}</span>
        <span translate="no">Remit</span>
      </p>
      <Definitions
        items={[
          { term: t("for"), value: <Named text={person} /> },
          { term: t("period"), value: <PeriodTitle asked={asked} /> },
          { term: t("made"), value: <DateText at={now} /> },
        ]}
      />
      <p className="mt-3 text-sm">{t("foot")}</p>
    </div>
  );
}
