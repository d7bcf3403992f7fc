import type { Operation } from "@/app/_web/api/operations";
import { allocationOperations } from "./allocation";
import { consentOperations } from "./consent";
import { dealOperations } from "./deals";
import { exportOperations } from "./exports";
import { jobOperations } from "./jobs";
import { ledgerOperations } from "./ledger";
import { lookUpOperations } from "./lookup";
import { manifestOperations } from "./manifests";
import { noticeOperations } from "./notices";
import { partyOperations } from "./parties";
import { systemOperations } from "./system";
import { worksOperations } from "./works";

/** Every operation of the API: what is served, and what the description, its page and the access tests are made from. */
export const allOperations: readonly Operation[] = [
  ...allocationOperations,
  ...consentOperations,
  ...dealOperations,
  ...exportOperations,
  ...jobOperations,
  ...ledgerOperations,
  ...lookUpOperations,
  ...manifestOperations,
  ...noticeOperations,
  ...partyOperations,
  ...systemOperations(() => allOperations),
  ...worksOperations,
];
