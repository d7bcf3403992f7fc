import { z } from "zod";
import { SCOPES } from "@/kernel/actor";
import { LIMITS } from "@/kernel/limits";
import { InstantText } from "@/kernel/wire";
import { Name } from "@/modules/parties/schema";
import { KEY_PRESETS } from "./domain/key-scopes";

// ---- sessions ------------------------------------------------------------------------------------------------------
export const Session = z.object({
  id: z.string(),
  userAgent: z.string().nullable(),
  signedInAt: InstantText,
  lastSeenAt: InstantText,
  expiresAt: InstantText,
  current: z.boolean(),
  waiting: z.boolean().describe("Whether it still waits for its second step; until then it is no one's"),
});
export const SessionList = z.object({ items: z.array(Session) });
// ---- the second step ------------------------------------------------------------------------------------------------
export const SecondStepCode = z.object({
  code: z.string().trim().min(1, "Give a code.").max(40).describe("Of the app, or a recovery code"),
});
export const NewAppSecret = z.object({
  secret: z.string().describe("For the authenticator app, in groups of four: shown once"),
  address: z.string().describe("The same as an otpauth:// address, which opens the app"),
});
export const RecoveryCodes = z.object({ codes: z.array(z.string()).describe("Shown once, never again") });

// ---- API keys ------------------------------------------------------------------------------------------------------
export const API_KEY_STATES = ["active", "expired", "revoked"] as const;
export const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string().describe("First characters of the secret, to recognise it by"),
  scopes: z.array(z.enum(SCOPES)),
  personId: z.string().nullable(),
  organisationId: z.string().nullable(),
  createdBy: z.string(),
  createdAt: InstantText,
  lastUsedAt: InstantText.nullable(),
  expiresAt: InstantText.nullable().describe(
    "From this UTC instant on it is refused; null when it has no expiry",
  ),
  revokedAt: InstantText.nullable(),
  state: z.enum(API_KEY_STATES).describe("Only an `active` key opens anything"),
});
export const ApiKeyList = z.object({ items: z.array(ApiKey) });
export const NewApiKey = ApiKey.extend({
  secret: z
    .string()
    .nullable()
    .describe("The key itself: shown once, never again; null when the same request is repeated"),
});
export const KeyHolder = z.object({
  organisationId: z
    .string()
    .nullish()
    .describe("An organisation; without it you yourself, or the organisation of the key that asks"),
});
export const CreateApiKey = KeyHolder.extend({
  name: Name,
  preset: z.enum(KEY_PRESETS).optional().describe("All scopes you can give, or those that only read"),
  scopes: z.array(z.enum(SCOPES)).optional().describe("Instead of a preset: exactly these"),
  expiresInDays: z
    .number()
    .int()
    .min(1)
    .max(LIMITS.apiKeyDaysMax)
    .nullable()
    .default(LIMITS.apiKeyDaysDefault)
    .describe("Days of 24 hours after which it is refused; null for a key without expiry"),
}).refine(
  (input) => (input.preset === undefined) !== (input.scopes === undefined || input.scopes.length === 0),
  {
    path: ["scopes"],
    message: "Choose a preset, or at least one scope.",
  },
);
export const ApiKeyRef = z.object({ keyId: z.string() });
export const GrantableScopes = z.object({ scopes: z.array(z.enum(SCOPES)) });
