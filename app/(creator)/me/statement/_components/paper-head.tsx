import { useTranslations } from "next-intl";
import { Named } from "@/app/(creator)/me/_components/named";
import { PaperFrame } from "@/app/(creator)/me/_components/paper-frame";
import { DateText } from "@/ui/text/numbers";
import type { Asked } from "./asked";
import { PeriodTitle } from "./period-title";

/** On paper the page is a statement like a bank's: whose, of which days, made when. */
export function PaperHead({ asked, person, now }: { asked: Asked; person: string; now: Date }) {
  const t = useTranslations("statement.paper");
  return (
    <PaperFrame
      title={t("title")}
      facts={[
        { term: t("for"), value: <Named text={person} /> },
        { term: t("period"), value: <PeriodTitle asked={asked} /> },
        { term: t("made"), value: <DateText at={now} /> },
      ]}
      foot={t("foot")}
    />
  );
}
