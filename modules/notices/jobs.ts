import { z } from "zod";
import { job } from "@/infra/work/job-kind";
import { type NoticeKind, TOPIC_OF } from "./domain/kinds";

/** The people a notice goes to. The job asks the capability that knows them, part by part, who belongs to it. */
const Audience = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("holders"), dealId: z.string(), restarted: z.boolean() }),
  z.object({ kind: z.literal("lapsed"), dealId: z.string() }),
  z.object({ kind: z.literal("lines"), allocationId: z.string() }),
  z.object({
    kind: z.literal("entries"),
    allocationId: z.string(),
    dealId: z.string(),
    entryIds: z.array(z.string()),
    reason: z.string(),
  }),
]);
export type Audience = z.output<typeof Audience>;

export const NoticeJobs = {
  spread: job(
    "notices.spread",
    z.object({
      eventId: z.string(),
      kind: z.enum(Object.keys(TOPIC_OF) as [NoticeKind, ...NoticeKind[]]),
      organisationId: z.string().nullable(),
      at: z.iso.datetime(),
      audience: Audience,
    }),
  ),
};
