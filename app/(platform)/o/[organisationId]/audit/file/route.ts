import { organisationAuditCsv } from "@/app/_web/audit-file";
import { nextHandler } from "@/app/_web/route";

/** An organisation's audit as it is searched, all its pages, as CSV. */
export const GET = nextHandler(organisationAuditCsv);
