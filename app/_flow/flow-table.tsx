import { useLocale, useTranslations } from "next-intl";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { MoneyText } from "@/ui/text/money";
import { type Branch, contributorsOf, type FlowBranches, percentsOf, totalOf } from "./branches";
import { KEY } from "./tones";

export type PartWords = Readonly<{ name: string; hint: string | null }>;

/** The same figures as the picture, with what they add up to: the sum is computed, not repeated. */
export function FlowTable({
  branches,
  currency,
  caption,
  words,
  of,
}: {
  branches: FlowBranches;
  currency: string;
  caption: string;
  words: (branch: Branch) => PartWords;
  /** The deal. */
  of: string;
}) {
  const [t, locale] = [useTranslations("flow"), useLocale()];
  const sum = totalOf(branches);
  const percents = percentsOf(branches, locale);
  const row = (branch: Branch) => ({
    branch,
    words: words(branch),
    currency,
    percent: percents.of(branch),
    figure: `deal.${branch.name}:${of}`,
  });
  return (
    <Table caption={caption}>
      <THead>
        <Tr>
          <Th>{t("table.part")}</Th>
          <Th numeric>{t("table.amount")}</Th>
          <Th numeric>{t("table.ofGross")}</Th>
        </Tr>
      </THead>
      <TBody>
        {branches.outside.map((branch) => (
          <PartRow key={branch.name} {...row(branch)} />
        ))}
        {branches.inside.length > 0 && (
          <Sum
            label={t("pool")}
            minor={contributorsOf(branches)}
            currency={currency}
            percent={percents.pool}
            figure={`deal.contributors_part:${of}`}
            of
          />
        )}
        {branches.inside.map((branch) => (
          <PartRow key={branch.name} {...row(branch)} inside />
        ))}
        <Sum
          label={sum === branches.gross ? t("table.sum") : t("table.wrongSum")}
          minor={sum}
          currency={currency}
          percent={percents.whole}
          figure={`deal.gross:${of}`}
        />
      </TBody>
    </Table>
  );
}

type Figures = Readonly<{ currency: string; percent: string; figure: string }>;

function PartRow({
  branch,
  words,
  inside = false,
  ...figures
}: Figures & { branch: Branch; words: PartWords; inside?: boolean }) {
  return (
    <Tr>
      <Td>
        <span className={`flex items-start gap-2.5 ${inside ? "sm:pl-6" : ""}`}>
          <span aria-hidden="true" className={`mt-1.5 size-3 shrink-0 rounded-sm ${KEY[branch.tone]}`} />
          <span>
            {words.name}
            {words.hint && <span className="block text-sm text-muted">{words.hint}</span>}
          </span>
        </span>
      </Td>
      <Amounts minor={branch.minor} {...figures} />
    </Tr>
  );
}

function Sum({
  label,
  minor,
  of = false,
  ...figures
}: Figures & { label: string; minor: bigint; of?: boolean }) {
  return (
    <Tr className={of ? "font-medium" : "border-t border-t-rule-strong font-medium"}>
      <Td>{label}</Td>
      <Amounts minor={minor} {...figures} />
    </Tr>
  );
}

function Amounts({ minor, currency, percent, figure }: Figures & { minor: bigint }) {
  const t = useTranslations("flow");
  return (
    <>
      <Td numeric label={t("table.amount")}>
        <MoneyText money={{ currency, minor }} figure={figure} />
      </Td>
      <Td numeric label={t("table.ofGross")}>
        {percent}
      </Td>
    </>
  );
}
