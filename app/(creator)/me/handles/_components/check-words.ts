import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { HandleEvidence } from "@/modules/works/schema";

type Proof = z.output<typeof HandleEvidence>["proofs"][number];
type Check = Proof["checks"][number];

/** Why a look ended as it did, as a sentence, from what was seen. */
export function useCheckText(): (check: Check, method: Proof["method"]) => string {
  const t = useTranslations("works.check");
  return ({ outcome, reason, seen }, method) => {
    if (outcome === null) return t("running");
    if (outcome === "proved") return t(method === "attestation" ? "confirmed" : "proved");
    const { status, codes, records } = seen;
    if (reason === "PROOF_ADDRESS_REFUSED") return t("address");
    if (status === 401 || status === 403) return t("denied", { status });
    if (status !== null && status !== 200) return t("status", { status });
    if (codes !== null && codes > 0) return t("otherCode");
    if (reason === "PROOF_UNREACHABLE") return t("unreachable");
    if (records !== null) return t("noRecord", { n: records });
    return t(reason === "PROOF_NOT_FOUND" ? "noCode" : "failed");
  };
}
