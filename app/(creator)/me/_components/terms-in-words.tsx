import { useTranslations } from "next-intl";
import type { TermsVersionWire } from "@/modules/consent/schema";
import { LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { DateText } from "@/ui/numbers";
import { TermsSentences } from "../terms/_components/say";

/** What this person's widest terms say, in sentences; narrower ones are counted, not repeated. */
export function TermsInWords({ versions }: { versions: readonly TermsVersionWire[] }) {
  const t = useTranslations("terms.summary");
  const inForce = versions.filter((version) => version.terms !== null);
  const general = inForce.find((version) => version.scope.kind === "person");
  const narrower = inForce.length - (general === undefined ? 0 : 1);
  if (inForce.length === 0) {
    return (
      <Empty title={t("emptyTitle")} action={<LinkButton href="/me/terms">{t("emptyAction")}</LinkButton>}>
        {t("empty")}
      </Empty>
    );
  }
  return (
    <div className="max-w-[68ch]">
      {general !== undefined && (
        <>
          <div className="font-serif text-lg">
            <TermsSentences terms={general.terms} className="mt-2 first:mt-0" />
          </div>
          <p className="mt-2 text-sm text-muted">
            {t.rich("since", { day: () => <DateText at={general.effectiveFrom} /> })}
          </p>
        </>
      )}
      {narrower > 0 && <p className="mt-2">{t("narrower", { n: narrower })}</p>}
    </div>
  );
}
