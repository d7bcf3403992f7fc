import { z } from "zod";

export const SecondStepCode = z.object({
  code: z.string().trim().min(1, "Give a code.").max(40).describe("Of the app, or a recovery code"),
});
export const NewAppSecret = z.object({
  secret: z.string().describe("For the authenticator app, in groups of four: shown once"),
  address: z.string().describe("The same as an otpauth:// address, which opens the app"),
});
export const RecoveryCodes = z.object({ codes: z.array(z.string()).describe("Shown once, never again") });
