import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { HandleEvidence } from "@/modules/handles/schema";

type Proof = z.output<typeof HandleEvidence>["proofs"][number];
type Look = Proof["checks"][number];
type Looked = Readonly<Pick<Proof, "method" | "target">>;

/** What we look at, as people write it. */
export function addressOf(method: Proof["method"], target: string): string {
  if (method === "well_known") return `https://${target}/.well-known/remit-verify.txt`;
  return method === "meta_tag" ? `https://${target}/` : target;
}

/** What a look read, what it found and what to do next: one sentence or two, from what was seen. */
export function useLookText(): (look: Look, proof: Looked) => string {
  const t = useTranslations("works.look");
  return ({ outcome, reason, seen }, { method, target }) => {
    const at = { target: addressOf(method, target ?? "") };
    if (outcome === null) return t("running", at);
    if (outcome === "proved") return t(method === "attestation" ? "confirmed" : "proved", at);
    const { status, codes, records } = seen;
    if (reason === "PROOF_ADDRESS_REFUSED") return t("address", at);
    if (status === 401 || status === 403) return t("denied", { ...at, status });
    if (status === 404 || status === 410)
      return t(method === "well_known" ? "noFile" : "missing", { ...at, status });
    if (status !== null && status !== 200) return t("status", { ...at, status });
    if (codes !== null && codes > 0) return t("otherCode", at);
    if (reason === "PROOF_UNREACHABLE") return t(method === "dns_txt" ? "noServer" : "unreachable", at);
    if (records !== null) return t("noRecord", { ...at, n: records });
    if (reason !== "PROOF_NOT_FOUND") return t("failed", at);
    return t(method === "meta_tag" ? "noTag" : method === "well_known" ? "noLine" : "noCode", at);
  };
}
