import "server-only";
import { cookies, headers } from "next/headers";
import type { Account, NextAuthOptions } from "next-auth";
import EmailProvider from "next-auth/providers/email";
import { languageOfRequest } from "@/app/_i18n/request-language";
import { now } from "@/infra/clock";
import { env } from "@/infra/env";
import { logger } from "@/infra/logger";
import { sendMail } from "@/infra/mail/mail";
import { consume } from "@/infra/net/rate-limit";
import { type Actor, isRecentSignIn } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { DAY_MS } from "@/kernel/time";
import { signInMail } from "@/letters/compose-request";
import { localeOf } from "@/messages/locales";
import { safePath } from "@/modules/identity/domain/safe-path";
import { newSessionToken } from "@/modules/identity/secrets";
import { authAdapter } from "@/modules/identity/sign-in/auth-adapter";
import { actorOfSession } from "@/modules/identity/sign-in/resolve-actor";
import { Email } from "@/modules/parties/schema";
import { clientOf } from "../request/client";
import { oauthProviders } from "./oauth-providers";
import { sessionCookieName, sessionCookieOptions } from "./session-cookie";

/** What the settings ask of the request they are for: the language of the asking page, and who is signed in. */
export type AskingPage = Readonly<{
  languageOf(): Promise<string>;
  actorOf(): Promise<Actor | null>;
}>;

const ASKING_PAGE: AskingPage = {
  // The pseudo-locale is for pages only: nobody reads it.
  languageOf: async () => localeOf(await languageOfRequest(), null, false),
  async actorOf() {
    const token = (await cookies()).get(sessionCookieName())?.value;
    return token === undefined ? null : actorOfSession(token);
  },
};

/** The whole of next-auth's settings. Built per request: settings and the database are only there at run time. */
export function authOptions({ languageOf, actorOf } = ASKING_PAGE): NextAuthOptions {
  const { REMIT_SECRET, REMIT_URL } = env();
  process.env.NEXTAUTH_URL ??= REMIT_URL; // next-auth builds its links on it; the Host header is never trusted for that
  const adapter = authAdapter(languageOf);
  const isTaken = async ({ provider, providerAccountId }: Account) =>
    (await adapter.getUserByAccount?.({ provider, providerAccountId })) != null;
  return {
    secret: REMIT_SECRET,
    adapter: adapter as NonNullable<NextAuthOptions["adapter"]>,
    session: {
      strategy: "database",
      maxAge: (LIMITS.sessionDays * DAY_MS) / 1000,
      generateSessionToken: newSessionToken,
    },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    pages: {
      signIn: "/sign-in",
      error: "/sign-in",
      signOut: "/me/settings",
      verifyRequest: "/sign-in/check-mail",
    },
    providers: [
      EmailProvider({
        server: {},
        from: env().MAIL_FROM,
        maxAge: LIMITS.signInLinkMinutes * 60,
        // The spelling people are kept under; what is no address throws, and the sign-in page says so.
        normalizeIdentifier: (raw) => Email.parse(raw),
        sendVerificationRequest: async ({ identifier, url }) =>
          mailSignInLink(identifier, url, await languageOf()),
      }),
      ...oauthProviders(),
    ],
    callbacks: {
      async signIn({ user, account, profile, email }) {
        if (email?.verificationRequest) return mayAskForLink(user.email ?? "");
        if (account?.type !== "oauth") return true;
        if (!isProved(profile)) return "/sign-in?error=EmailNotProved";
        return (await isTaken(account)) || mayConnect(await actorOf()) ? true : CONFIRM_FIRST;
      },
      redirect: ({ url, baseUrl }) =>
        `${baseUrl}${safePath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url)}`,
    },
    logger: {
      error: (code, metadata) =>
        logger.error({ code, err: "error" in metadata ? metadata.error : metadata }, "sign-in failed"),
      warn: (code) => logger.debug({ code }, "next-auth warns"),
      debug: () => {},
    },
  };
}

/**
 * The mail leads to a page with a button, not straight to the address that uses the link up: mail scanners and
 * previews open links, and a link that works once must wait for the person. It is in the language of the page that asked.
 */
async function mailSignInLink(to: string, callback: string, locale: string): Promise<void> {
  const asked = new URL(callback).searchParams;
  const link = new URL("/sign-in/link", env().REMIT_URL);
  for (const name of ["token", "email"]) link.searchParams.set(name, asked.get(name) ?? "");
  // A path, not an address: where the link leads afterwards is decided by this site alone.
  link.searchParams.set("callbackUrl", (asked.get("callbackUrl") ?? "").replace(/^https?:\/\/[^/]*/, ""));
  await sendMail({ to, ...signInMail({ url: link.href, site: link.host, locale }) });
}

/** Mails are limited per address and per network, whether or not anybody of that address is known here. */
async function mayAskForLink(email: string): Promise<true | string> {
  const from = clientOf(await headers());
  try {
    await consume("sign-in-mail", email.toLowerCase(), LIMITS.signInMailsPerHour, 3600);
    await consume("sign-in-from", from, LIMITS.signInMailsPerAddressPerHour, 3600);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return "/sign-in?error=TooManyMails";
    throw error;
  }
}

/** A provider that does not vouch for the address could be used to take somebody else's place here. */
function isProved(profile: unknown): boolean {
  const claim = (profile as { email_verified?: unknown } | undefined)?.email_verified;
  return claim === true || claim === "true";
}

const CONFIRM_FIRST = `/sign-in?error=ConnectNotRecent&callbackUrl=${encodeURIComponent("/me/settings")}`;

/**
 * In a browser where somebody is signed in, next-auth gives an identity nobody has yet to that person: it opens their place
 * from then on. So a session alone, which may have been left open or stolen, is not enough.
 */
function mayConnect(who: Actor | null): boolean {
  return who?.kind !== "user" || isRecentSignIn(who.signedInAt, now());
}
