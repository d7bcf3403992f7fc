import { sum, sumOf } from "@/kernel/sum";
import type { DealFlowWire, FlowPartName } from "@/modules/earnings/flow-schema";
import { percentTenths, tenthsString } from "@/ui/text/format";

/** How a part is drawn: kept by others, the contributors' own, waiting for somebody, held back. */
export type FlowTone = "kept" | "fee" | "yours" | "waiting" | "held" | "reserve";
export type Branch = Readonly<{ name: FlowPartName; minor: bigint; tone: FlowTone }>;
/** A deal's gross as what leaves it for others (`outside`) and what is the contributors' (`inside`). */
export type FlowBranches = Readonly<{ gross: bigint; outside: readonly Branch[]; inside: readonly Branch[] }>;

const TONES: Readonly<Record<FlowPartName, FlowTone>> = {
  retained: "kept",
  fee: "fee",
  undivided: "waiting",
  payable: "yours",
  paid_out: "yours",
  unsplit: "yours",
  unclaimed: "held",
  held: "waiting",
  reserve: "reserve",
  released: "yours",
};
const OUTSIDE: readonly FlowPartName[] = ["retained", "fee", "undivided"];
const ORDER: readonly FlowPartName[] = [
  "paid_out",
  "payable",
  "unsplit",
  "released",
  "unclaimed",
  "held",
  "reserve",
];

/** The parts of a flow in the order of the picture. */
export function branchesOf(flow: Pick<DealFlowWire, "grossMinor" | "parts">): FlowBranches {
  const of = (names: readonly FlowPartName[]) =>
    names.flatMap((name) =>
      flow.parts
        .filter((part) => part.name === name)
        .map((part): Branch => ({ name, minor: BigInt(part.minor), tone: TONES[name] })),
    );
  return { gross: BigInt(flow.grossMinor), outside: of(OUTSIDE), inside: of(ORDER) };
}

/** All that is the contributors'. */
export function contributorsOf({ inside }: FlowBranches): bigint {
  return sumOf(inside, ({ minor }) => minor);
}

/** What the parts come to; equal to the gross or something is wrong. */
export function totalOf({ outside, inside }: FlowBranches): bigint {
  return sumOf([...outside, ...inside], ({ minor }) => minor);
}

/** What each part is of the gross, in percent; the texts of the picture and of the table add up to 100. */
export function percentsOf(branches: FlowBranches, locale: string) {
  const { gross: whole, outside, inside } = branches;
  const all = [...outside, ...inside];
  const tenths = percentTenths(
    all.map(({ minor }) => minor),
    whole,
  );
  const text = (value: bigint, part: bigint) =>
    whole === 0n ? "–" : tenthsString({ tenths: value, part, whole }, locale);
  const pool = sum(tenths.slice(outside.length));
  return {
    of: ({ name, minor }: Branch) =>
      text(tenths[all.findIndex((branch) => branch.name === name)] ?? 0n, minor),
    pool: text(pool, contributorsOf(branches)),
    whole: text(sum(tenths), totalOf(branches)),
  };
}
