import { type Branch, contributorsOf, type FlowBranches } from "./branches";

/*
 * Where each band of the picture lies. Heights are pixels and are to scale within one picture; widths are parts of 1000 of
 * the wide picture, pixels of the narrow one. Every band is at least a hairline, every label has room of its own.
 */

const SCALE = 300;
const SLOT = 52;
const HAIRLINE = 1.5;

export type Band = Readonly<{ branch: Branch; from: number; to: number; thickness: number; labelAt: number }>;
export type WidePicture = Readonly<{
  height: number;
  gross: number;
  /** What leaves the gross: the platform's part, the fee, and the contributors' part as a whole. */
  first: readonly Band[];
  pool: Readonly<{ from: number; to: number; thickness: number; labelAt: number }> | null;
  /** What the contributors' part is divided into. */
  second: readonly Band[];
}>;

/** The picture from left to right: gross, then what leaves it, then what the contributors' part becomes. */
export function widePicture(branches: FlowBranches): WidePicture {
  const high = heightOf(branches.gross);
  let source = 0;
  let slot = 0;
  const first = branches.outside.map((branch) => {
    const band = bandAt(branch, high(branch.minor), source, slot);
    source += high(branch.minor);
    slot += Math.max(band.thickness, SLOT) + 8;
    return band;
  });
  const poolMinor = contributorsOf(branches);
  const thickness = high(poolMinor);
  const pool = poolMinor > 0n ? { from: source, to: slot, thickness, labelAt: slot + thickness / 2 } : null;
  let inside = slot;
  let below = slot;
  const second = branches.inside.map((branch) => {
    const band = bandAt(branch, high(branch.minor), inside, below);
    inside += high(branch.minor);
    below += Math.max(band.thickness, SLOT) + 8;
    return band;
  });
  return { height: Math.max(SCALE, slot + thickness, below) + 2, gross: SCALE, first, pool, second };
}

function bandAt(branch: Branch, thickness: number, from: number, slot: number): Band {
  const room = Math.max(thickness, SLOT);
  return { branch, from, to: slot + (room - thickness) / 2, thickness, labelAt: slot + room / 2 };
}

function heightOf(gross: bigint): (minor: bigint) => number {
  return (minor) =>
    gross === 0n ? HAIRLINE : Math.max(Number((minor * 1_000_000n) / gross) * (SCALE / 1e6), HAIRLINE);
}

const TRUNK = 88;
const STEP = 68;

export type Leaving = Readonly<{
  branch: Branch;
  /** The trunk's width above and below where this leaves it. */
  before: number;
  after: number;
  top: number;
  thickness: number;
  labelAt: number;
  height: number;
}>;
export type NarrowPicture = Readonly<{ height: number; trunk: number; leaving: readonly Leaving[] }>;

/** The same from top to bottom, for a phone: one stream that everything leaves in turn. */
export function narrowPicture({ gross, outside, inside }: FlowBranches): NarrowPicture {
  const wide = (minor: bigint) =>
    gross === 0n ? HAIRLINE : Math.max(Number((minor * 1_000_000n) / gross) * (TRUNK / 1e6), HAIRLINE);
  let left = gross;
  let top = 12;
  const leaving = [...outside, ...inside].map((branch) => {
    const thickness = wide(branch.minor);
    const height = Math.max(thickness + 24, STEP);
    const before = wide(left);
    left -= branch.minor;
    const after = left > 0n ? wide(left) : 0;
    const one = { branch, before, after, top, thickness, labelAt: top + height / 2, height };
    top += height;
    return one;
  });
  return { height: top + 4, trunk: TRUNK, leaving };
}
