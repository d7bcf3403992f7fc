import { beforeAll, describe, expect, test } from "vitest";
import { inMoment, now } from "@/infra/clock";
import { createApiKey } from "@/modules/identity/keys/create-api-key";
import { actorFor, anApiKey, anOrganisation, callAs, signInAs } from "@/test/factories/parties";
import { problemOf } from "../problem/problem";
import { callFromRequest } from "./context";

let organisation: Awaited<ReturnType<typeof anOrganisation>>;
let cookie: string;

beforeAll(async () => {
  organisation = await anOrganisation();
  cookie = `theme=dark; remit.session=${await signInAs(organisation.ownerId)}`;
});

const request = (method: string, headers: Record<string, string>) =>
  new Request("http://localhost:3000/api/v1/deals", {
    method,
    headers: { host: "localhost:3000", ...headers },
  });

test("nobody is nobody", async () => {
  expect((await callFromRequest(request("GET", {}))).actor).toEqual({ kind: "anonymous" });
  expect((await callFromRequest(request("GET", { cookie: "remit.session=nonsense" }))).actor.kind).toBe(
    "anonymous",
  );
});

test("a Bearer key decides, even if the request has a cookie; a wrong key is refused, not ignored", async () => {
  const { secret, id } = await anApiKey(await actorFor(organisation.ownerId), {
    organisationId: organisation.id,
  });
  const call = await callFromRequest(request("POST", { authorization: `Bearer ${secret}`, cookie }));
  expect(call.actor).toMatchObject({ kind: "apiKey", keyId: id });
  for (const authorization of ["Bearer rmt_live_nonsense", "Basic YTpi", "Bearer", `Bearer ${secret}x`]) {
    await expect(callFromRequest(request("GET", { authorization, cookie }))).rejects.toMatchObject({
      code: "NOT_SIGNED_IN",
    });
  }
});

test("an expired key is refused like a revoked one, and a caller with the whole key learns that it expired", async () => {
  const { secret } = await inMoment(new Date(Date.now() - 2 * 86_400_000), async () =>
    createApiKey(callAs(await actorFor(organisation.ownerId, now())), {
      organisationId: organisation.id,
      name: "brief",
      preset: "read_only",
      expiresInDays: 1,
    }),
  );
  const refusal = (bearer: string | null) =>
    callFromRequest(request("GET", { authorization: `Bearer ${bearer}`, cookie })).then(
      () => null,
      (error: unknown) => problemOf(error, "req-1"),
    );
  expect(await refusal(secret)).toMatchObject({
    status: 401,
    code: "NOT_SIGNED_IN",
    detail: expect.stringMatching(/^This key expired on \d{4}-\d\d-\d\d \(UTC\)\. Create a new one\.$/),
    facts: { because: "key_expired" },
  });
  const stranger = await refusal(`${secret}x`);
  expect(stranger).toMatchObject({ status: 401, detail: "This API key is unknown or was revoked." });
  expect(stranger).not.toHaveProperty("facts");
});

describe("a session cookie", () => {
  test("reads from anywhere", async () => {
    const { actor } = await callFromRequest(request("GET", { cookie, "sec-fetch-site": "cross-site" }));
    expect(actor).toMatchObject({ kind: "user", personId: organisation.ownerId });
  });

  test.each<Record<string, string>>([
    { "sec-fetch-site": "same-origin" },
    { origin: "http://localhost:3000" },
  ])("writes from our own pages: %o", async (headers) => {
    expect((await callFromRequest(request("POST", { cookie, ...headers }))).actor.kind).toBe("user");
  });

  test.each<Record<string, string>>([
    {},
    { "sec-fetch-site": "cross-site", origin: "http://localhost:3000" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://localhost:3000.evil.example" },
  ])("does not write from elsewhere: %o", async (headers) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      await expect(callFromRequest(request(method, { cookie, ...headers }))).rejects.toMatchObject({
        code: "CROSS_SITE_REQUEST",
      });
    }
  });
});
