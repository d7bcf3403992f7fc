import { z } from "zod";
import { LIMITS } from "@/kernel/limits";
import { listOrder, readableText } from "@/kernel/wire";
import { HANDLE_STATES } from "@/modules/handles/domain/handle";
import { PROOF_METHODS } from "@/modules/handles/domain/proof";
import { normaliseEmail } from "@/modules/parties/domain/names";
import { IDENTIFIER_SCHEMES } from "./domain/identifier";
import { WORK_KINDS } from "./domain/work";

export { IDENTIFIER_SCHEMES, WORK_KINDS };

const Instant = z.string().describe("UTC instant, ISO 8601");
const Name = readableText(LIMITS.nameCharsMax, "Write a name.");
const Id = z.string().min(1).max(100);

export const HandleRef = z.object({ handleId: Id });
export const ProofRef = z.object({ proofId: Id });
export const WorkRef = z.object({ workId: Id });
export const DisputeRef = z.object({ disputeId: Id });
export const HandleOrder = listOrder("handles", ["id"]);
export const WorkOrder = listOrder("works", ["id"]);
export const PlatformOrder = listOrder("platforms", ["id"]);
export const DisputeOrder = listOrder("disputes", ["id"]);
export const ListHandles = z.strictObject(HandleOrder.ask);
export const ListWorks = z.strictObject(WorkOrder.ask);
export const PlatformSearch = z.strictObject({ q: z.string().max(100).optional(), ...PlatformOrder.ask });

export const PlatformInfo = z.object({
  id: z.string().describe("Organisation id of the platform, or “web” for your own domain"),
  name: z.string(),
  host: z.string().nullable(),
  namesAreHosts: z.boolean(),
  profileTemplate: z.string().nullable(),
  methods: z.array(z.enum(PROOF_METHODS)).describe("How a handle can be proved there, the easiest first"),
});
export const PlatformPage = z.object({ items: z.array(PlatformInfo), nextCursor: z.string().nullable() });

export const LastCheck = z.object({
  id: z.string(),
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  outcome: z.enum(["proved", "failed"]).nullable().describe("null while we are looking"),
  reason: z.string().nullable().describe("Code of the refusal"),
  message: z.string().nullable().describe("What was found, and how to fix it"),
});
export const Proof = z.object({
  id: z.string(),
  handleId: z.string(),
  method: z.enum(PROOF_METHODS),
  target: z.string().nullable().describe("The page or domain we look at"),
  state: z.enum(["waiting", "proved", "replaced", "expired"]),
  createdAt: Instant,
  expiresAt: Instant,
  provedAt: Instant.nullable(),
  lastCheck: LastCheck.nullable(),
});
export const Handle = z.object({
  id: z.string(),
  platform: z.object({ id: z.string(), name: z.string(), host: z.string().nullable() }),
  name: z.string().describe("Normalised by the platform's rule"),
  shownName: z.string().describe("As it was written"),
  state: z.enum(HANDLE_STATES),
  methods: z.array(z.enum(PROOF_METHODS)),
  heldByAnother: z
    .boolean()
    .describe("Somebody else has proved it: proving it too opens a dispute, which an operator settles"),
  profileAddress: z
    .string()
    .nullable()
    .describe("The handle's own page, when the platform has told us its form"),
  createdAt: Instant,
  verifiedAt: Instant.nullable(),
  proof: Proof.nullable().describe("The newest proof"),
});
/** What a person has shown for a handle, and what stands against it. */
export const HandleEvidence = z.object({
  proofs: z.array(
    Proof.omit({ lastCheck: true }).extend({
      checks: z.array(
        LastCheck.extend({
          seen: z
            .object({
              status: z.number().nullable().describe("HTTP status of the page"),
              url: z.string().nullable().describe("Address after redirects"),
              codes: z.number().nullable().describe("Codes found in it"),
              records: z.number().nullable().describe("DNS records read"),
            })
            .describe("Numbers that say why"),
        }),
      ),
    }),
  ),
  dispute: z
    .object({
      openedAt: Instant,
      settledAt: Instant.nullable(),
      note: z.string().nullable(),
      claimants: z.number().int(),
      first: z.boolean().describe("You proved it first"),
    })
    .nullable(),
});
export const HandlePage = z.object({ items: z.array(Handle), nextCursor: z.string().nullable() });

