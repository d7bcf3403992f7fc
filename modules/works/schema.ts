import { z } from "zod";
import { LIMITS } from "@/kernel/limits";
import { InstantText, listOrder, readableText } from "@/kernel/wire";
import { normaliseEmail } from "@/modules/parties/domain/names";
import { IDENTIFIER_SCHEMES } from "./domain/identifier";
import { WORK_KINDS } from "./domain/work";

export { IDENTIFIER_SCHEMES, WORK_KINDS };

const Name = readableText(LIMITS.nameCharsMax, "Write a name.");
const Id = z.string().min(1).max(100);

export const WorkRef = z.object({ workId: Id });
export const WorkOrder = listOrder("works", ["id"]);
export const ListWorks = z.strictObject(WorkOrder.ask);

const AuthorRequest = z.object({
  email: z
    .string()
    .transform(normaliseEmail)
    .pipe(z.email("Enter an e-mail address. We send the invitation there.").max(254))
    .nullable()
    .describe("null: you"),
  name: Name,
  shareBps: z
    .number("Enter a share in percent, such as 50 or 33.34.")
    .int("A share has at most two decimals.")
    .describe("Basis points; all authors' shares sum to exactly 10,000"),
});
export const RegisterWorkRequest = z.object({
  kind: z.enum(WORK_KINDS),
  title: readableText(500, "Enter a title."),
  identifiers: z
    .array(z.object({ scheme: z.enum(IDENTIFIER_SCHEMES), value: z.string().max(2100) }))
    .min(1, "Enter at least one identifier, so that the work can be recognised.")
    .max(LIMITS.workIdentifiersMax),
  authors: z.array(AuthorRequest).min(1).max(LIMITS.coAuthorsMax),
});
export const Author = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable().describe("Only for who registered the work"),
  shareBps: z.number().int(),
  state: z
    .enum(["proposed", "accepted", "declined", "left"])
    .describe("left: accepted, and deleted their account since; what comes for them is held"),
  you: z.boolean(),
  answeredAt: InstantText.nullable(),
});
export const Work = z.object({
  id: z.string(),
  kind: z.enum(WORK_KINDS),
  title: z.string(),
  identifiers: z.array(z.object({ scheme: z.enum(IDENTIFIER_SCHEMES), value: z.string() })),
  authors: z.array(Author),
  acceptedBps: z.number().int(),
  heldBps: z.number().int().describe("Proposed and declined shares: their money is held"),
  registeredByYou: z.boolean(),
  contested: z
    .array(z.object({ scheme: z.enum(IDENTIFIER_SCHEMES), value: z.string() }))
    .describe("Identifiers under which another person has registered a work too"),
  createdAt: InstantText,
  retiredAt: InstantText.nullable(),
});
/** Works of more than one person under one identifier, for the operator. */
export const ContestedWorkPage = z.object({
  items: z.array(
    z.object({
      scheme: z.enum(IDENTIFIER_SCHEMES),
      value: z.string(),
      works: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          registeredBy: z.object({ id: z.string(), name: z.string().nullable() }),
          createdAt: InstantText,
          authors: z.array(
            z.object({ id: z.string(), name: z.string(), shareBps: z.number().int(), state: z.string() }),
          ),
        }),
      ),
    }),
  ),
});
export const WorkPage = z.object({ items: z.array(Work), nextCursor: z.string().nullable() });
export const AuthorInvitationRef = z.object({ token: z.string().min(20).max(200) });
export const AuthorInvitation = z.object({ work: Work, author: Author, invitedBy: z.string().nullable() });
/** What anybody who holds the link may know before they sign in. */
export const AuthorInvitationCover = z.object({
  title: z.string(),
  kind: z.enum(WORK_KINDS),
  name: z.string().describe("How the work names the invited author"),
  shareBps: z.number().int(),
  open: z.boolean(),
  invitedBy: z.string().nullable(),
  sentTo: z.string().nullable().describe("The address it was sent to, shortened"),
  signedInAs: z.string().nullable(),
  forAnother: z.boolean().describe("Sent to another address than the signed-in person's"),
  mine: z.boolean().describe("The signed-in person registered the work"),
});
export const AnswerSplitRequest = AuthorInvitationRef.extend({ answer: z.enum(["accept", "decline"]) });
