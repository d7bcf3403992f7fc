import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import NextAuth from "next-auth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { forgetEnv } from "@/infra/env";
import { actorOfSession } from "@/modules/identity/sign-in/resolve-actor";
import { aPerson, aWaitingSession, signInAs } from "@/test/factories/parties";
import { authOptions } from "./auth-options";

/** A small OpenID Connect issuer: discovery, keys and tokens. What it says of a person is set by each test. */
let claims: Record<string, unknown> = {};
let issuer = "";
let server: Server;
const asked = new Map<string, { nonce: string; challenge: string }>();

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(publicKey)), kid: "k1", alg: "RS256", use: "sig" };
  server = createServer(async (request, response) => {
    const json = (value: unknown, status = 200) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    const { pathname } = new URL(request.url ?? "/", issuer);
    if (pathname === "/.well-known/openid-configuration")
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
      });
    if (pathname === "/jwks") return json({ keys: [jwk] });
    let body = "";
    for await (const chunk of request) body += chunk;
    const form = new URLSearchParams(body);
    const begun = asked.get(form.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (begun === undefined || begun.challenge !== challenge) return json({ error: "invalid_grant" }, 400);
    const idToken = await new SignJWT({ ...claims, nonce: begun.nonce })
      .setProtectedHeader({ alg: "RS256", kid: "k1" })
      .setIssuer(issuer)
      .setAudience("remit")
      .setIssuedAt()
      .setExpirationTime("5m")
      .sign(privateKey);
    return json({ access_token: "provider-secret", token_type: "Bearer", id_token: idToken });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(process.env, {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: "remit",
    OIDC_CLIENT_SECRET: "s",
    OIDC_NAME: "House",
  });
  forgetEnv();
});
afterAll(() => server.close());

type Jar = Record<string, string>;

/** One request to next-auth, as a browser with these cookies would make it; the cookies it sets end up in the jar. */
async function auth(path: string[], jar: Jar, more: { query?: object; body?: object }): Promise<string> {
  let location = "";
  const response = {
    getHeader: () => [],
    setHeader(name: string, value: string | string[]) {
      if (name === "Location") location = String(value);
      if (name !== "Set-Cookie") return response;
      for (const line of [value].flat()) {
        const [pair = ""] = line.split(";");
        jar[pair.slice(0, pair.indexOf("="))] = decodeURIComponent(pair.slice(pair.indexOf("=") + 1));
      }
      return response;
    },
    status: () => response,
    json: () => response,
    send: () => response,
    end: () => response,
  };
  const method = more.body === undefined ? "GET" : "POST";
  const request = {
    method,
    query: { nextauth: path, ...more.query },
    body: more.body,
    headers: {},
    cookies: jar,
  };
  await NextAuth(
    request as never,
    response as never,
    authOptions({
      languageOf: async () => "de",
      actorOf: () => actorOfSession(jar["remit.session"] ?? ""),
    }),
  );
  return location;
}

/** Signs in through the issuer, from the button to the way back; returns where one lands and the jar. */
async function throughIssuer(
  who: Record<string, unknown>,
  session?: string,
): Promise<{ location: string; jar: Jar }> {
  claims = who;
  const csrf = "c".repeat(64);
  const hash = createHash("sha256")
    .update(csrf + process.env.REMIT_SECRET)
    .digest("hex");
  const jar: Jar = { "next-auth.csrf-token": `${csrf}|${hash}` };
  if (session !== undefined) jar["remit.session"] = session;
  const body = { csrfToken: csrf, callbackUrl: "https://evil.example/" };
  const to = new URL(await auth(["signin", "oidc"], jar, { body }));
  expect(to.origin).toBe(issuer);
  const code = crypto.randomUUID();
  const wanted = to.searchParams;
  expect(wanted.get("code_challenge_method")).toBe("S256");
  asked.set(code, { nonce: wanted.get("nonce") ?? "", challenge: wanted.get("code_challenge") ?? "" });
  const query = { code, state: wanted.get("state") ?? "", iss: issuer };
  return { location: await auth(["callback", "oidc"], jar, { query }), jar };
}

