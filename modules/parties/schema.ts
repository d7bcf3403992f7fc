import { z } from "zod";
import { ORGANISATION_KINDS, ROLES, SCOPES } from "@/kernel/actor";
import { readablePart } from "@/kernel/invisible";
import { LIMITS } from "@/kernel/limits";
import { readable } from "@/kernel/readable";
import { InstantText, listOrder, readableText } from "@/kernel/wire";
import { AttestationKey, JWK } from "./attestation-key-schema";
import { hostOf, normaliseEmail } from "./domain/names";
import { HANDLE_CASES, ORGANISATION_STATES } from "./domain/organisation";

// ---- small parts ---------------------------------------------------------------------------------------------------
const Version = z.string().describe("Send it back with an edit, as `If-Match` or `version`");
export const Name = z
  .string()
  .trim()
  .min(1, "Give a name.")
  .max(LIMITS.nameCharsMax, `At most ${LIMITS.nameCharsMax} characters.`)
  .superRefine(readable);
export const Email = z
  .string()
  .transform(normaliseEmail)
  .pipe(z.email("This is not an e-mail address.").max(254, "At most 254 characters."));
const Host = z.string().transform((raw, context) => {
  if (raw.trim() === "") return null;
  const host = hostOf(raw);
  if (host === null)
    context.addIssue({ code: "custom", message: "Enter a public host such as forum.example." });
  return host;
});
export const OrganisationOrder = listOrder("organisations", ["id"]);
export const PersonOrder = listOrder("people", ["id"]);
export const Empty = z.object({});
export const OrganisationRef = z.object({ organisationId: z.string() });

// ---- organisations -------------------------------------------------------------------------------------------------
export const Organisation = z.object({
  id: z.string(),
  kind: z.enum(ORGANISATION_KINDS),
  name: z.string(),
  slug: z.string().describe("A short name made from the first name; it stays when the name changes"),
  host: z.string().nullable().describe("The host a platform's content is on"),
  handleCase: z.enum(HANDLE_CASES).describe("How handle names are compared at this platform"),
  attestationKey: z
    .record(z.string(), z.unknown())
    .meta({ wire: JWK })
    .nullable()
    .describe("Public JWK for signed handle attestations"),
  state: z.enum(ORGANISATION_STATES),
  createdAt: InstantText,
  version: Version,
  myRole: z.enum(ROLES).nullable(),
});
export const OrganisationDetail = Organisation.extend({
  nameWarning: z
    .object({
      looksLike: z
        .object({ id: z.string(), name: z.string() })
        .nullable()
        .describe("A verified organisation that could be taken for this one"),
      mixedScripts: z
        .array(z.string())
        .describe("Scripts that one word of the name mixes, such as Latin and Cyrillic"),
    })
    .nullable()
    .describe("For operators: why the name may mislead; null when nothing is odd, and for all others"),
});
export const OrganisationPage = z.object({ items: z.array(Organisation), nextCursor: z.string().nullable() });
export const SignUpOrganisation = z.object({
  kind: z.enum(ORGANISATION_KINDS),
  name: Name,
  host: Host.nullish(),
  handleCase: z.enum(HANDLE_CASES).optional(),
});
export const UpdateOrganisation = z.object({
  organisationId: z.string(),
  name: Name.optional(),
  host: Host.nullish(),
  handleCase: z.enum(HANDLE_CASES).optional(),
  attestationKey: AttestationKey.nullish(),
});
export const SetOrganisationState = z.object({
  organisationId: z.string(),
  state: z.enum(ORGANISATION_STATES),
  reason: readableText(LIMITS.textCharsMax, "Enter why. It is kept in the audit log."),
});
export const SearchOrganisations = z.strictObject({
  ...OrganisationOrder.ask,
  q: z.string().trim().max(LIMITS.nameCharsMax).optional(),
  kind: z.enum(ORGANISATION_KINDS).optional(),
  state: z.enum(ORGANISATION_STATES).optional(),
});

// ---- people --------------------------------------------------------------------------------------------------------
export const Person = z.object({
  id: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  locale: z.string(),
});
export const Profile = Person.extend({ version: Version });
export const MyMembership = z.object({
  organisationId: z.string(),
  name: z.string(),
  kind: z.enum(ORGANISATION_KINDS),
  state: z.enum(ORGANISATION_STATES),
  role: z.enum(ROLES),
});
export const Me = z.object({
  kind: z.enum(["anonymous", "user", "apiKey", "system"]),
  person: Profile.nullable(),
  memberships: z.array(MyMembership),
  scopes: z.array(z.enum(SCOPES)).nullable().describe("What an API key may do; null for a signed-in person"),
});
const Locale = z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/, "A language such as en or de-CH.");
export const RegisterPerson = z.object({
  email: Email.nullable(),
  // A provider says it, so it is put right and not refused: nobody could change it there.
  name: z.string().transform(readablePart).pipe(Name).nullish(),
  image: z.string().max(2000).nullish(),
  locale: Locale.default("en"),
  emailVerified: z.boolean().default(false),
  demoPersona: z.string().max(100).nullish(),
});
export const UpdateProfile = z.object({
  name: Name.optional(),
  locale: Locale.optional(),
});
const Words = z.string().trim().max(LIMITS.nameCharsMax).optional();
export const SearchPeople = z.strictObject({ ...PersonOrder.ask, q: Words });
export const PersonRow = Person.extend({
  createdAt: InstantText,
  demoPersona: z.string().nullable(),
  deletedAt: InstantText.nullable().describe("When they deleted their account"),
  memberships: z.array(z.object({ organisationId: z.string(), name: z.string(), role: z.enum(ROLES) })),
});
export const PersonPage = z.object({ items: z.array(PersonRow), nextCursor: z.string().nullable() });
export const DemoPersona = z.object({
  personId: z.string(),
  name: z.string(),
  persona: z.string(),
  email: z.string().nullable(),
});

// ---- members and invitations ---------------------------------------------------------------------------------------
export const Member = z.object({
  personId: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  role: z.enum(ROLES),
  joinedAt: InstantText,
  version: Version,
});
export const MemberList = z.object({ items: z.array(Member) });
export const MemberRef = z.object({ organisationId: z.string(), personId: z.string() });
export const ChangeMemberRole = MemberRef.extend({ role: z.enum(ROLES) });
export const ChangedMemberRole = ChangeMemberRole.extend({ version: Version });
export const INVITATION_STATES = ["pending", "accepted", "revoked", "expired"] as const;
export const Invitation = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  state: z.enum(INVITATION_STATES),
  invitedBy: z.string(),
  createdAt: InstantText,
  expiresAt: InstantText,
});
export const InvitationList = z.object({ items: z.array(Invitation) });
export const InviteMember = z.object({ organisationId: z.string(), email: Email, role: z.enum(ROLES) });
export const InvitationRef = z.object({ organisationId: z.string(), invitationId: z.string() });
export const InvitationToken = z.object({ token: z.string().min(20).max(200) });
export const InvitationView = z.object({
  organisationId: z.string(),
  organisationName: z.string(),
  organisationKind: z.enum(ORGANISATION_KINDS),
  role: z.enum(ROLES),
  email: z.string(),
  expiresAt: InstantText,
  signedInAs: z.string().nullable().describe("E-mail address of the reader; null when no one is signed in"),
});
