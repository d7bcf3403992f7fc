import { nextHandler } from "@/app/_web/api/route";
import { earningsCsv } from "@/app/_web/files/earnings-file";

export const GET = nextHandler(earningsCsv);
