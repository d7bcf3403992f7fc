import { randomUUID } from "node:crypto";
import { PrismaAdapter } from "@auth/prisma-adapter";
import { registerPerson } from "@/modules/parties/people/register-person";
import { authStore, type Identity, type NewPerson } from "../repository/auth-store";
import { linkProvider } from "./link-provider";

/**
 * next-auth's own Prisma adapter over Remit's tables. Registers people by the usual verb, so that first sign-ins and
 * connected providers are audited. Their address counts as proved: only proved ones get this far (app/_web/sign-in/auth-options.ts).
 * Their language is that of the page they came by.
 */
export function authAdapter(languageOf: () => Promise<string>): ReturnType<typeof PrismaAdapter> {
  const call = { actor: { kind: "system", job: "sign-in" }, requestId: randomUUID() } as const;
  const register = async ({ email, name, image }: NewPerson): Promise<string> => {
    const locale = await languageOf();
    const input = {
      ...{ email: email ?? null, emailVerified: true, locale },
      ...{ name: name || null, image: image ?? null },
    };
    return (await registerPerson(call, input)).id;
  };
  const link = async ({ userId: personId, ...identity }: Identity): Promise<void> => {
    await linkProvider(call, { personId, ...identity });
  };
  return PrismaAdapter(authStore(register, link) as never);
}
