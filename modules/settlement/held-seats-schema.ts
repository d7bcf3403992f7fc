import { z } from "zod";
import { listOrder } from "@/kernel/wire";

const instant = z.string();

export const HeldSeatOrder = listOrder("held-seats", ["id"]);
export const HeldSeatsRequest = z.object({
  ...HeldSeatOrder.ask,
});

/** `declined`: its author wanted none of it; `left`: its author accepted and has deleted their account since. */
export const SEAT_ENDS = ["declined", "left"] as const;

export const HeldSeat = z
  .object({
    authorId: z.string().meta({ description: "The seat" }),
    work: z.object({ id: z.string(), title: z.string() }),
    name: z.string().nullable().meta({
      description:
        "The seat's author as named in the registration of the work; null once the name was deleted",
    }),
    shareBps: z.number().int(),
    why: z.enum(SEAT_ENDS).meta({ description: "Why it can no longer be accepted" }),
    givenUpAt: instant,
    held: z.array(
      z.object({
        currency: z.string(),
        minor: z.string().meta({ description: "Minor units as decimal text" }),
        since: instant.meta({ description: "When the first of this money came" }),
      }),
    ),
    others: z
      .array(z.object({ personId: z.string(), name: z.string().nullable(), shareBps: z.number().int() }))
      .meta({ description: "The other authors of the work who have accepted and are still here" }),
  })
  .meta({
    id: "HeldSeat",
    description: "A seat that can no longer be accepted, and the money held for it.",
  });
export type HeldSeatWire = z.output<typeof HeldSeat>;

export const HeldSeatPage = z.object({ items: z.array(HeldSeat), nextCursor: z.string().nullable() });
