import type { FlowTone } from "./branches";

/** The solid end of a band, and the square next to its name. */
export const SOLID: Readonly<Record<FlowTone, string>> = {
  kept: "fill-rule-strong",
  fee: "fill-ink",
  yours: "fill-accent",
  waiting: "fill-waiting",
  held: "fill-accent/60",
  reserve: "fill-waiting/60",
};

/** The band itself: pale, so that ink can be read on it in both modes. */
export const PALE: Readonly<Record<FlowTone, string>> = {
  kept: "fill-rule",
  fee: "fill-rule",
  yours: "fill-accent/30",
  waiting: "fill-waiting-wash",
  held: "fill-accent-wash",
  reserve: "fill-waiting-wash",
};

export const KEY: Readonly<Record<FlowTone, string>> = {
  kept: "bg-rule-strong",
  fee: "bg-ink",
  yours: "bg-accent",
  waiting: "bg-waiting",
  held: "bg-accent/60",
  reserve: "bg-waiting/60",
};
