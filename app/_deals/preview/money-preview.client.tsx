"use client";
import { useTranslations } from "next-intl";
import { isCurrency, parseMajor } from "@/kernel/money";
import { type MoneySplit, splitFault, splitMoney } from "@/modules/deals/domain/money/money-split";
import { MoneyText } from "@/ui/text/money";
import { amountOf, bpsOf } from "../form/deal-form-data.client";

/** What the amounts typed so far come to, by the very rules the deal will be split with; null while they say nothing. */
export type MoneyNow = { currency: string; split: MoneySplit } | "fault" | null;

export function moneyOf(form: FormData): MoneyNow {
  const currency = String(form.get("currency"));
  const gross = isCurrency(currency) ? parseMajor(currency, amountOf(form)) : null;
  if (gross === null) return null;
  const rules = {
    grossMinor: gross,
    contributorShareBps: Number(bpsOf(form.get("contributorShareBps"))),
    operatorFeeBps: Number(form.get("shownFeeBps")),
    reserveBps: Number(bpsOf(form.get("reserveBps"))),
  };
  return splitFault(rules) === null ? { currency, split: splitMoney(rules) } : "fault";
}

/** Gross → fee → kept → pool → reserve → what is split, while one types. */
export function MoneyPreview({ money }: { money: MoneyNow }) {
  const t = useTranslations("dealform.preview");
  return (
    <section aria-label={t("money")}>
      <h3 className="mb-2 font-sans text-sm font-medium tracking-normal text-muted">{t("money")}</h3>
      {money === null ? (
        <p className="text-sm">{t("typeAmount")}</p>
      ) : money === "fault" ? (
        <p className="text-sm font-medium text-refusal">{t("wrongRules")}</p>
      ) : (
        <Amounts {...money} />
      )}
    </section>
  );
}

function Amounts({ currency, split }: { currency: string; split: MoneySplit }) {
  const t = useTranslations("dealform.preview");
  const rows: readonly (readonly [label: string, minor: bigint])[] = [
    ...(split.reserveMinor > 0n
      ? ([
          [t("inReserve"), split.reserveMinor],
          [t("atOnce"), split.distributableMinor],
        ] as const)
      : []),
    [t("fee"), split.feeMinor],
    [t("retained"), split.retainedMinor],
  ];
  return (
    <dl className="text-sm">
      <div className="mb-2">
        <dt>{t("pool")}</dt>
        <dd className="font-serif text-2xl font-semibold text-accent">
          <MoneyText money={{ currency, minor: split.poolMinor }} figure="typed.pool" />
        </dd>
      </div>
      {rows.map(([label, minor]) => (
        <div key={label} className="flex flex-wrap justify-between gap-x-3 border-t border-rule py-1.5">
          <dt>{label}</dt>
          <dd>
            <MoneyText money={{ currency, minor }} figure="typed.part" />
          </dd>
        </div>
      ))}
    </dl>
  );
}
