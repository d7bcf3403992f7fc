import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { env, forgetEnv } from "../env";
import { isLoopbackUrl, listenAddress, whyNotPublic } from "./public-instance";

test.each([
  "http://localhost:3000",
  "http://remit.localhost",
  "http://127.0.0.1:4000",
  "http://127.1",
  "https://[::1]:3000",
])("%s is this machine", (url) => {
  expect(isLoopbackUrl(url)).toBe(true);
});

test.each([
  "https://remit.example",
  "http://192.168.1.5:3000",
  "http://0.0.0.0:3000",
  "http://localhost.example",
  "http://notlocalhost",
  "http://127.0.0.1.example",
  "http://user@remit.example#localhost",
  "remit",
  "",
])("%s can be reached by others", (url) => {
  expect(isLoopbackUrl(url)).toBe(false);
});

describe("starting at a public address", () => {
  const REMIT_URL = "https://remit.example";
  const ready = { REMIT_URL, SMTP_URL: "smtp://mail", DATABASE_URL: "postgres://db" };

  test("needs a mail server, and a database or no demo world", () => {
    expect(whyNotPublic({ REMIT_URL })).toMatch(/set SMTP_URL.*\n.*set DATABASE_URL/);
    expect(whyNotPublic({ ...ready, SMTP_URL: undefined })).not.toContain("set DATABASE_URL");
    expect(whyNotPublic({ ...ready, DATABASE_URL: undefined })).not.toContain("set SMTP_URL");
    expect(whyNotPublic({ ...ready, REMIT_DEMO: "1" })).toContain("leave REMIT_DEMO out");
    expect(whyNotPublic({ ...ready, DATABASE_URL: undefined, REMIT_DEMO: "0" })).toBeNull();
    expect(whyNotPublic(ready)).toBeNull();
  });

  test("asks for nothing on a laptop, or where a public demonstration is meant", () => {
    expect(whyNotPublic({})).toBeNull();
    expect(whyNotPublic({ REMIT_URL: "http://localhost:4000", REMIT_DEMO: "1" })).toBeNull();
    expect(whyNotPublic({ REMIT_URL, REMIT_PUBLIC_DEMO: "1" })).toBeNull();
  });
});

test("a database of one's own asks for the address people use", () => {
  expect(whyNotPublic({ DATABASE_URL: "postgres://db" })).toMatch(/set REMIT_URL/);
  expect(whyNotPublic({ DATABASE_URL: "postgres://db", REMIT_URL: "http://localhost:3000" })).toBeNull();
});

test.each([
  [{ REMIT_DEMO: "1" }, "127.0.0.1"],
  [{ REMIT_DEV_MAILBOX: "1", REMIT_URL: "http://localhost:4000" }, "127.0.0.1"],
  [{ REMIT_DEMO: "1", REMIT_PUBLIC_DEMO: "1" }, undefined],
  [{ REMIT_DEMO: "0", REMIT_URL: "http://localhost:4000" }, undefined],
  [{ REMIT_DEV_MAILBOX: "1", REMIT_URL: "https://remit.example", REMIT_PUBLIC_DEMO: "1" }, undefined],
])("with %o the web process listens on %s", (settings, address) => {
  expect(listenAddress(settings)).toBe(address);
});

describe("the settings every process reads", () => {
  const before = { ...process.env };
  const WORLD = {
    ...{ DATABASE_URL: "postgres://db", REMIT_SECRET: "s".repeat(32) },
    ...{ REMIT_DEMO: "1", REMIT_DEV_MAILBOX: "1" },
  };
  beforeEach(forgetEnv);
  afterEach(() => {
    process.env = { ...before };
    forgetEnv();
  });

  test.each([
    ["http://localhost:3000", "0", "1"],
    ["https://remit.example", "0", "0"],
    ["https://remit.example", "1", "1"],
  ])("at %s with REMIT_PUBLIC_DEMO=%s: demo world and mailbox are %s", (REMIT_URL, REMIT_PUBLIC_DEMO, on) => {
    Object.assign(process.env, WORLD, { REMIT_URL, REMIT_PUBLIC_DEMO });
    expect(env()).toMatchObject({ REMIT_DEMO: on, REMIT_DEV_MAILBOX: on });
  });
});
