import { organisationAuditCsv } from "@/app/_web/audit-file";

/** An organisation's audit as it is searched, all its pages, as CSV. */
export const GET = organisationAuditCsv;
