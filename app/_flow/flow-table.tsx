import { useLocale, useTranslations } from "next-intl";
import { percentString } from "@/ui/format";
import { MoneyText } from "@/ui/money";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { type Branch, contributorsOf, type FlowBranches, sumOf } from "./branches";
import { KEY } from "./tones";

export type PartWords = Readonly<{ name: string; hint: string | null }>;

/** The same figures as the picture, with what they add up to: the sum is computed, not repeated. */
export function FlowTable({
  branches,
  currency,
  caption,
  words,
}: {
  branches: FlowBranches;
  currency: string;
  caption: string;
  words: (branch: Branch) => PartWords;
}) {
  const t = useTranslations("flow");
  const sum = sumOf(branches);
  const figures = { currency, gross: branches.gross };
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
          <PartRow key={branch.name} branch={branch} words={words(branch)} {...figures} />
        ))}
        {branches.inside.length > 0 && (
          <Sum label={t("pool")} minor={contributorsOf(branches)} {...figures} of />
        )}
        {branches.inside.map((branch) => (
          <PartRow key={branch.name} branch={branch} words={words(branch)} {...figures} inside />
        ))}
        <Sum label={sum === branches.gross ? t("table.sum") : t("table.wrongSum")} minor={sum} {...figures} />
      </TBody>
    </Table>
  );
}

type Figures = Readonly<{ currency: string; gross: bigint }>;

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

function Amounts({ minor, currency, gross }: Figures & { minor: bigint }) {
  const [t, locale] = [useTranslations("flow"), useLocale()];
  return (
    <>
      <Td numeric label={t("table.amount")}>
        <MoneyText money={{ currency, minor }} />
      </Td>
      <Td numeric label={t("table.ofGross")}>
        {percentString(minor, gross, locale)}
      </Td>
    </>
  );
}
