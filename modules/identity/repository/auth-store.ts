import { now as clockNow } from "@/infra/clock";
import { digestOf } from "@/infra/crypto/secret-digest";
import { db } from "@/infra/db/db";
import { newId } from "@/kernel/id";
import { normaliseEmail } from "@/modules/parties/domain/names";
import { isUsable } from "./sessions";
import { deleteExpiredTokens } from "./sign-in-tokens";

type SessionData = { sessionToken: string; userId: string; expires: Date };
type BySessionToken = { where: { sessionToken: string } };

/**
 * The part of a Prisma client that @auth/prisma-adapter uses, over our tables: its user is our Person, its account our
 * SignInIdentity, its verification token our SignInToken. Stores digests of session tokens; next-auth gets the token back,
 * for the cookie.
 */
export function authStore(
  register: (person: NewPerson) => Promise<string>,
  link: (identity: Identity) => Promise<void>,
) {
  const { prisma } = db;
  return {
    user: {
      async create({ data }: { data: NewPerson }) {
        const id = await register(data);
        return prisma.person.findUniqueOrThrow({ where: { id } });
      },
      findUnique: ({ where }: { where: { id: string } | { email: string } }) =>
        prisma.person.findUnique({
          where: "email" in where ? { email: normaliseEmail(where.email) } : where,
        }),
      // next-auth only ever updates that the address was just proved again; names are the person's own to change.
      update: ({ where, data }: { where: { id: string }; data: { emailVerified?: Date } }) =>
        prisma.person.update({
          where,
          data: data.emailVerified === undefined ? {} : { emailVerified: data.emailVerified },
        }),
    },
    account: {
      async findUnique({
        where,
        include,
      }: {
        where: { provider_providerAccountId: { provider: string; providerAccountId: string } };
        include: { user: boolean };
      }) {
        return prisma.signInIdentity.findUnique({ where, include });
      },
      async create({ data }: { data: Identity }) {
        const { userId, type, provider, providerAccountId } = data;
        await link({ userId, type, provider, providerAccountId });
        return data;
      },
      delete: ({ where }: { where: { provider_providerAccountId: Omit<Identity, "userId" | "type"> } }) =>
        prisma.signInIdentity.delete({ where }),
    },
    session: {
      async create({ data }: { data: SessionData }) {
        const stored = { ...data, sessionToken: digestOf(data.sessionToken) };
        await prisma.session.create({ data: { ...stored, id: newId("session", clockNow()) } });
        return data;
      },
      async findUnique({ where }: BySessionToken) {
        // next-auth reads a session's person without checking that the session is still valid. A session that waits for its
        // second step is nobody's here too: otherwise a person with the first step alone could connect a provider of their
        // own.
        const found = await prisma.session.findUnique({
          where: { sessionToken: digestOf(where.sessionToken), ...isUsable(clockNow()) },
          include: { user: true },
        });
        return found === null ? null : { ...found, sessionToken: where.sessionToken };
      },
      async update({ where, data }: BySessionToken & { data: Partial<SessionData> }) {
        // Sessions end 30 days after the sign-in that made them; next-auth's sliding of them is not followed.
        const found = await prisma.session.findUnique({
          where: { sessionToken: digestOf(where.sessionToken) },
        });
        return found === null ? null : { ...found, ...data, expires: found.expires };
      },
      async delete({ where }: BySessionToken) {
        await prisma.session.deleteMany({ where: { sessionToken: digestOf(where.sessionToken) } });
        return null;
      },
    },
    verificationToken: {
      async create({ data }: { data: { identifier: string; token: string; expires: Date } }) {
        await deleteExpiredTokens(clockNow());
        return prisma.signInToken.create({ data });
      },
      delete: ({ where }: { where: { identifier_token: { identifier: string; token: string } } }) =>
        prisma.signInToken.delete({ where }),
    },
  };
}

export type NewPerson = {
  email?: string | null;
  name?: string | null;
  image?: string | null;
  emailVerified?: Date | null;
};
export type Identity = { userId: string; type: string; provider: string; providerAccountId: string };
