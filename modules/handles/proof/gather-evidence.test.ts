import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { digestOf } from "@/infra/crypto/secret-digest";
import { DnsFailure, replaceDns } from "@/infra/net/dns";
import { DomainError } from "@/kernel/errors";
import { THE_WEB } from "../domain/platform";
import type { ProofMethod } from "../domain/proof";
import { type FetchPage, gatherEvidence } from "./gather-evidence";

const code = "0123456789abcdefghjkmnpq";
const ask = (method: ProofMethod, fetchPage?: FetchPage) =>
  gatherEvidence(
    { method, target: "site.example", codeHash: digestOf(code), platform: THE_WEB, name: "site.example" },
    fetchPage,
  );

/** A web of one page; it remembers what was asked and honours the caller's refusals, as the real one does. */
function web(page: { text: string; status?: number; redirectsTo?: string }): FetchPage & { asked: string[] } {
  const asked: string[] = [];
  const fetchPage: FetchPage = async (address, options) => {
    asked.push(address);
    const url = page.redirectsTo ?? address;
    const reason = options?.refuse?.(new URL(url)) ?? null;
    if (reason !== null) throw new DomainError("PROOF_ADDRESS_REFUSED", reason);
    return {
      url,
      status: page.status ?? 200,
      text: page.text,
      address: "192.0.2.1",
      contentType: "text/html",
    };
  };
  return Object.assign(fetchPage, { asked });
}

let records: Record<string, string[]> = {};
beforeEach(() => {
  records = {};
  replaceDns({ addresses: async () => [], txt: async (name) => records[name] ?? [] });
});
afterEach(() => replaceDns(null));

describe("proof by domain", () => {
  test("a file at the fixed address, over https only", async () => {
    const page = web({ text: `remit-verify=${code}\n` });
    expect(await ask("well_known", page)).toMatchObject({ outcome: "proved" });
    expect(page.asked).toEqual(["https://site.example/.well-known/remit-verify.txt"]);
  });

  test("a tag in the home page; the code in its text is not enough", async () => {
    const tag = web({ text: `<head><meta name="remit-verify" content="${code}"></head>` });
    expect(await ask("meta_tag", tag)).toMatchObject({ outcome: "proved" });
    expect(tag.asked).toEqual(["https://site.example/"]);
    const comment = web({ text: `<p>A visitor wrote: remit-verify=${code}</p>` });
    expect(await ask("meta_tag", comment)).toMatchObject({ outcome: "failed", reason: "PROOF_NOT_FOUND" });
  });

  test("may move to www, not to another host", async () => {
    const tag = `<meta name="remit-verify" content="${code}">`;
    expect(await ask("meta_tag", web({ text: tag, redirectsTo: "https://www.site.example/" }))).toMatchObject(
      {
        outcome: "proved",
      },
    );
    expect(await ask("meta_tag", web({ text: tag, redirectsTo: "https://parking.example/" }))).toMatchObject({
      reason: "PROOF_ADDRESS_REFUSED",
      message: expect.stringContaining("parking.example, which is not site.example"),
    });
  });

  test("a missing file says so", async () => {
    expect(await ask("well_known", web({ text: `remit-verify=${code}`, status: 404 }))).toMatchObject({
      outcome: "failed",
      reason: "PROOF_UNREACHABLE",
      evidence: { status: 404 },
    });
  });

  test("a TXT record, with the count of records read", async () => {
    records = { "site.example": ["v=spf1", "other=1"] };
    expect(await ask("dns_txt")).toMatchObject({ message: expect.stringContaining("We read 2 TXT records") });
    records = { "site.example": ["v=spf1", `remit-verify=${code}`] };
    expect(await ask("dns_txt")).toMatchObject({ outcome: "proved", evidence: { records: 2 } });
  });

  test("name servers that do not answer are not the person's fault", async () => {
    replaceDns({
      addresses: async () => [],
      txt: async (name) => {
        throw new DnsFailure(name, new Error("SERVFAIL"));
      },
    });
    expect(await ask("dns_txt")).toMatchObject({
      reason: "PROOF_UNREACHABLE",
      message: expect.stringContaining("did not answer"),
    });
  });
});
