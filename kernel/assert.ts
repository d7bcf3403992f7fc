/** A broken assertion is our bug, never the caller's: it is not a DomainError and becomes a 500. */
export function assert(condition: boolean, fact: string): asserts condition {
  if (!condition) throw new Error(`invariant broken: ${fact}`);
}
