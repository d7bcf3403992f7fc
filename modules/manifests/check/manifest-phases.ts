/** The phases of a manifest's checks, in order; each can be run again. */
export const MANIFEST_PHASES = ["fetch", "split", "check", "duplicates", "store"] as const;
