import type { Operation } from "@/app/_web/api/operations";
import { NO_QUERY } from "@/app/_web/api/route";
import { publishedFileOf, recipeFile } from "@/app/_web/files/allocation-files";
import { LIMITS } from "@/kernel/limits";
import { allocation, dealAllocations } from "@/modules/allocation/queries/allocation";
import { runAllocation } from "@/modules/allocation/run/run-allocation";
import { publishedFile, recipe } from "@/modules/allocation/seal/published-file";
import { sealAllocation } from "@/modules/allocation/seal/seal-allocation";
import { clearance, dealClearances } from "@/modules/clearance/queries";
import { runClearance } from "@/modules/clearance/run/run-clearance";
import { explainPayment, myShares } from "@/modules/earnings/queries/own-share";
import { moneyWaiting } from "@/modules/earnings/queries/waiting-money";

const tag = "Clearance and Allocation";

export const allocationOperations: readonly Operation[] = [
  {
    id: "createClearance",
    method: "POST",
    path: "/deals/{dealId}/clearances",
    tag,
    summary: "Clear a manifest",
    description:
      "Asks every contributor's terms about the deal, as of an instant (`asOf`, by default now). The work is a job; the same manifest as of the same instant always gives the same digest.",
    verb: runClearance,
    status: 202,
  },
  {
    id: "listClearances",
    method: "GET",
    path: "/deals/{dealId}/clearances",
    tag,
    summary: "List a deal's clearances, newest first",
    verb: dealClearances,
  },
  {
    id: "getClearance",
    method: "GET",
    path: "/clearances/{clearanceId}",
    tag,
    summary: "Look at a clearance",
    description:
      "Counts by verdict and reason, digests, and the certificate (a JWS; keys at /.well-known/jwks.json).",
    verb: clearance,
  },
  {
    id: "createAllocation",
    method: "POST",
    path: "/deals/{dealId}/allocations",
    tag,
    summary: "Compute shares, or what they would be",
    description:
      "By the deal's own rules, or by others (weighting, contributorShareBps, reserveBps, capBps): then it is a what-if, which cannot be sealed.",
    verb: runAllocation,
    status: 202,
  },
  {
    id: "listAllocations",
    method: "GET",
    path: "/deals/{dealId}/allocations",
    tag,
    summary: "List a deal's allocations, newest first",
    verb: dealAllocations,
  },
  {
    id: "getAllocation",
    method: "GET",
    path: "/allocations/{allocationId}",
    tag,
    summary: "Look at an allocation",
    description: "fee + retained + reserve + paid = gross, to the minor unit.",
    verb: allocation,
  },
  {
    id: "downloadSharesCsv",
    method: "GET",
    path: "/allocations/{allocationId}/shares.csv",
    tag,
    summary: "All shares under pseudonyms, as CSV",
    description:
      "For the platform and the operator. Once the allocation is sealed, also for the licensee and everyone with a share in it.",
    verb: publishedFile,
    handler: publishedFileOf("shares.csv"),
    query: NO_QUERY,
    responseContent: "text/csv",
  },
  {
    id: "downloadSharesParquet",
    method: "GET",
    path: "/allocations/{allocationId}/shares.parquet",
    tag,
    summary: "All shares under pseudonyms, as Parquet",
    verb: publishedFile,
    handler: publishedFileOf("shares.parquet"),
    query: NO_QUERY,
    responseContent: "application/vnd.apache.parquet",
  },
  {
    id: "downloadWeightsParquet",
    method: "GET",
    path: "/allocations/{allocationId}/weights.parquet",
    tag,
    summary: "The weights and floors the shares follow from, under pseudonyms",
    verb: publishedFile,
    handler: publishedFileOf("weights.parquet"),
    query: NO_QUERY,
    responseContent: "application/vnd.apache.parquet",
  },
  {
    id: "downloadRecipe",
    method: "GET",
    path: "/allocations/{allocationId}/recipe.sql",
    tag,
    summary: "The SQL that recomputes the shares",
    description:
      "Run it with DuckDB in the folder of weights.parquet: it writes shares.csv, byte for byte the published file.",
    verb: recipe,
    handler: recipeFile,
    query: NO_QUERY,
    responseContent: "application/sql",
  },
  {
    id: "sealAllocation",
    method: "POST",
    path: "/allocations/{allocationId}/seal",
    tag,
    summary: "Seal an allocation",
    description: `Makes it the one that counts. The platform must be verified; the notice period over; the clearance as of an instant after it, after every answer and at most ${LIMITS.clearanceAgeAtSealHours} hours ago (its sealableUntil says until when); and the rules the deal's own.`,
    verb: sealAllocation,
    status: 202,
  },
  {
    id: "listMyShares",
    method: "GET",
    path: "/me/shares",
    tag,
    summary: "Your shares, deal by deal",
    verb: myShares,
  },
  {
    id: "explainMyShare",
    method: "GET",
    path: "/me/shares/{allocationId}",
    tag,
    summary: "Explain a payment",
    description: "From the gross amount to your amount, every step with its number.",
    verb: explainPayment,
  },
  {
    id: "listMyWaitingMoney",
    method: "GET",
    path: "/me/waiting",
    tag,
    summary: "Money held until your proof",
    description: "The money held for each handle that you have claimed but not proved yet, on one page.",
    verb: moneyWaiting,
  },
];
