import { nextHandler } from "@/app/_web/api/route";
import { auditCsv } from "@/app/_web/files/audit-file";

export const GET = nextHandler(auditCsv);
