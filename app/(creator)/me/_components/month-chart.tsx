import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { axisMarks, type Month } from "@/app/_earnings/month-series";
import { sum } from "@/kernel/sum";
import { cx } from "@/ui/cx";
import { decimalText } from "@/ui/text/decimal";
import { decimalsOf, monthString } from "@/ui/text/format";

/** How the parts of a bar look, the largest source first; the last is for all others. Told apart without colour too. */
export const LOOKS = ["accent", "ink", "hatched", "muted", "outlined"] as const;
type Look = (typeof LOOKS)[number];

const WIDTH = 1000;
const HEIGHT = 200;

/**
 * Bars by month, stacked by source. A month below zero (corrections) has no bar; only the table shows it. Screen readers do
 * not read the chart, so every page that shows it puts a table with the same figures next to it.
 */
export function MonthChart({
  months,
  currency,
  label,
  small = false,
}: {
  months: readonly Month[];
  currency: string;
  label: ReactNode;
  small?: boolean;
}) {
  const top = months.reduce((most, { parts }) => (above(parts) > most ? above(parts) : most), 0n);
  const marks = axisMarks(top);
  const scale = (minor: bigint) => Number((minor * 1_000_000n) / (marks.at(-1) ?? 1n)) * (HEIGHT / 1_000_000);
  return (
    <figure>
      <div aria-hidden="true" className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
        <Axis marks={marks} currency={currency} />
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          className={cx("w-full overflow-visible", small ? "h-28" : "h-48")}
        >
          <Hatch />
          {marks.map((mark) => (
            <line
              key={String(mark)}
              x1="0"
              x2={WIDTH}
              y1={HEIGHT - scale(mark)}
              y2={HEIGHT - scale(mark)}
              className={mark === 0n ? "stroke-rule-strong" : "stroke-rule"}
              vectorEffect="non-scaling-stroke"
            />
          ))}
          {months.map((month, index) => (
            <Stack key={month.month} month={month} at={index} of={months.length} scale={scale} />
          ))}
        </svg>
        <span />
        <MonthLabels months={months} />
      </div>
      <figcaption className="sr-only">{label}</figcaption>
    </figure>
  );
}

const above = (parts: readonly bigint[]): bigint => sum(parts.filter((part) => part > 0n));

function Stack({
  month,
  at,
  of,
  scale,
}: {
  month: Month;
  at: number;
  of: number;
  scale: (minor: bigint) => number;
}) {
  const slot = WIDTH / of;
  let y = HEIGHT;
  return month.parts.map((part, index) => {
    if (part <= 0n) return null;
    const height = Math.max(scale(part), 1);
    y -= height;
    return (
      <rect
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place among the sources
        key={index}
        x={at * slot + slot * 0.18}
        width={slot * 0.64}
        y={y}
        height={Math.max(height - 1, 1)}
        {...lookOf(index)}
      />
    );
  });
}

const PATTERN = "earnings-hatch";

function lookOf(index: number) {
  const look: Look = LOOKS[Math.min(index, LOOKS.length - 1)] ?? "outlined";
  switch (look) {
    case "accent":
      return { className: "fill-accent" };
    case "ink":
      return { className: "fill-ink" };
    case "hatched":
      return {
        fill: `url(#${PATTERN})`,
        className: "stroke-accent",
        vectorEffect: "non-scaling-stroke" as const,
      };
    case "muted":
      return { className: "fill-rule-strong" };
    case "outlined":
      return { className: "fill-wash stroke-rule-strong", vectorEffect: "non-scaling-stroke" as const };
  }
}

function Hatch() {
  return (
    <defs>
      <pattern id={PATTERN} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="8" height="8" className="fill-accent-wash" />
        <rect width="3" height="8" className="fill-accent" />
      </pattern>
    </defs>
  );
}

const KEYS: Record<Look, string> = {
  accent: "bg-accent",
  ink: "bg-ink",
  hatched:
    "border border-accent bg-[repeating-linear-gradient(45deg,var(--accent)_0_2px,transparent_2px_5px)]",
  muted: "bg-rule-strong",
  outlined: "border border-rule-strong bg-wash",
};

/** The mark of a source, next to its name. */
export function LookKey({ index }: { index: number }) {
  const look: Look = LOOKS[Math.min(index, LOOKS.length - 1)] ?? "outlined";
  return <span aria-hidden="true" className={`inline-block size-3 shrink-0 rounded-sm ${KEYS[look]}`} />;
}

function Axis({ marks, currency }: { marks: readonly bigint[]; currency: string }) {
  const locale = useLocale();
  const format = { decimals: decimalsOf(currency), decimalsMin: 0, signed: false };
  return (
    <div
      data-axis
      translate="no"
      className="flex flex-col-reverse justify-between text-right text-xs text-muted tabular-nums"
    >
      {marks.map((mark, index) => (
        <span key={String(mark)} className="-my-2 leading-4">
          {decimalText(mark, format, locale)}
          {index === marks.length - 1 && ` ${currency}`}
        </span>
      ))}
    </div>
  );
}

/** As many names as fit: every month up to twelve, then every third. */
function MonthLabels({ months }: { months: readonly Month[] }) {
  const locale = useLocale();
  const every = months.length <= 6 ? 1 : months.length <= 12 ? 2 : Math.ceil(months.length / 6);
  return (
    <div translate="no" className="mt-1.5 flex text-xs text-muted">
      {months.map(({ month }, index) => (
        <span
          key={month}
          className={cx(
            "flex w-0 flex-1 whitespace-nowrap",
            index === months.length - 1 ? "justify-end" : "justify-center",
            (months.length - 1 - index) % (every * 2) !== 0 && "max-sm:invisible",
          )}
        >
          {(months.length - 1 - index) % every === 0 ? shortMonth(month, locale) : ""}
        </span>
      ))}
    </div>
  );
}

/** "Oct" with the year where it begins: "Jan 26". */
function shortMonth(month: string, locale: string): string {
  const [name = ""] = monthString(`${month}-01T00:00:00Z`, locale).split(" ");
  return `${name.slice(0, 3)} ${month.slice(2, 4)}`;
}
