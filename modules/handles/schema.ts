import { z } from "zod";
import { LIMITS } from "@/kernel/limits";
import { InstantText, listOrder, readableText } from "@/kernel/wire";
import { HANDLE_STATES } from "./domain/handle";
import { PROOF_METHODS } from "./domain/proof";

const Id = z.string().min(1).max(100);

export const HandleRef = z.object({ handleId: Id });
export const ProofRef = z.object({ proofId: Id });
export const DisputeRef = z.object({ disputeId: Id });
export const HandleOrder = listOrder("handles", ["id"]);
export const PlatformOrder = listOrder("platforms", ["id"]);
export const DisputeOrder = listOrder("disputes", ["id"]);
export const ListHandles = z.strictObject(HandleOrder.ask);
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
  startedAt: InstantText,
  finishedAt: InstantText.nullable(),
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
  createdAt: InstantText,
  expiresAt: InstantText,
  provedAt: InstantText.nullable(),
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
    .describe(
      "Another person has proved it: if you prove it too, that opens a dispute, which an operator settles",
    ),
  profileAddress: z
    .string()
    .nullable()
    .describe("The handle's own page, when the platform has told us its form"),
  createdAt: InstantText,
  verifiedAt: InstantText.nullable(),
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
      openedAt: InstantText,
      settledAt: InstantText.nullable(),
      note: z.string().nullable(),
      claimants: z.number().int(),
      first: z.boolean().describe("You proved it first"),
    })
    .nullable(),
});
export const HandlePage = z.object({ items: z.array(Handle), nextCursor: z.string().nullable() });

export const ClaimHandleRequest = z.object({
  platformId: Id.describe("Organisation id of the platform, or “web” for your own domain"),
  name: z.string().min(1, "Enter the name as the platform shows it.").max(4000),
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

export const Claimant = z.object({
  handleId: z.string(),
  personId: z.string(),
  personName: z.string().nullable(),
  personDeleted: z.boolean().describe("Whether they have deleted their account"),
  first: z.boolean().describe("Proved it first; holds it until the dispute is settled"),
  joinedAt: InstantText,
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
  openedAt: InstantText,
  settledAt: InstantText.nullable(),
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
  winnerHandleId: Id.describe("Handle id of the claimant who gets the handle"),
  note: readableText(LIMITS.textCharsMax, "Explain briefly why. All claimants read it.", 10),
});
