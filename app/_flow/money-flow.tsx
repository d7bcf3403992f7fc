import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import type { DealFlowWire } from "@/modules/earnings/flow-schema";
import { moneyString, numberString } from "@/ui/text/format";
import { MoneyText } from "@/ui/text/money";
import { type Branch, branchesOf, contributorsOf, percentsOf } from "./branches";
import { FlowTable, type PartWords } from "./flow-table";
import { NarrowPictureOf } from "./narrow-picture";
import { WidePictureOf } from "./wide-picture";

type Flow = Pick<DealFlowWire, "currency" | "grossMinor" | "parts"> &
  Partial<Pick<DealFlowWire, "contributors" | "unclaimedContributors" | "capKeptMinor">>;

/**
 * Where every minor unit of one deal's gross goes: a picture to scale and a table with the same figures. `payer` and
 * `platform` are names; `table` false leaves the table to the page, which then must have one.
 */
export function MoneyFlow({
  flow,
  payer,
  platform,
  of,
  cancelled = false,
  table = true,
}: {
  flow: Flow;
  /** The deal. */
  of: string;
  payer: string;
  platform: string;
  /** Of a deal that was cancelled: nobody pays. */
  cancelled?: boolean;
  table?: boolean;
}) {
  const [t, locale, id] = [useTranslations("flow"), useLocale(), useId()];
  const branches = branchesOf(flow);
  const { currency } = flow;
  const money = (minor: bigint) => moneyString({ currency, minor }, locale);
  const words = (branch: Branch): PartWords => ({
    name: t(`parts.${branch.name}.name`, { platform }),
    hint: hintOf(branch),
  });
  function hintOf({ name }: Branch): string | null {
    const count = name === "unclaimed" ? flow.unclaimedContributors : null;
    if (count) return t("profiles", { n: Number(count), count: numberString(count, locale) });
    if (name === "reserve" && BigInt(flow.capKeptMinor ?? 0) > 0n)
      return t("capKept", { amount: money(BigInt(flow.capKeptMinor ?? 0)) });
    return t(`parts.${name}.hint`);
  }
  const parts = [...branches.outside, ...branches.inside];
  const description = parts.map((branch) => `${words(branch).name}: ${money(branch.minor)}.`).join(" ");
  const percents = percentsOf(branches, locale);
  const label = (name: string, minor: bigint, percent: string, figure: string) => (
    <>
      <span className="block">{name}</span>
      <span className="block text-muted">
        <MoneyText money={{ currency, minor }} figure={figure} className="font-medium text-ink" />{" "}
        <span className="whitespace-nowrap">{percent}</span>
      </span>
    </>
  );
  const pictured = {
    title: t("title", { gross: money(branches.gross) }),
    description,
    label: (branch: Branch) =>
      label(words(branch).name, branch.minor, percents.of(branch), `deal.${branch.name}:${of}`),
    pool: label(t("pool"), contributorsOf(branches), percents.pool, `deal.contributors_part:${of}`),
  };
  return (
    <figure className="flex flex-col gap-8">
      <div>
        <p className="mb-3">
          {t.rich(cancelled ? "wouldHavePaid" : "pays", {
            payer,
            name: (chunks) => <span translate="no">{chunks}</span>,
            amount: () => (
              <MoneyText
                money={{ currency, minor: branches.gross }}
                figure={`deal.gross:${of}`}
                className="font-medium"
              />
            ),
          })}
        </p>
        <div className="max-lg:hidden">
          <WidePictureOf branches={branches} words={pictured} id={`${id}w`} />
        </div>
        <div className="lg:hidden">
          <NarrowPictureOf branches={branches} words={pictured} id={`${id}n`} />
        </div>
      </div>
      {table && (
        <FlowTable branches={branches} currency={currency} caption={pictured.title} words={words} of={of} />
      )}
    </figure>
  );
}
