"use client";
import { useLocale, useTranslations } from "next-intl";
import { CURRENCY_DECIMALS, isCurrency } from "@/kernel/money";
import { numberString } from "@/ui/text/format";
import { MicrosText } from "@/ui/text/money";
import { InstantText } from "@/ui/text/numbers";
import type { MoneyNow } from "./money-preview.client";

type Counts = Readonly<{ contributors: string; tokens: string }>;
/** The newest manifest, and how much of it was cleared by the saved terms, when that was asked. */
export type ManifestFacts = Readonly<{ all: Counts; cleared: (Counts & Readonly<{ asOf: string }>) | null }>;

/** What the pool comes to by contributor and by 1,000 tokens: averages, and only of what is known. */
export function EachPreview({
  money,
  manifest,
}: {
  money: MoneyNow;
  manifest: ManifestFacts | "checking" | null;
}) {
  const [t, locale] = [useTranslations("dealform.preview"), useLocale()];
  const known = manifest !== null && manifest !== "checking" ? manifest : null;
  const count = (counts: Counts) => numberString(counts.contributors, locale);
  return (
    <section aria-label={t("each")} className="border-t border-rule pt-4 text-sm">
      <h3 className="mb-2 font-sans text-sm font-medium tracking-normal text-muted">{t("each")}</h3>
      {known === null ? (
        <p>{manifest === "checking" ? t("checking") : t("noManifest")}</p>
      ) : money === null || money === "fault" ? (
        <p>{t("typeAmount")}</p>
      ) : (
        <>
          {known.cleared !== null && (
            <Averages money={money} counts={known.cleared} label={t("cleared", { n: count(known.cleared) })}>
              {t.rich("clearedOn", { at: () => <InstantText at={known.cleared?.asOf ?? ""} /> })}
            </Averages>
          )}
          <Averages money={money} counts={known.all} label={t("everybody", { n: count(known.all) })} />
          <p className="mt-2 text-muted">{t("estimate")}</p>
        </>
      )}
    </section>
  );
}

type Known = Exclude<MoneyNow, "fault" | null>;

function Averages({
  money,
  counts,
  label,
  children,
}: {
  money: Known;
  counts: Counts;
  label: string;
  children?: React.ReactNode;
}) {
  const t = useTranslations("dealform.preview");
  const [people, tokens] = [BigInt(counts.contributors), BigInt(counts.tokens)];
  return (
    <div className="mt-3 first:mt-0">
      <p>
        {label}
        {children && <span className="block text-muted">{children}</span>}
      </p>
      <dl className="mt-1">
        <Rate label={t("average")} money={money} among={people} times={1n} />
        <Rate label={t("per1000")} money={money} among={tokens} times={1000n} />
      </dl>
    </div>
  );
}

function Rate({ label, money, among, times }: { label: string; money: Known; among: bigint; times: bigint }) {
  const { currency, split } = money;
  const decimals = isCurrency(currency) ? CURRENCY_DECIMALS[currency] : 2;
  const micros = split.distributableMinor * 10n ** BigInt(6 - decimals) * times;
  return (
    <div className="flex flex-wrap justify-between gap-x-3 py-0.5">
      <dt>{label}</dt>
      <dd className="font-medium">
        {among === 0n ? (
          "–"
        ) : (
          <MicrosText figure="typed.rate" currency={currency} micros={rounded(micros / among)} />
        )}
      </dd>
    </div>
  );
}

/** An average needs no more than four decimals, and less than that is shown whole. */
const rounded = (micros: bigint): bigint => (micros >= 10_000n ? (micros / 100n) * 100n : micros);
