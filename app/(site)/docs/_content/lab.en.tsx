import { LIMITS } from "@/kernel/limits";
import { Code } from "@/ui/text/code";
import { TextLink } from "@/ui/text/text-link";
import { publicCalls, readCalls } from "./calls";
import type { Guide } from "./section";

export const labGuide: Guide = ({ server, demo }) => [
  {
    id: "without-a-key",
    title: "1. Without a key",
    body: (
      <>
        <p>The register and the look-up are open to everyone:</p>
        <Code label="Shell">{publicCalls(server)}</Code>
        <p>
          {LIMITS.lookUpsPerHour} look-ups an hour, exact names only. Lists have a{" "}
          <Code inline>nextCursor</Code>; send it back as <Code inline>cursor</Code>.
        </p>
      </>
    ),
  },
  {
    id: "key",
    title: "2. With a key",
    body: (
      <>
        <p>
          You are a licensee when a platform names your organisation in its deal. You see the deal once it is
          reported. Sign in, open your organisation’s keys, and create a key with read access.
          {demo && " In this demo world, sign in as a member of Northwind Models."}
        </p>
        <Code label="Shell">{readCalls(server)}</Code>
        <p>
          The clearance shows in numbers what the licence covers: rows, tokens and contributors by cleared,
          refused and not set, with the reasons. After the seal you can also download the published files of
          the split.
        </p>
      </>
    ),
  },
  {
    id: "certificate",
    title: "3. Verify the certificate",
    body: (
      <>
        <p>
          <Code inline>certificate</Code> of a clearance is a compact JWS (EdDSA). Its payload names the
          SHA-256 of the manifest, the question, the instant and the counts. Any JOSE library verifies it with
          the keys at <a href="/.well-known/jwks.json">/.well-known/jwks.json</a>; in Node.js:
        </p>
        <Code label="verify.mjs">{`import { compactVerify, createRemoteJWKSet } from "jose";
const keys = createRemoteJWKSet(new URL("${new URL(server).origin}/.well-known/jwks.json"));
const { payload } = await compactVerify(process.argv[2], keys);
console.log(JSON.parse(new TextDecoder().decode(payload)));`}</Code>
      </>
    ),
  },
  {
    id: "next",
    title: "4. For every call",
    body: (
      <p>
        Money is minor units as text, refusals are <Code inline>application/problem+json</Code> with a stable
        code, writes take an <Code inline>Idempotency-Key</Code>: see{" "}
        <TextLink href="/docs/api">the API</TextLink> and{" "}
        <TextLink href="/docs/api/problems">its problems</TextLink>.
      </p>
    ),
  },
];
