import { useLocale } from "next-intl";
import { type ReactNode, useId } from "react";
import { Table, TBody, Td, THead, Th, Tr } from "../table/table";
import { type ChartUnit, fraction, largest, unitText } from "./chart-scale";
import { type ChartTone, Hatch, ToneKey, toneFill } from "./chart-tones";

type Piece = Readonly<{ key: string; from: number; to: number; tone: ChartTone }>;
type Row = Readonly<{
  key: string;
  label: ReactNode;
  pieces: readonly Piece[];
  values: readonly ReactNode[];
  strong?: boolean;
}>;

type Head = Readonly<{ text: string; tone?: ChartTone }>;

/** A table whose second column draws the figures of its last columns: a chart that needs no separate table. */
function BarTable({
  caption,
  first,
  heads,
  rows,
}: {
  caption: string;
  first: string;
  heads: readonly Head[];
  rows: readonly Row[];
}) {
  const hatch = useId();
  return (
    <Table caption={caption}>
      <THead>
        <Tr>
          <Th>{first}</Th>
          <Th aria-hidden="true" className="w-1/2" />
          {heads.map((head) => (
            <Th key={head.text} numeric>
              <HeadText head={head} />
            </Th>
          ))}
        </Tr>
      </THead>
      <TBody>
        {rows.map((row) => (
          <Tr key={row.key} className={row.strong ? "font-medium" : undefined}>
            <Td className="sm:whitespace-nowrap">{row.label}</Td>
            <Td aria-hidden="true" className="align-middle max-sm:block">
              <svg
                viewBox="0 0 1000 20"
                preserveAspectRatio="none"
                role="presentation"
                className="block h-4 w-full"
              >
                <Hatch id={`${hatch}-${row.key}`} />
                {row.pieces.map((piece, index) => {
                  const height = 20 / row.pieces.length;
                  return (
                    <rect
                      key={piece.key}
                      x={piece.from * 1000}
                      width={Math.max((piece.to - piece.from) * 1000, piece.to > piece.from ? 2 : 0)}
                      y={index * height}
                      height={height - (row.pieces.length > 1 ? 1 : 0)}
                      {...toneFill(piece.tone, `${hatch}-${row.key}`)}
                    />
                  );
                })}
              </svg>
            </Td>
            {row.values.map((value, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table stay where they are
              <Td key={index} numeric label={heads.length > 1 ? <HeadText head={heads[index]} /> : undefined}>
                {value}
              </Td>
            ))}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function HeadText({ head }: { head: Head | undefined }) {
  if (head?.tone === undefined) return head?.text;
  return (
    <span className="inline-flex items-center gap-2">
      <ToneKey tone={head.tone} />
      {head.text}
    </span>
  );
}

export type HistogramBin = Readonly<{ key: string; label: ReactNode; values: readonly (string | bigint)[] }>;

/** How many fall into each range; with two series (before and after, say) one bar above the other. */
export function Histogram({
  caption,
  binHead,
  series,
  bins,
  unit = "count",
}: {
  caption: string;
  binHead: string;
  series: readonly { label: string; tone: ChartTone }[];
  bins: readonly HistogramBin[];
  unit?: ChartUnit;
}) {
  const locale = useLocale();
  const most = largest(bins.flatMap((bin) => bin.values.map(BigInt)));
  return (
    <BarTable
      caption={caption}
      first={binHead}
      heads={series.map(({ label, tone }) => (series.length > 1 ? { text: label, tone } : { text: label }))}
      rows={bins.map((bin) => ({
        key: bin.key,
        label: bin.label,
        pieces: bin.values.map((value, index) => ({
          key: String(index),
          from: 0,
          to: fraction(BigInt(value), most),
          tone: series[index]?.tone ?? "yours",
        })),
        values: bin.values.map((value) => unitText(BigInt(value), unit, locale)).map(notOurs),
      }))}
    />
  );
}

export type WaterfallStep = Readonly<{
  key: string;
  label: ReactNode;
  /** What is added, or taken when negative, in minor units. */
  minor: string | bigint;
  tone: ChartTone;
}>;

/** From a whole to what remains: each step starts where the one before it ended; the last line is what is left. */
export function Waterfall({
  caption,
  heads,
  whole,
  steps,
  rest,
  currency,
}: {
  caption: string;
  heads: readonly [step: string, amount: string];
  whole: { label: ReactNode; minor: string | bigint };
  steps: readonly WaterfallStep[];
  rest: { label: ReactNode; tone: ChartTone };
  currency: string;
}) {
  const locale = useLocale();
  const unit = { currency };
  const total = BigInt(whole.minor);
  let level = total;
  const text = (minor: bigint) => notOurs(unitText(minor, unit, locale));
  const bar = (low: bigint, high: bigint, tone: ChartTone): Piece[] => [
    { key: "bar", from: fraction(low, total), to: fraction(high, total), tone },
  ];
  const between = steps.map((step) => {
    const change = BigInt(step.minor);
    const before = level;
    level += change;
    const [low, high] = change < 0n ? [level, before] : [before, level];
    return {
      key: step.key,
      label: step.label,
      pieces: bar(low, high, step.tone),
      values: [text(change)],
    };
  });
  return (
    <BarTable
      caption={caption}
      first={heads[0]}
      heads={[{ text: heads[1] }]}
      rows={[
        {
          key: "whole",
          label: whole.label,
          pieces: bar(0n, total, "before"),
          values: [text(total)],
          strong: true,
        },
        ...between,
        {
          key: "rest",
          label: rest.label,
          pieces: bar(0n, level, rest.tone),
          values: [text(level)],
          strong: true,
        },
      ]}
    />
  );
}

const notOurs = (text: string) => (
  <span key={text} translate="no">
    {text}
  </span>
);