test("a newcomer the issuer vouches for is signed in, and lands on this site only", async () => {
  const { location, jar } = await throughIssuer({
    sub: "1",
    email: "Grace@House.example",
    email_verified: true,
    name: "Grace",
  });
  expect(location).toMatch(/^http:\/\/localhost:3000\//);
  const actor = await actorOfSession(jar["remit.session"] ?? "");
  const person = await db.prisma.person.findUniqueOrThrow({ where: { email: "grace@house.example" } });
  expect(actor).toMatchObject({ kind: "user", personId: person.id });
  expect(person.locale).toBe("de"); // the language of the page they came by
  const identity = await db.prisma.signInIdentity.findFirstOrThrow({ where: { userId: person.id } });
  expect(JSON.stringify(identity)).not.toContain("provider-secret");
  const again = await throughIssuer({ sub: "1", email: "grace@house.example", email_verified: true });
  expect(await actorOfSession(again.jar["remit.session"] ?? "")).toMatchObject({ personId: person.id });
});

test("an address the issuer does not vouch for makes nobody", async () => {
  for (const email_verified of [false, undefined]) {
    const { location, jar } = await throughIssuer({ sub: "2", email: "eve@house.example", email_verified });
    expect(location).toContain("error=EmailNotProved");
    expect(jar["remit.session"]).toBeUndefined();
  }
  expect(await db.prisma.person.count({ where: { email: "eve@house.example" } })).toBe(0);
});

test("a known address is not joined to the issuer silently", async () => {
  const { email, id } = await aPerson();
  const { location, jar } = await throughIssuer({ sub: "3", email, email_verified: true });
  expect(location).toContain("OAuthAccountNotLinked");
  expect(jar["remit.session"]).toBeUndefined();
  expect(await db.prisma.signInIdentity.count({ where: { userId: id } })).toBe(0);
});

describe("in a browser where somebody is signed in", () => {
  const anHourAgo = () => new Date(Date.now() - 60 * 60_000);
  const linksOf = (userId: string) => db.prisma.signInIdentity.count({ where: { userId } });
  const told = (type: string) => db.prisma.outboxEvent.findMany({ where: { type } });

  test("an account nobody has is not connected by a session alone", async () => {
    const { id } = await aPerson();
    const stranger = { sub: "4", email: "mallory@house.example", email_verified: true };
    const { location } = await throughIssuer(stranger, await signInAs(id, anHourAgo()));
    expect(location).toBe("/sign-in?error=ConnectNotRecent&callbackUrl=%2Fme%2Fsettings");
    expect(await linksOf(id)).toBe(0);
    expect(await db.prisma.person.count({ where: { email: stranger.email } })).toBe(0);
  });

  test("after a recent sign-in it is, audited and told; from then on it proves who they are", async () => {
    const { id } = await aPerson();
    const account = { sub: "5", email: "other@house.example", email_verified: true };
    await throughIssuer(account, await signInAs(id));
    expect(await linksOf(id)).toBe(1);
    const audited = { command: "parties.link_provider", personId: id, subject: "oidc", outcome: "done" };
    expect(await db.prisma.auditRecord.count({ where: audited })).toBe(1);
    const payload = { personId: id, provider: "oidc" };
    expect(await told("parties.provider_linked")).toContainEqual(expect.objectContaining({ payload }));
    const { location } = await throughIssuer(account, await signInAs(id, anHourAgo()));
    expect(location).not.toContain("error=");
  });

  test("an account of somebody else is theirs", async () => {
    const [{ id: owner }, { id }] = [await aPerson(), await aPerson()];
    const account = { sub: "6", email: "mine@house.example", email_verified: true };
    await throughIssuer(account, await signInAs(owner));
    const { location } = await throughIssuer(account, await signInAs(id));
    expect(location).toContain("OAuthAccountNotLinked");
    expect(await linksOf(id)).toBe(0);
  });

  test("a session that waits for its second step connects nothing, and proving again does not pass it", async () => {
    const { id } = await aPerson();
    const account = { sub: "9", email: "second@house.example", email_verified: true };
    await throughIssuer(account, await signInAs(id));
    const waiting = await aWaitingSession(id);
    await throughIssuer({ sub: "10", email: "mallory2@house.example", email_verified: true }, waiting);
    expect(await linksOf(id)).toBe(1);
    const again = await throughIssuer(account, waiting);
    expect(again.location).not.toContain("error=");
    expect(await actorOfSession(again.jar["remit.session"] ?? "")).toBeNull();
  });

  test("a session that is over connects nothing", async () => {
    const { id } = await aPerson();
    const session = await signInAs(id);
    await db.prisma.session.updateMany({ where: { userId: id }, data: { expires: new Date() } });
    await throughIssuer({ sub: "7", email: "late@house.example", email_verified: true }, session);
    expect(await linksOf(id)).toBe(0);
  });
});

test("somebody new is not told of the account they came with", async () => {
  await throughIssuer({ sub: "8", email: "first@house.example", email_verified: true });
  const { id } = await db.prisma.person.findUniqueOrThrow({ where: { email: "first@house.example" } });
  const events = await db.prisma.outboxEvent.findMany({ where: { type: "parties.provider_linked" } });
  expect(events.map(({ payload }) => payload)).not.toContainEqual(expect.objectContaining({ personId: id }));
});
