import { useLocale, useTranslations } from "next-intl";
import type { AllocationWire } from "@/modules/allocation/schema/allocation";
import type { DistributionWire } from "@/modules/allocation/schema/distribution";
import type { DealView } from "@/modules/deals/schema/deal";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { percentString } from "@/ui/text/format";
import { MoneyText } from "@/ui/text/money";
import { TextLink } from "@/ui/text/text-link";
import { nameOfRules } from "./name-of-rules";

type Run = Readonly<{ run: AllocationWire; found: DistributionWire | null }>;
type Props = {
  runs: readonly Run[];
  here: string;
  against: string | null;
  deal: DealView;
  home: string;
};

/** One split a line: its rules, and the figures by which splits differ. */
export function RunsTable({ runs, here, against, deal, home }: Props) {
  const t = useTranslations("allocation.compare");
  const below = runs.find(({ found }) => found !== null)?.found?.small.belowMinor ?? "100";
  const small = t.rich("small", {
    amount: () => (
      <MoneyText
        money={{ currency: deal.gross.currency, minor: below }}
        figure={`split.small_below:${here}`}
      />
    ),
  });
  return (
    <Table caption={t("caption")}>
      <THead>
        <Tr>
          <Th>{t("rules")}</Th>
          <Th numeric>{t("p10")}</Th>
          <Th numeric>{t("median")}</Th>
          <Th numeric>{t("p90")}</Th>
          <Th numeric>{small}</Th>
          <Th numeric>{t("top")}</Th>
        </Tr>
      </THead>
      <TBody>
        {runs.map(({ run, found }) => (
          <Tr key={run.id} className={run.id === here ? "bg-wash" : undefined}>
            <Td label={t("rules")}>
              <RulesCell run={run} {...{ here, against, deal, home }} />
            </Td>
            <FigureCells of={run.id} found={found} currency={deal.gross.currency} smallLabel={small} />
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function RulesCell({ run, here, against, deal, home }: Omit<Props, "runs"> & { run: AllocationWire }) {
  const all = useTranslations("allocation");
  const t = useTranslations("allocation.compare");
  const locale = useLocale();
  const page = (id: string) => `${home}/allocations/${id}`;
  return (
    <>
      <span className="block font-medium">{nameOfRules(all, locale, run, deal)}</span>
      <span className="flex flex-wrap gap-x-4 text-sm">
        {run.id === here ? (
          <span className="text-muted">{t("here")}</span>
        ) : (
          <>
            {run.id === against ? (
              <span className="py-1 text-muted">{t("against")}</span>
            ) : (
              <TextLink href={`${page(here)}?with=${run.id}#change`}>{t("compare")}</TextLink>
            )}
            <TextLink href={page(run.id)}>{t("open")}</TextLink>
          </>
        )}
      </span>
    </>
  );
}

function FigureCells({
  of,
  found,
  currency,
  smallLabel,
}: {
  of: string;
  found: DistributionWire | null;
  currency: string;
  smallLabel: React.ReactNode;
}) {
  const t = useTranslations("allocation.compare");
  const locale = useLocale();
  if (found === null) return <Td colSpan={5}>–</Td>;
  const percent = (part: string, whole: string) => percentString(BigInt(part), BigInt(whole), locale);
  return (
    <>
      {(["p10", "median", "p90"] as const).map((quantile) => (
        <Td key={quantile} numeric label={t(quantile)}>
          <MoneyText
            money={{ currency, minor: found.quantiles[quantile] }}
            figure={`split.${quantile}:${of}`}
          />
        </Td>
      ))}
      <Td numeric label={smallLabel}>
        {percent(found.small.people, found.people)}
      </Td>
      <Td numeric label={t("top")}>
        {percent(found.top.minor, found.totalMinor)}
      </Td>
    </>
  );
}
