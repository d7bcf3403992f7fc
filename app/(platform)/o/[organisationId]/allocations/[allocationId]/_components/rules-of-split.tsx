import { type _Translator, useLocale, useTranslations } from "next-intl";
import { type Columns, unmeasured } from "@/app/_allocation/unmeasured";
import { millionths } from "@/app/_allocation/words";
import type { Messages } from "@/messages/catalogues";
import type { AllocationWire } from "@/modules/allocation/schema/allocation";
import { Section } from "@/ui/page/page";
import { type DefinitionItem, Definitions } from "@/ui/text/definition";
import { MoneyText } from "@/ui/text/money";
import { BpsText, NumberText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";

/** By which rules it was divided, and how floors and cap were decided. */
export function RulesOfSplit({
  view,
  home,
  columns,
}: {
  view: AllocationWire;
  home: string;
  columns: Columns | null;
}) {
  const t = useTranslations("allocation");
  const locale = useLocale();
  const { rules, totals } = view;
  const missing = columns === null ? null : unmeasured(rules.weighting, columns);
  return (
    <Section
      title={t("rules.title")}
      lead={view.whatIf ? t("rules.leadWhatIf") : t("rules.lead", { version: view.dealVersion })}
    >
      <Definitions
        items={[
          {
            term: t("rules.weighting"),
            value: t(`weighting.${rules.weighting}.label`),
            hint: (
              <>
                {t(`weighting.${rules.weighting}.means`)}
                {missing !== null && (
                  <span className="block text-waiting">{t(`rules.missing.${missing}`)}</span>
                )}
              </>
            ),
          },
          { term: t("rules.share"), value: <BpsText bps={rules.contributorShareBps} /> },
          { term: t("rules.fee"), value: <BpsText bps={rules.operatorFeeBps} /> },
          { term: t("rules.reserve"), value: <BpsText bps={rules.reserveBps} /> },
          { term: t("rules.cap"), ...capFact(t, view) },
          { term: t("rules.floors"), ...floorsFact(t, view) },
          { term: t("rules.weight"), value: millionths(view.totalWeight ?? "0", locale) },
          {
            term: t("rules.leftover"),
            value: (
              <NumberText value={totals?.leftoverUnits ?? "0"} figure={`split.leftover_units:${view.id}`} />
            ),
            hint: t("rules.leftoverHint"),
          },
          {
            term: t("rules.clearance"),
            value: (
              <TextLink href={`${home}/clearances/${view.clearanceId}`} translate="no">
                {view.clearanceId}
              </TextLink>
            ),
          },
        ]}
      />
    </Section>
  );
}

type Words = _Translator<Messages, "allocation">;

function capFact(
  t: Words,
  { id, rules, decision, currency, capKept }: AllocationWire,
): Omit<DefinitionItem, "term"> {
  const cap = decision?.cap;
  if (rules.capBps === null || cap == null) return { value: t("rules.capNone") };
  const share = () => <BpsText bps={rules.capBps ?? 0} />;
  const money = () => <MoneyText money={{ currency, minor: cap.capMinor }} figure={`split.cap:${id}`} />;
  const n = cap.cappedCount;
  const kept = () => <MoneyText money={capKept} figure={`split.cap_kept:${id}`} />;
  return {
    value: t.rich("rules.capOf", { share, money }),
    hint:
      BigInt(capKept.minor) > 0n ? t.rich("rules.capKept", { n, money: kept }) : t("rules.capHint", { n }),
  };
}

function floorsFact(t: Words, { totals, decision }: AllocationWire): Omit<DefinitionItem, "term"> {
  if (decision?.boundary == null) return { value: t("rules.floorsNone") };
  return {
    value: t("rules.floorsRefused", { n: Number(totals?.refusedRows ?? 0) }),
    hint: t("rules.floorsHint"),
  };
}
