import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Table, TBody, Td, THead, Th, Tr } from "../table/table";
import { percentString, percentStrings } from "../text/format";
import { MoneyText, type WireMoney } from "../text/money";
import { type ChartTone, Hatch, ToneKey, toneFill } from "./chart-tones";

export type FlowTone = Extract<ChartTone, "yours" | "waiting" | "held" | "kept" | "fee">;
export type FlowPart = {
  key: string;
  label: ReactNode;
  money: WireMoney;
  tone: FlowTone;
  hint?: ReactNode;
};

/**
 * Shows where every cent of one sum goes: a bar to scale, and a table with the same figures. Parts must add up to `total`.
 * `figure` names a part by its key, and the total as "gross".
 */
export function FlowBar({
  total,
  figure,
  parts,
  label,
}: {
  total: WireMoney;
  figure: (part: string) => string;
  parts: readonly FlowPart[];
  label: string;
}) {
  const t = useTranslations("ui.flow");
  const locale = useLocale();
  const whole = BigInt(total.minor);
  const shown = parts.filter((part) => BigInt(part.money.minor) > 0n);
  const percents = percentStrings(
    parts.map((part) => BigInt(part.money.minor)),
    whole,
    locale,
  );
  const hatch = useId();
  let x = 0;
  const rects = shown.map((part) => {
    const width = whole === 0n ? 0 : Number((BigInt(part.money.minor) * 1_000_000n) / whole) / 1000;
    const rect = { key: part.key, x, width, tone: part.tone };
    x += width;
    return rect;
  });
  return (
    <figure className="flex flex-col gap-5">
      <svg
        viewBox="0 0 1000 56"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="h-12 w-full rounded"
      >
        <Hatch id={hatch} />
        {rects.map((rect) => (
          <rect
            key={rect.key}
            x={rect.x}
            y="0"
            width={Math.max(rect.width - 2, 1.5)}
            height="56"
            {...toneFill(rect.tone, hatch)}
          />
        ))}
      </svg>
      <figcaption className="sr-only">{label}</figcaption>
      <Table caption={label}>
        <THead>
          <Tr>
            <Th>{t("where")}</Th>
            <Th numeric>{t("amount")}</Th>
            <Th numeric>{t("part")}</Th>
          </Tr>
        </THead>
        <TBody>
          {parts.map((part, at) => (
            <Tr key={part.key}>
              <Td>
                <span className="flex items-start gap-2.5">
                  <span className="mt-0.5">
                    <ToneKey tone={part.tone} />
                  </span>
                  <span>
                    {part.label}
                    {part.hint && <span className="block text-sm text-muted">{part.hint}</span>}
                  </span>
                </span>
              </Td>
              <Td numeric label={t("amount")}>
                <MoneyText money={part.money} figure={figure(part.key)} />
              </Td>
              <Td numeric label={t("part")}>
                {percents[at]}
              </Td>
            </Tr>
          ))}
          <Tr className="border-t border-t-rule-strong font-medium">
            <Td>{t("whole")}</Td>
            <Td numeric label={t("amount")}>
              <MoneyText money={total} figure={figure("gross")} />
            </Td>
            <Td numeric label={t("part")}>
              {percentString(whole, whole, locale)}
            </Td>
          </Tr>
        </TBody>
      </Table>
    </figure>
  );
}
