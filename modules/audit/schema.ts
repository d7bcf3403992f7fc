import { z } from "zod";
import { LIMITS } from "@/kernel/limits";
import { DayOrInstant, InstantText, listOrder } from "@/kernel/wire";

const Words = z.string().trim().max(LIMITS.nameCharsMax).optional();
export const AuditOrder = listOrder("audit", ["instant", "id"]);

export const AuditFilter = z.strictObject({
  ...AuditOrder.ask,
  q: Words.describe(
    "Text in the name or address of who acted, the command, what was acted on, or the request id",
  ),
  actor: z
    .string()
    .trim()
    .max(200)
    .optional()
    .describe("Id of a person or key, or a whole actor such as system:clearance"),
  command: z
    .string()
    .trim()
    .max(100)
    .optional()
    .describe("A command, or the beginning of one, such as parties."),
  subject: z.string().trim().max(200).optional().describe("Id of what was acted on"),
  outcome: z.enum(["done", "refused"]).optional(),
  from: DayOrInstant.optional().describe("Not before this instant or day"),
  to: DayOrInstant.optional().describe("Before this instant, or up to the end of this day"),
});
export const AuditRow = z.object({
  id: z.string(),
  at: InstantText,
  actor: z.string(),
  actorName: z.string().nullable().describe("The person's or key's name, when there is one"),
  actorOperator: z
    .boolean()
    .describe("Whether an operator did this, whom an organisation's audit does not name"),
  actorDeleted: z.boolean().describe("Whether this person has deleted their account"),
  command: z.string(),
  subject: z.string().nullable().describe("Id of what was acted on; null of a refusal"),
  outcome: z.string(),
  organisationId: z.string().nullable(),
  personId: z.string().nullable(),
  requestId: z.string(),
  detail: z.record(z.string(), z.unknown()),
});
export const AuditPage = z.object({ items: z.array(AuditRow), nextCursor: z.string().nullable() });
