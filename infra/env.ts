import { z } from "zod";
import { isLoopbackUrl } from "./net/public-instance";

/** Settings, read once and checked once. Everything has a default that works on a laptop. */
const Env = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: z.string().min(1),
  /** "1" when the database server is ours and on this machine; `npm start` says so. */
  REMIT_DATABASE_EMBEDDED: z.enum(["0", "1"]).default("0"),
  /** "0" where a connection pooler in between does not keep prepared statements. */
  REMIT_PREPARE_STATEMENTS: z.enum(["0", "1"]).default("1"),
  /** Where uploads, artefacts, keys and the embedded database live. */
  REMIT_DATA_DIR: z.string().default(".data"),
  /** The address people use, without a trailing slash; links in mails and attestations are built on it. */
  REMIT_URL: z.string().default("http://localhost:3000"),
  /** Encrypts and signs what must not be guessed. `npm start` makes one and keeps it under `.data/`. */
  REMIT_SECRET: z.string().min(32),
  /** "1" in the demo world only: shows the "sign in as" list and the sample people. Only where REMIT_URL is this machine. */
  REMIT_DEMO: z.enum(["0", "1"]).default("0"),
  /** "1" lets the demo world and the built-in mailbox be turned on at an address others can reach. */
  REMIT_PUBLIC_DEMO: z.enum(["0", "1"]).default("0"),
  /** "off" lets operators act without a second step of signing in; the demo world never asks for one. */
  REMIT_OPERATOR_TWO_STEP: z.enum(["on", "off"]).default("on"),
  /** Remit's fee on new deals, in basis points of the gross: 300 is 3%. Deals that were reported keep theirs. */
  REMIT_FEE_BPS: z.coerce.number().int().min(0).max(10_000).default(300),
  SMTP_URL: z.string().optional(),
  /** "1" when mails go to the built-in mailbox (infra/mail/dev-mailbox.ts): shows them at /dev/mailbox. Likewise. */
  REMIT_DEV_MAILBOX: z.enum(["0", "1"]).default("0"),
  /** Where people write to the operator: an e-mail address that the footer and the pages of refusals show. */
  REMIT_CONTACT: z.email().optional(),
  /** Sign-in providers; each appears when its id and secret are there. OIDC is any OpenID Connect issuer. */
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_NAME: z.string().default("Single sign-on"),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  MAIL_FROM: z.string().default("Remit <no-reply@remit.example>"),
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: z.string().optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  /** Memory each DuckDB may use, in MiB; by default it follows the machine (infra/engine/engine.ts). */
  REMIT_ENGINE_MEMORY_MB: z.coerce.number().int().min(256).optional(),
  REMIT_ENGINE_THREADS: z.coerce.number().int().min(1).default(2),
  /** Proof fetches may reach loopback and private addresses only in tests. */
  REMIT_ALLOW_PRIVATE_FETCH: z.enum(["0", "1"]).default("0"),
});

let cached: z.infer<typeof Env> | undefined;

/** The checked settings. Throws a readable error naming each setting that is wrong. */
export function env(): z.infer<typeof Env> {
  if (cached === undefined) {
    // `next build` evaluates modules without any settings; nothing is contacted then.
    const parsed = Env.safeParse(process.env);
    if (!parsed.success) {
      const faults = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
      throw new Error(`Settings are wrong or missing (see docs/guides/deploy.md):\n${faults.join("\n")}`);
    }
    const { REMIT_URL, REMIT_PUBLIC_DEMO } = parsed.data;
    const isOwn = REMIT_PUBLIC_DEMO === "1" || isLoopbackUrl(REMIT_URL);
    cached = isOwn ? parsed.data : { ...parsed.data, REMIT_DEMO: "0", REMIT_DEV_MAILBOX: "0" };
  }
  return cached;
}

/** For tests that start several worlds in one process. */
export function forgetEnv(): void {
  cached = undefined;
}
