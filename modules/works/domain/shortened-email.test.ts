import fc from "fast-check";
import { expect, test } from "vitest";
import { shortenedEmail } from "./shortened-email";

test("first letters and the end of the domain are left", () => {
  expect(shortenedEmail("clara.voss@mail.example")).toBe("c…@m….example");
  expect(shortenedEmail("x@localhost")).toBe("x…@l…");
});

test("no more than two letters of an address and the end of its domain are shown", () => {
  fc.assert(
    fc.property(fc.emailAddress(), (email) => {
      const end = email.slice(email.lastIndexOf("."));
      expect([...shortenedEmail(email)].length).toBe(5 + [...end].length);
    }),
  );
});
