import { expect, test } from "vitest";
import { refusalOfFailure } from "./failure";

const failing = (fields: object, message = "it failed") => Object.assign(new Error(message), fields);

test.each([
  ["a refused connection", failing({ code: "ECONNREFUSED", syscall: "connect" })],
  ["a socket that is not there", failing({ code: "ENOENT", syscall: "connect" })],
  ["every address refused", failing({ code: "ECONNREFUSED", errors: [failing({ code: "ECONNREFUSED" })] })],
  ["a database that is shutting down", failing({ code: "57P01" })],
  ["too many connections", failing({ code: "53300" })],
  ["a connection that ended", failing({}, "Connection terminated unexpectedly")],
  [
    "what Prisma makes of it",
    failing({ code: "P2010", meta: { driverAdapterError: failing({ cause: { originalCode: "57P03" } }) } }),
  ],
])("%s is for a moment: the caller may try again", (_, error) => {
  expect(refusalOfFailure(error)).toMatchObject({ code: "UNAVAILABLE", detail: { retryAfter: 5 } });
});

test.each([failing({ code: "53100" }), failing({ code: "ENOSPC", syscall: "write" })])(
  "a full disk is said as such",
  (error) => expect(refusalOfFailure(error)).toMatchObject({ code: "STORAGE_FULL" }),
);

test.each([
  failing({}),
  failing({ code: "ENOENT", syscall: "open" }),
  failing({ code: "23505" }),
  "text",
  null,
])("a fault of our own stays one: %s", (error) => expect(refusalOfFailure(error)).toBeNull());
