import { useLocale, useTranslations } from "next-intl";
import { sumOf } from "@/kernel/sum";
import { Table, TBody, Td, THead, Th, Tr } from "../table/table";
import { type ChartUnit, fraction, largest, ticksUpTo, tickText, unitText } from "./chart-scale";
import { type ChartTone, ToneKey, toneBox } from "./chart-tones";

export type ChartSeries = Readonly<{ key: string; label: string; tone: ChartTone }>;
/** `values` has a whole number (minor units for money) for each series; one that is missing is zero. */
export type ChartColumn = Readonly<{
  key: string;
  label: string;
  values: Readonly<Record<string, string | bigint | undefined>>;
}>;

type Props = {
  label: string;
  series: readonly ChartSeries[];
  columns: readonly ChartColumn[];
  unit: ChartUnit;
  /** What a column is, as the heading of the table's first column: "Month". */
  columnHead: string;
};

/** Columns side by side, each stacked from its series, with the exact figures in a table behind one press. */
export function ColumnChart({ label, series, columns, unit, columnHead }: Props) {
  const t = useTranslations("ui.chart");
  return (
    <figure className="flex min-w-0 flex-col gap-4">
      <figcaption className="flex flex-wrap items-baseline gap-x-6 gap-y-1 text-sm">
        <span className="sr-only">{label}</span>
        {series.map((one) => (
          <span key={one.key} className="inline-flex items-center gap-2">
            <ToneKey tone={one.tone} />
            {one.label}
          </span>
        ))}
        {unit !== "count" && (
          <span translate="no" className="ml-auto text-muted">
            {unit.currency}
          </span>
        )}
      </figcaption>
      <Plot series={series} columns={columns} unit={unit} />
      <details className="text-sm">
        <summary className="link inline-block min-h-6">{t("asTable")}</summary>
        <div className="mt-3">
          <Figures label={label} series={series} columns={columns} unit={unit} columnHead={columnHead} />
        </div>
      </details>
    </figure>
  );
}

const amountOf = (column: ChartColumn, key: string): bigint => BigInt(column.values[key] ?? 0);
const totalOf = (column: ChartColumn, series: readonly ChartSeries[]): bigint =>
  sumOf(series, (one) => amountOf(column, one.key));

function Plot({ series, columns, unit }: Pick<Props, "series" | "columns" | "unit">) {
  const locale = useLocale();
  const ticks = ticksUpTo(largest(columns.map((column) => totalOf(column, series))));
  const top = ticks.at(-1) ?? 0n;
  const every = Math.max(1, Math.ceil(columns.length / 4));
  return (
    <div aria-hidden="true" translate="no" className="grid grid-cols-[auto_1fr] gap-x-2 text-xs text-muted">
      <div className="relative h-44 tabular-nums">
        {ticks.map((tick) => (
          <span
            key={String(tick)}
            className="absolute right-0 translate-y-1/2 leading-none"
            style={{ bottom: `${fraction(tick, top) * 100}%` }}
          >
            {tickText(tick, unit, locale)}
          </span>
        ))}
        {/* Keeps the column as wide as its widest label: the labels themselves are out of the flow. */}
        <span className="invisible">{tickText(top, unit, locale)}</span>
      </div>
      <div className="relative h-44">
        {ticks.map((tick) => (
          <span
            key={String(tick)}
            className="absolute inset-x-0 border-t"
            style={{ bottom: `${fraction(tick, top) * 100}%` }}
          />
        ))}
        <div className="absolute inset-0 flex">
          {columns.map((column) => (
            <Column key={column.key} {...{ column, series, unit, top, locale }} />
          ))}
        </div>
      </div>
      <span />
      <div className="mt-1.5 flex">
        {columns.map((column, index) => (
          <span key={column.key} className="flex min-w-0 flex-1 justify-center whitespace-nowrap">
            {index % every === 0 ? column.label : ""}
          </span>
        ))}
      </div>
    </div>
  );
}

/** One column: its parts from the bottom up, each with its exact figure on hover. */
function Column({
  column,
  series,
  unit,
  top,
  locale,
}: Pick<Props, "series" | "unit"> & { column: ChartColumn; top: bigint; locale: string }) {
  return (
    <div className="flex h-full min-w-0 flex-1 flex-col-reverse items-center">
      {series.map((one) => {
        const value = amountOf(column, one.key);
        if (value <= 0n) return null;
        return (
          <div
            key={one.key}
            title={`${column.label} · ${one.label} · ${unitText(value, unit, locale)}`}
            className={`min-h-px w-3/5 max-w-14 border-t border-paper ${toneBox(one.tone)}`}
            style={{ height: `${fraction(value, top) * 100}%` }}
          />
        );
      })}
    </div>
  );
}

function Figures({ label, series, columns, unit, columnHead }: Props) {
  const locale = useLocale();
  return (
    <Table caption={label}>
      <THead>
        <Tr>
          <Th>{columnHead}</Th>
          {series.map((one) => (
            <Th key={one.key} numeric>
              {one.label}
            </Th>
          ))}
        </Tr>
      </THead>
      <TBody>
        {columns.map((column) => (
          <Tr key={column.key}>
            <Td label={columnHead} translate="no">
              {column.label}
            </Td>
            {series.map((one) => (
              <Td key={one.key} numeric label={one.label}>
                <span translate="no">{unitText(amountOf(column, one.key), unit, locale)}</span>
              </Td>
            ))}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
