import { HOUR_MS } from "@/kernel/time";

/**
 * What somebody typed, kept in this browser while they confirm who they are: a mailed link may open in another tab. Kept for
 * one person and one page, for an hour.
 */
const PREFIX = "remit:kept:";

export function keep(key: string, values: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify({ at: Date.now(), values }));
  } catch {
    // No storage (a private window, a full disk): the form still works, it only is not kept.
  }
}

/** Takes out what was kept under this key: it is in the form from then on. */
export function takeKept(key: string): unknown {
  try {
    const text = localStorage.getItem(PREFIX + key);
    if (text === null) return null;
    localStorage.removeItem(PREFIX + key);
    const { at, values } = JSON.parse(text) as { at: number; values: unknown };
    return Date.now() - at < HOUR_MS ? values : null;
  } catch {
    return null;
  }
}
