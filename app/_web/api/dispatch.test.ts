import { describe, expect, test } from "vitest";
import { allOperations } from "@/app/api/v1/_operations/all";
import { readHealth } from "@/modules/system/read-health";
import { dispatcher } from "./dispatch";
import type { Method, Operation } from "./operations";

/** An operation that answers with its own address and what it read from the address it was asked at. */
const operation = (method: Method, path: string): Operation => ({
  ...{ id: `${method} ${path}`, method, path, tag: "T", summary: "s", verb: readHealth },
  handler: async (_request, params) => Response.json({ at: `${method} ${path}`, params }),
});

const api = dispatcher([
  operation("GET", "/works/{workId}"),
  operation("POST", "/works/{workId}/retire"),
  operation("POST", "/works/invitations/{token}"),
  operation("GET", "/works/seats"),
  operation("GET", "/works/{workId}/files/{fileId}.csv"),
  operation("GET", "/works/{workId}/files/all"),
  operation("GET", "/me.json"),
]);
const ask = async (method: string, path: string) => {
  const answer = await api(new Request(`http://localhost/api/v1${path}?q=1`, { method }));
  return (await answer.json()) as { at: string; params: Record<string, string> };
};

describe("an address is found by its fixed segments first", () => {
  test.each([
    ["GET", "/works/w1", "GET /works/{workId}", { workId: "w1" }],
    ["GET", "/works/seats", "GET /works/seats", {}],
    ["POST", "/works/invitations/retire", "POST /works/invitations/{token}", { token: "retire" }],
    ["POST", "/works/w1/retire", "POST /works/{workId}/retire", { workId: "w1" }],
    ["GET", "/works/w1/files/all", "GET /works/{workId}/files/all", { workId: "w1" }],
    [
      "GET",
      "/works/w1/files/f1.csv",
      "GET /works/{workId}/files/{fileId}.csv",
      { workId: "w1", fileId: "f1" },
    ],
    ["GET", "/me.json", "GET /me.json", {}],
  ])("%s %s", async (method, path, at, params) => {
    expect(await ask(method, path)).toEqual({ at, params });
  });

  test("a part of it is text, whatever its characters", async () => {
    expect((await ask("GET", "/works/a%2Fb%20%C3%A9")).params).toEqual({ workId: "a/b é" });
    expect((await ask("GET", "/works/%C0")).params).toEqual({ workId: "\uFFFD" });
  });

  test("a HEAD is answered by the GET", async () => {
    expect((await ask("HEAD", "/works/w1")).at).toBe("GET /works/{workId}");
  });
});

describe("a list does not load", () => {
  test("with two operations of one method and address", () => {
    expect(() => dispatcher([operation("GET", "/a/{id}"), operation("GET", "/a/{id}")])).toThrow(
      "Two operations have the same method at /a/{id}.",
    );
  });

  test("with two names for one part of an address", () => {
    expect(() => dispatcher([operation("GET", "/a/{id}"), operation("PUT", "/a/{otherId}")])).toThrow(
      "/a/{id} and /a/{otherId} are one address",
    );
  });

  test("the list of the API does", () => {
    expect(() => dispatcher(allOperations)).not.toThrow();
  });
});
