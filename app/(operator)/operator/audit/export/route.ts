import { auditCsv } from "@/app/_web/audit-file";

export const GET = auditCsv;
