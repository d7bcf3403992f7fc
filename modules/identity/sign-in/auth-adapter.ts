import { randomUUID } from "node:crypto";
import { PrismaAdapter } from "@auth/prisma-adapter";
import { registerPerson } from "@/modules/parties/people/register-person";
import { authStore, type Identity, type NewPerson } from "../repository/auth-store";
import { linkProvider } from "./link-provider";

/**
 * next-auth's own Prisma adapter over Remit's tables. New people come into being by the same verb as everywhere, so
 * that a first sign-in is audited too, as is every provider that is connected; their address counts as proved, since only proved ones get this far
 * (a link that was followed, or a provider that says so: app/_web/sign-in/auth-options.ts). They read the language of the page they
 * came by, until they choose another.
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
