/**
 * QR codes (ISO/IEC 18004) as a camera reads them from a screen: bytes, error correction level M, versions 1 to 10, mask 0.
 * Which of the eight masks is taken stands in the code itself, so that one is enough for every reader.
 */
const CHECK_BYTES = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5];
/** What a format of level M and mask 0 is written as (its 15 bits with their check bits, masked). */
const FORMAT = 0x5412;

type Grid = (boolean | null)[][];

/** Rows of dark (true) and light modules, without the quiet zone around them; null for a text that is too long. */
export function qrModules(text: string): readonly (readonly boolean[])[] | null {
  const data = new TextEncoder().encode(text);
  const version = BLOCKS.findIndex((_, index) => data.length <= roomOf(index + 1)) + 1;
  if (version === 0) return null;
  const grid = withPatterns(version);
  place(grid, interleaved(version, packed(version, data)));
  return grid.map((row) => row.map((dark) => dark === true));
}

const sizeOf = (version: number) => 17 + 4 * version;
const lengthBits = (version: number) => (version < 10 ? 8 : 16);
const at = (list: readonly number[], version: number) => list[version - 1] ?? 0;

/** All codewords of a version: the modules that no pattern takes, eight to one. */
function codewords(version: number): number {
  const rows = version < 2 ? 0 : Math.floor(version / 7) + 2;
  const alignment = rows === 0 ? 0 : (25 * rows - 10) * rows - 55;
  return Math.floor(((16 * version + 128) * version + 64 - alignment - (version < 7 ? 0 : 36)) / 8);
}

const dataWords = (version: number) => codewords(version) - at(CHECK_BYTES, version) * at(BLOCKS, version);
const roomOf = (version: number) => Math.floor((dataWords(version) * 8 - 4 - lengthBits(version)) / 8);

/** Mode, length, the bytes, an end, and the filling. */
function packed(version: number, data: Uint8Array): number[] {
  const bits = `0100${data.length.toString(2).padStart(lengthBits(version), "0")}${[...data]
    .map((byte) => byte.toString(2).padStart(8, "0"))
    .join("")}`;
  const ended = bits + "0".repeat(Math.min(4, dataWords(version) * 8 - bits.length));
  const whole = ended.padEnd(Math.ceil(ended.length / 8) * 8, "0");
  const words = (whole.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  for (let fill = 0xec; words.length < dataWords(version); fill ^= 0xec ^ 0x11) words.push(fill);
  return words;
}

/** The blocks' bytes by turns, then their check bytes by turns; the longer blocks come last. */
function interleaved(version: number, data: readonly number[]): number[] {
  const [count, check] = [at(BLOCKS, version), at(CHECK_BYTES, version)];
  const short = Math.floor(data.length / count);
  const longer = data.length % count;
  let from = 0;
  const blocks = Array.from({ length: count }, (_, index) => {
    const to = from + short + (index < count - longer ? 0 : 1);
    const block = data.slice(from, to);
    from = to;
    return block;
  });
  const checks = blocks.map((block) => remainder(block, check));
  const byTurns = (lists: readonly number[][], length: number) =>
    Array.from({ length }, (_, index) => lists.flatMap((list) => list[index] ?? [])).flat();
  return [...byTurns(blocks, short + 1), ...byTurns(checks, check)];
}

/** Reed-Solomon check bytes: the remainder by the product of (x - 2^i) over GF(256) with 0x11d. */
function remainder(block: readonly number[], degree: number): number[] {
  let divisor = [1];
  for (let i = 0, root = 1; i < degree; i += 1, root = times(root, 2)) {
    const shifted = [...divisor, 0];
    divisor = shifted.map((value, index) => value ^ times(divisor[index - 1] ?? 0, root));
  }
  let rest = new Array<number>(degree).fill(0);
  for (const byte of block) {
    const factor = byte ^ (rest[0] ?? 0);
    rest = [...rest.slice(1), 0].map((value, index) => value ^ times(divisor[index + 1] ?? 0, factor));
  }
  return rest;
}

function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((b >> bit) & 1) * a;
  }
  return product;
}

/** Finders, alignments, timing, format and version; what is left for the data is null. */
function withPatterns(version: number): Grid {
  const size = sizeOf(version);
  const grid: Grid = Array.from({ length: size }, () => new Array<boolean | null>(size).fill(null));
  const set = (x: number, y: number, dark: boolean) => {
    const row = grid[y];
    if (row !== undefined && x >= 0 && x < size) row[x] = dark;
  };
  for (let i = 0; i < size; i += 1) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  /** Square rings around a middle: which distances are dark. */
  const rings = (cx: number, cy: number, radius: number, dark: (distance: number) => boolean) => {
    for (let dy = -radius; dy <= radius; dy += 1)
      for (let dx = -radius; dx <= radius; dx += 1)
        set(cx + dx, cy + dy, dark(Math.max(Math.abs(dx), Math.abs(dy))));
  };
  const middles = alignmentsOf(version);
  for (const [x, y] of middles) rings(x, y, 2, (distance) => distance !== 1);
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    rings(x, y, 4, (distance) => distance !== 2 && distance !== 4);
  const bit = (bits: number, index: number) => ((bits >> index) & 1) === 1;
  for (let i = 0; i < 15; i += 1) {
    // Once around the first finder, leaving out the timing, and once along the other two.
    if (i < 8) set(8, i < 6 ? i : i + 1, bit(FORMAT, i));
    else set(i === 8 ? 7 : 14 - i, 8, bit(FORMAT, i));
    if (i < 8) set(size - 1 - i, 8, bit(FORMAT, i));
    else set(8, size - 15 + i, bit(FORMAT, i));
  }
  set(8, size - 8, true);
  if (version >= 7) {
    let rest = version;
    for (let i = 0; i < 12; i += 1) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
    const bits = (version << 12) | rest;
    for (let i = 0; i < 18; i += 1) {
      set(size - 11 + (i % 3), Math.floor(i / 3), bit(bits, i));
      set(Math.floor(i / 3), size - 11 + (i % 3), bit(bits, i));
    }
  }
  return grid;
}

/** The middles of the alignment patterns: a lattice without the three corners the finders stand in. */
function alignmentsOf(version: number): readonly (readonly [number, number])[] {
  if (version === 1) return [];
  const last = sizeOf(version) - 7;
  const lines = version < 7 ? [6, last] : [6, 6 + (last - 6) / 2, last];
  return lines
    .flatMap((x) => lines.map((y) => [x, y] as const))
    .filter(([x, y]) => !((x === 6 && (y === 6 || y === last)) || (x === last && y === 6)));
}

/** Bits in pairs of columns from the right, up and down by turns, around the upright timing; masked like a chessboard. */
function place(grid: Grid, words: readonly number[]): void {
  const size = grid.length;
  let next = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const upward = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step += 1) {
      const y = upward ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        const row = grid[y];
        if (row === undefined || row[x] !== null) continue;
        const dark = (((words[next >> 3] ?? 0) >> (7 - (next & 7))) & 1) === 1;
        row[x] = dark !== ((x + y) % 2 === 0);
        next += 1;
      }
    }
  }
}
