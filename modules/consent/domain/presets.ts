import type { Currency } from "@/kernel/money";
import { allow, type Cell, type Conditions, DENY, everyUse, NO_CONDITIONS, type Terms } from "./terms";

export const PRESETS = ["never", "open_or_pay", "research_only", "paid_anything"] as const;
export type Preset = (typeof PRESETS)[number];

/** One cent per 1,000 tokens of a two-decimal currency: a starting point people are meant to change, not advice. */
export const SUGGESTED_FLOOR_MICROS = 10_000n;

/** The terms a preset stands for. `floorMicros` is the price per 1,000 tokens where the preset asks for one. */
export function presetTerms(
  preset: Preset,
  currency: Currency,
  floorMicros: bigint = SUGGESTED_FLOOR_MICROS,
): Terms {
  const whole = (open: Cell, closed: Cell, conditions: Conditions = NO_CONDITIONS): Terms => ({
    currency,
    uses: everyUse(() => ({ open, closed, conditions })),
  });
  switch (preset) {
    case "never":
      return whole(DENY, DENY);
    case "open_or_pay":
      return whole(allow(0n), allow(floorMicros));
    case "research_only":
      return whole(allow(0n), allow(0n), { ...NO_CONDITIONS, purposes: ["research"] });
    case "paid_anything":
      return whole(allow(floorMicros), allow(floorMicros));
  }
}
