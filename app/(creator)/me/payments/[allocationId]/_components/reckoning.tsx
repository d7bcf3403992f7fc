import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "@/ui/cx";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";

/** A step's place in the waterfall: from where to where, as parts of the tallest sum; less than nothing takes away. */
export type Fall = Readonly<{ from: number; to: number; kind: "all" | "sum" | "less" | "more" }>;

export type Step = Readonly<{
  key: string;
  what: ReactNode;
  how?: ReactNode;
  number: ReactNode;
  fall?: Fall;
  result?: boolean;
}>;

/** A reckoning: a table of what, why and how much, with a waterfall drawn through it so that sums can be seen falling. */
export function Reckoning({ steps, label }: { steps: readonly Step[]; label: ReactNode }) {
  const t = useTranslations("payments.columns");
  return (
    <Table caption={label}>
      <THead>
        <Tr>
          <Th className="first:pl-2">{t("step")}</Th>
          <Th className="w-2/5" aria-hidden="true">
            <span className="max-md:sr-only">{t("picture")}</span>
          </Th>
          <Th numeric className="last:pr-2">
            {t("number")}
          </Th>
        </Tr>
      </THead>
      <TBody>
        {steps.map((step) => (
          <Tr
            key={step.key}
            className={cx("break-inside-avoid", step.result && "bg-wash font-medium print:bg-transparent")}
          >
            <Td className="align-top max-sm:block sm:first:pl-2">
              {step.what}
              {step.how && <span className="block text-sm font-normal text-muted">{step.how}</span>}
            </Td>
            <Td aria-hidden="true" className="align-middle max-sm:block [&>span]:w-full">
              {step.fall && <Bar fall={step.fall} />}
            </Td>
            <Td numeric className="max-sm:block sm:last:pr-2">
              {step.number}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

const FILL: Record<Fall["kind"], string> = {
  all: "fill-ink",
  sum: "fill-accent",
  less: "fill-rule-strong",
  more: "fill-ink",
};

function Bar({ fall }: { fall: Fall }) {
  const x = Math.min(fall.from, fall.to) * 1000;
  const width = Math.max(Math.abs(fall.to - fall.from) * 1000, 3);
  return (
    <svg viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true" className="block h-5 w-full">
      <line x1="0" x2="1000" y1="10" y2="10" className="stroke-rule" vectorEffect="non-scaling-stroke" />
      <rect x={Math.min(x, 997)} width={width} y="2" height="16" className={FILL[fall.kind]} />
    </svg>
  );
}
