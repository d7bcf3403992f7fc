import { useTranslations } from "next-intl";
import { DateText } from "@/ui/text/numbers";
import type { Asked } from "./asked";

/** Which days are shown, in words. */
export function PeriodTitle({ asked: { from, to } }: { asked: Asked }) {
  const t = useTranslations("statement.period");
  const day = (at: string) => () => <DateText at={`${at}T00:00:00Z`} />;
  if (from !== undefined && to !== undefined)
    return t.rich(from === to ? "on" : "between", { from: day(from), to: day(to) });
  if (from !== undefined) return t.rich("since", { from: day(from) });
  return to === undefined ? t("everything") : t.rich("until", { to: day(to) });
}
