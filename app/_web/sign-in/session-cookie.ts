import "server-only";
import { env } from "@/infra/env";
import { LIMITS } from "@/kernel/limits";
import { DAY_MS } from "@/kernel/time";

const isHttps = () => env().REMIT_URL.startsWith("https://");

/** `__Host-`: over HTTPS no subdomain and no plain-HTTP page can set or overwrite the session cookie. */
export function sessionCookieName(): string {
  return isHttps() ? "__Host-remit.session" : "remit.session";
}

export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps() } as const;
}

/** The cookie that keeps a new session in the browser, for next/headers' cookies().set(). */
export function sessionCookie(token: string) {
  return {
    name: sessionCookieName(),
    value: token,
    maxAge: (LIMITS.sessionDays * DAY_MS) / 1000,
    ...sessionCookieOptions(),
  };
}

/** The session token in a Cookie header, or null. */
export function sessionTokenIn(cookieHeader: string | null): string | null {
  const name = `${sessionCookieName()}=`;
  const found = cookieHeader?.split(/;\s*/).find((part) => part.startsWith(name));
  return found === undefined ? null : found.slice(name.length);
}
