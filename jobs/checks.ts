import type { Check } from "@/infra/check";
import { allocationChecks } from "@/modules/allocation/doctor";
import { clearanceChecks } from "@/modules/clearance/doctor";
import { consentChecks } from "@/modules/consent/doctor";
import { dealChecks } from "@/modules/deals/doctor";
import { departureChecks } from "@/modules/departures/doctor";
import { handleChecks } from "@/modules/handles/doctor";
import { identityChecks } from "@/modules/identity/doctor";
import { jobChecks } from "@/modules/jobs/doctor";
import { ledgerChecks } from "@/modules/ledger/doctor";
import { manifestChecks } from "@/modules/manifests/doctor";
import { noticeChecks } from "@/modules/notices/doctor";
import { partyChecks } from "@/modules/parties/doctor";
import { settlementChecks } from "@/modules/settlement/doctor";
import { worksChecks } from "@/modules/works/doctor";

/** Every check of every capability, by capability. */
export const CHECKS: Readonly<Record<string, readonly Check[]>> = {
  ledger: ledgerChecks,
  allocation: allocationChecks,
  settlement: settlementChecks,
  clearance: clearanceChecks,
  manifests: manifestChecks,
  deals: dealChecks,
  consent: consentChecks,
  works: [...handleChecks, ...worksChecks],
  notices: noticeChecks,
  parties: [...partyChecks, ...identityChecks],
  departures: departureChecks,
  jobs: jobChecks,
};
