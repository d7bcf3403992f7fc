import { useLocale, useTranslations } from "next-intl";
import { Own } from "@/app/_manifests/bytes-text.client";
import { sumOf } from "@/kernel/sum";
import type { ClearanceWire, CoverageWire } from "@/modules/clearance/schema";
import { Section } from "@/ui/page/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { percentString } from "@/ui/text/format";
import { MoneyText } from "@/ui/text/money";
import { NumberText } from "@/ui/text/numbers";

type Group = CoverageWire["groups"][number];

/** Colour never says it alone: the table names each group in the same order. */
const FILL: Record<Group["group"], string> = {
  cleared: "bg-accent",
  unset: "bg-waiting",
  refused: "bg-refusal",
  unmatched: "bg-ink",
  deleted: "bg-rule-strong",
};

const tokensOf = (groups: readonly Group[]): bigint => sumOf(groups, (group) => BigInt(group.tokens));

type Props = { coverage: CoverageWire; basis: ClearanceWire["basis"]; licensee: string; of: string };

/** How much of the manifest is in the licence: a sentence, a bar to scale, and every figure. */
export function CoveragePart({ coverage, basis, licensee, of }: Props) {
  const t = useTranslations("clearance.coverage");
  const locale = useLocale();
  const { groups } = coverage;
  const inside = groups.filter((group) => group.included);
  const all = tokensOf(groups);
  const sum = (some: readonly Group[], what: "rows" | "contributors") =>
    some.reduce((total, group) => total + Number(group[what]), 0);
  const words = {
    rows: sum(inside, "rows"),
    contributors: sum(inside, "contributors"),
    licensee: () => <Own>{licensee}</Own>,
  };
  return (
    <Section title={t("title")}>
      <p className="max-w-[68ch]">
        <strong className="block font-serif text-2xl font-semibold">
          {all === 0n
            ? t("headlineNone")
            : t("headline", { part: percentString(tokensOf(inside), all, locale) })}
        </strong>
        <span className="mt-1 block text-muted">
          {groups.every((group) => group.rows === "0")
            ? t("headlineNoneLead")
            : t.rich(basis === "consent" ? "headlineLead" : "headlineTerms", words)}
        </span>
      </p>
      <div role="img" aria-label={t("barLabel")} className="flex h-10 gap-0.5 overflow-hidden rounded">
        {groups
          .filter((group) => BigInt(group.tokens) > 0n)
          .map((group) => (
            <div
              key={group.group}
              className={`min-w-1 print:border print:border-ink ${FILL[group.group]}`}
              style={{
                flexGrow: Number((BigInt(group.tokens) * 100_000n) / (all === 0n ? 1n : all)),
                flexBasis: 0,
              }}
            />
          ))}
      </div>
      <Groups groups={groups} basis={basis} of={of} />
    </Section>
  );
}

function Groups({
  groups,
  basis,
  of,
}: {
  groups: readonly Group[];
  basis: ClearanceWire["basis"];
  of: string;
}) {
  const t = useTranslations("clearance.coverage");
  const hint = (group: Group["group"]) =>
    group === "unset"
      ? t(basis === "consent" ? "groups.unset.hintConsent" : "groups.unset.hintTerms")
      : t(`groups.${group}.hint`);
  const total = (what: "rows" | "tokens") => sumOf(groups, (group) => BigInt(group[what]));
  const currency = groups[0]?.money.currency ?? "";
  const minor = sumOf(groups, (group) => BigInt(group.money.minor));
  return (
    <Table caption={t("caption")}>
      <THead>
        <Tr>
          <Th>{t("group")}</Th>
          <Th numeric>{t("rows")}</Th>
          <Th numeric>{t("tokens")}</Th>
          <Th numeric>{t("contributors")}</Th>
          <Th numeric>{t("money")}</Th>
        </Tr>
      </THead>
      <TBody>
        {groups.map((group) => (
          <Tr key={group.group}>
            <Td>
              <span className="flex items-start gap-2.5">
                <span
                  aria-hidden="true"
                  className={`mt-1.5 size-3 shrink-0 rounded-sm ${FILL[group.group]}`}
                />
                <span>
                  <span className="font-medium">{t(`groups.${group.group}.label`)}</span>{" "}
                  <span className={`text-sm ${group.included ? "text-accent" : "text-muted"}`}>
                    · {t(group.included ? "in" : "out")}
                  </span>
                  <span className="block text-sm text-muted">{hint(group.group)}</span>
                </span>
              </span>
            </Td>
            <Figures
              rows={group.rows}
              tokens={group.tokens}
              money={group.money}
              figure={(what) => `coverage.${group.group}.${what}:${of}`}
            >
              {group.group === "unmatched" ? (
                "–"
              ) : (
                <NumberText
                  value={group.contributors}
                  figure={`coverage.${group.group}.contributors:${of}`}
                />
              )}
            </Figures>
          </Tr>
        ))}
        <Tr className="border-t border-t-rule-strong font-medium">
          <Td>{t("whole")}</Td>
          <Figures
            rows={total("rows")}
            tokens={total("tokens")}
            money={{ currency, minor }}
            figure={(what) => `coverage.all.${what}:${of}`}
          >
            –
          </Figures>
        </Tr>
      </TBody>
    </Table>
  );
}

type FiguresProps = {
  rows: string | bigint;
  tokens: string | bigint;
  money: { currency: string; minor: string | bigint };
  /** How many contributors; they are not added up, since one may be in several groups. */
  children: React.ReactNode;
  figure: (what: "rows" | "tokens" | "money") => string;
};

function Figures({ rows, tokens, money, children, figure }: FiguresProps) {
  const t = useTranslations("clearance.coverage");
  return (
    <>
      <Td numeric label={t("rows")}>
        <NumberText value={rows} figure={figure("rows")} />
      </Td>
      <Td numeric label={t("tokens")}>
        <NumberText value={tokens} figure={figure("tokens")} />
      </Td>
      <Td numeric label={t("contributors")}>
        {children}
      </Td>
      <Td numeric label={t("money")}>
        <MoneyText money={money} figure={figure("money")} />
      </Td>
    </>
  );
}