export const ClaimHandleRequest = z.object({
  platformId: Id.describe("Organisation id of the platform, or “web” for your own domain"),
  name: z.string().min(1, "Write the name as the platform shows it.").max(4000),
});
export const StartProofRequest = HandleRef.extend({
  method: z.enum(PROOF_METHODS),
  target: z
    .string()
    .trim()
    .max(2000)
    .optional()
    .describe("page_code: the address of the public page that names the handle"),
});
export const StartedProof = z.object({
  proof: Proof,
  code: z.string().describe("Good until expiresAt; it is stored hashed"),
  place: z.object({
    text: z.string().describe("What to place, letter by letter"),
    where: z.string().describe("Where to place it, in a sentence"),
  }),
});
export const CheckResult = z.object({ check: LastCheck, handle: Handle });

export const AttestationRequest = z.object({
  token: z
    .string()
    .trim()
    .min(20)
    .max(4096)
    .describe(
      "JWT (EdDSA or ES256) signed by the platform: iss = organisation id, sub = the code of the person's attestation proof, handle = the name, exp at most 10 minutes ahead, jti used once",
    ),
});
export const AttestationResult = z.object({ handleId: z.string(), state: z.enum(HANDLE_STATES) });

export const ProofRuleRef = z.object({ organisationId: Id });
export const ProofRule = z.object({
  organisationId: Id,
  profileTemplate: z
    .string()
    .trim()
    .max(500)
    .nullable()
    .describe("Address of a contributor's own page with {name}, e.g. https://forum.example/user/{name}"),
  namesAreHosts: z.boolean().describe("Contributors are host names, proved by DNS, file or meta tag"),
  pageCode: z.boolean().describe("Contributors can place a code in a public page"),
});

export const ProofRuleView = ProofRule.extend({
  version: z.string().describe("Send it back with an edit, as `If-Match` or `version`"),
});

const AuthorRequest = z.object({
  email: z
    .string()
    .transform(normaliseEmail)
    .pipe(z.email("Write an e-mail address; the invitation goes there.").max(254))
    .nullable()
    .describe("null: you"),
  name: Name,
  shareBps: z
    .number("Write a share in percent, such as 50 or 33.34.")
    .int("A share has two decimals at most.")
    .describe("Basis points; all authors' shares sum to exactly 10,000"),
});
export const RegisterWorkRequest = z.object({
  kind: z.enum(WORK_KINDS),
  title: readableText(500, "Write a title."),
  identifiers: z
    .array(z.object({ scheme: z.enum(IDENTIFIER_SCHEMES), value: z.string().max(2100) }))
    .min(1, "Give at least one identifier, or nothing can be recognised as this work.")
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
  answeredAt: Instant.nullable(),
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
    .describe("Identifiers under which somebody else has registered a work too"),
  createdAt: Instant,
  retiredAt: Instant.nullable(),
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
          createdAt: Instant,
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

export const Claimant = z.object({
  handleId: z.string(),
  personId: z.string(),
  personName: z.string().nullable(),
  personDeleted: z.boolean().describe("Whether they have deleted their account"),
  first: z.boolean().describe("Proved it first; holds it until the dispute is settled"),
  joinedAt: Instant,
  state: z.enum(HANDLE_STATES),
  proofs: z.array(
    Proof.omit({ lastCheck: true }).extend({
      checks: z.array(LastCheck.extend({ evidence: z.record(z.string(), z.unknown()).nullable() })),
    }),
  ),
});
export const Dispute = z.object({
  id: z.string(),
  platform: z.object({ id: z.string(), name: z.string(), host: z.string().nullable() }),
  name: z.string(),
  openedAt: Instant,
  settledAt: Instant.nullable(),
  winnerHandleId: z.string().nullable(),
  note: z.string().nullable(),
  claimants: z.array(Claimant),
});
export const DisputePage = z.object({ items: z.array(Dispute), nextCursor: z.string().nullable() });
export const DisputeListQuery = z.strictObject({
  ...DisputeOrder.ask,
  state: z.enum(["open", "settled"]).optional(),
});
export const SettleDisputeRequest = DisputeRef.extend({
  winnerHandleId: Id.describe("Handle id of the claimant whose proof stands"),
  note: readableText(LIMITS.textCharsMax, "Say in a sentence why; both claimants read it.", 10),
});
