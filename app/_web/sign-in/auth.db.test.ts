import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { LIMITS } from "@/kernel/limits";
import { actorOfSession } from "@/modules/identity/sign-in/resolve-actor";
import { aPerson, aWaitingSession, signInAs } from "@/test/factories/parties";
import { authRoute, finishSignIn, forgetUnsafeReturns, keepReturn, withSafeReturn } from "./auth";

const ask = (path: string, headers: Record<string, string> = {}) =>
  authRoute(
    new NextRequest(`http://localhost:3000/api/auth/${path}`, {
      headers: { "x-remit-client": randomUUID(), ...headers },
    }),
    { params: Promise.resolve({ nextauth: path.replace(/\?.*/, "").split("/") }) },
  );

test.each(["_log", "session", "providers", "csrf", "signout", "verify-request"])(
  "/api/auth/%s is not there",
  async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: "NOT_FOUND" });
  },
);

test("asking counts against the address it comes from", async () => {
  const from = { "x-remit-client": randomUUID() };
  for (let count = 0; count < LIMITS.anonymousRequestsPerMinute; count += 1) await ask("session", from);
  expect((await ask("session", from)).status).toBe(429);
});

test.each(["cross-site", "same-site", "none"])(
  "a mailed link used from %s leads to the button",
  async (site) => {
    const link = "callback/email?callbackUrl=%2Fme&token=t1&email=eve%40people.example";
    const answer = await ask(link, { "sec-fetch-site": site });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(
      "/sign-in/link?callbackUrl=%2Fme&token=t1&email=eve%40people.example",
    );
    expect(answer.headers.get("set-cookie")).toBeNull();
  },
);

test("where next-auth keeps the session, a new proof gives the browser another one", async () => {
  const { id } = await aPerson();
  const token = await signInAs(id, new Date(Date.now() - 60 * 60_000));
  const request = new NextRequest("http://localhost:3000/api/auth/callback/oidc", {
    headers: { cookie: `remit.session=${token}` },
  });
  const kept = new Response(null, {
    status: 302,
    headers: { location: "/me", "set-cookie": `remit.session=${token}; Path=/; HttpOnly` },
  });
  const answer = await finishSignIn(request, "oidc", kept);
  expect(answer.status).toBe(302);
  expect(answer.headers.get("location")).toBe("/me");
  const cookies = answer.headers.getSetCookie();
  expect(cookies).toHaveLength(1);
  const [pair = ""] = (cookies[0] ?? "").split(";");
  expect(cookies[0]).toMatch(/; HttpOnly; SameSite=lax$/i);
  expect(await actorOfSession(token)).toBeNull();
  expect(await actorOfSession(pair.replace("remit.session=", ""))).toMatchObject({ personId: id });
});

test("a person with a second step is sent to it, and from there to the page they asked for", async () => {
  const { id } = await aPerson();
  const token = await aWaitingSession(id);
  const request = new NextRequest("http://localhost:3000/api/auth/callback/email");
  const proved = new Response(null, {
    status: 302,
    headers: {
      location: "http://localhost:3000/me/deals?show=all",
      "set-cookie": `remit.session=${token}; Path=/; HttpOnly`,
    },
  });
  const answer = await finishSignIn(request, "email", proved);
  expect(answer.headers.get("location")).toBe("/sign-in/code?callbackUrl=%2Fme%2Fdeals%3Fshow%3Dall");
  expect(await actorOfSession(token)).toBeNull();
});

test.each([
  [
    "/me/welcome?handle=slow-heron",
    "/sign-in?error=Verification&callbackUrl=%2Fme%2Fwelcome%3Fhandle%3Dslow-heron",
  ],
  ["http://localhost:3000/me/terms", "/sign-in?error=Verification&callbackUrl=%2Fme%2Fterms"],
  ["//evil.example", "/sign-in?error=Verification"],
  [null, "/sign-in?error=Verification"],
])("a used link that was to lead to %s leads to a page that knows it", (callbackUrl, location) => {
  const address = new URL("http://localhost:3000/api/auth/callback/email?token=used");
  if (callbackUrl !== null) address.searchParams.set("callbackUrl", callbackUrl);
  const refused = new Response(null, { status: 302, headers: { location: "/sign-in?error=Verification" } });
  expect(keepReturn(new NextRequest(address), refused).headers.get("location")).toBe(location);
});

test("a provider that says no leads to a page that knows where the sign-in was to lead", () => {
  const request = new NextRequest("http://localhost:3000/api/auth/callback/google?error=access_denied", {
    headers: { cookie: "next-auth.callback-url=http%3A%2F%2Flocalhost%3A3000%2Fme%2Fterms" },
  });
  const refused = new Response(null, { status: 302, headers: { location: "/sign-in?error=OAuthCallback" } });
  expect(keepReturn(request, refused).headers.get("location")).toBe(
    "/sign-in?error=OAuthCallback&callbackUrl=%2Fme%2Fterms",
  );
});

test("where a sign-in worked, it leads where it leads", () => {
  const address = new URL("http://localhost:3000/api/auth/callback/email?callbackUrl=%2Fme%2Fterms");
  const done = new Response(null, { status: 302, headers: { location: "/me/terms" } });
  expect(keepReturn(new NextRequest(address), done).headers.get("location")).toBe("/me/terms");
});

test.each([
  ["/me/terms", "/me/terms"],
  ["http://localhost:3000/me?show=all", "/me?show=all"],
  ["javascript:alert(1)", null],
  ["data:text/html,x", null],
  ["//evil.example", null],
  ["nothing like an address", null],
  ["", null],
])("next-auth is given a page of this site as the way back, or none: %s", (asked, given) => {
  const address = new URL("http://localhost:3000/api/auth/callback/email?token=t1");
  address.searchParams.set("callbackUrl", asked);
  address.searchParams.append("callbackUrl", "javascript:x");
  const { nextUrl } = withSafeReturn(new NextRequest(address, { headers: { "x-remit-client": "1" } }));
  expect(nextUrl.searchParams.getAll("callbackUrl")).toEqual(given === null ? [] : [given]);
  expect(nextUrl.searchParams.get("token")).toBe("t1");
});

test("a way back in a cookie that is no page of this site is forgotten", () => {
  const jar = new Map([
    ["next-auth.callback-url", "javascript:x"],
    ["__Secure-next-auth.callback-url", "http://localhost:3000/me"],
    ["remit.session", "javascript:x"],
  ]);
  const forgotten: string[] = [];
  forgetUnsafeReturns({
    get: (name) => (jar.has(name) ? { value: jar.get(name) ?? "" } : undefined),
    set: ({ name, value, maxAge }) => forgotten.push(`${name}=${value} ${maxAge}`),
  });
  expect(forgotten).toEqual(["next-auth.callback-url= 0"]);
});
