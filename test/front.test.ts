import { describe, expect, test } from "vitest";
import { clientAddress, proxiesIn, readablePath, receive } from "@/scripts/web/front.mjs";

const OURS = proxiesIn("127.0.0.1, 10.0.0.0/8 2001:db8:1::/48");

describe("from where a request comes", () => {
  test.each([
    ["nobody is believed by default", "127.0.0.1", "203.0.113.9", [], "127.0.0.1"],
    ["a stranger is not believed", "198.51.100.7", "203.0.113.9", OURS, "198.51.100.7"],
    ["our proxy is", "127.0.0.1", "203.0.113.9", OURS, "203.0.113.9"],
    [
      "but not what came before the first stranger",
      "10.1.2.3",
      "1.1.1.1, 203.0.113.9, 10.9.9.9",
      OURS,
      "203.0.113.9",
    ],
    ["a proxy that says nothing is the client", "10.1.2.3", undefined, OURS, "10.1.2.3"],
    ["a proxy that says nonsense is", "10.1.2.3", "203.0.113.9, nonsense", OURS, "10.1.2.3"],
    ["only ours all the way", "10.1.2.3", "10.4.5.6", OURS, "10.4.5.6"],
    ["a port is not part of it", "::ffff:127.0.0.1", "203.0.113.9:4711", OURS, "203.0.113.9"],
    ["nor are brackets", "127.0.0.1", "[2001:db8:2::5]:4711", OURS, "2001:db8:2::5"],
    ["IPv6 proxies are proxies", "2001:db8:1::1", "::ffff:203.0.113.9", OURS, "203.0.113.9"],
    ["short forms of IPv4 are nonsense", "10.1.2.3", "2130706433", OURS, "10.1.2.3"],
    ["a socket that is gone", undefined, "203.0.113.9", OURS, "unknown"],
  ])("%s", (_, peer, forwarded, proxies, client) => {
    expect(clientAddress(peer, forwarded, proxies)).toBe(client);
  });

  test("what is not a network is refused by name", () => {
    for (const wrong of ["10.0.0.0/33", "proxy.example", "10.0.0.0/", "10.0.0/8", "::1/x"])
      expect(() => proxiesIn(wrong)).toThrow(`"${wrong}"`);
  });
});

describe("what the rest goes by is written by us", () => {
  const asked = (remoteAddress: string, more: Readonly<Record<string, string>> = {}) => {
    const headers: Record<string, string> = {
      ...more,
      host: "remit.example",
      "x-remit-client": "9.9.9.9",
      "x-request-id": "mine",
      "x-forwarded-for": "203.0.113.9",
      "x-forwarded-host": "remit.example",
      "x-forwarded-proto": "https",
    };
    const claimed = receive({ headers, socket: { remoteAddress } }, OURS);
    return { headers, claimed };
  };

  test("for a stranger, who forwards for nobody", () => {
    const { headers, claimed } = asked("198.51.100.7");
    expect(headers).toEqual({
      host: "remit.example",
      "x-remit-client": "198.51.100.7",
      "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(claimed).toBe(true);
  });

  test("for Next, which asks itself after an action: believed as little, and nobody is warned of it", () => {
    const { headers, claimed } = asked("::1", { rsc: "1" });
    expect(headers).toMatchObject({ rsc: "1", "x-remit-client": "::1" });
    expect(headers["x-forwarded-for"]).toBeUndefined();
    expect(claimed).toBe(false);
  });

  test("for our proxy, whose word stays", () => {
    const { headers, claimed } = asked("10.0.0.1");
    expect(headers).toMatchObject({ "x-remit-client": "203.0.113.9", "x-forwarded-proto": "https" });
    expect(headers["x-request-id"]).not.toBe("mine");
    expect(claimed).toBe(false);
  });
});

describe("an address that is no text", () => {
  test.each([
    ["/register/%C0", "/register/%EF%BF%BD"],
    ["/%/terms?from=%C0", "/%EF%BF%BD/terms?from=%C0"],
    ["/api/v1/deals/%ED%A0%80", "/api/v1/deals/%EF%BF%BD"],
    ["/a%zz/%F0%9F", "/%EF%BF%BD/%EF%BF%BD"],
    ["/o/org_1/deals?q=100%", "/o/org_1/deals?q=100%"],
    ["/look-up/caf%C3%A9/%2e%2e/%00", "/look-up/caf%C3%A9/%2e%2e/%00"],
  ])("%s is asked for as %s, which names nothing", (said, asked) => {
    expect(readablePath(said)).toBe(asked);
  });
});
