/** Minor units of one month, one number a source, in the order of the sources. */
export type Month = Readonly<{ month: string; parts: readonly bigint[] }>;

/** The months from `first` to `last` ("2026-03"), both included, oldest first. */
export function monthsBetween(first: string, last: string): readonly string[] {
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const count = Math.max(0, index(last) - index(first) + 1);
  return Array.from({ length: count }, (_, step) => {
    const at = index(first) + step;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  });
}

/** The month `back` months before: ("2026-03", 3) → "2025-12". */
export function monthsBefore(month: string, back: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - back;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
}

/** Round marks of an axis from nothing to at least `top`: one, two or five times a power of ten apart, five at most. */
export function axisMarks(top: bigint): readonly bigint[] {
  if (top <= 0n) return [0n, 1n];
  for (let power = 1n; ; power *= 10n)
    for (const times of [1n, 2n, 5n]) {
      const step = times * power;
      const steps = (top + step - 1n) / step;
      if (steps <= 4n) return Array.from({ length: Number(steps) + 1 }, (_, index) => BigInt(index) * step);
    }
}
