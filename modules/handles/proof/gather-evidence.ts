import { digestOf } from "@/infra/crypto/secret-digest";
import { DnsFailure, dns } from "@/infra/net/dns";
import { type FetchedPage, safeFetch } from "@/infra/net/safe-fetch";
import type { Json } from "@/kernel/canonical-json";
import { DomainError, type ErrorCode } from "@/kernel/errors";
import { hostWithin } from "../domain/host-name";
import { type Platform, pageRefusal } from "../domain/platform";
import { codesIn, MARK, metaCodesIn, type ProofMethod, txtNames, WELL_KNOWN_PATH } from "../domain/proof";

export type Evidence = Readonly<{
  outcome: "proved" | "failed";
  reason: ErrorCode | null;
  message: string | null;
  evidence: { [key: string]: Json };
}>;

type Question = Readonly<{
  method: ProofMethod;
  target: string;
  codeHash: string;
  platform: Platform;
  name: string;
}>;

export type FetchPage = typeof safeFetch;

/**
 * Looks for a proof in the outside world; takes no lock and writes nothing. Every failure is an answer with its reason and
 * remedy, never an exception.
 */
export async function gatherEvidence(
  question: Question,
  fetchPage: FetchPage = safeFetch,
): Promise<Evidence> {
  try {
    return await look(question, fetchPage);
  } catch (error) {
    if (error instanceof DomainError) return failed(error.code, error.message, { target: question.target });
    if (error instanceof DnsFailure)
      return failed(
        "PROOF_UNREACHABLE",
        `The name servers of ${error.host} did not answer. Try again in a few minutes.`,
        { target: question.target },
      );
    throw error;
  }
}

async function look(question: Question, fetchPage: FetchPage): Promise<Evidence> {
  const { method, target, platform, name } = question;
  const onHost = (url: URL) =>
    hostWithin(url.hostname, target) ? null : `It redirects to ${url.hostname}, which is not ${target}.`;
  switch (method) {
    case "page_code": {
      const page = await fetchPage(target, { refuse: (url) => pageRefusal(platform, name, url) });
      return judge(question, page, codesIn(page.text), "Sign out and check that you can see it.");
    }
    case "well_known": {
      const page = await fetchPage(`https://${target}${WELL_KNOWN_PATH}`, {
        refuse: onHost,
        accept: "text/plain",
      });
      return judge(question, page, codesIn(page.text), "The file must have exactly the line we showed you.");
    }
    case "meta_tag": {
      const page = await fetchPage(`https://${target}/`, { refuse: onHost, accept: "text/html" });
      return judge(question, page, metaCodesIn(page.text), `The tag is <meta name="${MARK}" content="…">.`);
    }
    case "dns_txt":
      return lookAtRecords(question);
    case "attestation":
      return failed(
        "INVALID_INPUT",
        "This proof is a confirmation signed by the platform: paste it instead.",
        {},
      );
  }
}

function judge(question: Question, page: FetchedPage, codes: readonly string[], hint: string): Evidence {
  const seen = {
    url: page.url,
    status: page.status,
    address: page.address,
    contentType: page.contentType.slice(0, 200),
    characters: page.text.length,
    codes: codes.length,
  };
  if (page.status === 401 || page.status === 403)
    return failed(
      "PROOF_UNREACHABLE",
      `${page.url} answers ${page.status}: it needs a sign-in, or it turns programs away. Use a public page.`,
      seen,
    );
  if (page.status !== 200)
    return failed(
      "PROOF_UNREACHABLE",
      `${page.url} answers ${page.status} instead of a page. Check the address.`,
      seen,
    );
  return verdict(question, codes, seen, `We read ${page.url}`, hint);
}

async function lookAtRecords(question: Question): Promise<Evidence> {
  const names = txtNames(question.target);
  const records = (await Promise.all(names.map((name) => dns().txt(name)))).flat();
  const codes = codesIn(records.join("\n"));
  const seen = { names: [...names], records: records.length, codes: codes.length };
  return verdict(
    question,
    codes,
    seen,
    `We read ${records.length} TXT record${records.length === 1 ? "" : "s"} of ${names.join(" and ")}`,
    "It can take an hour until a new record is visible everywhere.",
  );
}

function verdict(
  { codeHash }: Question,
  codes: readonly string[],
  seen: { [key: string]: Json },
  read: string,
  hint: string,
): Evidence {
  if (codes.some((code) => digestOf(code) === codeHash))
    return { outcome: "proved", reason: null, message: `${read} and found your code.`, evidence: seen };
  return codes.length > 0
    ? failed(
        "PROOF_NOT_FOUND",
        `${read} and found a code, but not the newest one. Replace it, or get a new code if you no longer have it.`,
        seen,
      )
    : failed("PROOF_NOT_FOUND", `${read} and found no code. ${hint}`, seen);
}

const failed = (reason: ErrorCode, message: string, evidence: { [key: string]: Json }): Evidence => ({
  outcome: "failed",
  reason,
  message,
  evidence,
});
