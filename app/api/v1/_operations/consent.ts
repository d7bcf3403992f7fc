import type { Operation } from "@/app/_web/api/operations";
import { LIMITS } from "@/kernel/limits";
import { currentTerms } from "@/modules/consent/queries/current-terms";
import { evaluateForMe } from "@/modules/consent/queries/evaluate-for-me";
import { termsHistory } from "@/modules/consent/queries/terms-history";
import { termsReceipt } from "@/modules/consent/queries/terms-receipt";
import { setTerms } from "@/modules/consent/terms/set-terms";
import { withdrawTerms } from "@/modules/consent/terms/withdraw-terms";

const tag = "Consent";

export const consentOperations: readonly Operation[] = [
  {
    id: "getTerms",
    method: "GET",
    path: "/terms",
    tag,
    summary: "Read your consent terms",
    description:
      "The version in force of every scope that ever had terms, and what is scheduled. Narrow scopes (work, url_prefix, handle) decide before wide ones (person); what no scope answers is unset, and unset is never a yes.",
    verb: currentTerms,
  },
  {
    id: "setTerms",
    method: "PUT",
    path: "/terms",
    tag,
    summary: "Set the terms of one scope",
    description:
      "Adds a version; nothing is ever edited. Send `terms`, or a `preset`. With `version`, a change that was saved since is not overwritten. Saving the terms that are already in force changes nothing.",
    verb: setTerms,
  },
  {
    id: "listTermsVersions",
    method: "GET",
    path: "/terms/history",
    tag,
    summary: "List every version of your terms, newest first",
    verb: termsHistory,
  },
  {
    id: "getTermsReceipt",
    method: "GET",
    path: "/terms/versions/{versionId}",
    tag,
    summary: "Read the receipt of one version of your terms",
    description:
      "What the version said, when it was saved and from when it holds, with the digest of its content and a signature (compact JWS, Ed25519) over exactly that.",
    verb: termsReceipt,
  },
  {
    id: "evaluateTerms",
    method: "POST",
    path: "/terms/evaluate",
    tag,
    summary: "Test a buyer against your terms",
    description:
      "What your terms, or a `draft` of them, answer to a request, which version decided, and why. Nothing is saved.",
    verb: evaluateForMe,
  },
  {
    id: "withdrawTerms",
    method: "POST",
    path: "/terms/withdrawal",
    tag,
    summary: "Withdraw the terms of one scope",
    description: `From then on nothing is set for the scope, and scheduled changes for it are cancelled. Sealed deals keep the terms that applied at their clearance, at most ${LIMITS.clearanceAgeAtSealHours} hours before the seal.`,
    verb: withdrawTerms,
  },
];
