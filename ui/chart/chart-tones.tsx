/** What a part of a chart stands for; the same meaning has the same colour on every page. */
export type ChartTone = "yours" | "waiting" | "held" | "kept" | "fee" | "loss" | "before";

const FILL: Record<Exclude<ChartTone, "held">, string> = {
  yours: "fill-accent",
  waiting: "fill-waiting",
  kept: "fill-rule-strong",
  fee: "fill-ink",
  loss: "fill-refusal",
  before: "fill-rule-strong",
};
const KEY: Record<ChartTone, string> = {
  yours: "bg-accent",
  waiting: "bg-waiting",
  held: "bg-[repeating-linear-gradient(45deg,var(--accent)_0_2px,transparent_2px_5px)] border border-accent",
  kept: "bg-rule-strong",
  fee: "bg-ink",
  loss: "bg-refusal",
  before: "bg-rule-strong",
};

/** The fill of a shape. `hatch` is the id of the Hatch drawn in the same picture. */
export function toneFill(tone: ChartTone, hatch: string): { fill: string } | { className: string } {
  return tone === "held" ? { fill: `url(#${hatch})` } : { className: FILL[tone] };
}

/** Stripes for what is held: it stays apart from what is paid without its colour. */
export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="8" height="8" className="fill-accent-wash" />
        <rect width="3" height="8" className="fill-accent" />
      </pattern>
    </defs>
  );
}

/** The same colours for a box of HTML. */
export const toneBox = (tone: ChartTone): string => KEY[tone];

/** The small square next to a label that shows which colour is meant. */
export function ToneKey({ tone }: { tone: ChartTone }) {
  return <span aria-hidden="true" className={`inline-block size-3 shrink-0 rounded-sm ${KEY[tone]}`} />;
}
