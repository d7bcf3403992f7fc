import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SplitFiles } from "@/app/_allocation/split-files";
import type { PaymentWire } from "@/modules/earnings/schema";
import { Section } from "@/ui/page/page";
import { Code } from "@/ui/text/code";
import { Definitions } from "@/ui/text/definition";
import { TextLink } from "@/ui/text/text-link";
import { named } from "../../../_components/named";

/** How the reader finds their own line in the published files, the files, and one block that names it all. */
export function CheckIt({ payment }: { payment: PaymentWire }) {
  const t = useTranslations("payments.check");
  const guide = (words: ReactNode) => <TextLink href="/docs/recompute">{words}</TextLink>;
  const id = payment.allocationId;
  return (
    <Section title={t("title")} lead={t.rich("lead", { guide })}>
      <SplitFiles allocationId={id} />
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
