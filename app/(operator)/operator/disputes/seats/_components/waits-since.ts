import type { HeldSeatWire } from "@/modules/settlement/held-seats-schema";

/** Since when money of a seat waits for a decision: it has come, and nobody can accept the seat. */
export function waitsSince({ givenUpAt, held }: Pick<HeldSeatWire, "givenUpAt" | "held">): string {
  const first = held.map(({ since }) => since).sort()[0] ?? givenUpAt;
  return first > givenUpAt ? first : givenUpAt;
}
