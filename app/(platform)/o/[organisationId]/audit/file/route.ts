import { nextHandler } from "@/app/_web/api/route";
import { organisationAuditCsv } from "@/app/_web/files/audit-file";

/** An organisation's audit as it is searched, all its pages, as CSV. */
export const GET = nextHandler(organisationAuditCsv);
