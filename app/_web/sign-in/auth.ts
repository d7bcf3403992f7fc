import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import { NextRequest, NextResponse } from "next/server";
import NextAuth from "next-auth";
import { env } from "@/infra/env";
import { DomainError, notFound } from "@/kernel/errors";
import { safePath } from "@/modules/identity/domain/safe-path";
import { personWaiting } from "@/modules/identity/queries/second-step";
import { newSessionToken } from "@/modules/identity/secrets";
import { completeSignIn } from "@/modules/identity/sign-in/complete-sign-in";
import { problemResponse } from "../problem/problem";
import { requestIdOf } from "../request/context";
import { takeAnonymousAllowance } from "../request/request-limit";
import { authOptions } from "./auth-options";
import { sessionCookie, sessionCookieName } from "./session-cookie";
import { codePath } from "./waiting-sign-in";

type AuthParams = { params: Promise<{ nextauth: string[] }> };

/** Of next-auth's addresses, those a sign-in passes through; the others (its log takes anybody's text) are not there. */
const ANSWERED = ["callback", "signin", "error"];

/** next-auth's addresses under /api/auth, and what Remit does when a sign-in came through. */
export async function authRoute(asked: NextRequest, context: AuthParams): Promise<Response> {
  const [action = "", method = "unknown"] = (await context.params).nextauth;
  try {
    await takeAnonymousAllowance(asked.headers);
    if (!ANSWERED.includes(action)) throw notFound("page");
  } catch (error) {
    if (error instanceof DomainError) return problemResponse(error, requestIdOf(asked.headers));
    throw error;
  }
  const request = withSafeReturn(asked);
  if (action !== "callback") return NextAuth(request, context, authOptions());
  if (method === "email" && cameFromElsewhere(request)) return toButton(request);
  forgetUnsafeReturns(await cookies());
  return keepReturn(
    request,
    await finishSignIn(request, method, await NextAuth(request, context, authOptions())),
  );
}

/** A page of this site that a way back names, with or without an origin before it; empty where it names none. */
const pathOfReturn = (raw: string | null): string => safePath(raw?.replace(/^https?:\/\/[^/]*/, ""), "");

/** The request without a way back that is no page of this site: next-auth answers 500 to what is no web address. */
export function withSafeReturn(request: NextRequest): NextRequest {
  if (!request.nextUrl.searchParams.has("callbackUrl")) return request;
  const address = new URL(request.url);
  const path = pathOfReturn(address.searchParams.get("callbackUrl"));
  if (path === "") address.searchParams.delete("callbackUrl");
  else address.searchParams.set("callbackUrl", path);
  return new NextRequest(address, { method: request.method, headers: request.headers });
}

const RETURN_COOKIES = ["next-auth.callback-url", "__Secure-next-auth.callback-url"];

/** Forgets ways back that another page of the same domain may have put into the browser, for the same reason. */
export function forgetUnsafeReturns(
  jar: Readonly<{
    get(name: string): { value: string } | undefined;
    set(cookie: { name: string; value: string; maxAge: number; path: string; secure: boolean }): unknown;
  }>,
): void {
  for (const name of RETURN_COOKIES) {
    const kept = jar.get(name)?.value ?? "";
    if (kept !== "" && pathOfReturn(kept) === "" && !isOwnOrigin(kept))
      jar.set({ name, value: "", maxAge: 0, path: "/", secure: name.startsWith("__Secure-") });
  }
}

/** next-auth keeps the bare origin where no page was named. */
const isOwnOrigin = (text: string): boolean => text === new URL(env().REMIT_URL).origin;

/**
 * The page that refuses a sign-in still knows where it was to lead. The address of a mailed link says it, and a provider's
 * answer does not: then it is what next-auth keeps in a cookie.
 */
export function keepReturn(request: NextRequest, answer: Response): Response {
  const location = answer.headers.get("location");
  const path = pathOfReturn(request.nextUrl.searchParams.get("callbackUrl") ?? keptReturn(request));
  if (location === null || path === "") return answer;
  const to = new URL(location, env().REMIT_URL);
  if (to.pathname !== "/sign-in" || to.searchParams.has("callbackUrl")) return answer;
  to.searchParams.set("callbackUrl", path);
  answer.headers.set("location", `${to.pathname}${to.search}`);
  return answer;
}

const keptReturn = ({ cookies: jar }: NextRequest): string | null =>
  RETURN_COOKIES.map((name) => jar.get(name)?.value).find((kept) => kept !== undefined) ?? null;

/** A link somebody else's page or mail leads to: it could put the reader in its maker's place without their noticing. */
function cameFromElsewhere(request: NextRequest): boolean {
  const site = request.headers.get("sec-fetch-site");
  return site !== null && site !== "same-origin";
}

/** The page with the button says whose address a link is for, and waits. */
function toButton(request: NextRequest): Response {
  const location = `/sign-in/link?${request.nextUrl.searchParams}`;
  return new Response(null, { status: 303, headers: { location, "referrer-policy": "no-referrer" } });
}

/** Notes the proof next-auth has just accepted, and gives the browser the session it began. */
export async function finishSignIn(
  request: NextRequest,
  method: string,
  answer: Response,
): Promise<Response> {
  const response = new NextResponse(answer.body, answer);
  const token = response.cookies.get(sessionCookieName())?.value;
  if (!token) return response;
  const previousToken = request.cookies.get(sessionCookieName())?.value ?? null;
  // Where the same person proved themselves again, next-auth keeps the session; a new proof begins a new one.
  const replacement = token === previousToken ? newSessionToken() : null;
  await completeSignIn(
    { actor: { kind: "system", job: "sign-in" }, requestId: requestIdOf(request.headers) },
    { token, previousToken, replacement, userAgent: request.headers.get("user-agent"), method },
  );
  if (replacement !== null) response.cookies.set(sessionCookie(replacement));
  if ((await personWaiting(replacement ?? token)) !== null) toSecondStep(response);
  return response;
}

/** The session just begun is nobody's until its second step: that comes first, and then where the sign-in was to lead. */
function toSecondStep(response: NextResponse): void {
  const to = new URL(response.headers.get("location") ?? "/", env().REMIT_URL);
  response.headers.set("location", codePath(safePath(to.pathname + to.search)));
}

/**
 * Begins a sign-in from a server action: next-auth mails the link, or names the provider's address. Returns the browser's
 * next address. We make next-auth's forgery token here, because Next already checks the origin of every action, so the form
 * needs neither JavaScript nor a round trip.
 */
export async function beginSignIn(
  provider: string,
  body: Readonly<{ email?: string; callbackUrl: string }>,
): Promise<string> {
  const jar = await cookies();
  forgetUnsafeReturns(jar);
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
