import { expect, test } from "vitest";
import { LIMITS } from "@/kernel/limits";
import { networkOf } from "../request/client";
import { lookUpRoute } from "./look-up";

test("look-ups are counted per caller, and the count is said", async () => {
  const from = (address: string) =>
    lookUpRoute(
      new Request(`http://localhost/api/v1/look-up?platform=nowhere.example&handle=bob`, {
        headers: { "x-remit-client": address },
      }),
    );
  for (let at = 0; at < LIMITS.lookUpsPerHour; at++)
    expect((await from(`2001:db8:0:7::${at.toString(16)}`)).status).toBe(422);
  const refused = await from("2001:db8:0:7:ffff::1");
  expect(refused.status).toBe(429);
  expect(await refused.json()).toMatchObject({ code: "RATE_LIMITED" });
  expect((await from("2001:db8:0:8::1")).status).toBe(422);
});

test("addresses of one IPv6 network are one caller, others are themselves", () => {
  expect(networkOf("2001:db8:0:7:1:2:3:4")).toBe(networkOf("2001:DB8::7:0:0:0:1"));
  expect(networkOf("2001:db8::1")).toBe("2001:db8::/64");
  expect(networkOf("203.0.113.9")).toBe("203.0.113.9");
  expect(networkOf("::ffff:203.0.113.9")).toBe("203.0.113.9");
});
