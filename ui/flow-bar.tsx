import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { percentString } from "./format";
import { MoneyText, type WireMoney } from "./money";
import { Table, TBody, Td, THead, Th, Tr } from "./table";

export type FlowTone = "yours" | "waiting" | "held" | "kept" | "fee";
export type FlowPart = { key: string; label: ReactNode; money: WireMoney; tone: FlowTone; hint?: ReactNode };

const FILL: Record<Exclude<FlowTone, "held">, string> = {
  yours: "fill-accent",
  waiting: "fill-waiting",
  kept: "fill-rule-strong",
  fee: "fill-ink",
};
const KEY: Record<FlowTone, string> = {
  yours: "bg-accent",
  waiting: "bg-waiting",
  held: "bg-[repeating-linear-gradient(45deg,var(--accent)_0_2px,transparent_2px_5px)] border border-accent",
  kept: "bg-rule-strong",
  fee: "bg-ink",
};

/** Where every cent of one sum goes: a bar to scale, and the same figures in a table beside it. Parts must add up to `total`. */
export function FlowBar({
  total,
  parts,
  label,
}: {
  total: WireMoney;
  parts: readonly FlowPart[];
  label: string;
}) {
  const t = useTranslations("ui.flow");
  const locale = useLocale();
  const whole = BigInt(total.minor);
  const shown = parts.filter((part) => BigInt(part.money.minor) > 0n);
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
        <defs>
          <pattern
            id={hatch}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="8" height="8" className="fill-accent-wash" />
            <rect width="3" height="8" className="fill-accent" />
          </pattern>
        </defs>
        {rects.map((rect) => (
          <rect
            key={rect.key}
            x={rect.x}
            y="0"
            width={Math.max(rect.width - 2, 1.5)}
            height="56"
            {...(rect.tone === "held" ? { fill: `url(#${hatch})` } : { className: FILL[rect.tone] })}
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
          {parts.map((part) => (
            <Tr key={part.key}>
              <Td>
                <span className="flex items-start gap-2.5">
                  <span
                    aria-hidden="true"
                    className={`mt-1.5 size-3 shrink-0 rounded-sm ${KEY[part.tone]}`}
                  />
                  <span>
                    {part.label}
                    {part.hint && <span className="block text-sm text-muted">{part.hint}</span>}
                  </span>
                </span>
              </Td>
              <Td numeric label={t("amount")}>
                <MoneyText money={part.money} />
              </Td>
              <Td numeric label={t("part")}>
                {percentString(BigInt(part.money.minor), whole, locale)}
              </Td>
            </Tr>
          ))}
          <Tr className="border-t border-t-rule-strong font-medium">
            <Td>{t("whole")}</Td>
            <Td numeric label={t("amount")}>
              <MoneyText money={total} />
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
