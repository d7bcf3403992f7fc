import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PaymentWire } from "@/modules/allocation/own-schema";
import { LinkButton } from "@/ui/button";
import { Code } from "@/ui/code";
import { Definitions } from "@/ui/definition";
import { Section } from "@/ui/page";
import { TextLink } from "@/ui/text-link";
import { named } from "../../../_components/named";

const FILES = [
  ["weights.parquet", "weights"],
  ["recipe.sql", "recipe"],
  ["shares.csv", "sharesCsv"],
  ["shares.parquet", "sharesParquet"],
] as const;

/** How the reader finds their own line in the published files, the files, and one block that names it all. */
export function CheckIt({ payment }: { payment: PaymentWire }) {
  const t = useTranslations("payments.check");
  const guide = (words: ReactNode) => <TextLink href="/docs/recompute">{words}</TextLink>;
  const id = payment.allocationId;
  return (
    <Section title={t("title")} lead={t.rich("lead", { guide })}>
      <ul aria-label={t("files")} className="flex flex-wrap gap-3 print:hidden">
        {FILES.map(([file, label]) => (
          <li key={file}>
            <LinkButton
              href={`/api/v1/allocations/${id}/${file}`}
              variant="secondary"
              prefetch={false}
              download
            >
              {t(label)}
            </LinkButton>
          </li>
        ))}
      </ul>
      <Definitions
        items={[
          ...payment.lines.map((line) => ({
            term: t.rich("pseudonym", { name: named(line.contributor) }),
            value: <Id>{line.pseudonym}</Id>,
          })),
          { term: t("digest"), value: <Id>{payment.digest ?? ""}</Id> },
          { term: t("split"), value: <Id>{id}</Id> },
        ]}
      />
      <div translate="no" className="print:hidden">
        <Code label={t("verification")}>{verification(payment)}</Code>
      </div>
    </Section>
  );
}

function Id({ children }: { children: string }) {
  return (
    <span translate="no">
      <Code inline>{children}</Code>
    </span>
  );
}

/** The facts another person, or a program, needs to check the amount; field names are those of the API. */
function verification(payment: PaymentWire): string {
  return [
    `allocationId: ${payment.allocationId}`,
    `digest: ${payment.digest}`,
    ...payment.lines.map((line) => `pseudonym: ${line.pseudonym}, shareMinor: ${line.share.minor}`),
    `recipe: /api/v1/allocations/${payment.allocationId}/recipe.sql`,
    `shares: /api/v1/allocations/${payment.allocationId}/shares.csv`,
  ].join("\n");
}
