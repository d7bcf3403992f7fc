import { auditCsv } from "@/app/_web/audit-file";
import { nextHandler } from "@/app/_web/route";

export const GET = nextHandler(auditCsv);
