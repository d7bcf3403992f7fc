import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import { type NextRequest, NextResponse } from "next/server";
import NextAuth from "next-auth";
import { env } from "@/infra/env";
import { completeSignIn } from "@/modules/parties/complete-sign-in";
import { authOptions } from "./auth-options";
import { requestIdOf } from "./context";
import { sessionCookieName } from "./session-cookie";

type AuthParams = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own addresses under /api/auth, and what Remit does when a sign-in came through. */
export async function authRoute(request: NextRequest, context: AuthParams): Promise<Response> {
  const answer: Response = await NextAuth(request, context, authOptions());
  const [action, method = "unknown"] = (await context.params).nextauth;
  const token = new NextResponse(null, { headers: answer.headers }).cookies.get(sessionCookieName())?.value;
  if (action === "callback" && token) {
    await completeSignIn(
      { actor: { kind: "system", job: "sign-in" }, requestId: requestIdOf(request.headers) },
      {
        token,
        previousToken: request.cookies.get(sessionCookieName())?.value ?? null,
        userAgent: request.headers.get("user-agent"),
        method,
      },
    );
  }
  return answer;
}

/**
 * Asks next-auth to begin a sign-in from a server action: it mails the link, or names the provider's address. Returns
 * where the browser goes next. The forgery token next-auth wants is made here, because Next already checks the origin
 * of every action; so the form works without JavaScript and without a round trip for the token.
 */
export async function beginSignIn(
  provider: string,
  body: Readonly<{ email?: string; callbackUrl: string }>,
): Promise<string> {
  const jar = await cookies();
  const secure = env().REMIT_URL.startsWith("https://");
  const csrfToken = randomBytes(32).toString("hex");
  const csrf = `${csrfToken}|${createHash("sha256")
    .update(csrfToken + env().REMIT_SECRET)
    .digest("hex")}`;
  const received = new Headers();
  let location = "/sign-in?error=Callback";
  const response = {
    getHeader: () => [],
    setHeader(name: string, value: string | readonly string[]) {
      if (name === "Location") location = String(value);
      else for (const one of [value].flat()) received.append(name, String(one));
      return response;
    },
    status: () => response,
    json: () => response,
    send: () => response,
    end: () => response,
  };
  await NextAuth(
    {
      method: "POST",
      query: { nextauth: ["signin", provider] },
      body: { ...body, csrfToken },
      headers: Object.fromEntries(await headers()),
      cookies: {
        ...Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value])),
        [secure ? "__Host-next-auth.csrf-token" : "next-auth.csrf-token"]: csrf,
      },
    } as never,
    response as never,
    authOptions(),
  );
  for (const cookie of new NextResponse(null, { headers: received }).cookies.getAll()) jar.set(cookie);
  return location;
}
