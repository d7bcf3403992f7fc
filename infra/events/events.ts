import type { z } from "zod";
import type { Json } from "@/kernel/canonical-json";

declare const fromCatalogue: unique symbol;

/**
 * An event: something that happened. Only a catalogue makes one, so that every stored payload has the shape its catalogue
 * describes. Payloads carry ids, not copies.
 */
export type DomainEvent = Readonly<{
  type: string;
  payload: Readonly<Record<string, Json>>;
  [fromCatalogue]: true;
}>;

/** One kind of event: a function that makes such events, with the stored name and the shape of the payload. */
export type EventKind<S extends z.ZodObject = z.ZodObject> = ((payload: z.input<S>) => DomainEvent) &
  Readonly<{ type: string; payload: S }>;

/** The payload that a handler of this kind of event receives. */
export type PayloadOf<K extends Readonly<{ payload: z.ZodObject }>> = z.output<K["payload"]>;

/**
 * Makes a capability's catalogue of events: `events("deals", { funded })` stores `deals.funded`. A name says what happened,
 * nouns first and a past participle last (`handle_verified`), as test/catalogue.test.ts checks. A stored name only changes
 * with a migration that renames the rows.
 */
export function events<const D extends Readonly<Record<string, z.ZodObject>>>(
  capability: string,
  kinds: D,
): { readonly [K in keyof D]: EventKind<D[K]> } {
  const made = Object.entries(kinds).map(([name, payload]) => {
    const type = `${capability}.${name}`;
    // Fields that the catalogue does not name are left out: they would be stored for good, and nobody has described them.
    const make = (said: unknown) => ({ type, payload: payload.parse(said) }) as unknown as DomainEvent;
    return [name, Object.assign(make, { type, payload })];
  });
  return Object.fromEntries(made);
}
