/** How fast bytes went lately; kept outside of what is shown, so that every report counts. */
export type Speed = Readonly<{ points: readonly (readonly [ms: number, bytes: number])[] }>;

const WINDOW_MS = 5000;

export const NO_SPEED: Speed = { points: [] };

/** Pure: one report more, old ones forgotten. */
export function withReport(speed: Speed, ms: number, bytes: number): Speed {
  const recent = speed.points.filter(([at]) => ms - at <= WINDOW_MS);
  return { points: [...recent, [ms, bytes]] };
}

/** Bytes a second over the last seconds; null until there is enough to tell. */
export function bytesPerSecond({ points }: Speed): number | null {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || last[0] - first[0] < 400) return null;
  return Math.max(0, ((last[1] - first[1]) * 1000) / (last[0] - first[0]));
}
