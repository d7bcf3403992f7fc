import { z } from "zod";
import { events } from "@/infra/events/events";

const OfSeat = z.object({ workId: z.string(), authorId: z.string(), personId: z.string() });
const OfWork = z.object({ workId: z.string(), personId: z.string() });

/** The events of works and their authors. */
export const WorkEvents = events("works", {
  work_registered: OfWork,
  work_retired: OfWork,
  author_invited: z.object({ workId: z.string(), authorId: z.string() }),
  split_accepted: OfSeat,
  split_declined: OfSeat,
});
